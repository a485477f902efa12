import App
import Foundation
import Intake
import Kit
import Offices
import Storage
import TestKit
import Testing
import Web

@Suite struct ReportTests {
  @Test(arguments: Store.both) func `a citizen reports without an account and gets a code`(store: Store) async throws {
    try await TestHouse.with(store) { test in
      let client = Visitor(test)
      let form = try await client.get("/report")
      #expect(form.status == 200)
      for words in ["先打 120", "发生了什么", "在哪里", "所在县", "东岭县", "enctype=\"multipart/form-data\"", "name=\"once\""] {
        #expect(form.text.contains(words), "\(words)")
      }
      let answer = try await client.post(
        "/report", Report(happened: "逢集那天").fields,
        files: [.init("files", "摊位.png", png), .init("files", "收据.pdf", pdf)])
      #expect(answer.status == 201)
      #expect(answer.text.contains("已收到") && answer.text.contains("清举〔2026〕0001"))
      let code = try #require(answer.code)
      #expect(code.utf8.count == 14 && QueryCode(typed: code)?.text == code)

      let clue = try await test.clue(test.newest())
      #expect(clue.state == .received && clue.channel == .web && clue.county == Cast.county)
      let head = try await test.account("heyuan")
      #expect(clue.owner == head.id)
      // 7 working days after Friday 2026-11-20: 23 24 25 26 27 30 1.
      #expect(try await test.duties(clue.id) == ["clue.accept heyuan 2026-12-01"])
      let files = try await test.database.read { try test.database.attachments.list(of: Ref(.clue, clue.id), $0) }
      #expect(files.map(\.type) == ["image/png", "application/pdf"])
    }
  }

  @Test(arguments: Store.both) func `neither code nor words of the report stand in ledger or code column`(store: Store)
    async throws
  {
    try await TestHouse.with(store) { test in
      let (id, code) = try await test.reported()
      let history = try await test.history(id)
      #expect(history.map(\.sentence) == ["提交线索清举〔2026〕0001（网上举报）"])
      #expect(history.map(\.actor) == [.citizen])
      let kept = history.flatMap { [$0.sentence, $0.changes, $0.reason ?? ""] }.joined()
      #expect(!kept.contains("镶牙") && !kept.contains("供销社"))
      let hash = try await test.database.read { try $0.first("SELECT code_hash FROM clue") { try $0.text(0) } }
      let letters = code.filter { $0 != "-" }
      #expect(hash?.utf8.count == 64 && hash != SHA256.hex(of: letters) && hash?.contains(letters) == false)
    }
  }

  @Test(arguments: Store.both) func `the same form twice is one report; a changed one is another`(store: Store)
    async throws
  {
    try await TestHouse.with(store) { test in
      let client = Visitor(test)
      let first = try await client.post("/report", Report().fields, files: [])
      let second = try await client.post("/report", Report().fields, files: [])
      #expect(second.status == 200 && second.text.contains("这份举报已经收到"))
      #expect(second.code == first.code)
      #expect(try await test.count() == 1)

      test.clock.advance(minutes: 11)
      let late = try await client.post("/report", Report().fields, files: [])
      #expect(late.status == 200 && late.code == nil && late.text.contains("不再重复显示"))

      let changed = try await client.post("/report", Report(text: "另一件事").fields, files: [])
      #expect(changed.status == 201 && changed.code != first.code)
      let withFile = try await client.post("/report", Report().fields, files: [.init("files", "a.png", png)])
      #expect(withFile.status == 201)
      #expect(try await test.count() == 3)
    }
  }

  private static let wrong: [(report: Report, words: [String])] = [
    (Report(text: nil), ["“发生了什么”还没有填"]),
    (Report(text: " 　\n"), ["“发生了什么”还没有填"]),
    (Report(place: nil), ["“在哪里”还没有填"]),
    (Report(text: nil, place: nil), ["“发生了什么”还没有填", "“在哪里”还没有填"]),
    (Report(text: String(repeating: "假", count: 5001)), ["“发生了什么”有 5001 个字，最多 5000 个字"]),
    (Report(place: String(repeating: "路", count: 201)), ["“在哪里”有 201 个字"]),
    (Report(county: nil), ["“所在县”还没有选"]),
    (Report(county: "999"), ["“所在县”还没有选"]),
    (Report(town: "121"), ["选的乡镇不在这个县的名单里"]),
    (Report(text: "有\u{7}铃"), ["看不见的控制字符"]),
  ]

  @Test(arguments: Store.both, wrong.indices)
  func `a form that cannot stand comes back with every reason and what was typed`(store: Store, row: Int) async throws {
    let (report, words) = Self.wrong[row]
    try await TestHouse.with(store) { test in
      let answer = try await Visitor(test).post("/report", report.fields, files: [])
      #expect(answer.status == 422)
      for word in words { #expect(answer.text.contains(word), "\(word)") }
      if let place = report.place { #expect(answer.text.contains(place)) }
      #expect(answer.text.contains("value=\"00112233445566778899aabbccddeeff\""))
      #expect(try await test.count() == 0)
    }
  }

  @Test(arguments: Store.both) func `files of other kinds are refused by name, by what they are`(store: Store)
    async throws
  {
    try await TestHouse.with(store) { test in
      let answer = try await Visitor(test).post(
        "/report", Report().fields,
        files: [.init("files", "好的.png", png), .init("files", "假图片.png", zip), .init("files", "程序.exe", [77, 90, 0])])
      #expect(answer.status == 422)
      #expect(answer.text.contains("“假图片.png”不是图片") && answer.text.contains("“程序.exe”不是图片"))
      #expect(!answer.text.contains("“好的.png”不是图片") && answer.text.contains("请重新选一次"))
      #expect(try await test.count() == 0)
    }
  }

  @Test(arguments: Store.both) func `six files are too many`(store: Store) async throws {
    try await TestHouse.with(store) { test in
      let files = (1...6).map { Visitor.File("files", "\($0).png", png) }
      let answer = try await Visitor(test).post("/report", Report().fields, files: files)
      #expect(answer.status == 413 && answer.text.contains("最多上传 5 个文件"))
      #expect(try await test.count() == 0)
    }
  }

  @Test(arguments: Store.both) func `a county where nobody can own a clue takes none`(store: Store) async throws {
    try await TestHouse.with(store, cast: false) { test in
      let form = try await Visitor(test).get("/report")
      let answer = try await Visitor(test).post("/report", Report().fields)
      #expect(form.text.contains("网上举报还没有开通") && answer.status == 503)
    }
  }

  @Test(arguments: Store.both) func `a county without a head gives new clues to whoever works them`(store: Store)
    async throws
  {
    try await TestHouse.with(store) { test in
      let (id, _) = try await test.reported(Report(county: "120"))
      let clue = try await test.clue(id)
      let officer = try await test.account("dongl")
      #expect(clue.number == "东举〔2026〕0001" && clue.owner == officer.id)
    }
  }

  @Test(arguments: Store.both) func `tags and quotes of a report stay text`(store: Store) async throws {
    try await TestHouse.with(store) { test in
      let (id, _) = try await test.reported(
        Report(text: "<script>alert(1)</script>\"\u{301} onfocus=x", place: "'><b>"))
      let client = try await Visitor.signedIn(test, "heyuan")
      for path in ["/clues", "/clues/\(id)"] {
        let page = try await client.get(path)
        #expect(page.status == 200)
        #expect(!page.text.contains("<script>") && !page.text.contains("'><b>"))
        #expect(page.text.contains("&lt;script&gt;"))
      }
    }
  }

  @Test(arguments: Store.both) func `the desk registers a call and hands out a code`(store: Store) async throws {
    try await TestHouse.with(store) { test in
      let client = try await Visitor.signedIn(test, "zhouyn")
      #expect(try await client.get("/clues/new").text.contains("转办"))
      let fields = Report(county: nil, town: "113").fields + [("channel", "phone"), ("origin", "12345 转办单 0412")]
      let answer = try await client.post("/clues/new", fields, files: [])
      #expect(answer.status == 201 && answer.code != nil && answer.text.contains("清举〔2026〕0001"))
      let clue = try await test.clue(test.newest())
      #expect(clue.channel == .phone)
      let history = try await test.history(clue.id)
      #expect(history.map(\.sentence) == ["登记线索清举〔2026〕0001（来电）"])
      let page = try await client.get("/clues/\(clue.id)").text
      #expect(page.contains("12345 转办单 0412") && page.contains("石桥镇　石桥镇逢集"))
      for channel in ["web", "fax", nil] {
        let fields = Report().fields + (channel.map { [("channel", $0)] } ?? [])
        #expect(try await client.post("/clues/new", fields).status == 422)
      }
      #expect(try await test.count() == 1)
    }
  }
}
