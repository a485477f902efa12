import App
import Kit
import Offices
import Storage
import TestKit
import Testing
import Web

@testable import Campaign

/// From the reading to a running campaign, through the pages, on both stores.
@Suite(.serialized) struct ReleasePageTests {
  static func items(_ plan: String, _ test: TestHouse) async throws -> [PlanItem] {
    let id = try #require(ID<Plan>(text: plan.split(separator: "/").last ?? ""))
    return try await test.database.read { try ItemStore.all(of: id, $0) }
  }

  /// Fills everything that `Texts.gaps` leaves open.
  static func complete(_ plan: String, _ office: Visitor, _ test: TestHouse) async throws {
    for item in try await items(plan, test).of(.phase) where !item.lacks.isEmpty {
      let filled = try await office.post(
        "\(plan)/items/\(item.id)",
        [
          ("as", "q\(item.number)-"), ("of", "start,end"), ("q\(item.number)-start", "2026-12-21"),
          ("q\(item.number)-end", "2026年12月31日"),
        ])
      #expect(filled.status == 303)
    }
    #expect(try await office.post("\(plan)/leads").status == 303)
    #expect(try await office.post("\(plan)/undated").status == 303)
  }

  /// Sent by the office, approved by the head.
  static func approve(_ plan: String, _ office: Visitor, _ test: TestHouse) async throws {
    let head = try await test.account("heyuan").id.text
    let due = test.clock.now.date.adding(days: 3).iso
    _ = try await office.post("\(plan)/submit", [("approver", head), ("due", due)])
    _ = try await answer("approve", "\(plan)/approve", seenOn: "\(plan)/approval", Visitor.signedIn(test, "heyuan"))
  }

  /// What somebody answers who has the page before him.
  static func answer(
    _ decision: String, _ path: String, seenOn page: String, _ approver: Visitor, because reason: String = ""
  ) async throws -> Answer {
    let digest = OfferedForm(try await approver.get(page)).value("digest")
    return try await approver.post(path, [("digest", digest), ("decision", decision), ("reason", reason)])
  }

  static func release(_ plan: String, _ office: Visitor, _ test: TestHouse, owner: String = "zhouyn") async throws
    -> Answer
  {
    try await approve(plan, office, test)
    let person = try await test.account(owner)
    let owners = Release.dated(try await items(plan, test)).map { (Release.ownerField($0), person.id.text) }
    return try await office.post("\(plan)/release", [("title", "清沅县2026年整治行动")] + owners)
  }

  @Test(arguments: Store.both) func asksForGapsAndReleases(_ store: Store) async throws {
    try await TestHouse.with(store) { test in
      let office = try await PlanPageTests.office(test)
      let plan = try await PlanPageTests.bring(Texts.gaps, office)
      let before = Seen(try await office.get("\(plan)/release"))
      #expect(before.has("还不能发布") && before.has("没有写全开始和结束的日期") && before.has("没有牵头单位"))
      #expect(try await Self.release(plan, office, test).status == 422)

      try await Self.complete(plan, office, test)
      let items = try await Self.items(plan, test)
      #expect(items.of(.task).allSatisfy { $0.fields.has(.lead) })
      #expect(items.filter { $0.isGap && $0.isOpenFinding }.isEmpty, "一个日期空白补上后，它的疑点也了结")
      let waiting = Seen(try await office.get("\(plan)/release"))
      #expect(waiting.has("没有送审") && !waiting.has("发布，开始专项行动") && waiting.doubledIDs.isEmpty)
      try await Self.approve(plan, office, test)
      let ready = Seen(try await office.get("\(plan)/release"))
      #expect(ready.has("发布，开始专项行动") && !ready.has("还不能发布"))
      #expect(ready.doubledIDs.isEmpty)

      let answer = try await Self.release(plan, office, test)
      #expect(answer.status == 303 && answer.location.hasPrefix("/campaigns/"))
      let page = Seen(try await office.get(answer.location))
      #expect(page.has("清沅县2026年整治行动") && page.has("aria-current=\"step\""))
      #expect(page.has("动员部署") && page.has("总结"))
      #expect(page.has("医院") && page.has("诊所") && page.has("到期义务"))
      #expect(page.has("周予宁") && page.has("《清沅县2026年医疗秩序专项整治工作方案》："))
      #expect(page.doubledIDs.isEmpty)
      #expect(Seen(try await office.get("/campaigns")).has(answer.location))
    }
  }

  @Test(arguments: Store.both) func locksAReleasedPlan(_ store: Store) async throws {
    try await TestHouse.with(store) { test in
      let office = try await PlanPageTests.office(test)
      let plan = try await PlanPageTests.bring(Texts.gaps, office)
      try await Self.complete(plan, office, test)
      let campaign = try await Self.release(plan, office, test).location
      let page = Seen(try await office.get(plan))
      #expect(page.has("已发布") && page.has(campaign) && !page.has("<summary>改正</summary>"))
      #expect(try await office.post("\(plan)/leads").status == 409)
      #expect(try await Self.release(plan, office, test).status == 409)
      #expect(try await office.get("\(plan)/release").location == campaign)
      let count = try await test.database.read { try $0.number("SELECT COUNT(*) FROM campaign") }
      #expect(count == 1)
    }
  }

  @Test(arguments: Store.both) func offersTasksToOtherRooms(_ store: Store) async throws {
    try await TestHouse.with(store) { test in
      let office = try await PlanPageTests.office(test)
      let plan = try await PlanPageTests.bring(Texts.gaps, office)
      let today = test.database.world.today
      #expect(try await test.database.read { try Campaign.tasks(in: Cast.county, on: today, $0).isEmpty })
      try await Self.complete(plan, office, test)
      let campaign = try await Self.release(plan, office, test).location
      let tasks = try await test.database.read { try Campaign.tasks(in: Cast.county, on: today, $0) }
      #expect(tasks.count == 3 && tasks.allSatisfy { campaign.hasSuffix($0.campaign.text) })
      let first = try #require(tasks.first)
      #expect(first.label.contains("严厉打击无证行医") && first.campaignTitle == "清沅县2026年整治行动")
      #expect(try await test.database.read { try Campaign.task(first.id, $0)?.text } == first.text)
      #expect(try await test.database.read { try Campaign.tasks(in: Cast.otherCounty, on: today, $0).isEmpty })
      #expect(Seen(try await office.get("/tasks/\(first.id)")).has("县公安局、县市场监管局"))
    }
  }

  @Test(arguments: Store.both) func deadlinesAreDutiesThatTheirOwnerMeets(_ store: Store) async throws {
    try await TestHouse.with(store) { test in
      let office = try await PlanPageTests.office(test)
      let plan = try await PlanPageTests.bring(Texts.gaps, office)
      try await Self.complete(plan, office, test)
      let campaign = try await Self.release(plan, office, test).location
      let officer = try await Visitor.signedIn(test, "zhouyn")
      let deadline = try #require(Seen(try await officer.get("/today")).links("/deadlines/").first)
      #expect(try await Visitor.signedIn(test, "qinsa").post("\(deadline)/meet", [("outcome", "代办")]).status == 403)
      #expect(try await officer.post("\(deadline)/meet", [("outcome", "")]).status == 422)
      #expect(try await officer.post("\(deadline)/meet", [("outcome", "12月20日已报县整治办")]).status == 303)
      #expect(try await officer.post("\(deadline)/meet", [("outcome", "再报")]).status == 409)
      #expect(Seen(try await officer.get("/today")).links("/deadlines/").isEmpty)
      #expect(Seen(try await officer.get(deadline)).has("已办结"))
      #expect(Seen(try await office.get("\(campaign)/deadlines?state=met")).links("/deadlines/") == [deadline])
      #expect(!Seen(try await office.get("\(campaign)/deadlines?state=open")).links("/deadlines/").contains(deadline))
      #expect(Seen(try await office.get(campaign)).links("\(campaign)/deadlines").count == 2)
    }
  }

  @Test(arguments: Store.both) func refusesOwnersWhoAreNotThere(_ store: Store) async throws {
    try await TestHouse.with(store) { test in
      let office = try await PlanPageTests.office(test)
      let plan = try await PlanPageTests.bring(Texts.gaps, office)
      try await Self.complete(plan, office, test)
      let answer = try await Self.release(plan, office, test, owner: "dongl")
      #expect(answer.status == 422 && answer.text.contains("还没有选责任人"))
    }
  }

  @Test(arguments: Store.both) func figuresStayInsideOfTheCounty(_ store: Store) async throws {
    try await TestHouse.with(store) { test in
      let office = try await PlanPageTests.office(test)
      let plan = try await PlanPageTests.bring(Texts.gaps, office)
      try await Self.complete(plan, office, test)
      let campaign = try await Self.release(plan, office, test).location
      let neighbour = try await Visitor.signedIn(test, "dongl")
      #expect(try await neighbour.get(campaign).status == 404)
      #expect(try await neighbour.get("\(campaign)/coverage?type=hospital").status == 404)
      #expect(!Seen(try await neighbour.get("/campaigns")).has(campaign))
      let superior = try await Visitor.signedIn(test, "mengzh")
      #expect(try await superior.get(campaign).status == 200)
      #expect(try await superior.get("\(campaign)/coverage?type=hospital").status == 200)
      #expect(try await superior.get("\(campaign)/coverage?type=nothing").status == 404)
    }
  }
}
