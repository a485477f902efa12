internal import Duties
internal import Inspection
package import Kit
internal import Law
internal import Offices
internal import Rulebook
package import Storage

extension Casework {
  /// Decides a case. Refuses the officers of the case, a second decision, dates before filing or after today, a
  /// penalty without kind or amount, and a violation that is neither verified nor approved (`Rulebook.obstacle`). Money
  /// that is due becomes a duty of the first officer.
  package func decide(_ id: ID<Case>, _ new: NewDecision, _ tx: Transaction) throws {
    let record = try found(id, tx)
    guard record.state == .investigating else { throw CaseRefusal.notInvestigating(record.number, record.state) }
    guard !record.team.has(tx.actor.number) else { throw CaseRefusal.deciderIsOfficer }
    let wrong = problems(new, record, tx.today) + (try obstacle(record, tx).map { [.basisUnapproved($0)] } ?? [])
    guard wrong.isEmpty else { throw Refusals(wrong) }
    let decision = CaseDecision(
      outcome: new.outcome, number: try Offices.number(series(new.outcome), tx), date: new.date,
      decider: ID(tx.actor.number), deciderTitle: tx.actor.title, penalties: new.penalties, fine: new.fine,
      gains: new.gains, reasons: new.reasons)
    try CaseStore.decide(record, decision, tx)
    try Duties.settle(record.ref, kind: CaseDuty.decision, outcome: decision.outcome.title, tx)
    if decision.owed > .zero { try owePayment(record, decision, tx) }
    tell(record, decision, tx)
    try CaseStore.index(try found(id, tx), tx)
  }

  /// What keeps the case from being decided. The day of the act is not recorded, so the day of filing stands for it.
  func obstacle(_ record: CaseRecord, _ reader: Reader) throws -> DecisionObstacle? {
    try rulebook.obstacle(
      toDeciding: record.violation.id, on: record.filedOn,
      officers: [record.team.first.id.value, record.team.second.id.value], in: record.county, reader)
  }

  private func series(_ outcome: CaseOutcome) -> Series {
    Series(sign: outcome == .penalty ? "卫医罚" : "卫医不罚", digits: 1, suffix: "号")
  }

  private func problems(_ new: NewDecision, _ record: CaseRecord, _ today: CivilDate) -> [CaseRefusal] {
    var wrong: [CaseRefusal] = []
    if new.date < record.filedOn { wrong.append(.decidedBeforeFiling(record.filedOn)) }
    if new.date > today { wrong.append(.dateInFuture(today: today)) }
    switch new.outcome {
    case .penalty: return wrong + (new.penalties.isEmpty ? [.noPenalty] : []) + amountProblems(new)
    case .none:
      let isPlain = new.penalties.isEmpty && new.fine == .zero && new.gains == .zero
      return wrong + (isPlain ? [] : [.penaltyUnwanted])
    }
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

  /// The term runs from receipt of the decision; this version knows only the day of the decision, and says so.
  private func owePayment(_ record: CaseRecord, _ decision: CaseDecision, _ tx: Transaction) throws {
    let term = try law.due(.payment, from: decision.date)
    try Duties.owe(
      NewDuty(
        kind: CaseDuty.payment, title: "收缴\(decision.number)的罚没款 \(decision.owed.text) 元", subject: record.ref,
        owner: record.team.first.id, term: term, from: decision.date,
        basis: "\(term.words)；暂按决定日期起算，送达在后的以送达日期为准", campaign: record.campaign?.value),
      tx)
  }

  private func tell(_ record: CaseRecord, _ decision: CaseDecision, _ tx: Transaction) {
    tx.tell(
      record.ref, "对案件\(record.number)作出决定\(decision.number)：\(decision.words)",
      [
        Change("状态", record.state.title, CaseState.decided.title), Change("决定日期", nil, decision.date.iso),
        Change("罚没款", nil, "\(decision.owed.text) 元"),
      ])
  }
}

/// Kinds of duties of this room.
enum CaseDuty {
  static let decision = "case.decision"
  static let payment = "case.payment"
}
