import App
import Intake
import Kit
import Procedure
import Storage
import TestKit
import Testing
import Web

@testable import Casework

/// What the party does by its code: 《行政处罚法》第四十五条、第六十三条、第六十四条.
@Suite struct PartyActTests {
  @Test(arguments: Store.both) func `a defence is kept, answered by a receipt, and owed an answer`(store: Store)
    async throws
  {
    try await Scene.play(store) { scene in
      let id = try await scene.file()
      try await scene.notice(id)
      let code = try await scene.code(of: id)
      let receipt = try await scene.send(PartySending(.defence, text: "当天只是借用场地。"), code)
      #expect(receipt.step == 6 && receipt.number.contains("卫医回〔2026〕0001") && receipt.hash.utf8.count == 64)
      #expect(try await scene.duties(of: id).contains("party.defence"))
      let review = NewStep(.defenceReview, on: scene.today, about: 6, facts: Scene.outcome("refused"))
      try await scene.take(review, in: id)
      #expect(try await !scene.duties(of: id).contains("party.defence"))
    }
  }

  @Test(arguments: Store.both) func `who defends himself is not told a heavier penalty`(store: Store) async throws {
    try await Scene.play(store) { scene in
      let id = try await scene.file()
      try await scene.notice(id, fine: 60_000)
      try await scene.send(PartySending(.defence, text: "太重了。"), try await scene.code(of: id))
      func again(_ yuan: Int64) async -> [String] {
        await refusals { try await scene.take(NewStep(.priorNotice, on: scene.today, facts: Scene.fine(yuan)), in: id) }
      }
      #expect(await again(60_001) == ["casework.not-heavier-for-defending"])
      #expect(await again(59_999) == [])
    }
  }

  @Test(arguments: Store.both) func `the same form twice is one act, and nothing is no defence`(store: Store)
    async throws
  {
    try await Scene.play(store) { scene in
      let id = try await scene.file()
      try await scene.notice(id)
      let code = try await scene.code(of: id)
      let sending = PartySending(.defence, text: "情节轻微。", once: "abcdefghijklmnop")
      let first = try await scene.send(sending, code)
      let second = try await scene.send(sending, code)
      #expect(first.number == second.number)
      #expect(await refusals { try await scene.send(PartySending(.defence), code) } == ["party.nothing-written"])
      let steps = try await scene.test.database.read { try CaseStepStore.steps(of: id, $0).count }
      #expect(steps == 6)
    }
  }

  @Test(arguments: Store.both) func `a hearing is requested in time or not at all`(store: Store) async throws {
    try await Scene.play(store) { scene in
      let id = try await scene.file()
      try await scene.notice(id)
      let code = try await scene.code(of: id)
      // Served on Friday 2026-11-20: the fifth working day is Friday 27.
      scene.test.clock.advance(days: 8)
      #expect(await refusals { try await scene.send(PartySending(.hearing), code) } == ["casework.request-in-time"])
      scene.test.clock.advance(days: -1)
      try await scene.send(PartySending(.hearing, text: "请公开举行。"), code)
      #expect(try await scene.duties(of: id).contains("party.hearing"))
      // A defence that comes late is still taken in while nothing is decided.
      scene.test.clock.advance(days: 10)
      #expect(await refusals { try await scene.send(PartySending(.defence, text: "补充。"), code) } == [])
    }
  }

  @Test(arguments: Store.both) func `after the decision nothing is defended any more`(store: Store) async throws {
    try await Scene.play(store) { scene in
      let id = try await scene.file()
      try await scene.prepare(id, scene.fined())
      let code = try await scene.code(of: id)
      try await scene.decide(id, scene.fined())
      #expect(
        await refusals { try await scene.send(PartySending(.defence, text: "现在才说。"), code) } == ["party.under-review"])
      let before = try await scene.page(code).text
      #expect(before.contains("现在不能办的 3 件事") && before.contains("正在审查。决定作出以后，会依法送达给你"))
      for word in ["已经作出", "作出决定。", "正在送达", "58,640", "卫医罚〔"] { #expect(!before.contains(word), "\(word)") }
      try await scene.serve(8, of: id)
      #expect(
        await refusals { try await scene.send(PartySending(.defence, text: "现在才说。"), code) } == ["casework.undecided"])
      let page = try await scene.page(code).text
      #expect(page.contains("现在不能办的 3 件事") && page.contains("本案已经作出决定"))
    }
  }

  @Test(arguments: Store.both) func `a stranger with the code does not fill the store`(store: Store) async throws {
    try await Scene.play(store) { scene in
      let id = try await scene.file()
      try await scene.notice(id)
      let code = try await scene.code(of: id)
      for number in 1...20 { try await scene.send(PartySending(.defence, text: "第\(number)次"), code) }
      #expect(
        await refusals { try await scene.send(PartySending(.defence, text: "再来"), code) } == ["party.too-many-today"])
      scene.test.clock.advance(days: 1)
      #expect(await refusals { try await scene.send(PartySending(.defence, text: "明天"), code) } == [])
    }
  }

  @Test(arguments: Store.both) func `what is given up is given up in so many words`(store: Store) async throws {
    try await Scene.play(store) { scene in
      let id = try await scene.file()
      try await scene.notice(id)
      let code = try await scene.code(of: id)
      let visitor = Visitor(scene.test)
      let plain = try await visitor.post("/party/waiver", [("code", code.text), ("act", "waiver"), ("waive", "both")])
      #expect(plain.status == 422 && plain.text.contains("要勾选已经知道放弃的是什么"))
      let done = try await visitor.post(
        "/party/waiver", [("code", code.text), ("waive", "both"), ("understood", "yes")])
      #expect(done.status == 201 && done.text.contains("回执号"))
      #expect(await refusals { try await scene.send(PartySending(.hearing), code) } == ["casework.hearing-offered"])
    }
  }
}
