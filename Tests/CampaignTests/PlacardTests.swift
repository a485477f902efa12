import App
import Duties
import Kit
import Offices
import Storage
import TestKit
import Testing
import Web

@testable import Campaign

/// Tasks, duties and units that the leading group or the superior watches openly, through their pages.
@Suite(.serialized) struct PlacardTests {
  static let proof = Visitor.File("files", "巡查记录.txt", Array("每户都查了。".utf8))

  static func told(
    _ matter: String, owner: String?, _ due: CivilDate, _ test: TestHouse
  ) async throws -> [(String, String)] {
    var fields = [("matter", matter), ("reason", "拖了一个月"), ("demands", "逐户查清，报清单"), ("due", due.iso)]
    if let owner { fields.append(("owner", try await test.account(owner).id.text)) }
    return fields
  }

  private static func task(_ campaign: String, _ test: TestHouse) async throws -> String {
    let id = try #require(ID<CampaignRecord>(text: campaign.split(separator: "/").last ?? ""))
    let tasks = try await test.database.read { try CampaignStore.tasks(id, $0) }
    return try #require(tasks.first).ref.description
  }

  @Test(arguments: Store.both) func `a task is listed, reported with proof, returned, reported again, taken off`(
    _ store: Store
  ) async throws {
    try await TestHouse.with(store) { test in
      let (campaign, due) = (try await GroupTests.campaign(test), test.clock.now.date.adding(days: 10))
      let (leader, unit) = (try await Visitor.signedIn(test, "shenyq"), try await Visitor.signedIn(test, "gujm"))
      let task = try await Self.task(campaign, test)
      #expect(Seen(try await leader.get("\(campaign)/placards")).has("现在没有挂牌的"))
      let form = try await leader.get("\(campaign)/placards/new?matter=\(task)")
      #expect(OfferedForm(form).selected("matter") == task && Seen(form).doubledIDs.isEmpty)
      let fields = try await Self.told(task, owner: "gujm", due, test)
      #expect(try await PlanPageTests.office(test).post("\(campaign)/placards", fields).status == 403)
      let listed = try await leader.post("\(campaign)/placards", fields)
      #expect(listed.location.hasPrefix("/placards/"), "\(listed.text.suffix(600))")
      let placard = listed.location
      #expect(try await leader.post("\(campaign)/placards", fields).text.contains("这项任务已经挂牌"))
      #expect(try await unit.get("/today").text.contains("已挂牌督办，报告办理结果"))
      #expect(try await leader.post("\(placard)/lift", [("why", "x")]).text.contains("还没有报告进展"))
      let told = [("text", "查了三十户")]
      #expect(try await unit.post("\(placard)/report", told).text.contains("没有附证明材料"))
      #expect(try await leader.post("\(placard)/report", told, files: [Self.proof]).status == 403)
      #expect(try await unit.post("\(placard)/report", told, files: [Self.proof]).status == 303)
      #expect(try await unit.post("\(placard)/report", told, files: [Self.proof]).status == 409)
      let back = [("reason", "少了村卫生室"), ("due", due.iso)]
      #expect(try await leader.post("\(placard)/return", back).status == 303)
      #expect(try await leader.post("\(placard)/lift", [("why", "x")]).status == 409, "退回的不算报告")
      #expect(try await unit.post("\(placard)/report", told, files: [Self.proof]).status == 303)
      #expect(try await leader.post("\(placard)/lift", [("why", "办到了")]).status == 303)
      #expect(try await leader.post("\(placard)/lift", [("why", "再摘")]).status == 409)
      let page = Seen(try await unit.get(placard))
      #expect(page.has("已摘牌") && page.has("少了村卫生室") && page.has("巡查记录.txt") && page.doubledIDs.isEmpty)
      #expect(try await leader.post("\(campaign)/placards", fields).status == 303, "摘牌以后可以再挂")
      let panel = Seen(try await unit.get("/tasks/\(task.split(separator: ":").last ?? "")"))
      #expect(panel.has("挂牌 2 次") && panel.has(placard))
    }
  }

  @Test(arguments: Store.both) func `only below, only by whoever listed it or above, and everybody can read it`(
    _ store: Store
  ) async throws {
    try await TestHouse.with(store) { test in
      let (campaign, due) = (try await GroupTests.campaign(test), test.clock.now.date.adding(days: 5))
      let (leader, superior) = (
        try await Visitor.signedIn(test, "shenyq"), try await Visitor.signedIn(test, "mengzh")
      )
      for (owner, matter) in [("mengzh", "unit"), ("shenyq", "unit"), ("gujm", "task:zzzzzzzz")] {
        let wrong = try await Self.told(matter, owner: owner, due, test)
        #expect(try await leader.post("\(campaign)/placards", wrong).status == 422, "\(owner) \(matter)")
      }
      let early = try await Self.told("unit", owner: "gujm", test.clock.now.date.adding(days: -1), test)
      #expect(try await leader.post("\(campaign)/placards", early).text.contains("不能早于今天"))
      let fromAbove = try await superior.post(
        "\(campaign)/placards", Self.told("unit", owner: "luohui", due, test)
      ).location
      let office = try await PlanPageTests.office(test)
      #expect(try await office.post("\(fromAbove)/report", [("text", "在办")], files: [Self.proof]).status == 303)
      #expect(try await leader.post("\(fromAbove)/lift", [("why", "够了")]).status == 403, "上级挂的，县里不能摘")
      #expect(Seen(try await leader.get(fromAbove)).has("上级挂牌"))
      let own = try await leader.post("\(campaign)/placards", Self.told("unit", owner: "gujm", due, test)).location
      let unit = try await Visitor.signedIn(test, "gujm")
      #expect(try await unit.post("\(own)/report", [("text", "在办")], files: [Self.proof]).status == 303)
      #expect(try await superior.post("\(own)/lift", [("why", "够了")]).status == 303, "上级可以摘")
      #expect(Seen(try await Visitor.signedIn(test, "zhouyn").get("/placards")).links("/placards/").contains(fromAbove))
      #expect(try await Visitor.signedIn(test, "dongl").get(fromAbove).status == 404)
      #expect(!Seen(try await Visitor.signedIn(test, "dongl").get("/placards")).has("市场监管局"))
      #expect(try await unit.post("\(campaign)/placards", early).status == 403)
    }
  }

  @Test(arguments: Store.both) func `a duty is answered by its owner, what is late escalates, and bars the end`(
    _ store: Store
  ) async throws {
    try await TestHouse.with(store) { test in
      let campaign = try await GroupTests.campaign(test)
      let leader = try await Visitor.signedIn(test, "shenyq")
      let id = try #require(ID<CampaignRecord>(text: campaign.split(separator: "/").last ?? ""))
      let duty = try #require(try await test.database.read { try Duties.ofCampaign(id.value, $0) }.first)
      let fields = try await Self.told(
        Ref(.duty, duty.id).description, owner: nil, test.clock.now.date.adding(days: 1), test)
      let placard = try await leader.post("\(campaign)/placards", fields).location
      #expect(Seen(try await leader.get(placard)).has(duty.ownerName))
      test.clock.advance(days: 10)
      let content = try HouseContent.load(TestHouse.contentFolder)
      try await Duties(law: content.law, roles: content.roles, ladders: content.ladders).sweep(test.database)
      let superior = try await Visitor.signedIn(test, "mengzh")
      #expect(try await superior.get("/today").text.contains("已挂牌督办"), "过了期限，报到上级")
      let again = try await Visitor.signedIn(test, "shenyq")
      #expect(Seen(try await again.get("\(campaign)/placards?state=late")).links("/placards/").contains(placard))
      let page = Seen(try await again.get(campaign))
      #expect(page.has("\(campaign)/placards?state=late"))
      for phase in 1...3 {
        if phase == 3 { test.clock.advance(days: 40) }
        let office = try await PlanPageTests.office(test)
        #expect(try await office.post("\(campaign)/phases/\(phase)/end", [("reason", "县里要求")]).status == 303)
      }
      #expect(Seen(try await PlanPageTests.office(test).get("\(campaign)/closing")).has("挂了牌没有摘的"))
    }
  }
}
