import App
import Foundation
import Intake
import Kit
import Offices
import Packs
import Storage
import TestKit
import Testing
import Web

@Suite struct ChannelTests {
  /// What the desk sends, and the accept duty that follows. The day of the tests is Friday 2026-11-20.
  private static let clocks: [(fields: [(String, String)], due: String)] = [
    // 1 working day after Friday: Monday.
    ([("channel", "hotline"), ("order", "YZ-2026-0001")], "2026-11-23"),
    // A letter of the Monday before: 7 working days 17 18 19 20 23 24 25.
    ([("channel", "letter"), ("came", "2026-11-16")], "2026-11-25"),
    // A petition by letter: 15 days after 2026-11-20 is Saturday 2026-12-05, so Monday.
    ([("channel", "letter"), ("matter", "suggestion")], "2026-12-07"),
    ([("channel", "media"), ("outlet", "清沅日报"), ("address", "2026年11月19日三版")], "2026-12-01"),
    ([("channel", "transfer"), ("sender", "县市场监管局")], "2026-12-01"),
    ([("channel", "phone"), ("matter", "price")], "2026-12-01"),
  ]

  @Test(arguments: Store.both) func `each channel has its own clock`(store: Store) async throws {
    try await TestHouse.with(store) { test in
      let head = try await Visitor.signedIn(test, "heyuan")
      for (place, row) in Self.clocks.enumerated() {
        let answer = try await head.post("/clues/new", row.fields + Self.told("第\(place)条"), files: [])
        #expect(answer.status == 201, "\(row.fields)")
        #expect(try await test.duties(test.newest()) == ["clue.accept heyuan \(row.due)"], "\(row.fields)")
      }
      let media = try await head.get("/clues?channel=media").text
      #expect(media.contains("第3条") && !media.contains("第2条") && media.contains("线索 1 条"))
      let page = try await head.get("/channels").text
      for words in ["热线工单", "1个工作日", "信访工作条例", "凭记忆，须核对", "12315", "还没有设定", "href=\"/clues?channel=letter\">2<"] {
        #expect(page.contains(words), "\(words)")
      }
    }
  }

  @Test(arguments: Store.both) func `an order is one clue, and is found by its number`(store: Store) async throws {
    try await TestHouse.with(store) { test in
      let head = try await Visitor.signedIn(test, "heyuan")
      let order = [("channel", "hotline"), ("order", "YZ20260001")]
      #expect(try await head.post("/clues/new", order + Self.told("镶牙"), files: []).status == 201)
      let again = try await head.post("/clues/new", order + Self.told("另一次派单"), files: [])
      #expect(again.status == 422 && again.text.contains("工单 YZ20260001 已经登记为线索清举〔2026〕0001"))
      #expect(try await test.count() == 1)
      #expect(try await head.get("/clues?words=YZ20260001").text.contains("清举〔2026〕0001"))
      #expect(try await head.get("/clues/\(test.newest())").text.contains("工单 YZ20260001"))
    }
  }

  private static let wrong: [(fields: [(String, String)], words: String)] = [
    ([("channel", "hotline")], "“工单编号”还没有填"),
    ([("channel", "media")], "“媒体名称”还没有填"),
    ([("channel", "transfer")], "“转来的单位”还没有填"),
    ([("channel", "web")], "“来源”选的不在列表里"),
    ([("channel", "phone"), ("matter", "weather")], "“反映什么事”选的不在列表里"),
    ([("channel", "phone"), ("matter", "emergency")], "“反映什么事”选的不在列表里"),
    ([("channel", "letter"), ("came", "2026-11-21")], "收到的日期不能晚于今天"),
  ]

  @Test(arguments: Store.both) func `the desk names what a channel asks for`(store: Store) async throws {
    try await TestHouse.with(store) { test in
      let head = try await Visitor.signedIn(test, "heyuan")
      for row in Self.wrong {
        let answer = try await head.post("/clues/new", row.fields + Self.told("有人镶牙"), files: [])
        #expect(answer.status == 422 && answer.text.contains(row.words), "\(row.words)")
        #expect(answer.text.contains("有人镶牙"))
      }
      #expect(try await test.count() == 0)
    }
  }

  @Test(arguments: Store.both) func `what the city prescribes goes before the packs, and can be taken back`(
    store: Store
  )
    async throws
  {
    try await TestHouse.with(store) { test in
      let head = try await Visitor.signedIn(test, "heyuan")
      func set(_ fields: [(String, String)]) async throws -> Answer { try await head.post("/channels/terms", fields) }
      let rule = [("channel", "hotline"), ("step", "acceptance"), ("days", "2"), ("basis", "云州市12345办法第九条")]
      #expect(try await set(rule).status == 303)
      #expect(
        try await set(
          [("channel", "hotline"), ("matter", "consult")] + rule.dropFirst().map { $0.0 == "days" ? ("days", "3") : $0 }
        ).status == 303)
      #expect(try await head.get("/channels").text.contains("云州市12345办法第九条"))
      for (matter, due) in [("violation", "2026-11-24"), ("consult", "2026-11-25")] {
        let fields = [("channel", "hotline"), ("order", matter), ("matter", matter)] + Self.told(matter)
        #expect(try await head.post("/clues/new", fields, files: []).status == 201)
        #expect(try await test.duties(test.newest()) == ["clue.accept heyuan \(due)"])
      }
      let basis = try await test.database.read { reader in
        try reader.query("SELECT basis, term FROM duty ORDER BY id") { (try $0.text(0), try $0.isNull(1)) }
      }
      #expect(basis.first?.0 == "2个工作日，云州市12345办法第九条（本单位设定）" && basis.first?.1 == true)

      #expect(try await set([("channel", "hotline"), ("step", "acceptance")]).status == 303)
      let fields = [("channel", "hotline"), ("order", "3")] + Self.told("收回以后")
      #expect(try await head.post("/clues/new", fields, files: []).status == 201)
      #expect(try await test.duties(test.newest()) == ["clue.accept heyuan 2026-11-23"])
      let wrong = [
        (["days": "91", "basis": "x"], "1 到 90"), (["days": "x"], "要写整数"), (["days": "2"], "“依据”还没有填"), ([:], "没有设定"),
      ]
      for (fields, words) in wrong {
        let answer = try await set(
          [("channel", "hotline"), ("step", "acceptance")] + fields.map { ($0.key, $0.value) })
        #expect(answer.status == 422 && answer.text.contains(words), "\(words)")
      }
      let officer = try await Visitor.signedIn(test, "zhouyn")
      #expect(try await officer.get("/channels").status == 200)
      #expect(try await officer.post("/channels/terms", rule).status == 403)
    }
  }

  @Test(arguments: Store.both) func `a citizen is told where to go with what is not ours, and taken when he insists`(
    store: Store
  ) async throws {
    try await TestHouse.with(store) { test in
      let citizen = Visitor(test)
      let form = try await citizen.get("/report").text
      for words in ["先打 120", "110", "不归我们管的，找谁更快", "12333", "反映什么事", "人民调解"] {
        #expect(form.contains(words), "\(words)")
      }
      let price = Report().fields + [("matter", "price")]
      let told = try await citizen.post("/report", price, files: [])
      #expect(told.status == 422 && told.text.contains("12315") && told.text.contains("name=\"anyway\""))
      #expect(try await test.count() == 0)
      #expect(try await citizen.post("/report", price + [("anyway", "yes")], files: []).status == 201)

      let id = try await test.newest()
      let head = try await Visitor.signedIn(test, "heyuan")
      let refusal = OfferedForm(try await head.get("/clues/\(id)/refuse"))
      #expect(refusal.value("reason").contains("12315") && refusal.value("remedy").contains("行政复议"))
      let fields = ["reason", "remedy"].map { ($0, refusal.value($0)) } + [("ground", "not-ours")]
      #expect(try await head.post("/clues/\(id)/refuse", [("reason", "x"), ("ground", "none")]).status == 422)
      #expect(try await head.post("/clues/\(id)/refuse", fields).status == 303)
      let answer = try await test.clue(id).state
      #expect(answer == .refused)
      #expect(try await test.history(id).last?.changes.contains("不归本机关管") == true)
    }
  }

  private static func told(_ text: String) -> [(String, String)] {
    [("text", text), ("place", "石桥镇供销社门口"), ("once", "once-\(text)-00112233")]
  }
}
