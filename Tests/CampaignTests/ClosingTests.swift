import App
import Kit
import Offices
import Storage
import TestKit
import Testing
import Web

@testable import Campaign

/// Phases and campaigns are ended by name, one after the other, over open obligations only with a reason.
@Suite(.serialized) struct ClosingTests {
  private static func campaign(_ test: TestHouse) async throws -> String {
    let office = try await PlanPageTests.office(test)
    let plan = try await PlanPageTests.bring(Texts.gaps, office)
    try await ReleasePageTests.complete(plan, office, test)
    return try await ReleasePageTests.release(plan, office, test).location
  }

  private static func end(
    _ phase: Int, of campaign: String, because reason: String? = nil, _ visitor: Visitor
  ) async throws -> Answer {
    try await visitor.post("\(campaign)/phases/\(phase)/end", reason.map { [("reason", $0)] } ?? [])
  }

  @Test(arguments: Store.both) func `phases end in their order, by the office`(_ store: Store) async throws {
    try await TestHouse.with(store) { test in
      let campaign = try await Self.campaign(test)
      let office = try await PlanPageTests.office(test)
      #expect(Seen(try await office.get(campaign)).has("期限已过，没有收尾"), "第一阶段 11 月 10 日结束")
      #expect(try await Self.end(2, of: campaign, office).text.contains("现在轮到的不是这一个"))
      #expect(try await Self.end(1, of: campaign, Visitor.signedIn(test, "zhouyn")).status == 403)
      #expect(try await Self.end(1, of: campaign, office).status == 303)
      #expect(try await Self.end(1, of: campaign, office).status == 409)
      #expect(try await Self.end(2, of: campaign, office).status == 303)
      let early = try await Self.end(3, of: campaign, office)
      #expect(early.status == 409 && early.text.contains("还没有开始"))
      #expect(try await office.post("\(campaign)/end", [("accountability", "无"), ("mechanism", "无")]).status == 409)
      let page = Seen(try await office.get("\(campaign)/closing"))
      #expect(page.has("方案已审定、发布") && page.has("阶段 3 个") && page.has("还没有到"))
      #expect(page.has("收尾 2 个") && page.has("都办结了") && page.doubledIDs.isEmpty)
      #expect(Seen(try await office.get(campaign)).has("已收尾"))
    }
  }

  @Test(arguments: Store.both) func `what is open bars the end, unless somebody says why`(_ store: Store) async throws {
    try await TestHouse.with(store) { test in
      let campaign = try await Self.campaign(test)
      let early = try await PlanPageTests.office(test)
      for phase in 1...2 { #expect(try await Self.end(phase, of: campaign, early).status == 303) }
      test.clock.advance(days: 33)
      let office = try await PlanPageTests.office(test)
      let barred = try await Self.end(3, of: campaign, office)
      #expect(barred.status == 422 && barred.text.contains("还有 1 项没有办结"))
      #expect(Seen(try await office.get("\(campaign)/closing")).has("到这个阶段结束时应当办结的义务还有 1 项"))
      #expect(Seen(try await office.get("\(campaign)/closing")).has("还有 1 项到期的义务"))
      #expect(try await Self.end(3, of: campaign, because: "总结延后一周报", office).status == 303)
      #expect(Seen(try await office.get("\(campaign)/closing")).has("写明理由收尾，当时还有 1 项"))
      #expect(Seen(try await office.get("\(campaign)/closing")).has("1 项没有办结：总结延后一周报"))
      try await Self.finish(campaign, office, test)
    }
  }

  private static func finish(_ campaign: String, _ office: Visitor, _ test: TestHouse) async throws {
    let told = [("accountability", "核实后没有需要追究的"), ("mechanism", "建立月度联合巡查制度")]
    #expect(try await office.post("\(campaign)/end").text.contains("还没有填"))
    let barred = try await office.post("\(campaign)/end", told)
    #expect(barred.status == 422 && barred.text.contains("还有 2 项没有办结"))
    let id = try #require(ID<CampaignRecord>(text: campaign.split(separator: "/").last ?? ""))
    let deadline = try await test.database.read { try DeadlineStore.list(of: id, met: false, limit: 1, offset: 0, $0) }
    let owner = try await Visitor.signedIn(test, "zhouyn")
    let met = try await owner.post("/deadlines/\(try #require(deadline.first).id)/meet", [("outcome", "已报")])
    #expect(met.status == 303)
    #expect(try await office.post("\(campaign)/end", told).text.contains("还有 1 项没有办结"), "还没有督导检查")
    #expect(Seen(try await office.get("\(campaign)/closing")).has("还差几次，期间至少一次"))
    try await SupervisionTests.visit(campaign, office, test)
    let planned = try await SupervisionTests.plan(campaign, on: test.clock.now.date, office, test).location
    #expect(try await office.post("\(campaign)/end", told).status == 303)
    #expect(try await office.post("\(planned)/record", [("summary", "结束以后才写")]).status == 409)
    #expect(!Seen(try await office.get(planned)).has("保存情况"))
    #expect(!Seen(try await office.get("\(campaign)/group")).has("登记一个人"))
    #expect(Seen(try await office.get("\(campaign)/closing")).has("建立月度联合巡查制度"))
    #expect(Seen(try await office.get("/campaigns")).has("已结束"))
    #expect(try await office.post("\(campaign)/end", told).status == 409)
    let late = [
      ("title", "再开一次"), ("on", test.clock.now.date.iso), ("place", "县政府"), ("chair", "副县长"), ("agenda", "总结"),
    ]
    #expect(try await office.post("\(campaign)/meetings", late).status == 409, "结束以后不再召集会议")
    let history = try await test.database.read { try LedgerReading.history(of: Ref(.campaign, id), $0) }
    #expect(history.contains { $0.sentence.hasSuffix("收尾，还有 1 项没有办结") && $0.reason == "总结延后一周报" })
    #expect(history.last?.sentence == "专项行动结束")
  }
}
