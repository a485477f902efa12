import App
import Foundation
import Intake
import Kit
import Offices
import Storage
import TestKit
import Testing
import Web

@Suite struct ProgressTests {
  @Test(arguments: Store.both) func `the reporter follows the clue by code, in plain words`(store: Store) async throws {
    try await TestHouse.with(store) { test in
      let (id, code) = try await test.reported()
      let citizen = Visitor(test)
      func progress() async throws -> String { try await citizen.post("/progress", [("code", code)]).text }
      #expect(try await progress().contains("最迟 12月1日 周二决定是否受理"))

      let officer = try await test.account("zhouyn")
      let head = try await Visitor.signedIn(test, "heyuan")
      _ = try await head.post("/clues/\(id)/accept", [("owner", officer.id.text), ("due", "2026-11-30")])
      let accepted = try await progress()
      #expect(accepted.contains("已经受理") && accepted.contains("最迟 11月30日 周一给出答复"))
      test.clock.advance(days: 11)
      #expect(try await progress().contains("已经超期"))

      _ = try await Visitor.signedIn(test, "zhouyn").post("/clues/\(id)/answer", [("answer", "摊位已取缔，当事人已立案。\n谢谢你的举报。")])
      let answered = try await progress()
      #expect(answered.contains("摊位已取缔，当事人已立案。") && answered.contains("谢谢你的举报。"))
      for hidden in ["镶牙", "供销社", "周予宁", "贺远"] { #expect(!answered.contains(hidden), "\(hidden)") }
    }
  }

  @Test(arguments: Store.both) func `the reason of a refusal is what the reporter reads`(store: Store) async throws {
    try await TestHouse.with(store) { test in
      let (id, code) = try await test.reported()
      _ = try await Visitor.signedIn(test, "heyuan").post("/clues/\(id)/refuse", [("reason", "药价问题由市场监管局管，请打 12315。")])
      let page = try await Visitor(test).post("/progress", [("code", code.lowercased().replacing("-", with: " "))])
      #expect(page.status == 200)
      #expect(page.text.contains("没有受理") && page.text.contains("药价问题由市场监管局管，请打 12315。"))
    }
  }

  @Test(arguments: Store.both) func `a wrong code says so, a flood of them waits, a right one is always answered`(
    store: Store
  ) async throws {
    try await TestHouse.with(store) { test in
      let (_, code) = try await test.reported()
      let client = Visitor(test)
      #expect(try await client.get("/progress").status == 200)
      #expect(try await client.post("/progress", []).text.contains("“查询码”还没有填"))
      for _ in 1...20 {
        let answer = try await client.post("/progress", [("code", "ABCD-EFGH-JKMN")])
        #expect(answer.status == 422 && answer.text.contains("没有这个查询码"))
      }
      #expect(try await client.post("/progress", [("code", "nonsense")]).status == 429)
      #expect(try await client.post("/progress", [("code", code)]).status == 200)
      test.clock.advance(minutes: 1)
      #expect(try await client.post("/progress", [("code", "nonsense")]).status == 422)
    }
  }
}
