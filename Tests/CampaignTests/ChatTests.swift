import App
import Duties
import Kit
import Law
import Offices
import Packs
import Storage
import TestKit
import Testing
import Web

@testable import Campaign

/// Words for group chats: the figures that the page shows, what changed, nobody's name.
struct ChatTextTests {
  struct Change: Sendable {
    let before: String
    let now: String
    var unit = "条"
    let words: String?
  }

  static let changes: [Change] = [
    Change(before: "10", now: "12", words: "比上期多 2 条"), Change(before: "12", now: "10", words: "比上期少 2 条"),
    Change(before: "12", now: "12", words: "与上期相同"), Change(before: "0", now: "1,200", words: "比上期多 1200 条"),
    Change(before: "5.86", now: "6", unit: "万元", words: "上期 5.86 条"),
    Change(before: "许多", now: "6", words: "上期 许多 条"), Change(before: "1.50", now: "4", words: "比上期多 2.50 条"),
  ]

  @Test(arguments: changes.indices) func `a figure is compared with that of the last paper`(_ place: Int) throws {
    let example = Self.changes[place]
    let last = KeptFigures(
      number: "清整治简报〔2026〕第1期", on: try Fixtures.day("2026-11-10"),
      figures: [KeptFigure(title: "线索", number: example.before, unit: "条")])
    let figure = KeptFigure(title: "线索", number: example.now, unit: example.unit)
    #expect(figure.change(since: last) == example.words)
    #expect(
      KeptFigure(title: "立案", number: "1", unit: "件").change(since: last) == nil && figure.change(since: nil) == nil)
  }

  /// Today is 2026-11-16, a Monday.
  @Test func `title, day, figures, what is late by unit, the next deadline`() throws {
    let late = UnitStandingTests.duty(UnitStandingTests.cases[0], agency: 2)
    let next = UnitStandingTests.duty(.init(kind: "x", due: "2026-11-20", holds: []))
    let after = UnitStandingTests.duty(.init(kind: "x", due: "2026-11-27", holds: []))
    let last = KeptFigures(
      number: "第1期", on: try Fixtures.day("2026-11-10"), figures: [KeptFigure(title: "线索", number: "3", unit: "条")])
    let text = ChatText(
      title: "行动",
      figures: (1...8).map { KeptFigure(title: $0 == 1 ? "线索" : "数\($0)", number: "\($0 + 4)", unit: "条") },
      last: last, coverage: [], duties: [late, next, after], today: try Fixtures.day("2026-11-16"),
      calendar: try Fixtures.law.get().calendar)
    let expected = [
      "【行动】截至11月16日", "1. 线索 5 条，比上期多 2 条", "2. 数2 6 条", "3. 数3 7 条", "4. 数4 8 条", "5. 数5 9 条", "6. 数6 10 条",
      "逾期没有办结：单位2 1 项", "下一个期限：11月20日（还有 4 个工作日），单位1“事项”", "上期是第1期（11月10日）",
    ]
    #expect(text.words.split(separator: "\n").map(String.init) == expected)
    #expect(!text.words.contains("某人"), "不写姓名")
  }
}

/// The same through the pages, on both stores.
@Suite(.serialized) struct ChatTests {
  @Test(arguments: Store.both) func `an issued paper is what the next words are compared with`(_ store: Store)
    async throws
  {
    try await TestHouse.with(store) { test in
      let office = try await PlanPageTests.office(test)
      let campaign = try await VersionTests.campaign(test, office)
      let before = Seen(try await office.get(campaign))
      #expect(before.has("发到工作群的文字") && before.has("1. 线索 0 条") && !before.has("上期"))
      let paper = try await office.post("\(campaign)/briefings", BriefingTests.words).location
      #expect(!Seen(try await office.get(campaign)).has("上期"), "没有印发的不算")
      try await BriefingTests.approve(paper, office, test)
      #expect(try await office.post("\(paper)/issue").status == 303)
      let issued = Seen(try await office.get(paper))
      #expect(issued.has("已印发：") && issued.has("1. 线索 0 条") && !issued.has("比上期"))
      for page in [campaign, "\(campaign)/briefings"] {
        let seen = Seen(try await office.get(page))
        #expect(seen.has("1. 线索 0 条，与上期相同") && seen.has("第1期"), "\(page)")
      }
      let next = OfferedForm(try await office.get("\(campaign)/briefings/new?kind=briefing"))
      #expect(next.value("progress").contains("，与上期相同。"), "简报和工作群的文字说同样的数")
      #expect(try await office.post("\(paper)/withdraw", [("reason", "数字有误")]).status == 303)
      #expect(!Seen(try await office.get(campaign)).has("上期"), "作废的不算")
    }
  }

  @Test(arguments: Store.both) func `the office and the superior send words, others do not`(_ store: Store) async throws
  {
    try await TestHouse.with(store) { test in
      let office = try await PlanPageTests.office(test)
      let campaign = try await VersionTests.campaign(test, office)
      for (login, sends) in [("luohui", true), ("mengzh", true), ("shenyq", false), ("gujm", false), ("zhouyn", false)]
      {
        let visitor = try await Visitor.signedIn(test, login)
        for page in [campaign, "\(campaign)/briefings"] {
          #expect(Seen(try await visitor.get(page)).has("发到工作群的文字") == sends, "\(login) \(page)")
        }
      }
    }
  }
}
