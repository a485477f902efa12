import App
import Kit
import Offices
import Storage
import TestKit
import Testing
import Web

@testable import Campaign

/// A meeting that is moved or called off, and whoever was asked to come.
@Suite(.serialized) struct MovingTests {
  /// A meeting in two days, to which the police and market regulation are asked; the latter excuses himself.
  private static func scene(
    _ test: TestHouse,
    _ body: (_ meeting: String, _ office: Visitor, _ police: Visitor, _ invitation: String) async throws -> Void
  ) async throws {
    let (campaign, office) = (try await GroupTests.campaign(test), try await PlanPageTests.office(test))
    let day = test.clock.now.date.adding(days: 2).iso
    let told = [
      ("kind", "on-site"), ("title", "城东现场会"), ("on", day), ("time", "9:30"), ("place", "城东街道"), ("chair", "副县长"),
      ("agenda", "1. 现场观摩"),
    ]
    let meeting = try await office.post("\(campaign)/meetings", told).location
    let people = [try await test.account("shigang"), try await test.account("gujm")]
    let asked = people.map { (GuestForm.field($0.agency), $0.id.text) } + [("others", "县医保局　林序　科长")]
    #expect(try await office.post("\(meeting)/guests", asked).status == 303)
    let market = try await Visitor.signedIn(test, "gujm")
    let excused = try #require(try await market.get("/today").id(after: "href=\"/invitations/"))
    #expect(try await market.post("/invitations/\(excused)/excuse", [("reason", "那天值班")]).status == 303)
    let police = try await Visitor.signedIn(test, "shigang")
    let id = try #require(try await police.get("/today").id(after: "href=\"/invitations/"))
    try await body(meeting, office, police, "/invitations/\(id)")
  }

  @Test(arguments: Store.both) func `a moved meeting expects everybody at the new time`(_ store: Store) async throws {
    try await TestHouse.with(store) { test in
      try await Self.scene(test) { meeting, office, police, invitation in
        let today = test.clock.now.date
        func moved(_ days: Int, _ place: String = "城东街道", _ reason: String = "与防汛会议冲突") -> [(String, String)] {
          [("on", today.adding(days: days).iso), ("time", "9:30"), ("place", place), ("reason", reason)]
        }
        #expect(try await police.post("\(meeting)/move", moved(3)).status == 403)
        #expect(try await office.post("\(meeting)/move", moved(-1)).text.contains("不能早于今天"))
        #expect(try await office.post("\(meeting)/move", moved(2)).text.contains("都没有变"))
        #expect(try await office.post("\(meeting)/move", moved(3, "城东街道", "")).text.contains("还没有填"))
        #expect(try await office.post("\(meeting)/move", moved(3, "城西街道")).status == 303)
        let page = Seen(try await office.get(meeting))
        #expect(page.has("会议改期：原定") && page.has("与防汛会议冲突") && page.has("城西街道") && page.doubledIDs.isEmpty)
        let seen = Seen(try await police.get(invitation))
        #expect(seen.has("会议改期：原定") && seen.has("城西街道"))
        #expect(try await police.get("/today").text.contains("城西街道"), "待办的依据写的是新的地点")
        let market = try await Visitor.signedIn(test, "gujm")
        #expect(try await market.get("/today").text.contains("参加会议：城东现场会"), "请过假的，改期以后重新请他")
        #expect(Seen(try await office.get("\(meeting)/guests")).has("还没有签到 3"))
        test.clock.advance(days: 2)
        let early = try await Visitor.signedIn(test, "shigang")
        #expect(try await early.post("\(invitation)/sign").text.contains("只能当天由本人签到"))
        test.clock.advance(days: 1)
        let own = try await Visitor.signedIn(test, "shigang")
        #expect(try await own.post("\(invitation)/sign").status == 303)
        let late = try await PlanPageTests.office(test)
        #expect(try await late.post("\(meeting)/move", moved(9)).text.contains("已经有人签到"))
        #expect(try await late.post("\(meeting)/call-off", [("off-reason", "不开了")]).text.contains("已经有人签到"))
        #expect(try await test.house.database.verifyLedger([]).faults.isEmpty)
      }
    }
  }

  @Test(arguments: Store.both) func `a meeting that is called off is told to whoever was to come`(_ store: Store)
    async throws
  {
    try await TestHouse.with(store) { test in
      try await Self.scene(test) { meeting, office, police, invitation in
        #expect(try await police.post("\(invitation)/known").status == 409)
        #expect(try await office.post("\(meeting)/call-off").text.contains("还没有填"))
        #expect(try await office.post("\(meeting)/call-off", [("off-reason", "并入下周的推进会")]).status == 303)
        let page = Seen(try await office.get(meeting))
        #expect(page.has("会议已经取消：并入下周的推进会") && !page.has("登记到会") && page.doubledIDs.isEmpty)
        #expect(!page.has("加一项决议") && !page.has("改期或者换地点"))
        let today = try await police.get("/today").text
        #expect(today.contains("会议取消，不用参加：城东现场会") && !today.contains("参加会议：城东现场会"))
        let market = try await Visitor.signedIn(test, "gujm")
        #expect(!(try await market.get("/today").text.contains("会议取消")), "请过假的本来就不来")
        #expect(try await office.post("\(invitation)/known").status == 403)
        #expect(try await police.post("\(invitation)/sign").text.contains("会议已经取消"))
        #expect(try await police.post("\(invitation)/known").status == 303)
        #expect(try await police.post("\(invitation)/known").text.contains("没有等着知悉"))
        #expect(!(try await police.get("/today").text.contains("会议取消")))
        try await Self.closed(meeting, office, test)
      }
    }
  }

  /// Nothing more can be done with it, and the next joint meeting takes no number after it.
  private static func closed(_ meeting: String, _ office: Visitor, _ test: TestHouse) async throws {
    let deeds: [(String, [(String, String)])] = [
      ("call-off", [("off-reason", "再取消")]), ("minutes", [("attendance", "县公安局"), ("minutes", "开了")]),
      ("guests", [("others", "县教育局")]),
      ("move", [("on", test.clock.now.date.iso), ("time", ""), ("place", "礼堂"), ("reason", "再开")]),
    ]
    for (deed, form) in deeds {
      #expect(try await office.post("\(meeting)/\(deed)", form).text.contains("会议已经取消"), "\(deed)")
    }
    #expect(try await test.house.database.verifyLedger([]).faults.isEmpty)
  }
}
