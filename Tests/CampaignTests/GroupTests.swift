import App
import Kit
import Offices
import Storage
import TestKit
import Testing
import Web

@testable import Campaign

/// Leading group, office and liaisons: who is it now, who was it before.
@Suite(.serialized) struct GroupTests {
  static func campaign(_ test: TestHouse) async throws -> String {
    let office = try await PlanPageTests.office(test)
    let plan = try await PlanPageTests.bring(Texts.gaps, office)
    try await ReleasePageTests.complete(plan, office, test)
    return try await ReleasePageTests.release(plan, office, test).location
  }

  private static func member(_ more: [(String, String)], since: String = "2026-11-01") -> [(String, String)] {
    [("since", since), ("document", "清整治〔2026〕1号")] + more
  }

  private static let liaison = [
    ("part", "liaison"), ("name", "林序"), ("body", "县医保局"), ("telephone", "0999-5550164"),
  ]

  @Test(arguments: Store.both) func `one liaison for a body, and a hand-over keeps who was before`(_ store: Store)
    async throws
  {
    try await TestHouse.with(store) { test in
      let (campaign, office) = (try await Self.campaign(test), try await PlanPageTests.office(test))
      #expect(Seen(try await office.get(campaign)).has("\(campaign)/group"))
      #expect(Seen(try await office.get("\(campaign)/group")).has("还没有联络员"))
      #expect(try await office.post("\(campaign)/group", Self.member(Self.liaison)).status == 303)
      let twice = try await office.post("\(campaign)/group", Self.member(Self.liaison + [("post", "科长")]))
      #expect(twice.status == 409 && twice.text.contains("联络员（县医保局）已经有人担任"))
      #expect(
        try await office.post(
          "\(campaign)/group", Self.member([("part", "liaison"), ("name", "温禾"), ("body", "县公安局")])
        ).status == 303)
      let first = try #require(try await office.get("\(campaign)/group").id(after: "href=\"/members/"))
      let early = try await office.post(
        "/members/\(first)/hand-over", Self.member([("name", "陶然")], since: "2026-10-01"))
      #expect(early.status == 422 && early.text.contains("不能早于任职开始"))
      let heir = try await office.post(
        "/members/\(first)/hand-over", Self.member([("name", "陶然")], since: "2026-11-20"))
      #expect(heir.status == 303 && heir.location != "/members/\(first)")
      #expect(
        try await office.post("/members/\(first)/hand-over", Self.member([("name", "再换")], since: "2026-11-20")).status
          == 409)
      let page = Seen(try await office.get("\(campaign)/group"))
      #expect(page.has("陶然") && page.has("以前的") && page.has("林序") && page.doubledIDs.isEmpty)
      let former = Seen(try await office.get("/members/\(first)"))
      #expect(former.has("前后任") && former.has(heir.location) && former.has("2026-11-20") && !former.has("下一任联络员"))
      try await Self.history(first, test)
    }
  }

  private static func history(_ id: String, _ test: TestHouse) async throws {
    let member = try #require(ID<Member>(text: id))
    let told = try await test.database.read { try LedgerReading.history(of: Ref(.member, member), $0).map(\.sentence) }
    #expect(told.last == "联络员（县医保局）交接，2026-11-20 起由下一任担任")
    #expect(!told.joined().contains("林序") && !told.joined().contains("0999"), "姓名和电话不进台账")
  }

  @Test(arguments: Store.both) func `a member has an account or a name, and the office alone writes`(_ store: Store)
    async throws
  {
    try await TestHouse.with(store) { test in
      let (campaign, office) = (try await Self.campaign(test), try await PlanPageTests.office(test))
      let leader = try await test.account("shenyq").id.text
      #expect(
        try await office.post("\(campaign)/group", Self.member([("part", "leader"), ("account", leader)])).status == 303
      )
      let page = Seen(try await office.get(campaign))
      #expect(page.has("沈砚清") && page.has("县政府分管副县长"))
      let (foreign, nobody) = (try await test.account("dongl").id.text, Self.member([("part", "member")]))
      #expect(
        try await office.post("\(campaign)/group", Self.member([("part", "member"), ("account", foreign)])).status
          == 422)
      #expect(try await office.post("\(campaign)/group", nobody).text.contains("要写姓名和单位"))
      #expect(
        try await office.post("\(campaign)/group", Self.member([("part", "leader"), ("name", "甲"), ("body", "乙")]))
          .status == 409)
      let future = Self.member([("part", "member"), ("name", "甲"), ("body", "乙")], since: "2099-01-01")
      #expect(try await office.post("\(campaign)/group", future).text.contains("不能晚于今天"))
      let officer = try await Visitor.signedIn(test, "zhouyn")
      #expect(try await officer.post("\(campaign)/group", nobody).status == 403)
      let id = try #require(try await officer.get("\(campaign)/group").id(after: "href=\"/members/"))
      #expect(try await officer.post("/members/\(id)/end", [("until", "2026-11-20")]).status == 403)
      let late = try await office.post("/members/\(id)/end", [("until", "2099-01-01")])
      #expect(late.status == 422 && late.text.contains("href=\"#until\""), "说明落在“从哪天起不再担任”下面")
      #expect(try await office.post("/members/\(id)/end", [("until", "2026-11-20")]).status == 303)
      #expect(
        try await office.post("\(campaign)/group", Self.member([("part", "leader"), ("account", leader)])).status
          == 303, "位子空出来了")
    }
  }

  private static let seats: [(MemberPart, String, String?)] = [
    (.leader, "县政府", "leader"), (.officeHead, "县卫生健康局", "office-head"), (.liaison, "县医保局", "liaison:县医保局"),
    (.liaison, " 县医保局 ", "liaison:县医保局"), (.deputy, "县政府", nil), (.member, "县公安局", nil), (.officeMember, "县卫生健康局", nil),
  ]

  @Test(arguments: seats) func `which seats one person holds at a time`(part: MemberPart, body: String, seat: String?) {
    #expect(part.seat(of: body) == seat)
  }
}
