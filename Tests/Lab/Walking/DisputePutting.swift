import App
import Kit
import Storage

@testable import Casework
@testable import Procedure
@testable import ProcedureWalk

/// Whose the case is, asked of the other county up to the superior's ruling (管辖争议): one try is one act of it.
extension Walking {
  mutating func putDispute(_ lawCase: inout WalkedCase) async throws {
    guard let id = lawCase.id else { return }
    let last = try await house.database.read { try AssistanceStore.ofCase(id, in: App.Cast.county, $0) }
      .max { $0.at < $1.at }
    guard let last, dice.chance(90) else { return try await ask(&lawCase) }
    switch last.state {
    case .sent, .accepted: try await refuseDispute(last, &lawCase)
    case .refused: try await escalate(last, &lawCase)
    case .escalated: try await rule(last, &lawCase)
    case .replied, .ruled: try await ask(&lawCase)
    }
  }

  private mutating func ask(_ lawCase: inout WalkedCase) async throws {
    let new = NewAssistance(
      .jurisdiction, of: App.Cast.otherCounty, what: "走查", why: "走查",
      due: lawCase.wake.adding(days: dice.number(-1...5)))
    let place = dice.pick(lawCase.seen.officers) ?? 1
    _ = try await between("dispute ask", by: place, .steps, &lawCase) { [room] id, here, there in
      _ = try room.ask(new, for: id, here, there)
    }
  }

  private mutating func refuseDispute(_ record: AssistanceRecord, _ lawCase: inout WalkedCase) async throws {
    let answer: AssistanceAnswer = dice.chance(80) ? .refuse : .reply
    _ = try await between("dispute answer", by: Crew.neighbour, nil, fromThere: true, &lawCase) {
      [room] _, here, there in
      try room.answer(answer, "走查", to: record.id, here, there)
    }
  }

  private mutating func escalate(_ record: AssistanceRecord, _ lawCase: inout WalkedCase) async throws {
    let place = dice.pick(lawCase.seen.officers) ?? 1
    _ = try await between("dispute escalate", by: place, .steps, &lawCase) { [room] _, here, there in
      try room.escalate(record.id, "走查", here, there)
    }
  }

  private mutating func rule(_ record: AssistanceRecord, _ lawCase: inout WalkedCase) async throws {
    let named = dice.chance(60) ? App.Cast.otherCounty : App.Cast.county
    let wasNamed = lawCase.isNamedElsewhere
    lawCase.isNamedElsewhere = named == App.Cast.otherCounty
    let counties = [App.Cast.county, App.Cast.otherCounty]
    let isRuled = try await between("dispute rule", by: Crew.superior, nil, &lawCase) { [room] _, here, there in
      try room.rule(record.id, for: named, "走查", over: counties, here, there)
    }
    if !isRuled { lawCase.isNamedElsewhere = wasNamed }
  }

  /// One deed in both counties, told in both ledgers; `fromThere`: the other county acts.
  private mutating func between(
    _ name: String, by place: Int64, _ door: StepDoor?, fromThere: Bool = false, _ lawCase: inout WalkedCase,
    _ deed: @escaping @Sendable (ID<Case>, Transaction, Transaction) throws -> Void
  ) async throws -> Bool {
    let database = house.database
    let ends = [App.Cast.county, App.Cast.otherCounty]
    let (here, there) = fromThere ? (ends[1], ends[0]) : (ends[0], ends[1])
    return try await attempt(name, by: place, door, &lawCase) { id, actor in
      try await database.change(here, with: there, by: actor, deed: Deed("walk.act")) { try deed(id, $0, $1) }
    }
  }
}
