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

/// The list of long-term mechanisms: shared problems, the rule that answers each, carried from campaign to campaign.
@Suite(.serialized) struct MechanismTests {
  static let paper = Visitor.File("files", "联合抽查办法.txt", Array("第一条 每月联合抽查。".utf8))

  static func told(
    _ name: String, owner: String, _ due: CivilDate, _ test: TestHouse
  ) async throws -> [(String, String)] {
    [
      ("problem", "村卫生室的宣传栏里\(name)反复出现"), ("kind", "coordination"), ("cause", "两个部门各查各的"), ("name", name),
      ("words", "每月联合抽查一次"), ("owner", try await test.account(owner).id.text), ("due", due.iso),
    ]
  }

  /// Listed by the office: its address.
  static func add(
    _ name: String, to campaign: String, owner: String = "zhouyn", in days: Int = 20, _ test: TestHouse
  ) async throws -> String {
    let office = try await PlanPageTests.office(test)
    let due = test.clock.now.date.adding(days: days)
    return try await office.post("\(campaign)/mechanisms", told(name, owner: owner, due, test)).location
  }

  static func force(_ line: String, _ visitor: Visitor, _ test: TestHouse, files: [Visitor.File]) async throws
    -> Answer
  {
    let fields = [("document", "清卫发〔2026〕31号"), ("date", test.clock.now.date.iso)]
    return try await visitor.post("\(line)/force", fields, files: files)
  }

  private static func history(_ line: String, _ test: TestHouse) async throws -> [LedgerEntry] {
    let id = try #require(ID<Mechanism>(text: line.split(separator: "/").last ?? ""))
    return try await test.database.read { try LedgerReading.history(of: Ref(.mechanism, id), $0) }
  }

  @Test(arguments: Store.both) func `a rule is owed by one person until its document is there`(_ store: Store)
    async throws
  {
    try await TestHouse.with(store) { test in
      let (campaign, office) = (try await GroupTests.campaign(test), try await PlanPageTests.office(test))
      let list = Seen(try await office.get("\(campaign)/mechanisms"))
      #expect(list.has("还没有列出共性问题") && list.has("href=\"\(campaign)/mechanisms/new\""))
      #expect(Seen(try await office.get(campaign)).has("还没有列出共性问题"))
      let line = try await Self.add("医疗广告联合抽查办法", to: campaign, test)
      #expect(line.hasPrefix("/mechanisms/"))
      let owner = try await Visitor.signedIn(test, "zhouyn")
      #expect(try await owner.get("/today").text.contains("长效机制第 1 项：医疗广告联合抽查办法"))
      #expect(try await Self.force(line, owner, test, files: []).text.contains("还没有附上文件"))
      let stranger = try await Visitor.signedIn(test, "gujm")
      #expect(try await stranger.get(line).status == 200)
      #expect(try await Self.force(line, stranger, test, files: [Self.paper]).status == 403)
      let early = [("document", "x"), ("date", test.clock.now.date.adding(days: 1).iso)]
      #expect(try await owner.post("\(line)/force", early, files: [Self.paper]).text.contains("不能晚于今天"))
      #expect(try await Self.force(line, owner, test, files: [Self.paper]).status == 303)
      #expect(try await Self.force(line, owner, test, files: [Self.paper]).status == 409)
      let page = Seen(try await stranger.get(line))
      #expect(page.has("已施行") && page.has("清卫发〔2026〕31号") && page.has("联合抽查办法.txt") && page.doubledIDs.isEmpty)
      #expect(!(try await owner.get("/today").text.contains("医疗广告联合抽查办法")), "不再是待办")
      let told = try await Self.history(line, test).map { "\($0.sentence)\($0.changes)" }.joined()
      #expect(told.contains("施行") && !told.contains("宣传栏") && !told.contains("各查各的"), "\(told)")
    }
  }

  @Test(arguments: Store.both) func `words are mended, the date moves, another drafts it, or it is given up`(
    _ store: Store
  ) async throws {
    try await TestHouse.with(store) { test in
      let (campaign, office) = (try await GroupTests.campaign(test), try await PlanPageTests.office(test))
      let line = try await Self.add("黑诊所回访办法", to: campaign, test)
      let (today, officer) = (test.clock.now.date, try await Visitor.signedIn(test, "zhouyn"))
      var mended = try await Self.told("取缔点回访办法", owner: "zhouyn", today.adding(days: 40), test)
      #expect(try await officer.post("\(line)/mend", mended).status == 403)
      #expect(try await office.post("\(line)/mend", mended).status == 303)
      #expect(try await office.post("\(line)/mend", mended).status == 303, "什么也没改")
      #expect(Seen(try await office.get(line)).has("取缔点回访办法"))
      mended[1] = ("kind", "strange")
      #expect(try await office.post("\(line)/mend", mended).text.contains("不在列表里"))
      let changes = try await Self.history(line, test).map(\.changes).joined()
      #expect(changes.contains(today.adding(days: 40).iso) && changes.contains("内容校验值"))
      let other = try await test.account("qinsa").id.text
      #expect(try await office.post("\(line)/reassign", [("owner", other)]).status == 303)
      #expect(!(try await officer.get("/today").text.contains("黑诊所回访办法")))
      #expect(try await office.post("\(line)/drop").status == 422)
      #expect(try await office.post("\(line)/drop", [("why", "省里已有规定，丁某管着")]).status == 303)
      #expect(try await office.post("\(line)/drop", [("why", "再来")]).status == 409)
      #expect(Seen(try await office.get(line)).has("省里已有规定"))
      #expect(!(try await Self.history(line, test).map(\.sentence).joined().contains("丁某")))
      let dead = try await Self.told("x", owner: "zhouyn", today.adding(days: -1), test)
      #expect(try await office.post("\(campaign)/mechanisms", dead).status == 422)
    }
  }

  @Test(arguments: Store.both) func `figures open their lists, and the campaign does not end over what is drafted`(
    _ store: Store
  ) async throws {
    try await TestHouse.with(store) { test in
      let (campaign, office) = (try await GroupTests.campaign(test), try await PlanPageTests.office(test))
      for (place, name) in ["甲办法", "乙办法", "丙办法"].enumerated() {
        let line = try await Self.add(name, to: campaign, in: 2 + place, test)
        if place == 2 { #expect(try await Self.force(line, office, test, files: [Self.paper]).status == 303) }
      }
      test.clock.advance(days: 3)
      let again = try await PlanPageTests.office(test)
      let id = try #require(ID<CampaignRecord>(text: campaign.split(separator: "/").last ?? ""))
      let counts = try await test.database.read { try MechanismStore.counts(of: id, $0) }
      #expect(counts == MechanismCounts(drafting: 2, late: 1, inForce: 1, givenUp: 0))
      for group in MechanismGroup.allCases {
        let link = "\(campaign)/mechanisms?state=\(group.rawValue)"
        if group != .givenUp { #expect(Seen(try await again.get(campaign)).has(link), "\(group)") }
        #expect(Seen(try await again.get(link)).links("/mechanisms/").count == Int(counts[group]), "\(group)")
      }
      #expect(Seen(try await again.get("\(campaign)/mechanisms?state=late")).has("甲办法"))
      let file = try await again.get("\(campaign)/mechanisms.xlsx")
      #expect(file.status == 200 && file.bytes.starts(with: Array("PK".utf8)))
      let model = try await again.get("\(campaign)/closing").text
      #expect(!model.contains("清单里还在起草的制度"), "先收各阶段")
      for phase in 1...3 {
        if phase == 3 { test.clock.advance(days: 40) }
        let last = try await PlanPageTests.office(test)
        #expect(try await last.post("\(campaign)/phases/\(phase)/end", [("reason", "县里要求")]).status == 303)
      }
      let end = Seen(try await PlanPageTests.office(test).get("\(campaign)/closing"))
      #expect(end.has("清单里还在起草的制度") && end.has("\(campaign)/mechanisms?state=drafting"))
      #expect(end.has("丙办法（清卫发〔2026〕31号"), "结束时先填上已经施行的制度")
    }
  }

  @Test(arguments: Store.both) func `a source is named only to whoever may open it`(_ store: Store) async throws {
    try await TestHouse.withDemo(store) { test in
      let (office, market) = (try await PlanPageTests.office(test), try await Visitor.signedIn(test, "gujm"))
      let campaign =
        "/campaigns/" + (try #require(try await office.get("/campaigns").id(after: "href=\"/campaigns/")))
      let line = try await Self.add("线索联合研判办法", to: campaign, test)
      let clues = Seen(try await office.get("/clues")).links("/clues/").map { $0.dropFirst("/clues/".count) }
      let clue = try #require(clues.first { ID<Mechanism>(text: $0) != nil && $0.count >= 11 })
      let found = Seen(try await office.get("\(line)?look=%E8%AF%8A%E6%89%80"))
      #expect(found.has("加为来源") && found.doubledIDs.isEmpty, "\(found.doubledIDs)")
      for part in ["force", "mend", "drop", "reassign", "sources"] {
        #expect(found.has("action=\"\(line)/\(part)\""), "\(part)")
      }
      #expect(try await office.post("\(line)/sources", [("record", "clue:\(clue)")]).status == 303)
      #expect(try await office.post("\(line)/sources", [("record", "clue:\(clue)")]).status == 409)
      for wrong in ["account:\(clue)", "clue:zzzzzzzz", "nothing"] {
        #expect(try await office.post("\(line)/sources", [("record", wrong)]).text.contains("不能作为来源"), "\(wrong)")
      }
      #expect(Seen(try await office.get(line)).links("/clues/\(clue)").count == 1)
      let seen = Seen(try await market.get(line))
      #expect(seen.links("/clues/").isEmpty && seen.has("1 条线索") && !seen.has("加为来源"))
      #expect(try await office.post("\(line)/drop-source", [("record", "clue:\(clue)")]).status == 303)
      #expect(Seen(try await office.get(line)).has("还没有来源记录"))
    }
  }

  @Test(arguments: Store.both) func `a later campaign goes on with what was left, each line once`(_ store: Store)
    async throws
  {
    try await TestHouse.with(store) { test in
      let (first, office) = (try await GroupTests.campaign(test), try await PlanPageTests.office(test))
      let (ready, open) = (try await Self.add("已有的办法", to: first, test), try await Self.add("没定的办法", to: first, test))
      let dropped = try await Self.add("不要的办法", to: first, test)
      #expect(try await Self.force(ready, office, test, files: [Self.paper]).status == 303)
      #expect(try await office.post("\(dropped)/drop", [("why", "不需要")]).status == 303)
      test.clock.advance(days: 1)
      let later = try await Self.second(test)
      let next = try await PlanPageTests.office(test)
      #expect(Seen(try await next.get("\(later)/mechanisms")).has("\(later)/mechanisms/carry"))
      let form = Seen(try await next.get("\(later)/mechanisms/carry"))
      #expect(form.has("已有的办法") && form.has("没定的办法") && !form.has("不要的办法") && form.doubledIDs.isEmpty)
      let owner = ("owner", try await test.account("zhouyn").id.text)
      let due = ("due", test.clock.now.date.adding(days: 30).iso)
      #expect(try await next.post("\(later)/mechanisms/carry", [owner, due]).text.contains("还没有选要承接的条目"))
      let both = [ready, open].map { ("items", String($0.split(separator: "/").last ?? "")) }
      #expect(try await next.post("\(later)/mechanisms/carry", both + [owner, due]).status == 303)
      #expect(try await next.post("\(later)/mechanisms/carry", [both[0], owner, due]).status == 409, "只承接一次")
      #expect(Seen(try await next.get("\(later)/mechanisms/carry")).has("没有可以承接的"))
      let lines = Seen(try await next.get("\(later)/mechanisms")).links("/mechanisms/")
      #expect(lines.count == 2)
      let page = Seen(try await next.get(lines[0]))
      #expect(page.has(ready) && page.has("承接自") && page.has("清卫发〔2026〕31号"), "带出原来的文号")
      #expect(Seen(try await next.get(ready)).has("已由后来的行动承接"))
      #expect(try await Self.force(lines[0], next, test, files: []).status == 303, "沿用原来的文件")
      #expect(Seen(try await next.get(lines[0])).has("联合抽查办法.txt"))
      #expect(try await Self.force(lines[1], next, test, files: []).status == 422, "原来就没有文件")
    }
  }

  /// Another campaign of the county, released a day later.
  private static func second(_ test: TestHouse) async throws -> String {
    let office = try await PlanPageTests.office(test)
    let plan = try await PlanPageTests.bring(Texts.gaps.replacing("2026年医疗秩序", with: "2026年第二次医疗秩序"), office)
    try await ReleasePageTests.complete(plan, office, test)
    return try await ReleasePageTests.release(plan, office, test).location
  }

  @Test func `a list of kinds that cannot be right is refused`() throws {
    for (text, why) in [
      ("mechanisms: []", "缺少共性问题的类别"),
      (
        "mechanisms: [{key: a, title: 甲, why: x, source: x, confidence: U}, {key: a, title: 乙, why: x, source: x, confidence: U}]",
        "重复"
      ),
    ] {
      let error = #expect(throws: (any Error).self) {
        try MechanismKinds.load(OneFile(path: "mechanisms/kinds.yaml", text: text))
      }
      #expect("\(try #require(error))".contains(why))
    }
  }
}
