import App
import Foundation
import Intake
import Kit
import Offices
import Storage
import TestKit
import Testing
import Web

@Suite struct FloodTests {
  /// The packs let ten of one sender through in ten minutes.
  @Test(arguments: Store.both) func `beyond the budget of a sender reports are held, others are not touched`(
    store: Store
  ) async throws {
    try await TestHouse.with(store) { test in
      let (loud, other) = (Visitor(test), Visitor(test))
      (loud.address, other.address) = ("10.1.1.1, 203.0.113.7", "203.0.113.8")
      for number in 1...12 {
        let answer = try await loud.post("/report", Report(text: "同样的话第\(number)遍").fields, files: [])
        #expect(answer.status == 201 && answer.code != nil)
        #expect(answer.text.contains("由人核对") == (number > 10), "\(number)")
      }
      #expect(try await test.count() == 10)
      let quiet = try await other.post("/report", Report(text: "另一个人的举报").fields, files: [])
      #expect(quiet.text.contains("清举〔2026〕0011"))
      // Ten minutes later the sender is heard again.
      test.clock.advance(minutes: 10)
      #expect(try await loud.post("/report", Report(text: "过了十分钟").fields, files: []).text.contains("清举〔2026〕0012"))
      for trace in ["203.0.113.7", "203.0.113.8"] { #expect(try await !Self.stands(trace, test)) }
    }
  }

  @Test(arguments: Store.both) func `a held report is no clue until somebody releases it, and is answered where not`(
    store: Store
  ) async throws {
    try await TestHouse.with(store, reports: 1) { test in
      _ = try await test.reported(Report(text: "第一份"))
      let named = Report(text: "第二份，有照片").fields + [("reporter", "甲某"), ("phone", "13900000000")]
      let citizen = Visitor(test)
      let held = try await citizen.post("/report", named, files: [.init("files", "摊位.png", png)])
      let code = try #require(held.code)
      #expect(try await citizen.post("/report", named, files: [.init("files", "摊位.png", png)]).code == code)
      for _ in 1...3 { _ = try await citizen.post("/report", Report(text: "加微信！买药", once: nil).fields, files: []) }
      let spam = try #require(
        try await citizen.post("/report", Report(text: "加微信，买药", once: nil).fields, files: []).code)
      #expect(try await test.count() == 1)
      func progress(_ code: String) async throws -> String {
        try await citizen.post("/progress", [("code", code)]).text
      }
      #expect(try await progress(code).contains("等候人工核对"))

      test.clock.advance(days: 3)
      let head = try await Visitor.signedIn(test, "heyuan")
      #expect(try await head.get("/clues").text.contains(">5</a> 份超过限量的举报等候核对"))
      let page = try await head.get("/clues/flood")
      #expect(page.text.contains("等候核对 5 份") && page.text.contains("内容 2 种"))
      #expect(!page.text.contains("甲某"))
      let groups = page.text.split(separator: "name=\"group\" value=\"").dropFirst().map { String($0.prefix(64)) }
      #expect(groups.count == 2)
      #expect(try await head.post("/clues/flood", [("decision", "release")]).text.contains("还没有勾选"))
      #expect(
        try await head.post("/clues/flood", [("group", groups[0]), ("decision", "discard")]).text.contains("“理由”还没有填"))
      let discard = [("group", groups[0]), ("decision", "discard"), ("reason", "是广告，不是举报。")]
      #expect(try await head.post("/clues/flood", discard).status == 303)
      #expect(try await progress(spam).contains("是广告，不是举报。"))
      #expect(try await head.post("/clues/flood", [("group", groups[1]), ("decision", "release")]).status == 303)
      let clue = try await test.clue(test.newest())
      #expect(clue.number == "清举〔2026〕0002" && clue.channel == .web)
      // From the day on which it came: 7 working days after Friday 2026-11-20.
      #expect(try await test.duties(clue.id) == ["clue.accept heyuan 2026-12-01"])
      #expect(try await head.get("/clues/\(clue.id)").text.contains("摊位.png"))
      #expect(try await head.get("/clues/\(clue.id)").text.contains("留了姓名或电话，已封存"))
      #expect(try await progress(code).contains("清举〔2026〕0002"))
      let custodian = try await Visitor.signedIn(test, "baoz")
      #expect(try await custodian.post("/reporters/\(clue.id)", [("reason", "回访")]).text.contains("甲某"))
      #expect(try await head.post("/clues/flood", discard).text.contains("已经核对过"))
      #expect(try await head.post("/checks").status == 303)
      #expect(try await head.get("/checks").text.contains("没有发现"))
      #expect(try await Visitor.signedIn(test, "zhouyn").get("/clues/flood").status == 403)
    }
  }

  /// No wall clock: none is lost, the budget's number are clues, and pages say how many wait.
  @Test(arguments: Store.both) func `of a flood nothing is lost, and the list of clues stays short`(store: Store)
    async throws
  {
    try await TestHouse.with(store, reports: 20) { test in
      for number in 1...120 {
        let answer = try await Visitor(test).post("/report", Report(text: "洪水\(number)", once: nil).fields, files: [])
        #expect(answer.status == 201 && answer.code != nil)
      }
      let held = try await test.database.read {
        try $0.number("SELECT COUNT(*) FROM flood_report WHERE state = 'waiting'")
      }
      #expect(try await test.count() == 20 && held == 100)
      let head = try await Visitor.signedIn(test, "heyuan")
      #expect(try await head.get("/clues").text.contains("线索 20 条"))
      #expect(try await head.get("/clues/flood").text.contains("内容 100 种，显示 1 至 20 种"))
      #expect(
        try await test.database.read { try $0.number("SELECT COUNT(*) FROM duty WHERE kind = 'clue.accept'") } == 20)
    }
  }

  private static let shapes: [(name: String, bytes: [UInt8])] = [
    ("照片.png", Array("MZ\u{90}\0\u{3}\0\0\0".utf8)), ("照片.jpg", [0x7F] + Array("ELF\u{2}\u{1}\u{1}\0".utf8)),
    ("收据.pdf", Array("<html><script>alert(1)</script>".utf8)),
    ("图.png", Array("<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>".utf8)),
    ("单据.pdf", Array("#!/bin/sh\nrm -rf /\n".utf8)), ("资料.pdf", zip), ("空.png", []),
  ]

  @Test(arguments: Store.both) func `files are what their first bytes say; programs and pages are refused by name`(
    store: Store
  ) async throws {
    try await TestHouse.with(store) { test in
      for shape in Self.shapes where !shape.bytes.isEmpty {
        let answer = try await Visitor(test).post(
          "/report", Report().fields, files: [.init("files", shape.name, shape.bytes)])
        #expect(answer.status == 422 && answer.text.contains("文件“\(shape.name)”不是图片"), "\(shape.name)")
      }
      let script = Report(text: "<script>alert(1)</script>有人镶牙", place: "\"><img src=x onerror=alert(1)>")
      let (id, _) = try await test.reported(script)
      let head = try await Visitor.signedIn(test, "heyuan")
      for path in ["/clues", "/clues/\(id)", "/clues/flood"] {
        let page = try await head.get(path).text
        #expect(!page.contains("<script>") && !page.contains("<img src=x"), "\(path)")
      }
    }
  }

  private static func stands(_ trace: String, _ test: TestHouse) async throws -> Bool {
    let words = try await test.database.read { reader in
      try reader.query("SELECT sentence || changes || COALESCE(reason, '') FROM ledger") { try $0.text(0) }
    }
    return words.contains { $0.contains(trace) }
  }
}
