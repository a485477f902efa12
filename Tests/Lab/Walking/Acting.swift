import App
import Kit
import Storage

@testable import Casework
@testable import Procedure
@testable import ProcedureWalk

/// Acts of the rooms that are no step of a case, or take one with them.
extension Walking {
  /// `takes` is the step of the case that the act takes with it. The police have a door of their own.
  mutating func act(
    _ name: String, by place: Int64, _ door: StepDoor?, takes: StepKind? = nil, _ lawCase: inout WalkedCase,
    _ deed: @escaping @Sendable (ID<Case>, Transaction) throws -> Void
  ) async throws {
    let database = house.database
    _ = try await attempt(name, by: place, door, takes: takes, &lawCase) { id, actor in
      try await database.change(App.Cast.county, by: actor, deed: Deed("walk.act")) { try deed(id, $0) }
    }
  }

  /// Whether it was taken. What was taken or refused is read back.
  mutating func attempt(
    _ name: String, by place: Int64, _ door: StepDoor?, takes: StepKind? = nil, _ lawCase: inout WalkedCase,
    _ change: (ID<Case>, Actor) async throws -> Void
  ) async throws -> Bool {
    guard let id = lawCase.id, let member = crew.members[place], door.map(member.doors.contains) ?? true else {
      tally.atTheDoor += 1
      return false
    }
    tally.proposed += 1
    do {
      try await change(id, member.actor)
      tally.taken += 1
      tally.kinds[name, default: 0] += 1
    } catch let refusal as any Refusal {
      tally.refused(Self.reasons(refusal))
      if dice.chance(5) { try await readBack(&lawCase) }
      return false
    }
    try await readBack(&lawCase, adding: takes)
    return true
  }
}
