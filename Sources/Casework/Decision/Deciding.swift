internal import Inspection
package import Kit
internal import Procedure
internal import Rulebook
package import Storage

extension Casework {
  /// Decides a case: the step `decision` with what its form says; a decision not to punish is a step of the common form. Refuses a penalty without kind or
  /// amount, dates before filing, the officers of the case, and whatever the procedure has not seen yet: notice, defence,
  /// hearing, review, discussion, a basis that nobody approved.
  package func decide(_ id: ID<Case>, _ new: NewDecision, _ tx: Transaction) throws {
    let record = try found(id, tx)
    guard record.state == .investigating else { throw CaseRefusal.notInvestigating(record.number, record.state) }
    guard !record.team.has(tx.actor.number) else { throw CaseRefusal.deciderIsOfficer }
    let wrong = problems(new, record, tx.today) + (try obstacle(record, tx).map { [.basisUnapproved($0)] } ?? [])
    guard wrong.isEmpty else { throw Refusals(wrong) }
    try take(NewStep(.decision, on: new.date, facts: new.facts, note: new.reasons), in: id, as: [.head], tx)
  }

  /// What keeps the case from being decided. Where the day of the act is not known, the day of filing stands for it.
  func obstacle(_ record: CaseRecord, _ reader: Reader) throws -> DecisionObstacle? {
    try rulebook.obstacle(
      toDeciding: record.violation.id, on: record.actEnded ?? record.filedOn,
      officers: [record.team.first.id.value, record.team.second.id.value], in: record.county, reader)
  }

  private func problems(_ new: NewDecision, _ record: CaseRecord, _ today: CivilDate) -> [CaseRefusal] {
    var wrong: [CaseRefusal] = []
    if new.date < record.filedOn { wrong.append(.decidedBeforeFiling(record.filedOn)) }
    if new.date > today { wrong.append(.dateInFuture(today: today)) }
    return wrong + (new.penalties.isEmpty ? [.noPenalty] : []) + amountProblems(new)
  }

  private func amountProblems(_ new: NewDecision) -> [CaseRefusal] {
    [(Penalty.fine, new.fine), (.gains, new.gains)].compactMap { penalty, amount in
      switch (new.penalties.contains(penalty), amount > .zero) {
      case (true, false): .amountMissing(penalty)
      case (false, true): .amountUnwanted(penalty)
      default: nil
      }
    }
  }
}

extension NewDecision {
  fileprivate var facts: StepFacts {
    var facts = StepFacts()
    facts.penalties = penalties.map(\.rawValue)
    facts.fine = fine > .zero ? fine : nil
    facts.gains = gains > .zero ? gains : nil
    facts.goods = goods
    facts.basis = mitigation
    return facts
  }
}
