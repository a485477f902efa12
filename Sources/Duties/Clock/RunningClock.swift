import Kit
import Law
import Storage

/// A duty whose date the law counts, with what its clock went through.
struct Clock: Sendable {
  let duty: OpenDuty
  let term: DutyTerm
  /// Periods that are over; the one that stands is `duty.suspended`.
  let excluded: [ExcludedPeriod]

  /// Refuses records with nothing of the kind open, and dates that rest on no term.
  static func running(_ subject: Ref, _ kind: String, _ reader: Reader) throws -> Clock {
    guard let duty = try ClockStore.open(subject, kind, reader) else { throw DutyRefusal.noneOpen }
    guard let clock = try of(duty, reader) else { throw DutyRefusal.noTerm(title: duty.title) }
    return clock
  }

  /// Nil where the date rests on no term.
  static func of(_ duty: OpenDuty, _ reader: Reader) throws -> Clock? {
    guard let term = duty.term else { return nil }
    return Clock(duty: duty, term: term, excluded: try ClockStore.pauses(of: [duty.id], reader).compactMap(\.period))
  }

  /// What the law gives for what is kept. Refuses a term that the packs no longer hold.
  func counted(_ law: LawContent) throws(LawRefusal) -> Due {
    try law.terms.term(term.key, on: term.began).due(
      from: term.began, extended: duty.extended, excluding: excluded, law.calendar)
  }

  /// Whether the kept date is what the law gives.
  func isTrue(_ law: LawContent) throws(LawRefusal) -> Bool {
    let due = try counted(law)
    return due.date == duty.due && due.countedTo == term.countedTo && due.provisional == duty.provisional
  }

  /// Keeps the date that the law gives.
  @discardableResult func count(_ law: LawContent, _ tx: Transaction) throws -> Due {
    let due = try counted(law)
    try ClockStore.setDue(due, of: duty, tx)
    return due
  }

  /// Ledger and the duty's own history; `after` nil while the clock stands.
  func tell(_ words: String, after: Due?, _ tx: Transaction) throws {
    try ClockStore.insertChange(of: duty, words, from: duty.due, to: after?.date, tx)
    tx.tell(duty.subject, words, [Change("期限", duty.due.iso, after?.date.iso ?? "中止")])
  }
}
