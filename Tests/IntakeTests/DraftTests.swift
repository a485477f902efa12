import App
import Foundation
import Intake
import Kit
import Offices
import Storage
import TestKit
import Testing
import Web

/// A form that a browser kept and sent over a bad line.
@Suite struct DraftTests {
  private static let token = "0123456789abcdef0123456789abcdef"

  private static func sent(_ text: String = "集市上有人镶牙。", token: String = token, named: Bool = false) -> [(
    String, String
  )] {
    Report(text: text, once: nil).fields + [("draft", token)]
      + (named ? [("reporter", "甲某"), ("phone", "13900000000")] : [])
  }

  @Test(arguments: Store.both) func `a draft that arrives again is one clue with one code, also hours later`(
    store: Store
  )
    async throws
  {
    try await TestHouse.with(store) { test in
      let first = try await Visitor(test).post("/report", Self.sent(named: true), files: [.init("files", "摊.png", png)])
      let code = try #require(first.code)
      test.clock.advance(minutes: 180)
      // Opened anew: the photograph and the name were not kept.
      let again = try await Visitor(test).post("/report", Self.sent(), files: [])
      #expect(again.status == 200 && again.code == code && again.text.contains("以第一次收到的为准"))
      #expect(again.receipt == first.receipt && first.receipt?.utf8.count == 64)
      #expect(try await test.count() == 1)
      let custodian = try await Visitor.signedIn(test, "baoz")
      #expect(try await custodian.post("/reporters/\(test.newest())", [("reason", "回访")]).text.contains("甲某"))
    }
  }

  @Test(arguments: Store.both) func `other words under the same token are refused, and nobody's code comes out`(
    store: Store
  ) async throws {
    try await TestHouse.with(store) { test in
      let code = try #require(try await Visitor(test).post("/report", Self.sent(), files: []).code)
      let elsewhere = Report(county: "120", text: "集市上有人镶牙。", once: nil).fields + [("draft", Self.token)]
      for other in [Self.sent("我想看看别人的码。"), elsewhere] {
        let answer = try await Visitor(test).post("/report", other, files: [])
        #expect(answer.status == 409 && answer.text.contains("这份草稿已经提交成功过"))
        #expect(answer.code == nil && !answer.text.contains(code) && answer.receipt == nil)
      }
      // The words alone bring out another code, a token that is none counts as none.
      let words = try await Visitor(test).post(
        "/report", Self.sent(token: "ffffffffffffffffffffffffffffffff"), files: [])
      #expect(words.status == 201 && words.code != code)
      #expect(try await Visitor(test).post("/report", Self.sent(token: "zz"), files: []).status == 201)
      #expect(try await test.count() == 3)
      for column in ["code_hash", "once_hash"] {
        #expect(try await test.count(SQL(stringLiteral: "\(column) LIKE '%\(Self.token)%'")) == 0)
      }
      #expect(
        try await test.database.read { try $0.number("SELECT COUNT(*) FROM report_draft WHERE hash = \(Self.token)") }
          == 0)
    }
  }

  @Test(arguments: Store.both) func `the receipt is the hash of what the page shows, and tells when the words changed`(
    store: Store
  ) async throws {
    try await TestHouse.with(store) { test in
      let answer = try await Visitor(test).post(
        "/report", Self.sent("第一行\r\n第二行"), files: [.init("files", "摊.png", png)])
      let (code, receipt) = (try #require(answer.code), try #require(answer.receipt))
      let start = try #require(answer.text.range(of: "data-received>"))
      let end = try #require(answer.text.range(of: "</pre>", range: start.upperBound..<answer.text.endIndex))
      let words = String(answer.text[start.upperBound..<end.lowerBound])
      #expect(words.contains("第一行\n第二行") && words.contains("附件：") && SHA256.hex(of: words) == receipt)
      let told = try await Visitor(test).post("/progress", [("code", code)]).text
      #expect(told.contains(receipt) && told.contains("现在保存的内容和收到时一样"))
      let id = try await test.newest()
      try await test.database.change(Cast.county, by: .system, deed: Deed("test.break")) { tx in
        try tx.execute("UPDATE clue SET text = '没有的事' WHERE id = \(id)")
        tx.tell(Ref(.clue, id), "弄坏")
      }
      #expect(try await Visitor(test).post("/progress", [("code", code)]).text.contains("和收到时不一样"))
    }
  }

  @Test(arguments: Store.both) func `a draft that was held waits however often it comes, and is one clue when released`(
    store: Store
  ) async throws {
    try await TestHouse.with(store, reports: 1) { test in
      _ = try await test.reported(Report(text: "第一份"))
      let held = try await Visitor(test).post("/report", Self.sent(), files: [])
      #expect(held.text.contains("由人核对"))
      test.clock.advance(minutes: 30)
      // There is room again; it waits all the same.
      let again = try await Visitor(test).post("/report", Self.sent(), files: [])
      #expect(again.status == 200 && again.code == held.code && again.receipt == held.receipt)
      #expect(try await test.count() == 1)
      let head = try await Visitor.signedIn(test, "heyuan")
      let group = try #require(
        try await head.get("/clues/flood").text.firstMatch(of: /name="group" value="([0-9a-f]+)"/)?.1)
      #expect(try await head.post("/clues/flood", [("group", String(group)), ("decision", "release")]).status == 303)
      #expect(try await Visitor(test).post("/report", Self.sent(), files: []).code == held.code)
      #expect(try await test.count() == 2)
      let told = try await Visitor(test).post("/progress", [("code", try #require(held.code))]).text
      #expect(try told.contains(#require(held.receipt)) && told.contains("和收到时一样"))
      #expect(try await Visitor(test).post("/report", Self.sent("别的话"), files: []).status == 409)
    }
  }

  @Test(arguments: Store.both) func `only pages with a script may run it`(store: Store) async throws {
    try await TestHouse.with(store) { test in
      let form = try await Visitor(test).get("/report")
      #expect(form.policy.contains("script-src 'self'") && form.policy.contains("default-src 'none'"))
      #expect(!form.policy.contains("unsafe") && form.text.contains("src=\"/static/draft.js?v="))
      for path in ["/", "/progress", "/lookup", "/sign-in"] {
        let page = try await Visitor(test).get(path)
        #expect(!page.policy.contains("script-src") && !page.text.contains("<script"), "\(path)")
      }
      #expect(try await !Visitor.signedIn(test, "heyuan").get("/clues").policy.contains("script-src"))
    }
  }
}

/// The task of a flooded server.
@Suite struct FloodWorkTests {
  private static let token = "00112233445566778899aabbccddeeff"

  private static func fields(_ work: String?, token: String = token) -> [(String, String)] {
    Report(text: "超过限量的一份", once: nil).fields + [("draft", token)] + (work.map { [("work", $0)] } ?? [])
  }

  /// What `draft.js` does.
  private static func solve(_ task: String, bits: Int) -> String {
    var number = 0
    while true {
      let bytes = SHA256.hash("\(task).\(number)".utf8)
      if bytes.prefix(bits / 8).allSatisfy({ $0 == 0 }) { return "\(task).\(number)" }
      number += 1
    }
  }

  private static func task(_ test: TestHouse, token: String = token) async throws -> String {
    let answer = try await Visitor(test).post("/report", fields("able", token: token), files: [])
    #expect(answer.status == 429 && answer.code == nil && answer.text.contains("data-bits=\"16\""))
    return String(try #require(answer.text.firstMatch(of: /data-work="([0-9a-f]+)"/)?.1))
  }

  @Test(arguments: Store.both) func `who solves the task passes the queue, who has no script waits in it`(store: Store)
    async throws
  {
    try await TestHouse.with(store, reports: 1) { test in
      _ = try await test.reported(Report(text: "第一份"))
      let task = try await Self.task(test)
      #expect(try await test.count() == 1)
      let solved = Self.solve(task, bits: 16)
      let passed = try await Visitor(test).post("/report", Self.fields(solved), files: [])
      #expect(passed.status == 201 && passed.text.contains("清举〔2026〕0002"))
      // Used once: again it is the same report, and for another draft it is no answer.
      #expect(try await Visitor(test).post("/report", Self.fields(solved), files: []).code == passed.code)
      let other = Self.fields(solved, token: "ffeeddccbbaa99887766554433221100")
      #expect(try await Visitor(test).post("/report", other, files: []).text.contains("由人核对"))
      #expect(try await test.count() == 2)
      let plain = try await Visitor(test).post("/report", Report(text: "没有脚本的一份").fields, files: [])
      #expect(plain.status == 201 && plain.text.contains("由人核对"))
    }
  }

  @Test(arguments: Store.both) func `a wrong answer, an old one and a made one wait`(store: Store) async throws {
    try await TestHouse.with(store, reports: 1) { test in
      _ = try await test.reported(Report(text: "第一份"))
      let tokens = (0..<4).map { String(repeating: "\($0)", count: 32) }
      let (wrong, old) = (try await Self.task(test, token: tokens[0]), try await Self.task(test, token: tokens[1]))
      let made = String(repeating: "a", count: 64)
      let answers = [
        "\(wrong).x", Self.solve(old, bits: 16), Self.solve(made, bits: 16), "none",
      ]
      for (token, answer) in Swift.zip(tokens, answers) {
        // The old one holds in its hour and the next, not after.
        if token == tokens[1] {
          test.clock.advance(minutes: 125)
          _ = try await test.reported(Report(text: "用掉这十分钟的一份", once: nil))
        }
        let held = try await Visitor(test).post("/report", Self.fields(answer, token: token), files: [])
        #expect(held.status == 201 && held.text.contains("由人核对"), "\(token)")
      }
      #expect(try await test.count() == 2)
    }
  }
}

extension Answer {
  /// What the page says was received, as a hash.
  var receipt: String? { text.firstMatch(of: /data-receipt="([0-9a-f]+)"/).map { String($0.1) } }
  var policy: String { header("Content-Security-Policy") ?? "" }
}
