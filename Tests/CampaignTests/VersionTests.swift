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

/// What a supplement does to a campaign, as a rule.
struct SupplementTests {
  static let now = AmendedCampaign(
    CampaignSummary(
      id: ID(1), county: County(1), plan: ID(2), title: "行动", starts: nil, ends: nil,
      releasedAt: Instant(milliseconds: 0), tasks: 1, ended: nil),
    phases: [phase("动员部署", "2026-11-01", "2026-11-10"), phase("集中整治", "2026-11-11", "2026-12-20")], ended: [1],
    targets: [CampaignTarget(type: "clinic", percent: 80, subject: "诊所")])

  static func phase(_ name: String, _ start: String, _ end: String) -> CampaignPhase {
    CampaignPhase(
      name: name, starts: CivilDate(iso: start) ?? CivilDate(dayNumber: 0),
      ends: CivilDate(iso: end) ?? CivilDate(dayNumber: 0),
      text: "")
  }

  static func item(_ kind: ItemKind, _ fields: [(ItemField, String?)]) -> PlanItem { Fixtures.item(7, kind, fields) }

  struct Case: Sendable {
    let item: PlanItem
    let proposed: String
    let act: String
    let refused: String?
  }

  static func late(_ start: String?, _ end: String?) -> PlanItem {
    item(.phase, [(.name, "集中整治阶段"), (.start, start), (.end, end)])
  }

  static let cases: [Case] = [
    Case(item: late("2026-11-11", "2027-01-10"), proposed: "move:2", act: "move:2", refused: nil),
    Case(item: late("2026-11-11", "2026-12-20"), proposed: "skip", act: "skip", refused: "version.nothing-changed"),
    Case(item: late("2026-11-11", "2027-01-10"), proposed: "move:2", act: "move:1", refused: "version.phase-ended"),
    Case(item: late("2026-11-11", "2027-01-10"), proposed: "move:2", act: "move:3", refused: "version.target-gone"),
    Case(item: late("2026-11-01", "2027-01-10"), proposed: "move:2", act: "add", refused: "version.out-of-order"),
    Case(item: late("2026-12-21", nil), proposed: "move:2", act: "move:2", refused: "version.undated"),
    Case(item: late("2027-01-10", "2026-12-30"), proposed: "move:2", act: "move:2", refused: "version.backwards"),
    Case(item: item(.task, [(.text, "查处")]), proposed: "add", act: "add", refused: "version.lead-missing"),
    Case(
      item: item(.task, [(.text, "查处"), (.lead, "县公安局")]), proposed: "add", act: "add", refused: nil),
    Case(
      item: item(.deadline, [(.what, "报送总结"), (.date, "2027-01-25")]), proposed: "add", act: "add",
      refused: "version.owner-missing"),
    Case(item: item(.deadline, [(.what, "报送总结")]), proposed: "skip", act: "add", refused: "version.undated"),
    Case(
      item: item(.coverage, [(.subject, "诊所"), (.percent, "100"), (.types, "clinic")]), proposed: "add", act: "add",
      refused: nil),
    Case(
      item: item(.coverage, [(.subject, "诊所"), (.percent, "80"), (.types, "clinic")]), proposed: "skip", act: "skip",
      refused: "version.nothing-changed"),
  ]

  @Test(arguments: cases.indices) func `what is proposed, and what is refused`(_ index: Int) throws {
    let example = Self.cases[index]
    #expect(Self.now.proposal(for: example.item).word == example.proposed)
    let plan = PlanRecord(
      id: ID(3), county: County(1), title: "通知", state: .reading, campaign: nil, fileName: "", sha256: "",
      receivedAt: Instant(milliseconds: 0), supplements: ID(1))
    let chosen = try #require(Amendment(item: 7, word: example.act))
    let supplement = Supplement(plan, items: [example.item], text: "", now: Self.now, kept: [chosen], types: [:])
    let today = try Fixtures.day("2026-11-16")
    #expect(supplement.obstacles(people: [], today: today).first?.code == example.refused)
    #expect(supplement.changes.isEmpty == (example.act == "skip"))
  }

  /// Each item with what is chosen for it.
  private static func refusals(_ chosen: [(PlanItem, String)]) throws -> [String] {
    let plan = PlanRecord(
      id: ID(3), county: County(1), title: "通知", state: .reading, campaign: nil, fileName: "", sha256: "",
      receivedAt: Instant(milliseconds: 0), supplements: ID(1))
    let kept = try chosen.map { item, word in
      try #require(Amendment(item: item.number, word: word, owner: ID(9)))
    }
    let now = AmendedCampaign(
      Self.now.campaign, phases: Self.now.phases, targets: Self.now.targets,
      deadlines: [BriefingFactsTests.deadline("2026-12-25", met: nil), met])
    let supplement = Supplement(plan, items: chosen.map(\.0), text: "", now: now, kept: kept, types: [:])
    return supplement.obstacles(people: [ID(9)], today: try Fixtures.day("2026-11-16")).map(\.code)
  }

  private static let met = DeadlineRecord(
    id: ID(6), county: County(1), campaign: ID(1), campaignTitle: "行动", what: "月报", to: "",
    due: CivilDate(dayNumber: 20_000), owner: ID(9), ownerName: "某人", basis: "", metAt: Instant(milliseconds: 0),
    outcome: "已报")

  static func phase(_ number: Int64, _ start: String, _ end: String) -> PlanItem {
    Fixtures.item(number, .phase, [(.name, "阶段"), (.start, start), (.end, end)])
  }

  static func target(_ number: Int64, _ percent: String) -> PlanItem {
    Fixtures.item(number, .coverage, [(.subject, "诊所"), (.percent, percent), (.types, "clinic")])
  }

  static func deadline(_ day: String) -> PlanItem { item(.deadline, [(.what, "报送总结"), (.date, day)]) }

  @Test func `items are looked at together, in the campaign that would come of them`() throws {
    #expect(try Self.refusals([(Self.target(1, "90"), "add"), (Self.target(2, "100"), "add")]) == ["version.twice"])
    #expect(try Self.refusals([(Self.target(1, "80"), "add")]) == ["version.nothing-changed"])
    #expect(try Self.refusals([(Self.phase(1, "2026-11-11", "2026-12-20"), "move:2")]) == ["version.nothing-changed"])
    let (first, second) = (Self.phase(1, "2026-12-01", "2026-12-10"), Self.phase(2, "2026-11-20", "2026-11-30"))
    #expect(try Self.refusals([(first, "move:1")]) == ["version.out-of-order"])
    #expect(try Self.refusals([(first, "move:1"), (second, "move:2")]).contains("version.out-of-order"))
    #expect(try Self.refusals([(second, "move:1"), (first, "move:2")]).isEmpty)
    let (later, last) = (Self.phase(1, "2027-02-01", "2027-02-10"), Self.phase(2, "2027-01-01", "2027-01-31"))
    #expect(try Self.refusals([(later, "add"), (last, "add")]).contains("version.out-of-order"))
    #expect(try Self.refusals([(last, "add")]).isEmpty)
    #expect(try Self.refusals([(Self.deadline("2026-11-15"), "move:5")]) == ["version.past"])
    #expect(try Self.refusals([(Self.deadline("2026-11-15"), "add")]) == ["version.past"])
    #expect(try Self.refusals([(Self.deadline("2026-11-16"), "move:5")]).isEmpty)
    #expect(try Self.refusals([(Self.deadline("2026-11-16"), "move:6")]) == ["version.target-gone"], "已经办结")
  }

  @Test(arguments: ["move", "move:x", "add:3", "go", "", "move:1:2"]) func `other words choose nothing`(_ word: String)
  {
    #expect(Amendment(item: 1, word: word) == nil)
  }
}

/// A supplement from its text to the moved duty, through the pages, on both stores.
@Suite(.serialized) struct VersionTests {
  static let notice = """
    关于延长清沅县2026年医疗秩序专项整治行动时间的补充通知

    各成员单位：
    为巩固专项整治成果，现就有关事项补充通知如下：

    一、实施步骤
    （一）集中整治阶段（2026年11月11日至2027年1月10日）。继续开展拉网式检查，对诊所检查覆盖率达到100%。
    （二）总结阶段（2027年1月11日至2027年1月31日）。总结经验，完善机制。

    二、重点任务
    （一）严厉查处违法开展医疗美容的行为。（县卫生健康局牵头，县市场监管局配合）

    三、工作要求
    各成员单位于2027年1月25日前将工作总结报县整治办。
    """

  static func campaign(_ test: TestHouse, _ office: Visitor) async throws -> String {
    let plan = try await PlanPageTests.bring(Texts.gaps, office)
    try await ReleasePageTests.complete(plan, office, test)
    return try await ReleasePageTests.release(plan, office, test).location
  }

  /// As the page proposes it.
  static func proposed(_ plan: String, _ office: Visitor) async throws -> [(String, String)] {
    let form = OfferedForm(try await office.get("\(plan)/supplement"))
    return form.names(beginning: "act-").map { ($0, form.selected($0)) }
  }

  @Test(arguments: Store.both) func `a supplement moves phases, deadlines and duties`(_ store: Store) async throws {
    try await TestHouse.with(store) { test in
      let office = try await PlanPageTests.office(test)
      let campaign = try await Self.campaign(test, office)
      let id = String(campaign.split(separator: "/").last ?? "")
      let plan = try await PlanPageTests.bring(Self.notice, office)
      #expect(try await office.post("\(plan)/supplement", []).status == 422)
      let skipped = try await ReleasePageTests.items(plan, test).map { ("act-\($0.number)", "skip") }
      #expect(try await office.post("\(plan)/supplement", skipped).status == 409, "没有选行动")
      #expect(try await office.post("\(plan)/attach", [("campaign", id)]).status == 303)
      #expect(try await office.get("\(plan)/release").location == "\(plan)/supplement")
      #expect(try await office.post("\(plan)/supplement", []).status == 422, "逐项都要选")
      #expect(try await office.post("\(plan)/carry-out").status == 409)
      #expect(try await office.post("\(plan)/supplement", try await Self.proposed(plan, office)).status == 303)
      #expect(try await office.post("\(plan)/carry-out").status == 409, "没有审定")
      let before = Seen(try await office.get("\(plan)/approval"))
      #expect(before.has("阶段“集中整治阶段”") && before.has("2026年11月11日至2026年12月20日") && before.has("2026年11月11日至2027年1月10日"))
      try await ReleasePageTests.approve(plan, office, test)
      // What is chosen anew was not approved.
      let kept = try await Self.proposed(plan, office)
      #expect(
        try await office.post("\(plan)/supplement", kept.map { ($0.0, $0.1 == "add" ? "skip" : $0.1) }).status == 303)
      #expect(try await office.post("\(plan)/carry-out").status == 409)
      #expect(try await office.post("\(plan)/supplement", kept).status == 303)
      try await ReleasePageTests.approve(plan, office, test)
      try await Self.staysApprovedOnlyAsItIs(plan, campaign, office, test)
      let done = try await office.post("\(plan)/carry-out")
      #expect(done.location == "\(campaign)/versions", "\(done.text.suffix(900))")
      #expect(try await office.post("\(plan)/carry-out").status == 409, "只执行一次")
      try await Self.look(campaign, plan, office, test)
    }
  }

  @Test(arguments: Store.both) func `of two supplements the second is looked at anew`(_ store: Store) async throws {
    try await TestHouse.with(store) { test in
      let office = try await PlanPageTests.office(test)
      let campaign = try await Self.campaign(test, office)
      let id = String(campaign.split(separator: "/").last ?? "")
      var plans: [String] = []
      for text in [Self.notice, Self.notice.replacing("1月10日", with: "1月15日")] {
        let plan = try await PlanPageTests.bring(text, office)
        #expect(try await office.post("\(plan)/attach", [("campaign", id)]).status == 303)
        #expect(try await office.post("\(plan)/supplement", try await Self.proposed(plan, office)).status == 303)
        try await ReleasePageTests.approve(plan, office, test)
        plans.append(plan)
      }
      #expect(try await office.post("\(plans[0])/carry-out").location == "\(campaign)/versions")
      let second = try await office.post("\(plans[1])/carry-out")
      #expect(second.status == 409 && second.text.contains("还没有审定"))
    }
  }

  /// What the approver read of the campaign is no longer so: he did not approve this.
  private static func staysApprovedOnlyAsItIs(
    _ plan: String, _ campaign: String, _ office: Visitor, _ test: TestHouse
  ) async throws {
    let id = try #require(ID<CampaignRecord>(text: campaign.split(separator: "/").last ?? ""))
    func move(_ day: SQL, _ back: SQL) async throws {
      try await change(test, Ref(.campaign, id)) {
        try $0.execute("UPDATE campaign_phase SET ends = \(sql: day) WHERE campaign = \(id) AND ends = \(sql: back)")
      }
    }
    try await move("'2026-12-19'", "'2026-12-20'")
    #expect(try await office.post("\(plan)/carry-out").text.contains("还没有审定"))
    try await move("'2026-12-20'", "'2026-12-19'")
  }

  private static func look(_ campaign: String, _ plan: String, _ office: Visitor, _ test: TestHouse) async throws {
    let versions = Seen(try await office.get("\(campaign)/versions"))
    #expect(versions.has("第 2 版") && versions.has("新增任务") && versions.has("诊所的覆盖目标") && versions.has("80%"))
    #expect(versions.has("2027年1月25日") && versions.has("《关于延长清沅县") && versions.doubledIDs.isEmpty)
    let page = Seen(try await office.get(campaign))
    #expect(page.has("2027年1月10日") && page.has("严厉查处违法开展医疗美容") && page.has("按《关于延长"))
    let officer = try await Visitor.signedIn(test, "zhouyn")
    let deadline = try #require(Seen(try await officer.get("/today")).links("/deadlines/").first)
    #expect(Seen(try await officer.get(deadline)).has("期限改到 2027-01-25"))
    let duty = try #require(Seen(try await officer.get("/duties")).links("/duties/").first { $0.count > 12 })
    let moved = Seen(try await officer.get(duty))
    #expect(moved.has("期限的变动") && moved.has("2026-12-25 → 2027-01-25") && moved.has("按第 2 版调整期限"))
    let ground = CheckGround(
      county: Cast.county, today: test.database.world.today, attachments: test.house.database.attachments,
      isThorough: false)
    for rule in CampaignChecks.all {
      #expect(try await test.database.read { try rule.find(ground, $0).isEmpty }, "\(rule.id)")
    }
  }

  @Test(arguments: Store.both) func `a supplement is bound to a running campaign of the county`(_ store: Store)
    async throws
  {
    try await TestHouse.with(store) { test in
      let office = try await PlanPageTests.office(test)
      let campaign = try await Self.campaign(test, office)
      let plan = try await PlanPageTests.bring(Self.notice, office)
      #expect(try await office.post("\(plan)/attach", [("campaign", ID<CampaignRecord>(77).text)]).status == 422)
      let id = String(campaign.split(separator: "/").last ?? "")
      let officer = try await Visitor.signedIn(test, "zhouyn")
      #expect(try await officer.post("\(plan)/attach", [("campaign", id)]).status == 403)
      #expect(try await office.post("\(plan)/attach", [("campaign", id)]).status == 303)
      // Taken back: it may become a campaign of its own again.
      #expect(try await office.post("\(plan)/attach", []).status == 303)
      #expect(try await office.get("\(plan)/release").status == 200)
      try await Self.refusesStrangeAndEnded(plan, campaign, test)
    }
  }

  /// Neither another county's campaign nor one that has ended takes a supplement.
  private static func refusesStrangeAndEnded(_ plan: String, _ campaign: String, _ test: TestHouse) async throws {
    let id = try #require(ID<Plan>(text: plan.split(separator: "/").last ?? ""))
    let target = try #require(ID<CampaignRecord>(text: campaign.split(separator: "/").last ?? ""))
    func attach() async throws {
      try await test.database.change(Cast.county, by: .system, deed: .attachSupplement) {
        try Versions.attach(id, to: target, $0)
      }
    }
    try await change(test, Ref(.campaign, target)) {
      try $0.execute("UPDATE campaign SET county = 530199 WHERE id = \(target)")
    }
    await #expect(throws: VersionRefusal.campaignGone) { try await attach() }
    try await change(test, Ref(.campaign, target)) {
      try $0.execute("UPDATE campaign SET county = \(Cast.county) WHERE id = \(target)")
      try $0.execute(
        """
        INSERT INTO campaign_end (campaign, county, at, actor, person, open_items, accountability, mechanism)
        VALUES (\(target), \(Cast.county), \($0.now), '某人', 1, 0, '', '')
        """)
    }
    await #expect(throws: VersionRefusal.campaignGone) { try await attach() }
  }

  /// Behind the house's back.
  static func change(
    _ test: TestHouse, _ record: Ref, _ body: @escaping @Sendable (Transaction) throws -> Void
  ) async throws {
    try await test.database.change(Cast.county, by: .system, deed: .editBriefing) { tx in
      try body(tx)
      tx.tell(record, "改动记录")
    }
  }
}
