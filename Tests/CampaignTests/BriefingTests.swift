import App
import Duties
import Kit
import Law
import Offices
import Storage
import TestKit
import Testing
import Web

@testable import Campaign

/// What the records say of a campaign, as a rule.
struct BriefingFactsTests {
  static func deadline(_ due: String, met: String?) -> DeadlineRecord {
    DeadlineRecord(
      id: ID(5), county: County(1), campaign: ID(1), campaignTitle: "行动", what: "报送总结", to: "",
      due: CivilDate(iso: due) ?? CivilDate(dayNumber: 0), owner: ID(9), ownerName: "某人", basis: "",
      metAt: met.flatMap { CivilDate(iso: $0) }.map { Instant($0, hour: 10) }, outcome: nil)
  }

  struct Case: Sendable {
    let due: String
    let met: String?
    let praised: Bool
    let late: Bool
  }

  /// Today is 2026-11-16, a Monday.
  static let cases: [Case] = [
    Case(due: "2026-11-20", met: "2026-11-16", praised: true, late: false),
    Case(due: "2026-11-16", met: "2026-11-16", praised: false, late: false),
    Case(due: "2026-11-10", met: "2026-11-12", praised: false, late: false),
    Case(due: "2026-11-16", met: nil, praised: false, late: false),
    Case(due: "2026-11-13", met: nil, praised: false, late: true),
  ]

  @Test(arguments: cases.indices) func `praise and criticism are counted, not judged`(_ index: Int) throws {
    let example = Self.cases[index]
    let campaign = CampaignSummary(
      id: ID(1), county: County(1), plan: ID(2), title: "行动", starts: nil, ends: nil,
      releasedAt: Instant(milliseconds: 0), tasks: 0, ended: nil)
    let facts = BriefingFacts(
      campaign: campaign, phases: [], ended: [], figures: [], coverage: [],
      deadlines: [Self.deadline(example.due, met: example.met)], duties: [], units: [], towns: [], pace: nil,
      today: try Fixtures.day("2026-11-16"), calendar: try Fixtures.law.get().calendar)
    #expect(facts.praise.isEmpty != example.praised && facts.late.isEmpty != example.late)
    #expect(facts.bulletin["criticism"]?.contains("才办结") == (example.met ?? "" > example.due))
    if example.late { #expect(facts.late.first?.contains("逾期 1 个工作日") == true) }
  }
}

/// The papers of the office, from the records to the number, on both stores.
@Suite(.serialized) struct BriefingTests {
  private static func campaign(_ test: TestHouse, _ office: Visitor) async throws -> String {
    let plan = try await PlanPageTests.bring(Texts.gaps, office)
    try await ReleasePageTests.complete(plan, office, test)
    return try await ReleasePageTests.release(plan, office, test).location
  }

  static let words = [
    ("kind", "briefing"), ("heading", "整治行动进展"), ("progress", "检查 3 户。\n立案 1 起。"), ("coverage", "医院：已查 1 户。"),
  ]

  static func approve(_ paper: String, _ office: Visitor, _ test: TestHouse) async throws {
    let head = try await test.account("heyuan").id.text
    let due = test.clock.now.date.adding(days: 1).iso
    #expect(try await office.post("\(paper)/submit", [("approver", head), ("due", due)]).status == 303)
    let approver = try await Visitor.signedIn(test, "heyuan")
    #expect(Seen(try await approver.get("/today")).has("审定工作简报"))
    #expect(
      try await ReleasePageTests.answer("approve", "\(paper)/approve", seenOn: paper, approver).status == 303)
  }

  @Test(arguments: Store.both) func `a briefing is drawn, approved, issued, numbered`(_ store: Store) async throws {
    try await TestHouse.with(store) { test in
      let office = try await PlanPageTests.office(test)
      let campaign = try await Self.campaign(test, office)
      let fresh = Seen(try await office.get("\(campaign)/briefings/new?kind=briefing"))
      #expect(fresh.has("医院：应查") && fresh.has("截至") && fresh.doubledIDs.isEmpty)
      #expect(Seen(try await office.get("\(campaign)/briefings/new?kind=bulletin")).has("做得好的"))
      let paper = try await office.post("\(campaign)/briefings", Self.words).location
      #expect(paper.hasPrefix("/briefings/"))
      #expect(try await office.post("\(paper)/issue").status == 409, "没有审定")
      #expect(try await office.get("\(paper)/word").status == 409, "没有编号")
      #expect(try await office.get("\(paper)/print").status == 409)
      try await Self.approve(paper, office, test)
      let edited = Self.words.map { ($0.0, $0.0 == "progress" ? "检查 30 户。" : $0.1) }
      #expect(try await office.post("\(paper)/edit", edited).status == 303)
      #expect(try await office.post("\(paper)/issue").status == 409, "审定以后改过")
      try await Self.approve(paper, office, test)
      #expect(try await office.post("\(paper)/issue").status == 303)
      #expect(try await office.post("\(paper)/issue").status == 409)
      #expect(try await office.post("\(paper)/edit", edited).status == 409)
      let page = Seen(try await office.get(paper))
      let year = test.clock.now.date.year
      #expect(page.has("清整治简报〔\(year)〕第1期") && page.doubledIDs.isEmpty)
      let sheet = try await office.get("\(paper)/print").text
      #expect(sheet.contains("检查 30 户。") && sheet.contains("县整治办") && sheet.contains("医院：已查 1 户。"))
      #expect(try await office.get("\(paper)/word").bytes.starts(with: [0x50, 0x4B]))
      let second = try await office.post("\(campaign)/briefings", Self.words).location
      try await Self.approve(second, office, test)
      _ = try await office.post("\(second)/issue")
      #expect(Seen(try await office.get("\(campaign)/briefings")).has("〔\(year)〕第2期"))
      try await Self.tamper(paper, office, test)
    }
  }

  /// Sabotage: a word of the kept record is changed behind the house's back.
  private static func tamper(_ paper: String, _ office: Visitor, _ test: TestHouse) async throws {
    let id = try #require(ID<Briefing>(text: paper.split(separator: "/").last ?? ""))
    try await test.database.change(Cast.county, by: .system, deed: .editBriefing) { tx in
      try tx.execute("UPDATE campaign_briefing SET record = REPLACE(record, '30', '99') WHERE id = \(id)")
      tx.tell(Ref(.briefing, id), "改动记录")
    }
    let answer = try await office.get("\(paper)/print")
    #expect(answer.status != 200 && !answer.text.contains("检查 99 户"))
  }

  @Test(arguments: Store.both) func `a demand and minutes come from their records alone`(_ store: Store) async throws {
    try await TestHouse.with(store) { test in
      let office = try await PlanPageTests.office(test)
      let campaign = try await Self.campaign(test, office)
      let officer = try await Visitor.signedIn(test, "zhouyn")
      let duty = try #require(Seen(try await officer.get("/duties")).links("/duties/").first { $0.count > 12 })
      let number = String(duty.split(separator: "/").last ?? "")
      let form = "\(campaign)/briefings/new?kind=demand&about=\(number)"
      #expect(try await office.get(form).status == 404, "没有督办过")
      let day = test.clock.now.date.adding(days: 5).iso
      #expect(try await office.post("\(duty)/demand", [("words", "说明进度"), ("answer-by", day)]).status == 303)
      let fresh = Seen(try await office.get(form))
      #expect(fresh.has("说明进度") && fresh.has("周予宁（县卫生监督所）") && fresh.has("第 1 次督办"))
      let drawn = OfferedForm(try await office.get(form))
      let words = ["to", "matter", "basis", "due", "count", "words", "answer-by"].map { ($0, drawn.value($0)) }
      #expect(words.allSatisfy { !$0.1.isEmpty }, "\(words)")
      let sheet = try await office.post("\(campaign)/briefings", [("kind", "demand"), ("about", number)] + words)
        .location
      #expect(try await office.post("\(sheet)/submit", []).status == 422)
      // What the records do not say is approved by another.
      let other = words.map { ($0.0, $0.0 == "words" ? "限期停业" : $0.1) }
      #expect(try await office.post("\(sheet)/edit", other).status == 303)
      #expect(try await office.post("\(sheet)/issue").text.contains("还没有审定"))
      #expect(Seen(try await office.get(sheet)).has("内容与台账不一致"))
      let bureau = try await Visitor.signedIn(test, "fangl")
      let asked = [("approver", try await test.account("fangl").id.text), ("due", day)]
      #expect(try await office.post("\(sheet)/submit", asked).status == 303)
      #expect(Seen(try await bureau.get(sheet)).has("限期停业"), "要审定的人看得到")
      let returned = try await ReleasePageTests.answer(
        "return", "\(sheet)/approve", seenOn: sheet, bureau, because: "按台账写")
      #expect(returned.status == 303)
      #expect(try await office.post("\(sheet)/edit", words).status == 303)
      #expect(try await office.post("\(sheet)/issue").status == 303)
      #expect(Seen(try await officer.get(sheet)).has("说明进度"))
      let stranger = try await Visitor.signedIn(test, "qinsa")
      #expect(try await stranger.get(sheet).status == 404)
      #expect(try await stranger.get("\(sheet)/word").status == 404)
      #expect(Seen(try await office.get("\(campaign)/briefings")).links(sheet) == [sheet])
      let hidden = Seen(try await stranger.get("\(campaign)/briefings"))
      #expect(hidden.links(sheet).isEmpty && hidden.has("还没有文书"), "也不计数")
      let id = try #require(ID<Briefing>(text: sheet.split(separator: "/").last ?? ""))
      let face = try await test.database.read { try BriefingStore.face(id.value, $0)?.title }
      #expect(face?.hasPrefix("督办单：清整治督") == true, "\(face ?? "")")
      #expect(try await stranger.get("/known?record=briefing:\(id.value)").status == 404)
      #expect(try await office.get("\(campaign)/briefings/new?kind=minutes&about=\(number)").status == 409)
      #expect(try await office.get("\(campaign)/briefings/new?kind=nothing").status == 409)
      let workbook = try await office.get("\(campaign)/tasks.xlsx")
      #expect(workbook.status == 200 && workbook.bytes.starts(with: [0x50, 0x4B]))
    }
  }

  @Test func `the break-down of tasks says where each row comes from and how it stands`() throws {
    let task = CampaignTaskRecord(
      id: ID(3), campaign: ID(1), county: County(1), position: 1, no: "", text: "打击无证行医", lead: "县卫生健康局",
      cooperating: "县公安局", violations: "")
    let sheet = TaskSheet(
      campaign: CampaignSummary(
        id: ID(1), county: County(1), plan: ID(2), title: "行动", starts: nil, ends: nil,
        releasedAt: Instant(milliseconds: 0), tasks: 1, ended: nil),
      tasks: [task], sentences: [ID(3): "《方案》：打击无证行医。"],
      deadlines: [
        BriefingFactsTests.deadline("2026-11-13", met: nil), BriefingFactsTests.deadline("2026-11-16", met: nil),
        BriefingFactsTests.deadline("2026-11-13", met: "2026-11-12"),
      ], resolutions: [], ties: [ID(3): [Tie(leaf: "", violation: "medical-tout"), Tie(leaf: "", violation: "gone")]],
      law: try Fixtures.law.get(), today: try Fixtures.day("2026-11-16"))
    #expect(sheet.lines.map(\.state) == ["进行中", "逾期", "待办", "已办结"])
    #expect(sheet.lines[0].number == "1" && sheet.lines[0].source.contains("《方案》") && sheet.lines[0].due == nil)
    #expect(sheet.lines[0].leaves == "整项任务" && sheet.lines[0].violations == "医托\ngone")
    #expect(sheet.lines[1].owner == "某人" && sheet.lines[1].violations.isEmpty)
  }
}
