import Duties
import Inspection
import Kit
import Offices
import Procedure
import Storage

/// What a step changes on the case besides being there.
extension Casework {
  func effect(_ step: CaseStep, _ record: CaseRecord, _ tx: Transaction) throws {
    switch step.taken.kind {
    case .decision, .onTheSpot: try decided(.penalty, step, record, tx)
    case .noPenalty: try decided(.none, step, record, tx)
    case .challengeResult: try contested(step, record, tx)
    case .payment: try paid(step, record, tx)
    case .refund: try refunded(step, record, tx)
    case .closing:
      try closed(step, record, tx)
      try settleReferral(step, record, tx)
    case .archive:
      if try DossierStore.find(record.id, tx) == nil { try freeze(record, tx) }
      // An older program closed cases and left it owed.
      try settleReferral(step, record, tx)
    case .referral, .withdrawal: try settleReferral(step, record, tx)
    case .recusal where step.taken.facts.outcome == "granted": try replace(step.taken.facts, record, tx)
    default: break
    }
  }

  /// The case has left, or is over: nobody owes its transfer to another county any more.
  private func settleReferral(_ step: CaseStep, _ record: CaseRecord, _ tx: Transaction) throws {
    try Duties.settle(record.ref, kind: Self.referralDuty, outcome: procedure.title(step.taken.kind), tx)
  }

  private func decided(_ outcome: CaseOutcome, _ step: CaseStep, _ record: CaseRecord, _ tx: Transaction) throws {
    let facts = step.taken.facts
    let decision = CaseDecision(
      outcome: outcome, number: step.number ?? "", date: step.taken.on,
      decider: ID(tx.actor.number), deciderTitle: tx.actor.title,
      penalties: Penalty.allCases.filter { facts.penalties.contains($0.rawValue) }, fine: facts.fine ?? .zero,
      gains: facts.gains ?? .zero, reasons: step.note)
    try CaseStore.decide(record, decision, tx)
    tx.tell(
      record.ref, "对案件\(record.number)作出决定\(decision.number)：\(decision.words)",
      [
        Change("状态", record.state.title, CaseState.decided.title), Change("决定日期", nil, decision.date.iso),
        Change("罚没款", nil, "\(decision.owed.text) 元"),
      ])
  }

  /// What a reconsideration or a court left of the decision. One that is to be made again (责令重新作出) stands in the steps only.
  private func contested(_ step: CaseStep, _ record: CaseRecord, _ tx: Transaction) throws {
    guard let decision = record.decision else { return }
    let facts = step.taken.facts
    try withdrawFallenTypical(facts.outcome, record, tx)
    switch facts.outcome {
    case "changed":
      let kinds = Penalty.allCases.filter { facts.penalties.contains($0.rawValue) }
      try CaseStore.restate(record, .penalty, kinds, fine: facts.fine ?? .zero, gains: facts.gains ?? .zero, tx)
    case "revoked": try CaseStore.restate(record, .revoked, [], fine: .zero, gains: .zero, tx)
    case "redo":
      if let other = try CaseStore.openCase(besides: record, tx) { throw CaseRefusal.alreadyFiled(other) }
      try CaseStore.reopen(record, tx)
      try oweReferralAnew(record, tx)
    default: return
    }
    let after = try found(record.id, tx)
    tx.tell(
      record.ref,
      "案件\(record.number)的决定\(decision.number)经复议、诉讼：\(procedure.outcome(facts.outcome ?? "", of: step.taken.kind))",
      [
        Change("状态", record.state.title, after.state.title), Change("处罚", decision.words, after.decision?.words),
        Change("罚没款", "\(decision.owed.text) 元", "\(after.owed.text) 元"),
      ])
  }

  private func paid(_ step: CaseStep, _ record: CaseRecord, _ tx: Transaction) throws {
    let amount = step.taken.facts.amount ?? .zero
    try PaymentStore.insert(CasePayment(date: step.taken.on, amount: amount), of: record.id, tx)
    let left = record.unpaid - amount
    tx.tell(
      record.ref, "登记案件\(record.number)缴款 \(amount.text) 元，\(left == .zero ? "已缴清" : "还欠 \(left.text) 元")",
      [Change("已缴", "\(record.paid.text) 元", "\((record.paid + amount).text) 元")])
  }

  private func refunded(_ step: CaseStep, _ record: CaseRecord, _ tx: Transaction) throws {
    let amount = step.taken.facts.amount ?? .zero
    try PaymentStore.insert(CasePayment(date: step.taken.on, amount: .zero - amount), of: record.id, tx)
    tx.tell(
      record.ref, "退还案件\(record.number)多缴的罚没款 \(amount.text) 元",
      [Change("已缴", "\(record.paid.text) 元", "\((record.paid - amount).text) 元")])
  }

  private func closed(_ step: CaseStep, _ record: CaseRecord, _ tx: Transaction) throws {
    try CaseStore.close(record, on: step.taken.on, step.note, tx)
    tx.tell(record.ref, "案件\(record.number)结案", [Change("状态", record.state.title, CaseState.closed.title)])
  }

  /// The machine has seen that the new officer may come; certificate and right are asked once more when he is chosen.
  private func replace(_ facts: StepFacts, _ record: CaseRecord, _ tx: Transaction) throws {
    guard let from = facts.replaced, let to = facts.successor else { return }
    let team = try record.team.replacing(
      from, with: to, holding: .caseWork, roles: roles, parties: [record.premises].compactMap { $0 }, tx)
    try CaseStore.setTeam(record.id, team, tx)
    try teamChanged(record, from: from, to: to, tx)
    tx.tell(record.ref, "案件\(record.number)改由\(team.names)承办", [Change("执法人员", record.team.labels, team.labels)])
  }
}
