internal import Duties
internal import Inspection
package import Kit
internal import Offices
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
  /// `rights` are those that the route let in. `decider` is who decided what somebody else carries out (the head who approved a
  /// transfer to the police): the step is his, and the procedure asks whether he may. `number` is that of a letter that was drawn above. Example: `try room.take(NewStep(.questioning, on: today), in: id, as: [.officer], tx)`.
  @discardableResult
  package func take(
    _ new: NewStep, in id: ID<Case>, as rights: Set<ActingRight>, decidedBy decider: Int64? = nil,
    number: String? = nil, _ tx: Transaction
  ) throws -> CaseStep {
    let record = try found(id, tx)
    let steps = try CaseStepStore.steps(of: id, tx)
    let file = try file(of: record, steps, tx)
    try knows(new.facts.staff, record, file, tx)
    if Self.penalises.contains(new.kind), let problem = fineRange(new.facts, record, file).problem(new.facts) {
      throw problem
    }
    let person = try acting(decider ?? tx.actor.number, rights, tx)
    let step = try lawful(new, record, file, person, number: number, tx)
    try refuseGoodsLeft(step.taken, record, tx)
    try keep(step, record, file, tx)
    try effect(step, record, tx)
    try keepEffects(step, record, file, tx)
    tell(step, record, tx)
    try supplement(id, tx)
    try CaseStore.index(try found(id, tx), tx)
    try keepOffender(id, tx)
    return step
  }

  /// Steps that tell or decide a penalty.
  static let penalises: Set<StepKind> = [.priorNotice, .decision, .onTheSpot]

  /// Members and clerk of a hearing are people of the county who do not keep away from the case.
  private func knows(_ staff: [Int64], _ record: CaseRecord, _ file: CaseFile, _ tx: Transaction) throws {
    guard !staff.isEmpty else { return }
    let people = try Offices.people(in: tx.county, holding: .todaySee, roles: roles, tx)
    guard Set(staff).isSubset(of: people.map(\.id.value)) else { throw CaseRefusal.unknownStaff }
    let away = try keepingAway(record, file, tx)
    if let one = people.first(where: { staff.contains($0.id.value) && away.contains($0.id.value) }) {
      throw CaseRefusal.staffKeepsAway(one.name)
    }
  }

  /// The step as it would stand in the file; throws why it may not be taken.
  func lawful(
    _ new: NewStep, _ record: CaseRecord, _ file: CaseFile, _ person: ActingPerson, number: String? = nil,
    _ tx: Transaction
  ) throws -> CaseStep {
    let taken = Taken(
      id: Int64(file.steps.count + 1), kind: new.kind, on: new.on, by: person.account,
      officers: isTeamWork(new.kind) ? record.team.ids.map(\.value) : [], about: new.about, facts: new.facts)
    let closed = procedure.closed(taken, in: file, as: person, on: tx.today)
    guard closed.isEmpty else { throw Refusals(try refusals(closed, of: new.kind, record, file, tx)) }
    return CaseStep(
      taken: taken, note: new.note, number: try number ?? Series.of(new.kind).map { try Offices.number($0, tx) },
      recordedAt: tx.now)
  }

  /// Why somebody may not take a step of a case today, each in the words of its condition; empty: it is open. For rooms above
  /// that promise a step before they take it. What only the step itself will say is not asked here.
  package func obstacles(
    to kind: StepKind, in id: ID<Case>, by account: Int64, as rights: Set<ActingRight>, _ reader: Reader
  ) throws -> [Closed] {
    guard let record = try CaseStore.find(id, reader) else { throw MissingRecord("起案件") }
    let file = try file(of: record, try CaseStepStore.steps(of: id, reader), reader)
    let offers = procedure.offers(file, as: try acting(account, rights, reader), on: reader.today)
    return offers.first { $0.step.kind == kind }?.reasons ?? []
  }

  /// Where somebody may not because of what he did in the case, it is said who may.
  private func refusals(
    _ closed: [Closed], of kind: StepKind, _ record: CaseRecord, _ file: CaseFile, _ tx: Transaction
  ) throws -> [CaseRefusal] {
    let title = procedure.title(kind)
    let others = try Self.asksForOthers(closed) ? self.others(for: kind, record, file, tx) : []
    return closed.map { Self.asksForOthers([$0]) ? .forOthers(title, $0, others) : .unlawful(title, $0) }
  }

  /// Filing, evidence and measures are carried out by the team; what one person records is not.
  private func isTeamWork(_ kind: StepKind) -> Bool {
    procedure.definition(kind)?.needs.contains { $0 == .twoCertifiedOfficers || $0 == .officersOfTheCase } == true
  }

  /// Writes the step and lets the terms follow.
  private func keep(_ step: CaseStep, _ record: CaseRecord, _ file: CaseFile, _ tx: Transaction) throws {
    var file = file
    file.record(step.taken)
    try CaseStepStore.insert(step, of: record.id, tx)
    try CaseStepStore.setStage(procedure.stage(file), of: record.id, tx)
    try keepClocks(record, file, tx)
    try keepAnswers(record, file, tx)
    try keepWaits(record, file, after: step.taken, tx)
    try keepAfter(record, file, tx)
  }

  /// The case exists from its filing on: the first step.
  func begin(_ record: CaseRecord, _ tx: Transaction) throws {
    let file = try file(of: record, [], tx)
    let person = try acting(tx.actor.number, [.officer], tx)
    let filing = try lawful(NewStep(.filing, on: record.filedOn, note: record.summary), record, file, person, tx)
    let step = CaseStep(taken: filing.taken, note: filing.note, number: record.number, recordedAt: filing.recordedAt)
    try CaseStore.insert(record, tx)
    try keep(step, record, file, tx)
  }

  private func tell(_ step: CaseStep, _ record: CaseRecord, _ tx: Transaction) {
    guard !Self.tellsItself.contains(step.taken.kind) else { return }
    tx.tell(record.ref, "案件\(record.number)：\(StepWords(procedure, step.taken).plain)")
  }

  /// Their effect says more than the name of the step.
  private static let tellsItself: Set<StepKind> = [.decision, .noPenalty, .onTheSpot, .payment, .refund, .closing]
}

extension Casework {
  /// Signs of the series that decisions draw their numbers from.
  static let decisionSigns: Set<String> = ["卫医罚", "卫医不罚"]
}

extension Series {
  /// The numbers of decisions, each series without gaps.
  fileprivate static func of(_ kind: StepKind) -> Series? {
    switch kind {
    case .decision, .onTheSpot: Series(sign: "卫医罚", digits: 1, suffix: "号")
    case .noPenalty: Series(sign: "卫医不罚", digits: 1, suffix: "号")
    default: nil
    }
  }
}
