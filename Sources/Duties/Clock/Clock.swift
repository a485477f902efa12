package import Kit
package import Law
package import Storage

/// The decision by which a term stops or is extended: named paper, who decided, when.
package struct DutyDecision: Sendable {
  /// `清卫医延〔2026〕3号延期审批表`.
  package let document: String
  /// `贺远（县卫生监督所）`, `集体讨论`.
  package let decider: String
  package let on: CivilDate

  package init(document: String, decider: String, on: CivilDate) {
    self.document = document.trimmed
    self.decider = decider.trimmed
    self.on = on
  }

  var words: String { "依据\(document)，\(decider)于 \(on.iso) 决定" }
}

/// Clocks (期限的中止、恢复、延长、重算). All of it is arithmetic of `Law` over what is kept: the day of the event, the
/// excluded periods, the number of extensions. The same facts always give the same date.
extension Duties {
  /// The clock of what is open on a record stands from a day on: a hearing, a test, an expert review. That day does not
  /// count any more.
  ///
  /// Refuses dates that rest on no term, a clock that stands, days before the event, after today, after the term's
  /// plain end or inside an earlier period, and a decision without paper or name.
  package static func suspend(
    _ subject: Ref, kind: String, from day: CivilDate, decision: DutyDecision, _ tx: Transaction
  ) throws {
    let clock = try Clock.running(subject, kind, tx)
    try decision.refuseUnnamed(today: tx.today)
    guard day <= tx.today else { throw DutyRefusal.inFuture(today: tx.today) }
    guard day >= clock.term.began else { throw DutyRefusal.beforeEvent(clock.term.began) }
    if let since = clock.duty.suspended { throw DutyRefusal.alreadySuspended(since: since) }
    guard day <= clock.term.countedTo else { throw DutyRefusal.termOver(clock.term.countedTo) }
    if let last = clock.excluded.map(\.until).max(), day <= last { throw DutyRefusal.overlaps(until: last) }
    try ClockStore.insertPause(of: clock.duty, from: day, decision, tx)
    try clock.tell("自 \(day.iso) 起中止计算“\(clock.duty.title)”的期限，\(decision.words)", after: nil, tx)
  }

  /// The clock runs again, and `day` counts again; the date is counted anew. Refuses a clock that does not stand, days
  /// before the stop and after today.
  package static func resume(
    _ subject: Ref, kind: String, on day: CivilDate, because: String, law: LawContent, _ tx: Transaction
  ) throws {
    let clock = try Clock.running(subject, kind, tx)
    guard let since = clock.duty.suspended else { throw DutyRefusal.notSuspended(title: clock.duty.title) }
    guard day >= since else { throw DutyRefusal.resumedBeforeStop(since) }
    guard day <= tx.today else { throw DutyRefusal.inFuture(today: tx.today) }
    try ClockStore.endPause(of: clock.duty, with: day.adding(days: -1), tx)
    let (after, days) = (try Clock.running(subject, kind, tx), day.dayNumber - since.dayNumber)
    let due = try after.count(law, tx)
    try clock.tell("自 \(day.iso) 起恢复计算“\(clock.duty.title)”的期限，扣除 \(days) 日，\(because)", after: due, tx)
  }

  /// The term is extended by what the law allows next (延长), from the same event. Refuses a term that the law does not
  /// extend, or not once more, and a decision that came after the plain end.
  package static func extend(
    _ subject: Ref, kind: String, decision: DutyDecision, law: LawContent, _ tx: Transaction
  ) throws {
    let clock = try Clock.running(subject, kind, tx)
    try decision.refuseUnnamed(today: tx.today)
    let term = try law.terms.term(clock.term.key, on: clock.term.began)
    guard clock.duty.extended < term.extensions.count else {
      throw DutyRefusal.noExtensionLeft(term: term.title, count: term.extensions.count)
    }
    // While the clock stands the old end means nothing.
    guard clock.duty.suspended != nil || decision.on <= clock.term.countedTo else {
      throw DutyRefusal.termOver(clock.term.countedTo)
    }
    try ClockStore.insertExtension(of: clock.duty, decision, tx)
    let after = try Clock.running(subject, kind, tx)
    let due = after.duty.suspended == nil ? try after.count(law, tx) : nil
    let by = term.extensions.dropFirst(clock.duty.extended).first.map { "\($0.count)\(term.unit.title)，\($0.by)" }
    try clock.tell("延长“\(clock.duty.title)”的期限\(by ?? "")，\(decision.words)", after: due, tx)
  }

  /// The event was on another day than was thought (a paper served later): the date is counted anew from there. Refuses
  /// dates that rest on no term, and days after today.
  package static func recount(
    _ subject: Ref, kind: String, from event: CivilDate, because: String, law: LawContent, _ tx: Transaction
  ) throws {
    let clock = try Clock.running(subject, kind, tx)
    guard event <= tx.today else { throw DutyRefusal.inFuture(today: tx.today) }
    guard event != clock.term.began else { return }
    try ClockStore.setEvent(event, of: clock.duty, tx)
    let after = try Clock.running(subject, kind, tx)
    let due = after.duty.suspended == nil ? try after.count(law, tx) : nil
    try clock.tell(
      "“\(clock.duty.title)”改从 \(event.iso) 起算（原为 \(clock.term.began.iso)），\(because)", after: due, tx)
  }
}

extension DutyDecision {
  fileprivate func refuseUnnamed(today: CivilDate) throws {
    guard !document.isEmpty, !decider.isEmpty else { throw DutyRefusal.unnamedDecision }
    guard on <= today else { throw DutyRefusal.inFuture(today: today) }
  }
}
