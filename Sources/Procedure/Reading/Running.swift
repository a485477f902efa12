import Kit
import Law

/// Periods that do not count, and the terms that they lengthen.
extension Reading {
  var runningSuspension: Taken? { all(.suspension).last { answers(.resumption, to: $0).isEmpty } }

  /// Days that do not count between two days: from the day of the suspension to the day before the resumption.
  func excluded(since start: CivilDate, until end: CivilDate, forSeizure: Bool = false) -> Int {
    all(.suspension).filter { !forSeizure || pausesSeizure($0) }.reduce(0) { days, pause in
      let resumed = answers(.resumption, to: pause).first?.on ?? end
      return days + max(0, min(resumed, end).dayNumber - max(pause.on, start).dayNumber)
    }
  }

  func pausesSeizure(_ pause: Taken) -> Bool {
    book.step(.suspension)?.ways.first { $0.id == pause.facts.way }?.seizure ?? false
  }

  /// The end of the term to decide as it looks on a day: with extensions, without the time that does not count.
  func decisionDue(on day: CivilDate) -> Due? {
    guard let filed = file.filedOn, let key = book.clocks[.decision]?.term,
      let term = try? law.terms.term(key, on: filed)
    else { return nil }
    let times = [StepKind.extension, .secondExtension].count { has($0) }
    let start = filed.adding(days: excluded(since: filed, until: day))
    return try? term.due(from: start, extended: times, law.calendar)
  }

  /// The end of a seizure as it looks on a day.
  func seizureDue(_ seizure: Taken, on day: CivilDate) -> Due? {
    guard let key = book.clocks[.seizure]?.term, let term = try? law.terms.term(key, on: seizure.on) else { return nil }
    let times = min(1, answers(.seizureExtension, to: seizure).count)
    let start = seizure.on.adding(days: excluded(since: seizure.on, until: day, forSeizure: true))
    return try? term.due(from: start, extended: times, law.calendar)
  }

  var openSeizures: [Taken] { all(.seizure).filter { answers(.seizureEnd, to: $0).isEmpty } }
  var openRegistrations: [Taken] { all(.registration).filter { answers(.registrationEnd, to: $0).isEmpty } }
}

/// Paying, contesting, compelling.
extension Reading {
  /// Until when the fine is to be paid: the end of the last deferral, else the statutory days after service.
  var paymentDue: Due? {
    guard let decision, let served = served(decision) else { return nil }
    if let until = all(.deferral, after: place(decision)).last?.facts.until {
      return Due(set: until)
    }
    return due(.payment, from: served)
  }

  /// When the decision can no longer be contested; nil: not served, or contested without result.
  var remedyEnd: Due? {
    guard let decision, let served = served(decision), !challengeIsPending else { return nil }
    if let result = all(.challengeResult, after: place(decision)).last { return remedyEnd(after: result) }
    let reconsideration = due(.reconsideration, from: served)
    // An on-the-spot penalty goes to reconsideration first: without it there is no suit.
    if decision.kind == .onTheSpot { return reconsideration }
    guard let reconsideration, let suit = due(.litigation, from: served) else { return nil }
    return suit.date > reconsideration.date ? suit : reconsideration
  }

  private func remedyEnd(after result: Taken) -> Due? {
    guard step(result.about)?.facts.way == "litigation" else {
      return due(.litigationAfterReconsideration, from: result.on)
    }
    return Due(set: result.on)
  }

  /// From when the months to apply to the court run: the end of a deferral, or of the remedies if that is later.
  var courtTermStart: CivilDate? {
    guard let decision, let remedies = remedyEnd?.date else { return nil }
    return max(all(.deferral, after: place(decision)).last?.facts.until ?? remedies, remedies)
  }

  var courtApplication: Taken? { decision.flatMap { all(.courtApplication, after: place($0)).last } }
  var courtResult: String? { decision.flatMap { all(.courtRuling, after: place($0)).last?.facts.outcome } }
}
