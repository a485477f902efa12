import App
import Duties
import Kit
import Offices
import Packs
import Storage
import TestKit
import Testing
import Web

@testable import Campaign

/// Joint meetings: the agenda comes from the records, resolutions become duties.
@Suite(.serialized) struct MeetingTests {
  private static func campaign(_ test: TestHouse) async throws -> String {
    let office = try await PlanPageTests.office(test)
    let plan = try await PlanPageTests.bring(Texts.gaps, office)
    try await ReleasePageTests.complete(plan, office, test)
    return try await ReleasePageTests.release(plan, office, test).location
  }

  private static func convene(_ campaign: String, on day: String, _ office: Visitor) async throws -> Answer {
    try await office.post(
      "\(campaign)/meetings",
      [("title", "第一次联席会议"), ("on", day), ("place", "县政府三楼"), ("chair", "副县长"), ("agenda", "1. 通报进度\r\n2. 部署检查")])
  }

  @Test(arguments: Store.both) func `the agenda names what is late, unended and coming`(_ store: Store) async throws {
    try await TestHouse.with(store) { test in
      let campaign = try await Self.campaign(test)
      let office = try await PlanPageTests.office(test)
      let early = Seen(try await office.get("\(campaign)/meetings/new"))
      #expect(early.has("第1次联席会议") && early.has("1. 没有收尾的阶段：动员部署") && !early.has("逾期未办"))
      test.clock.advance(days: 40)
      let again = try await PlanPageTests.office(test)
      let late = Seen(try await again.get("\(campaign)/meetings/new"))
      #expect(late.has("1. 逾期未办：") && late.has("周予宁，逾期"))
      #expect(late.has("没有收尾的阶段：集中整治") && late.doubledIDs.isEmpty)
    }
  }

  @Test(arguments: Store.both) func `each kind of meeting begins with its own points and number`(_ store: Store)
    async throws
  {
    try await TestHouse.with(store) { test in
      let campaign = try await Self.campaign(test)
      let office = try await PlanPageTests.office(test)
      let mobilisation = Seen(try await office.get("\(campaign)/meetings/new?kind=mobilisation"))
      #expect(mobilisation.has("整治行动动员会") && mobilisation.has("1. 宣读实施方案") && !mobilisation.has("没有收尾的阶段"))
      let summary = Seen(try await office.get("\(campaign)/meetings/new?kind=summary"))
      #expect(summary.has("3. 部署长效机制\n4. 没有收尾的阶段"), "固定的议程在前，台账的在后")
      let told = [
        ("title", "动员会"), ("on", test.clock.now.date.iso), ("place", "会场"), ("chair", "副县长"), ("agenda", "动员"),
      ]
      #expect(try await office.post("\(campaign)/meetings", [("kind", "mobilisation")] + told).status == 303)
      #expect(try await office.post("\(campaign)/meetings", [("kind", "party")] + told).text.contains("种类不在列表里"))
      let list = Seen(try await office.get("\(campaign)/meetings"))
      #expect(list.has("data-l=\"种类\"><span>动员会"))
      #expect(Seen(try await office.get("\(campaign)/meetings/new")).has("第1次联席会议"), "各种会议各自编号")
    }
  }

  private static let strange: [(name: String, text: String, why: String)] = [
    ("没有联席会议", "meetings: [{key: other, title: 别的会, why: x, source: x, confidence: U}]", "缺少 joint"),
    (
      "同一种两次",
      "meetings: [{key: joint, title: 会, why: x, source: x, confidence: U}, {key: joint, title: 会, why: x, source: x, confidence: U}]",
      "重复"
    ),
  ]

  @Test(arguments: strange) func `a list of kinds that cannot be right is refused`(
    name: String, text: String, why: String
  ) throws {
    let error = #expect(throws: (any Error).self) {
      try MeetingKinds.load(OneFile(path: "meetings/kinds.yaml", text: text))
    }
    #expect("\(try #require(error))".contains(why), "\(name)")
  }

  @Test(arguments: Store.both) func `resolutions are owned, and carried out by their owner`(_ store: Store) async throws
  {
    try await TestHouse.with(store) { test in
      let campaign = try await Self.campaign(test)
      let office = try await PlanPageTests.office(test)
      let today = test.clock.now.date
      let meeting = try await Self.convene(campaign, on: today.iso, office).location
      #expect(meeting.hasPrefix("/meetings/"))
      #expect(try await office.get(meeting).text.contains("<p>1. 通报进度</p><p>2. 部署检查</p>"), "一条一行")
      #expect(try await office.post("\(meeting)/minutes", [("minutes", "议定事项")]).text.contains("还没有填"))
      let written = [("attendance", "县公安局\n县医保局"), ("minutes", "会议听取了进度，议定两项。")]
      #expect(try await office.post("\(meeting)/minutes", written).status == 303)
      try await Self.resolve(meeting, today, office, test)
      let id = try #require(try await office.get(meeting).id(after: "href=\"/resolutions/"))
      let owner = try await Visitor.signedIn(test, "zhouyn")
      #expect(try await owner.get("/today").text.contains("会议决议：联合检查三家药店"))
      let outsider = try await Visitor.signedIn(test, "qinsa")
      let other = try await test.account("qinsa").id.text
      #expect(try await owner.post("/resolutions/\(id)/reassign", [("owner", other)]).status == 403, "由整治办改派")
      #expect(try await office.post("/resolutions/\(id)/reassign", [("owner", other)]).status == 303)
      #expect(try await owner.post("/resolutions/\(id)/done", [("outcome", "办了")]).status == 403, "已经不是他的事")
      let back = try await test.account("zhouyn").id.text
      #expect(try await office.post("/resolutions/\(id)/reassign", [("owner", back)]).status == 303)
      #expect(try await outsider.post("/resolutions/\(id)/done", [("outcome", "办了")]).status == 403)
      #expect(try await owner.post("/resolutions/\(id)/done", [("outcome", "三家都查了，一家立案")]).status == 303)
      #expect(try await owner.post("/resolutions/\(id)/done", [("outcome", "再办")]).text.contains("已经办结"))
      let page = Seen(try await office.get(meeting))
      #expect(page.has("三家都查了") && page.has("县医保局") && page.has("发到工作群的文字") && page.doubledIDs.isEmpty)
      #expect(Seen(try await office.get("\(campaign)/meetings")).has("办结 1 / 1 项"))
      try await Self.history(meeting, test)
    }
  }

  private static func resolve(
    _ meeting: String, _ today: CivilDate, _ office: Visitor, _ test: TestHouse
  ) async throws {
    let owner = try await test.account("zhouyn").id.text
    func decide(_ owner: String, _ due: CivilDate) async throws -> Answer {
      try await office.post(
        "\(meeting)/resolutions", [("text", "联合检查三家药店"), ("owner", owner), ("due", due.iso)])
    }
    #expect(try await decide(owner, today.adding(days: -1)).text.contains("不能早于今天"))
    #expect(try await decide(try await test.account("dongl").id.text, today.adding(days: 7)).status == 422, "邻县的人")
    #expect(try await decide(try await test.account("xiaok").id.text, today.adding(days: 7)).status == 422, "看不到专项行动的人")
    let again = try await decide("", today.adding(days: 7))
    #expect(again.status == 422 && again.text.contains("县医保局"), "纪要还在")
    #expect(try await decide(owner, today.adding(days: 7)).status == 303)
  }

  private static func history(_ meeting: String, _ test: TestHouse) async throws {
    let id = try #require(ID<Meeting>(text: meeting.split(separator: "/").last ?? ""))
    let told = try await test.database.read { try LedgerReading.history(of: Ref(.meeting, id), $0).map(\.sentence) }
    #expect(told.count == 6 && told.last == "第 1 项决议办结" && !told.joined().contains("县医保局"))
  }

  @Test(arguments: Store.both) func `nothing is written of a meeting that was not held`(_ store: Store) async throws {
    try await TestHouse.with(store) { test in
      let campaign = try await Self.campaign(test)
      let office = try await PlanPageTests.office(test)
      let meeting = try await Self.convene(campaign, on: test.clock.now.date.adding(days: 3).iso, office).location
      let early = try await office.post("\(meeting)/minutes", [("attendance", "县公安局"), ("minutes", "议定")])
      #expect(early.status == 409 && early.text.contains("还没有开"))
      #expect(try await Self.convene(campaign, on: "", office).status == 422)
      let officer = try await Visitor.signedIn(test, "zhouyn")
      #expect(try await Self.convene(campaign, on: test.clock.now.date.iso, officer).status == 403)
      #expect(try await officer.get(meeting).status == 200)
    }
  }
}

struct OneFile: ContentSource {
  let path: String
  let text: String

  func paths() -> [String] { [path] }
  func bytes(_ asked: String) -> [UInt8]? { asked == path ? Array(text.utf8) : nil }
}
