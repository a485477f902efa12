import Kit
import Testing

@testable import Procedure
@testable import ProcedureWalk

/// Each condition taken out of the content lets the walk into an unlawful state: every condition is guarded.
@Suite struct SabotageTests {
  @Test(arguments: Condition.allCases)
  func aMissingConditionIsFound(_ condition: Condition) throws {
    let procedure = try Fixtures.procedure(without: condition)
    let found = Self.reached(procedure, most: 48_000)
    #expect(found != nil, "no unlawful state guards \(condition.rawValue)")
    print("sabotage: \(condition.rawValue) → \(found ?? "NOTHING")")
  }

  static func reached(_ procedure: Procedure, most: Int) -> String? {
    for seed: UInt64 in 1...4 {
      var walk = Walk(procedure, seed: seed)
      for _ in 0..<(most / 4) {
        walk.advance()
        if let state = Unlawful.all.first(where: { $0.isReached(walk.look) }) {
          return "\(state.id) after \(walk.taken)"
        }
      }
    }
    return nil
  }

  @Test func everyStateIsNamedOnce() {
    #expect(Set(Unlawful.all.map(\.id)).count == Unlawful.all.count)
    print("unlawful states: \(Unlawful.all.count)")
  }
}
