import App
import Kit
import Offices
import Storage
import TestKit
import Testing
import Web

@testable import Campaign

/// Who is invited to a meeting, who signs in, who is entered by the office, who is absent.
@Suite(.serialized) struct GuestTests {
  private static func meeting(_ campaign: String, in days: Int, _ office: Visitor, _ test: TestHouse) async throws
    -> String
  {
    let told = [
      ("kind", "on-site"), ("title", "城东现场会"), ("on", test.clock.now.date.adding(days: days).iso), ("time", "9:30"),
      ("place", "城东街道"), ("chair", "副县长"), ("agenda", "1. 现场观摩"),
    ]
    let convened = try await office.post("\(campaign)/meetings", told)
    #expect(convened.status == 303)
    return convened.location
  }

  private static func asked(_ people: [Person], _ others: String = "") -> [(String, String)] {
    people.map { (GuestForm.field($0.agency), $0.id.text) } + [("others", others)]
  }

  /// The invitation that waits for somebody, from his page of today.
  private static func invitation(_ visitor: Visitor) async throws -> String {
    "/invitations/\(try #require(try await visitor.get("/today").id(after: "href=\"/invitations/")))"
  }

  private static let material = Visitor.File("files", "经验材料.txt", Array("做法。".utf8))

  @Test(arguments: Store.both) func `guests sign in on the day, the office enters the others`(_ store: Store)
    async throws
  {
    try await TestHouse.with(store) { test in
      let (campaign, office) = (try await GroupTests.campaign(test), try await PlanPageTests.office(test))
      let (police, market) = (try await test.account("shigang"), try await test.account("gujm"))
      let meeting = try await Self.meeting(campaign, in: 2, office, test)
      let here = "href=\"/campaigns\" title=\"专项行动\" aria-current=\"page\""
      #expect(Seen(try await office.get(meeting)).has(here), "会议在菜单上属于专项行动")
      #expect(try await office.post("\(meeting)/guests").text.contains("还没有选人"))
      #expect(try await office.post("\(meeting)/material").text.contains("还没有选会议材料"))
      #expect(try await office.post("\(meeting)/material", [], files: [Self.material]).status == 303)
      let others = "县医保局　林序　科长\n各乡镇"
      #expect(try await office.post("\(meeting)/guests", Self.asked([police, market], others)).status == 303)
      #expect(try await office.post("\(meeting)/guests", Self.asked([police])).text.contains("石岗已经在名单里"))
      let guest = try await Visitor.signedIn(test, "shigang")
      let own = try await Self.invitation(guest)
      let page = Seen(try await guest.get(own))
      #expect(page.has("城东现场会") && page.has("9:30") && page.has("会议当天在这里签到") && page.doubledIDs.isEmpty)
      #expect(page.links("/meetings").isEmpty && page.links("/campaigns").isEmpty)
      let file = try #require(page.links("/files/").first)
      #expect(try await guest.get(file).status == 200, "材料打得开")
      #expect(try await guest.get(meeting).status == 403)
      #expect(try await guest.post("\(own)/sign").status == 409, "还没有到那天")
      #expect(try await Visitor.signedIn(test, "gujm").post("\(own)/sign").status == 404)
      #expect(try await guest.post("\(own)/excuse").status == 422)
      try await Self.held(meeting, own, test)
    }
  }

  private static func held(_ meeting: String, _ own: String, _ test: TestHouse) async throws {
    test.clock.advance(days: 2)
    let (guest, office) = (try await Visitor.signedIn(test, "shigang"), try await PlanPageTests.office(test))
    #expect(try await guest.post("\(own)/sign").status == 303)
    #expect(try await guest.post("\(own)/sign").status == 409)
    #expect(try await guest.get("/today").id(after: "href=\"/invitations/") == nil)
    let missing = Seen(try await office.get("\(meeting)/guests?state=missing"))
    #expect(missing.has("林序") && missing.has("由单位指定") && !missing.has("石岗"))
    let links = missing.links("/invitations/")
    let body = try #require(links.first.map { String($0.split(separator: "/").last ?? "") })
    #expect(try await office.post("\(meeting)/arrivals").text.contains("还没有选人"))
    #expect(try await office.post("\(meeting)/arrivals", [("guests", body)]).status == 303)
    let came = Seen(try await office.get("\(meeting)/guests?state=arrived"))
    #expect(came.has("本人签到：石岗（县公安局）") && came.has("代为登记：罗惠（县整治办）"))
    let market = try await Visitor.signedIn(test, "gujm")
    let excuse = try await invitation(market)
    #expect(try await market.post("\(excuse)/excuse", [("reason", "值班")]).status == 303)
    #expect(Seen(try await office.get("\(meeting)/guests?state=excused")).has("值班"))
    #expect(try await market.post("\(excuse)/undo").status == 403)
    #expect(try await office.post("\(excuse)/undo").status == 303)
    #expect(try await invitation(market) == excuse, "撤销以后还要来")
    let form = OfferedForm(try await office.get(meeting))
    #expect(form.value("attendance").contains("县公安局　石岗"), "纪要从签到开始写")
    let minutes = [("attendance", form.value("attendance")), ("minutes", "看了现场。")]
    #expect(try await office.post("\(meeting)/minutes", minutes).status == 303)
    #expect(try await market.get("/today").id(after: "href=\"/invitations/") == nil, "开过的会不再等人")
    let over = Seen(try await office.get(meeting))
    #expect(over.has("缺席") && over.has("state=missing\">2</a>") && over.has("state=arrived\">2</a>"))
    try await sheets(meeting, office)
    let told = try await test.database.read { reader in
      let id = try #require(ID<Guest>(text: own.split(separator: "/").last ?? ""))
      return try LedgerReading.history(of: Ref(.guest, id), reader).map(\.sentence)
    }
    #expect(told.count == 2 && told.last?.contains("本人签到") == true, "\(told)")
  }

  private static func sheets(_ meeting: String, _ office: Visitor) async throws {
    let sheet = try await office.get("\(meeting)/sign-in/print").text
    #expect(sheet.contains("城东现场会") && sheet.contains("石岗") && sheet.contains("缺席") && sheet.contains("林序"))
    for file in ["sign-in/word", "sign-in.xlsx"] {
      #expect(try await office.get("\(meeting)/\(file)").bytes.starts(with: [0x50, 0x4B]), "\(file)")
    }
    #expect(Seen(try await office.get("\(meeting)/guests")).doubledIDs.isEmpty)
  }

  @Test(arguments: Store.both) func `nobody signs for another, nor on another day`(_ store: Store) async throws {
    try await TestHouse.with(store) { test in
      let (campaign, office) = (try await GroupTests.campaign(test), try await PlanPageTests.office(test))
      let meeting = try await Self.meeting(campaign, in: 0, office, test)
      let market = try await test.account("gujm")
      #expect(try await office.post("\(meeting)/guests", Self.asked([market])).status == 303)
      let guest = try await Visitor.signedIn(test, "gujm")
      let own = try await Self.invitation(guest)
      #expect(try await Visitor.signedIn(test, "shenyq").post("\(own)/sign").status == 403, "看得到的人也不能替他签")
      for closed in ["\(meeting)/guests/new", "\(meeting)/guests"] where closed.hasSuffix("new") {
        #expect(try await guest.get(closed).status == 403)
      }
      #expect(try await guest.post("\(meeting)/arrivals", [("guests", "x")]).status == 403)
      #expect(try await guest.post("\(meeting)/material", [], files: [Self.material]).status == 403)
      let foreign = [(GuestForm.field(market.agency), try await test.account("dongl").id.text)]
      #expect(try await office.post("\(meeting)/guests", foreign).text.contains("选的人不在岗"))
      test.clock.advance(days: 1)
      let late = try await Visitor.signedIn(test, "gujm")
      #expect(try await late.post("\(own)/sign").text.contains("只能当天由本人签到"))
      #expect(try await late.post("\(own)/excuse", [("reason", "忘了")]).status == 409)
      let again = try await PlanPageTests.office(test)
      #expect(try await again.post("\(own)/sign").status == 303, "整治办补登")
      #expect(Seen(try await again.get("\(meeting)/guests")).has("代为登记：罗惠（县整治办）"))
      #expect(Seen(try await again.get("\(campaign)/meetings")).has("state=arrived\">1</a>"))
    }
  }

  private static let lines: [(typed: String, guest: [String]?)] = [
    ("县公安局　温禾　治安大队副大队长", ["县公安局", "温禾", "治安大队副大队长"]), ("县医保局，林序", ["县医保局", "林序", ""]),
    ("各乡镇", ["各乡镇", "", ""]), ("县教育局 王一 体卫艺股 股长", ["县教育局", "王一", "体卫艺股 股长"]), ("  ", nil),
  ]

  @Test(arguments: lines) func `a line names body, person and post`(typed: String, guest: [String]?) {
    let read = NewGuests.Other(typed).map { [$0.body, $0.name, $0.post] }
    #expect(read == guest)
  }
}
