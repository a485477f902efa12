import App
import Kit
import Law
import Offices
import Storage
import TestKit
import Testing
import Web

@testable import Duties

/// One digest for each person and day, whatever happens to the process.
@Suite struct DailyDigestTests {
  private static func digests(_ scene: Scene) async throws -> [String] {
    try await scene.test.database.read { reader in
      try reader.query(
        "SELECT account.login, g.day FROM duty_digest g JOIN account ON account.id = g.person ORDER BY g.day, account.login"
      ) { "\(try $0.text(1)) \(try $0.text(0))" }
    }
  }

  private static func words(_ login: String, _ scene: Scene) async throws -> String {
    let id = try await scene.test.account(login).id.value
    return try await scene.test.database.read { try DigestStore.find(id, on: $0.today, $0)?.words ?? "" }
  }

  /// Today is Friday 2026-11-20.
  @Test(arguments: Store.both) func `urgent apart, new since the last one, sealed left out`(store: Store) async throws {
    try await Scene.play(store) { scene in
      try await scene.owe(1, due: "2026-11-17")
      try await scene.owe(2, due: "2026-11-20")
      try await scene.owe(3, due: "2026-11-24")
      try await scene.owe(4, due: "2026-12-30")
      try await scene.owe(5, due: "2026-11-20", kind: "dereliction.open")
      try await scene.owe(6, by: "qinsa", due: "2026-11-20", kind: "dereliction.open")
      try await scene.duties.writeDigests(scene.test.database)
      #expect(try await Self.digests(scene) == ["2026-11-20 zhouyn"])
      let first = try await Self.words("zhouyn", scene)
      #expect(first.contains("待办 4 项，急办 2 项。") && first.contains("1. 第1件事（逾期 3 个工作日）") && first.contains("今天到期"))
      #expect(first.contains("【3 个工作日内到期】\n1. 第3件事（2026-11-24 止）") && !first.contains("第4件事"))
      #expect(!first.contains("第5件事") && !first.contains("新交办"))
      // Twice a day is once, and what came since waits for tomorrow.
      scene.test.clock.advance(minutes: 5)
      try await scene.owe(7, due: "2026-12-30")
      try await scene.duties.writeDigests(scene.test.database)
      #expect(try await Self.words("zhouyn", scene) == first)
      let page = try await Visitor.signedIn(scene.test, "zhouyn").get("/today").text
      #expect(page.contains("今日摘要") && page.contains("急办 2 项"))
      scene.test.clock.advance(days: 3)
      try await scene.duties.writeDigests(scene.test.database)
      let next = try await Self.words("zhouyn", scene)
      #expect(next.contains("新交办 1 项") && next.contains("【新交办】\n1. 第7件事"))
      #expect(try await Self.digests(scene).count == 2)
    }
  }

  /// Two processes that both looked before either wrote.
  @Test(arguments: Store.both) func `two at once write one, and one that failed is written again`(store: Store)
    async throws
  {
    try await Scene.play(store) { scene in
      try await scene.owe(1, due: "2026-11-20")
      let writing = DigestWriting(calendar: scene.law.calendar, sealed: scene.content.ladders.sealed)
      let person = try await scene.test.account("zhouyn").id.value
      struct Crash: Error {}
      try? await scene.change { tx in
        try writing.write([person], tx)
        throw Crash()
      }
      #expect(try await Self.digests(scene).isEmpty)
      try await scene.change { tx in
        try writing.write([person], tx)
        try writing.write([person], tx)
      }
      #expect(try await Self.digests(scene) == ["2026-11-20 zhouyn"])
      // Sabotage: past the look, the key still holds.
      await #expect(throws: (any Error).self) {
        try await scene.change { tx in
          try DigestStore.insert("又一份", of: person, tx)
          tx.tell(Scene.subject(1), "又写一份")
        }
      }
    }
  }
}
