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
      try await scene.owe(1, due: "2026-11-17", on: RefKind("deadline"))
      try await scene.owe(2, due: "2026-11-20", on: RefKind("deadline"))
      try await scene.owe(3, due: "2026-11-24", on: RefKind("deadline"))
      try await scene.owe(4, due: "2026-12-30", on: RefKind("deadline"))
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
      try await scene.owe(7, due: "2026-12-30", on: RefKind("deadline"))
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

  /// Two processes at once.
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
      let database = scene.test.database
      async let one: Void = writing.run(database)
      async let other: Void = writing.run(database)
      _ = try await (one, other)
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

  /// A visit must not be announced, and a party is nobody's business in a group chat.
  @Test(arguments: Store.both) func `of visits and cases the kind and the number alone`(store: Store) async throws {
    try await Scene.play(store) { scene in
      try await scene.owe(1, due: "2026-11-20", on: RefKind("visit"))
      try await scene.owe(2, due: "2026-11-20", on: RefKind("visit"))
      try await scene.owe(3, due: "2026-11-20", on: RefKind("case"))
      try await scene.owe(4, due: "2026-11-20", on: RefKind("deadline"))
      try await scene.owe(5, due: "2026-11-23", on: RefKind("clue"))
      try await scene.duties.writeDigests(scene.test.database)
      let words = try await Self.words("zhouyn", scene)
      #expect(words.contains("【急办】\n1. 第4件事（今天到期）\n另有检查 2 项、案件 1 项，打开系统看。"), "\(words)")
      #expect(words.contains("到期】\n线索 1 项，打开系统看。") && words.contains("待办 5 项"))
      for hidden in [1, 2, 3, 5] { #expect(!words.contains("第\(hidden)件事")) }
    }
  }

  @Test(arguments: Store.both) func `a duty that was handed over is new to whoever got it`(store: Store) async throws {
    try await Scene.play(store) { scene in
      try await scene.owe(1, due: "2026-12-30", on: RefKind("deadline"))
      try await scene.owe(2, by: "qinsa", due: "2026-12-30", on: RefKind("deadline"))
      scene.test.clock.advance(minutes: 1)
      try await scene.duties.writeDigests(scene.test.database)
      scene.test.clock.advance(days: 1)
      let heir = try await scene.test.account("qinsa").id
      try await scene.change { tx in
        try Duties.handOver(Ref(RefKind("deadline"), 1), kind: nil, to: heir, tx)
        tx.tell(Ref(RefKind("deadline"), 1), "交接")
      }
      scene.test.clock.advance(days: 1)
      try await scene.duties.writeDigests(scene.test.database)
      let words = try await Self.words("qinsa", scene)
      #expect(words.contains("新交办 1 项") && words.contains("【新交办】\n1. 第1件事"), "\(words)")
    }
  }
}
