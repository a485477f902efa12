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
    guard let id = lawCase.id, let member = crew.members[place], door.map(member.doors.contains) ?? true else {
      tally.atTheDoor += 1
      return
    }
    tally.proposed += 1
    do {
      try await house.database.change(App.Cast.county, by: member.actor, deed: Deed("walk.act")) { tx in
        try deed(id, tx)
      }
      tally.taken += 1
      tally.kinds[name, default: 0] += 1
    } catch let refusal as any Refusal {
      tally.refused(Self.reasons(refusal))
      guard dice.chance(5) else { return }
      return try await readBack(&lawCase)
    }
    try await readBack(&lawCase, adding: takes)
  }
}
