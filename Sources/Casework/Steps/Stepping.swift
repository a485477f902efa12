internal import Inspection
package import Kit
package import Procedure
package import Storage
internal import Web

extension Deed {
  /// One name for each kind of step, so that the ledger can be asked for it.
  package static func caseStep(_ kind: StepKind) -> Deed {
    switch kind {
    case .filing: .fileCase
    case .decision, .noPenalty, .onTheSpot: .decideCase
    case .payment: .payCase
    case .closing: .closeCase
    default: Deed("casework.\(kind.rawValue)")
    }
  }
}

extension Casework {
  /// Takes a step of a case: the procedure is asked first, and every condition that does not hold is a refusal with its
  /// article. The step, what it changes on the case, the terms that run from it and the ledger entry are one deed.
  ///
  /// `rights` are those that the route let in. Example: `try room.take(NewStep(.questioning, on: today), in: id, as: [.officer], tx)`.
  @discardableResult
  package func take(
    _ new: NewStep, in id: ID<Case>, as rights: Set<ActingRight>, _ tx: Transaction
  ) throws -> CaseStep {
    let record = try found(id, tx)
    let steps = try CaseStepStore.steps(of: id, tx)
    let file = try file(of: record, steps, tx)
    let step = try lawful(new, record, file, rights, tx)
    try refuseGoodsLeft(step.taken, record, tx)
    try keep(step, record, file, tx)
    try effect(step, record, tx)
    tell(step, record, tx)
    try CaseStore.index(try found(id, tx), tx)
    return step
  }

  private func lawful(
    _ new: NewStep, _ record: CaseRecord, _ file: CaseFile, _ rights: Set<ActingRight>, _ tx: Transaction
  ) throws -> CaseStep {
    let taken = Taken(
      id: Int64(file.steps.count + 1), kind: new.kind, on: new.on, by: tx.actor.number,
      officers: isTeamWork(new.kind) ? record.team.ids.map(\.value) : [], about: new.about, facts: new.facts)
    let closed = procedure.closed(taken, in: file, as: acting(rights, tx), on: tx.today)
    guard closed.isEmpty else { throw Refusals(closed.map { .unlawful(procedure.title(new.kind), $0) } as [CaseRefusal]) }
    return CaseStep(taken: taken, note: new.note, recordedAt: tx.now)
  }

  /// Filing, evidence and measures are carried out by the team; what one person records is not.
  private func isTeamWork(_ kind: StepKind) -> Bool {
    procedure.definition(kind)?.needs.contains { $0 == .twoCertifiedOfficers || $0 == .officersOfTheCase } == true
  }

  private func acting(_ rights: Set<ActingRight>, _ tx: Transaction) -> ActingPerson {
    // The right to review is given to qualified people only; see the role.
    ActingPerson(account: tx.actor.number, rights: rights, qualifiedReviewer: rights.contains(.reviewer))
  }

  /// Writes the step and lets the terms follow.
  private func keep(_ step: CaseStep, _ record: CaseRecord, _ file: CaseFile, _ tx: Transaction) throws {
    var file = file
    file.record(step.taken)
    try CaseStepStore.insert(step, of: record.id, tx)
    try CaseStepStore.setStage(procedure.stage(file), of: record.id, tx)
    try keepClocks(record, file, tx)
  }

  /// The case exists from its filing on: the first step.
  func begin(_ record: CaseRecord, _ tx: Transaction) throws {
    let file = try file(of: record, [], tx)
    let step = try lawful(NewStep(.filing, on: record.filedOn, note: record.summary), record, file, [.officer], tx)
    try CaseStore.insert(record, tx)
    try keep(step, record, file, tx)
  }

  private func tell(_ step: CaseStep, _ record: CaseRecord, _ tx: Transaction) {
    guard !Self.tellsItself.contains(step.taken.kind) else { return }
    tx.tell(record.ref, "案件\(record.number)：\(StepWords(procedure, step.taken).plain)")
  }

  /// Their effect says more than the name of the step.
  private static let tellsItself: Set<StepKind> = [.decision, .noPenalty, .onTheSpot, .payment, .closing]
}
