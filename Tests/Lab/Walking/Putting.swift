import App
import Kit
import Law
import Registers
import Storage

@testable import Casework
@testable import Procedure
@testable import ProcedureWalk

/// Proposals of steps, put to the doors that the pages use.
extension Walking {
  mutating func putStep(_ lawCase: inout WalkedCase) async throws {
    var day = lawCase.wake
    let proposal = Proposal(
      file: lawCase.seen, today: day, procedure: procedure, id: Int64(lawCase.seen.steps.count + 1),
      avoided: lawCase.avoided)
    let onTheWay = dice.chance(40) ? nextOnTheWay(proposal) : nil
    let proposed = onTheWay ?? proposal.step(&dice, &day)
    if day > lawCase.wake {
      // It waits for the day of the hearing.
      lawCase.wake = day
      return
    }
    guard let id = lawCase.id else { return try await begin(proposed, &lawCase) }
    let step = try await fitted(proposed, lawCase)
    guard let member = crew.members[step.by], let door = door(step.kind, member) else {
      tally.atTheDoor += 1
      return
    }
    let new = NewStep(
      step.kind, on: step.on, about: step.about, facts: crew.accounts(step.facts), note: "走查")
    try await put(step, &lawCase) { [room] tx in
      try room.put(new, id, door, tx)
      return id
    }
  }

  /// The first step makes the case; before it there is nothing that another could be put to.
  private mutating func begin(_ step: Taken, _ lawCase: inout WalkedCase) async throws {
    guard step.kind == .filing || step.kind == .onTheSpot else { return }
    guard let member = crew.members[step.by], member.doors.contains(.steps) else {
      tally.atTheDoor += 1
      return
    }
    let (plan, number, officers) = (lawCase.plan, lawCase.number, step.officers.map(crew.account))
    try await put(step, &lawCase) { [room] tx in
      let site = try Registers.addSite(
        NewSite(name: "走查点\(number)", address: "柳塘镇\(number)号", town: 112, note: ""), tx)
      guard let new = plan.lawCase(Ref(.site, site), officers) else { throw CaseRefusal.noSource }
      if step.kind == .filing { return try room.file(new, tx) }
      return try room.punishOnTheSpot(
        NewOnTheSpot(
          new, penalties: Penalty.allCases.filter { step.facts.penalties.contains($0.rawValue) },
          fine: step.facts.fine ?? .zero, told: step.facts.told == true), tx)
    }
  }

  /// The door of the page of a step, if the person may pass; else another of his.
  private mutating func door(_ kind: StepKind, _ member: Crew.Member) -> StepDoor? {
    // The room above takes these, and filing makes the case: no page lets anybody take them by themselves.
    guard !StepDoor.elsewhere.contains(kind), kind != .filing else { return nil }
    let own: [StepKind: StepDoor] = [.decision: .approvals, .closing: .approvals, .payment: .steps]
    if let only = own[kind] { return member.doors.contains(only) ? only : nil }
    let fitting = (procedure.definition(kind)?.by ?? []).map(StepDoor.init)
    return fitting.first(where: member.doors.contains) ?? dice.pick(member.doors)
  }

  /// Mostly within what the law lets be fined, or with the provision that mitigates: else nothing would ever be decided.
  private mutating func fitted(_ step: Taken, _ lawCase: WalkedCase) async throws -> Taken {
    guard Casework.penalises.contains(step.kind), dice.chance(85), let id = lawCase.id else { return step }
    var facts = step.facts
    if facts.goods == nil { facts.goods = Money(yuan: 1000) }
    let range = try await house.database.read { [room, facts] reader in
      try CaseStore.find(id, reader).map { room.fineRange(facts, $0, try room.file(of: $0, [], reader)) }
    }
    if step.kind == .priorNotice, let most = range?.most, let fine = facts.fine, fine > most { facts.fine = most }
    if range?.problem(facts) != nil { facts.basis = "《行政处罚法》第三十二条第一项" }
    return Taken(
      id: step.id, kind: step.kind, on: step.on, by: step.by, officers: step.officers, about: step.about, facts: facts)
  }

  /// One proposal is one deed. What is refused must leave nothing behind; what is taken is read back.
  mutating func put(
    _ step: Taken, _ lawCase: inout WalkedCase, _ deed: @escaping @Sendable (Transaction) throws -> ID<Case>
  ) async throws {
    guard let actor = crew.members[step.by]?.actor else { return }
    tally.proposed += 1
    do {
      let id = try await house.database.change(App.Cast.county, by: actor, deed: .caseStep(step.kind), deed)
      lawCase.id = id
      tally.taken += 1
      tally.kinds[step.kind.rawValue, default: 0] += 1
      lawCase.taken.append(step.asDone(on: clock.now.date, isFirst: lawCase.taken.isEmpty))
    } catch let refusal as any Refusal {
      tally.refused(Self.reasons(refusal))
      guard dice.chance(5) else { return }
    }
    try await readBack(&lawCase)
  }

  static func reasons(_ refusal: any Refusal) -> [String] {
    if let many = refusal as? Refusals { return many.all.flatMap(reasons) }
    if case .unlawful(_, let closed)? = refusal as? CaseRefusal { return [closed.condition] }
    return [refusal.code]
  }
}

extension Casework {
  /// As the form of each step does.
  fileprivate func put(_ new: NewStep, _ id: ID<Case>, _ door: StepDoor, _ tx: Transaction) throws {
    let facts = new.facts
    switch new.kind {
    case .decision:
      let decision = NewDecision(
        date: new.on, penalties: Penalty.allCases.filter { facts.penalties.contains($0.rawValue) },
        fine: facts.fine ?? .zero, gains: facts.gains ?? .zero, goods: facts.goods, reasons: new.note,
        mitigation: facts.basis)
      try decide(id, decision, tx)
    case .payment: try pay(id, CasePayment(date: new.on, amount: facts.amount ?? .zero), tx)
    case .closing: try close(id, note: new.note, tx)
    default: try take(new, in: id, as: door.rights, tx)
    }
  }
}

extension Taken {
  /// Forms of their own ask for no step that is answered; a case is begun and closed on the day itself.
  fileprivate func asDone(on today: CivilDate, isFirst: Bool) -> Taken {
    guard isFirst || [.closing, .decision, .payment].contains(kind) else { return self }
    let day = [.decision, .payment].contains(kind) ? on : today
    return Taken(id: id, kind: kind, on: day, by: by, officers: officers, about: nil, facts: facts)
  }
}
