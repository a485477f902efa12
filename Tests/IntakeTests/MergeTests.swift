import App
import Foundation
import Intake
import Kit
import Offices
import Storage
import TestKit
import Testing
import Web

@Suite struct MergeTests {
  private static let second = "石桥镇的集市上，有人摆摊镶牙没牌子，收八十元一颗，还说包好。"

  @Test(arguments: Store.both) func `clues on the same thing are suggested with reasons, to officers only`(store: Store)
    async throws
  {
    try await TestHouse.with(store) { test in
      let (first, _) = try await test.reported()
      let (near, code) = try await test.reported(Report(text: Self.second, place: "石桥镇供销社门口"))
      let (far, _) = try await test.reported(Report(text: "柳塘镇的诊所卖过期的药。", place: "柳塘镇桥头街6号"))
      let head = try await Visitor.signedIn(test, "heyuan")
      let page = try await head.get("/clues/\(near)").text
      #expect(page.contains("可能是同一件事") && page.contains("文字相近") && page.contains("同一天"))
      #expect(page.contains("href=\"/clues/\(first)\"") && !page.contains("href=\"/clues/\(far)\""))
      #expect(try await !head.get("/clues/\(far)").text.contains("可能是同一件事"))
      #expect(try await !Visitor(test).post("/progress", [("code", code)]).text.contains("可能是同一件事"))
      // A month later nothing is near any more.
      test.clock.advance(days: 31)
      let (late, _) = try await test.reported(Report(text: Self.second + "又来了"))
      let again = try await Visitor.signedIn(test, "heyuan").get("/clues/\(late)").text
      #expect(!again.contains("可能是同一件事"))
    }
  }

  @Test(arguments: Store.both) func `a merged clue is answered with the other, and can be taken back`(store: Store)
    async throws
  {
    try await TestHouse.with(store) { test in
      let (lead, _) = try await test.reported()
      let named = Report(text: Self.second).fields + [("reporter", "甲某"), ("phone", "13900000000")]
      let receipt = try await Visitor(test).post("/report", named, files: [])
      let (clue, code) = (try await test.newest(), try #require(receipt.code))
      let head = try await Visitor.signedIn(test, "heyuan")
      func progress() async throws -> String { try await Visitor(test).post("/progress", [("code", code)]).text }

      let offered = OfferedForm(try await head.get("/clues/\(clue)/merge?lead=\(Self.encoded)"))
      #expect(offered.value("lead") == "清举〔2026〕0001")
      let merge = [("lead", "清举〔2026〕0001"), ("reason", "同一个摊")]
      let done = try await head.post("/clues/\(clue)/merge", merge)
      #expect(done.status == 303 && done.location == "/clues/\(lead)")
      #expect(try await test.clue(clue).state == .merged)
      #expect(try await test.duties(clue) == [])
      #expect(try await head.get("/clues/\(lead)").text.contains("1 条，其中实名 1 条"))
      #expect(try await head.get("/clues?state=merged").text.contains("线索 1 条"))
      #expect(try await progress().contains("合并在一起办理"))

      let officer = try await test.account("zhouyn")
      _ = try await head.post("/clues/\(lead)/accept", [("owner", officer.id.text), ("due", "2026-11-27")])
      #expect(try await progress().contains("最迟 11月27日 周五给出答复"))
      for step in ["accept", "refuse", "answer", "assign", "premises", "site", "merge"] {
        let fields = [
          ("owner", officer.id.text), ("reason", "x"), ("answer", "x"), ("lead", "清举〔2026〕0001"), ("name", "x"),
          ("address", "x"),
        ]
        let answer = try await head.post("/clues/\(clue)/\(step)", fields + [("premises", try await test.site(step))])
        #expect(answer.status == 409, "\(step)")
      }
      #expect(try await Self.isSound(test))

      #expect(try await head.post("/clues/\(clue)/unmerge", []).status == 422)
      #expect(try await head.post("/clues/\(clue)/unmerge", [("reason", "不是一个摊")]).status == 303)
      #expect(try await test.clue(clue).state == .received)
      #expect(try await test.duties(clue) == ["clue.accept heyuan 2026-12-01"])
      #expect(try await !progress().contains("合并在一起办理"))
      #expect(try await head.post("/clues/\(clue)/unmerge", [("reason", "再来")]).status == 409)
      #expect(
        try await test.history(clue).map(\.sentence).suffix(2) == [
          "把线索清举〔2026〕0002并入线索清举〔2026〕0001", "撤销线索清举〔2026〕0002与线索清举〔2026〕0001的合并",
        ])
      #expect(try await Self.isSound(test))

      #expect(try await head.post("/clues/\(clue)/merge", merge).status == 303)
      let client = try await Visitor.signedIn(test, "zhouyn")
      _ = try await client.post("/clues/\(lead)/answer", [("answer", "摊位已取缔。")])
      #expect(try await progress().contains("摊位已取缔。"))
    }
  }

  @Test(arguments: Store.both) func `a clue goes into no strange, ended or merged one`(store: Store) async throws {
    try await TestHouse.with(store) { test in
      let (first, _) = try await test.reported()
      let (second, _) = try await test.reported(Report(text: Self.second))
      let (third, _) = try await test.reported(Report(text: "第三件"))
      let head = try await Visitor.signedIn(test, "heyuan")
      func merged(_ clue: ID<Clue>, _ number: String) async throws -> Answer {
        try await head.post("/clues/\(clue)/merge", [("lead", "清举〔2026〕\(number)"), ("reason", "同一件事")])
      }
      #expect(try await merged(first, "0009").text.contains("没有这个编号的线索"))
      #expect(try await merged(first, "0001").text.contains("不能并入它自己"))
      #expect(try await merged(first, "0002").status == 303)
      #expect(try await merged(third, "0001").text.contains("已经并入别的线索"))
      #expect(try await merged(second, "0003").status == 303)
      // Through two: the reporter of the first reads the third.
      _ = try await head.post("/clues/\(third)/refuse", [("reason", "没有地点。")])
      #expect(try await test.clue(first).state == .merged)
      let (fourth, _) = try await test.reported(Report(text: "第四件"))
      #expect(try await merged(fourth, "0003").text.contains("已经办结"))
    }
  }

  /// What the self-check says of the county.
  private static func isSound(_ test: TestHouse) async throws -> Bool {
    let head = try await Visitor.signedIn(test, "heyuan")
    #expect(try await head.post("/checks").status == 303)
    return try await head.get("/checks").text.contains("没有发现")
  }

  private static let encoded = "%E6%B8%85%E4%B8%BE%E3%80%942026%E3%80%950001"
}
