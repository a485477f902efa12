import App
import Kit
import Procedure
import Storage
import TestKit
import Testing
import Web

@testable import Casework

/// A decision that is not served reads like one that is not made (《行政处罚法》第六十一条).
@Suite struct PartyKnownTests {
  /// Terms and chances, as the party reads them.
  private static func terms(_ scene: Scene, _ id: ID<Case>) async throws -> [String] {
    let view = try await scene.test.database.read { try scene.room.partyView(of: id, $0) }
    return try #require(view).clocks.map { "\($0.title) \($0.due.iso)" }
  }

  @Test(arguments: Store.both) func `the terms of the party stay until the decision is served`(store: Store)
    async throws
  {
    try await Scene.play(store) { scene in
      let id = try await scene.file()
      try await scene.notice(id)
      // Served on Friday 2026-11-20: the fifth working day is Friday 27.
      scene.test.clock.advance(days: 10)
      try await scene.take(NewStep(.discussion, on: scene.today), in: id, by: scene.head, as: [.head])
      let before = try await Self.terms(scene, id)
      #expect(before.count == 2 && before.allSatisfy { $0.contains("2026-11-27") }, "\(before)")
      let fine = NewDecision(date: scene.today, penalties: [.fine], fine: Money(yuan: 50_000), reasons: "收款记录。")
      try await scene.decide(id, fine)
      #expect(try await Self.terms(scene, id) == before)
      try await scene.serve(7, of: id)
      let after = try await Self.terms(scene, id)
      #expect(after != before && !after.isEmpty, "\(after)")
    }
  }

  @Test(arguments: Store.both) func `what was closed before is refused with the same words`(store: Store) async throws {
    try await Scene.play(store) { scene in
      let id = try await scene.file()
      try await scene.prepare(id, scene.fined())
      let code = try await scene.code(of: id)
      func asking() async -> [String] { await refusals { try await scene.send(PartySending(.hearing), code) } }
      func empty() async -> [String] { await refusals { try await scene.send(PartySending(.defence), code) } }
      let before = [await asking(), await empty()]
      #expect(before == [["casework.hearing-offered"], ["party.nothing-written"]])
      try await scene.decide(id, scene.fined())
      let after = [await asking(), await empty()]
      #expect(after == before)
    }
  }
}
