import App
import Duties
import Kit
import Offices
import Storage
import TestKit
import Testing
import Web

@testable import Campaign

/// What speaks for a unit and what against it, as a rule. Today is 2026-11-16.
struct UnitStandingTests {
  struct Case: Sendable {
    let kind: String
    let due: String
    var done: String?
    var demands: Int64 = 0
    var isSuspended = false
    let holds: Set<UnitStanding.Measure>
  }

  static let cases: [Case] = [
    Case(kind: "x", due: "2026-11-13", holds: [.late]),
    Case(kind: "x", due: "2026-11-16", holds: []),
    Case(kind: "x", due: "2026-11-13", isSuspended: true, holds: []),
    Case(kind: "x", due: "2026-11-13", done: "2026-11-13", holds: [.done]),
    Case(kind: "x", due: "2026-11-13", done: "2026-11-14", demands: 2, holds: [.doneLate, .pressed]),
    Case(kind: Filings.duty, due: "2026-11-13", holds: [.late, .filings]),
    Case(kind: Filings.duty, due: "2026-11-13", done: "2026-11-12", holds: [.done]),
    Case(kind: Findings.duty, due: "2026-11-20", holds: [.findings]),
    Case(kind: Findings.duty, due: "2026-11-20", done: "2026-11-12", holds: [.done]),
  ]

  static func duty(_ example: Case, agency: Int64 = 1) -> CampaignDuty {
    CampaignDuty(
      id: ID(1), kind: example.kind, title: "事项", subject: Ref(.deadline, ID<Briefing>(5)), ownerName: "某人",
      agency: agency, agencyName: "单位\(agency)", due: CivilDate(iso: example.due) ?? CivilDate(dayNumber: 0),
      done: example.done.flatMap { CivilDate(iso: $0) }, isSuspended: example.isSuspended, demands: example.demands)
  }

  @Test(arguments: cases.indices) func `each duty counts where it belongs`(_ place: Int) throws {
    let example = Self.cases[place]
    let units = UnitStanding.all([Self.duty(example)], today: try Fixtures.day("2026-11-16"))
    let unit = try #require(units.first)
    #expect(Set(UnitStanding.Measure.allCases.filter { unit.count($0) > 0 }) == example.holds)
    #expect(unit.isPraised == (example.holds == [.done]))
  }

  @Test func `the latest stand first, and a sentence tells what there is`() throws {
    let units = UnitStanding.all(
      [Self.duty(Self.cases[3], agency: 1), Self.duty(Self.cases[0], agency: 2)], today: try Fixtures.day("2026-11-16"))
    #expect(units.map(\.name) == ["单位2", "单位1"])
    #expect(units.compactMap(\.sentence) == ["单位2：逾期没有办结 1 项。", "单位1：按期办结 1 项。"])
  }
}

/// Units and towns through the pages; papers that are given up or no longer hold. On both stores.
@Suite(.serialized) struct UnitTests {
  @Test(arguments: Store.both) func `every figure of a unit opens as many lines`(_ store: Store) async throws {
    try await TestHouse.with(store) { test in
      let office = try await PlanPageTests.office(test)
      let campaign = try await VersionTests.campaign(test, office)
      // The plan's deadline has passed, and nobody met it.
      test.clock.advance(days: 120)
      let again = try await PlanPageTests.office(test)
      let page = Seen(try await again.get("\(campaign)/units"))
      #expect(page.has("县卫生监督所") && page.has("逾期没有办结") && page.doubledIDs.isEmpty)
      let list = try #require(page.links("\(campaign)/units/duties").first { $0.contains("what=late") })
      let behind = Seen(try await again.get(list.replacing("&amp;", with: "&")))
      #expect(behind.has("县卫生监督所：逾期没有办结") && behind.has("工作总结") && !behind.has(">没有<"))
      #expect(try await again.get("\(campaign)/units/duties?unit=zz&what=late").status == 404)
      #expect(try await again.get("\(campaign)/units/town?town=1").status == 404)
      let bulletin = OfferedForm(try await again.get("\(campaign)/briefings/new?kind=bulletin"))
      #expect(bulletin.value("units").contains("县卫生监督所：逾期没有办结 1 项"), "\(bulletin.value("units"))")
    }
  }

  @Test(arguments: Store.both) func `a draft is given up, an issued paper withdrawn, its number kept`(_ store: Store)
    async throws
  {
    try await TestHouse.with(store) { test in
      let office = try await PlanPageTests.office(test)
      let campaign = try await VersionTests.campaign(test, office)
      let draft = try await office.post("\(campaign)/briefings", BriefingTests.words).location
      #expect(try await office.post("\(draft)/withdraw", [("reason", "写错")]).status == 409, "没有印发")
      let head = try await test.account("heyuan").id.text
      let due = test.clock.now.date.adding(days: 1).iso
      #expect(try await office.post("\(draft)/submit", [("approver", head), ("due", due)]).status == 303)
      #expect(try await office.post("\(draft)/discard").status == 303)
      let approver = try await Visitor.signedIn(test, "heyuan")
      #expect(!Seen(try await approver.get("/today")).has("审定工作简报"), "送审一起撤回")
      #expect(Seen(try await office.get(draft)).has("已弃用"))
      for path in ["edit", "issue", "discard"] {
        #expect(try await office.post("\(draft)/\(path)", BriefingTests.words).status == 409)
      }
      let paper = try await office.post("\(campaign)/briefings", BriefingTests.words).location
      try await BriefingTests.approve(paper, office, test)
      #expect(try await office.post("\(paper)/issue").status == 303)
      #expect(try await office.post("\(paper)/discard").status == 409, "已经印发")
      #expect(try await office.post("\(paper)/withdraw", []).status == 422, "要有理由")
      #expect(try await office.post("\(paper)/withdraw", [("reason", "数字有误")]).status == 303)
      let page = Seen(try await office.get(paper))
      #expect(page.has("已作废") && page.has("数字有误") && page.has("第1期") && page.doubledIDs.isEmpty)
      #expect(try await office.get("\(paper)/print").status == 409)
      #expect(try await office.get("\(paper)/word").status == 409)
      let next = try await office.post("\(campaign)/briefings", BriefingTests.words).location
      try await BriefingTests.approve(next, office, test)
      #expect(try await office.post("\(next)/issue").status == 303)
      #expect(Seen(try await office.get(next)).has("第2期"), "作废的号不再用")
      try await Self.checked(test)
    }
  }

  private static func checked(_ test: TestHouse) async throws {
    let ground = CheckGround(
      county: Cast.county, today: test.database.world.today, attachments: test.house.database.attachments,
      isThorough: false)
    for rule in CampaignChecks.all + [CampaignChecks.numbers(["整治简报"])] {
      #expect(try await test.database.read { try rule.find(ground, $0).isEmpty }, "\(rule.id)")
    }
  }
}
