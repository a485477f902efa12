import Kit
import Law

extension Reading {
  /// Whether a term of the party that runs from the service of the notice is over on a day.
  func isOver(_ clock: ClockName, on day: CivilDate) -> Bool {
    notice.flatMap { served($0) }.flatMap { due(clock, from: $0) }.map { day > $0.date } ?? false
  }

  /// The last notice of the hearing that is asked for.
  var hearingCall: Taken? { sinceNotice(.hearingNotice).last }

  /// The seventh working day before the hearing is the last day to notify.
  func isEarlyEnough(_ day: CivilDate, for hearing: CivilDate) -> Bool {
    // The rule looks back from the hearing, but the version in force is that of the notice.
    guard let key = book.clocks[.hearingNotice]?.term, let term = try? law.terms.term(key, on: day),
      let last = try? term.due(from: hearing, law.calendar)
    else { return false }
    return day <= last.date
  }

  /// Not told of one; or given up, held, forfeited; or not asked for in time.
  func isHearingSettled(on day: CivilDate) -> Bool {
    guard let notice else { return false }
    if notice.facts.told != true || isWaived("hearing") || hearingIsOver { return true }
    return sinceNotice(.hearingRequest).isEmpty && isOver(.hearingRequest, on: day)
  }

  /// Owed where the law says so; and whoever asks for a review must heed it.
  var isReviewPassed: Bool {
    guard let review = last(.legalReview) else { return !owesReview }
    return review.facts.outcome == "passed" && (place(review) > lastNews || !owesReview)
  }

  private var owesReview: Bool {
    file.majorPublicInterest || file.complex || file.reviewByLaw || !sinceNotice(.hearing).isEmpty
  }

  func isReminderRunOut(on day: CivilDate) -> Bool {
    guard let decision, let reminder = all(.reminder, after: place(decision)).last, let served = served(reminder),
      let due = due(.reminder, from: served)
    else { return false }
    return day > due.date
  }
}
