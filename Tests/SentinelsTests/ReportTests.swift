import App
import Intake
import Kit
import Offices
import Packs
import Storage
import TestKit
import Testing
import Web

@testable import Sentinels

@Suite struct ReportTests {
  private static let picture = TinyPicture.png()

  @Test(arguments: Store.both) func `a report becomes a clue with its clock, and the post reads what became of it`(
    store: Store
  ) async throws {
    try await TestHouse.with(store) { test in
      let post = try await test.post()
      let phone = try await test.telephone(of: post)
      let form = OfferedForm(try await phone.get("/post/report?topic=dental"))
      #expect(form.value("place") == "柳塘镇")
      let fields = [
        ("once", form.value("once")), ("topic", "dental"), ("place", "柳塘镇集市东头"), ("text", "有人镶牙"),
      ]
      let files = [Visitor.File("files", "摊.png", Self.picture)]
      let sent = try await phone.post("/post/report", fields, files: files)
      #expect(sent.status == 201 && sent.text.contains("清举〔2026〕0001"))
      let again = try await phone.post("/post/report", fields, files: files)
      #expect(again.status == 200 && again.text.contains("已经收到"))
      let head = try await Visitor.signedIn(test, "heyuan")
      let clue = try #require(try await head.get("/clues").id(after: "<th scope=\"row\"><a href=\"/clues/"))
      let page = try await head.get("/clues/\(clue)").text
      for words in ["哨点报告", "镶牙、拔牙摊：有人镶牙", "摊.png", "柳塘镇卫生院哨点", "艾某，13900000001"] {
        #expect(page.contains(words), "\(words)")
      }
      let id = try #require(ID<Clue>(text: clue))
      let record = try #require(try await test.database.read { try Intake.clue(id, $0) })
      #expect(record.town == 112 && record.due?.iso == "2026-12-01")
      let officer = try await test.account("zhouyn").id.text
      #expect(try await head.post("/clues/\(clue)/accept", [("owner", officer)]).status == 303)
      let report = try #require(sent.id(after: "href=\"/post/reports/"))
      let underway = try await phone.get("/post/reports/\(report)").text
      #expect(underway.contains("受理，交给监督员办") && underway.contains("答复") && !underway.contains("周予宁"))
      let hand = try await Visitor.signedIn(test, "zhouyn")
      #expect(try await hand.post("/clues/\(clue)/answer", [("answer", "已经取缔，谢谢。")]).status == 303)
      let answered = try await phone.get("/post/reports/\(report)").text
      #expect(answered.contains("已经取缔，谢谢。") && answered.contains("办完"))
      #expect(try await phone.get("/post").text.contains("有答复"))
    }
  }

  @Test(arguments: Store.both) func `a period is told to hold nothing once, the last one within its grace`(store: Store)
    async throws
  {
    try await TestHouse.with(store) { test in
      let post = try await test.post()
      let phone = try await test.telephone(of: post)
      #expect(try await phone.get("/post").text.contains("没有发现（2026年11月）"))
      #expect(try await phone.post("/post/zero").status == 303)
      #expect(try await phone.get("/post").text.contains("2026年11月已经报过"))
      #expect(try await phone.post("/post/zero").status == 409)
      // 2027-01-05: December is over, and may still be told.
      test.clock.advance(days: 46)
      #expect(try await phone.post("/post/zero").status == 303)
      #expect(try await phone.post("/post/zero").status == 303)
      // 2027-03-06: February's grace is over, and so is its turn.
      test.clock.advance(days: 60)
      #expect(try await phone.get("/post").text.contains("没有发现（2027年3月）"))
      #expect(
        try await test.told(post).filter { $0.hasPrefix("报告20") } == [
          "报告2026年11月没有发现", "报告2026年12月没有发现",
          "报告2027年1月没有发现",
        ])
    }
  }

  @Test(arguments: Store.both) func `forms name what is wrong and keep what was typed`(store: Store) async throws {
    try await TestHouse.with(store) { test in
      let phone = try await test.telephone(of: try await test.post())
      for (fields, words) in [
        ([], "“是什么”还没有填"), ([("topic", "nonsense"), ("place", "桥头")], "不在列表里"),
        ([("topic", "dental"), ("text", "摊子在这")], "“在哪里”还没有填"),
      ] as [([(String, String)], String)] {
        let answer = try await phone.post("/post/report", fields)
        #expect(answer.status == 422 && answer.text.contains(words), "\(words)")
        if let text = fields.first(where: { $0.0 == "text" }) { #expect(answer.text.contains(text.1)) }
      }
    }
  }

  @Test(arguments: Store.both) func `the pages of a telephone are small`(store: Store) async throws {
    try await TestHouse.with(store) { test in
      let phone = try await test.telephone(of: try await test.post())
      for path in ["/sign-in/post", "/post", "/post/report"] {
        #expect(try await phone.get(path).bytes.count < 8_000, "\(path)")
      }
    }
  }

  /// Periods by hand: months, day, what was told → what is open.
  private static let periods: [(months: Int, day: String, told: Set<String>, open: String)] = [
    (1, "2026-11-20", [], "2026-11"), (1, "2026-12-05", [], "2026-11"), (1, "2026-12-05", ["2026-11"], "2026-12"),
    (1, "2026-12-06", [], "2026-12"), (3, "2026-11-20", [], "2026-10"), (3, "2027-01-05", [], "2026-10"),
    (3, "2027-01-06", [], "2027-01"), (12, "2027-01-02", [], "2026-01"),
  ]

  @Test func `periods begin with the year and end with their grace`() throws {
    for row in Self.periods {
      let period = ReportPeriod(
        months: row.months, grace: 5, provenance: .init(source: "测试", confidence: .house))
      let day = try #require(CivilDate(iso: row.day))
      let begun = try #require(CivilDate(2025, 1, 1))
      #expect(period.open(on: day, told: row.told, since: begun).key == row.open, "\(row)")
      #expect(period.open(on: day, told: row.told, since: day).holds(day), "\(row)")
    }
  }
}
