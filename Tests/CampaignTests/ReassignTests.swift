import App
import Duties
import Kit
import Offices
import Storage
import TestKit
import Testing
import Web

@testable import Campaign

/// What is owed to a campaign stays owed by somebody who can do it, whoever comes and goes.
@Suite(.serialized) struct ReassignTests {
  private static func newcomer(besides login: String, _ test: TestHouse) async throws -> Person {
    let password = await Password.derive(Cast.password, salt: Array(repeating: 9, count: 16))
    let (one, roles) = (try await test.account(login), test.house.roles)
    let id = try await test.database.change(Cast.county, by: .system, deed: .addAccount) { tx in
      try Offices.addAccount(
        NewAccount(
          login: "jieban", name: "接班人", post: "科员", agency: one.agency, region: one.region, certificate: nil,
          roles: one.roles, password: password),
        roles: roles, tx)
    }
    return try #require(try await test.database.read { try Offices.person(id, $0) })
  }

  private static func asked(_ person: Person, of campaign: String, by asker: Visitor, _ test: TestHouse) async throws
    -> (address: String, ref: Ref)
  {
    let due = test.clock.now.date.adding(days: 5).iso
    let fields = [("what", "实施方案"), ("due", due), (FilingForm.field(person.agency), person.id.text)]
    #expect(try await asker.post("\(campaign)/filings", fields).status == 303)
    let id = try #require(try await asker.get("\(campaign)/filings").id(after: "href=\"/filings/"))
    return ("/filings/\(id)", Ref(.filing, try #require(ID<Filing>(text: id))))
  }

  private static func owner(of ref: Ref, _ test: TestHouse) async throws -> ID<Account>? {
    try await test.database.read { try Duties.waiting(on: ref, $0).first?.owner }
  }

  @Test(arguments: Store.both) func `whoever supervises gives it to another person of the agency`(_ store: Store)
    async throws
  {
    try await TestHouse.with(store) { test in
      let (campaign, office) = (try await GroupTests.campaign(test), try await PlanPageTests.office(test))
      let (town, market) = (try await test.account("yuhe"), try await test.account("gujm"))
      let heir = try await Self.newcomer(besides: "yuhe", test)
      let (address, ref) = try await Self.asked(town, of: campaign, by: office, test)
      #expect(Seen(try await office.get(address)).has("改由谁办"))
      #expect(try await office.post("\(address)/reassign", [("owner", market.id.text)]).status == 422, "别的单位的人")
      #expect(try await office.post("\(address)/reassign", [("owner", town.id.text)]).status == 422, "还是同一个人")
      #expect(
        try await Visitor.signedIn(test, "yuhe").post("\(address)/reassign", [("owner", heir.id.text)]).status == 403)
      #expect(try await office.post("\(address)/reassign", [("owner", heir.id.text)]).status == 303)
      #expect(try await Self.owner(of: ref, test) == heir.id)
      let paper = Visitor.File("files", "实施方案.txt", Array("动员、检查、总结。".utf8))
      let former = try await Visitor.signedIn(test, "yuhe")
      #expect(try await former.post("\(address)/file", [], files: [paper]).status == 403, "已经不是他的事")
      #expect(try await office.post("\(address)/reassign", [("owner", town.id.text)]).status == 303)
      #expect(try await former.post("\(address)/file", [], files: [paper]).status == 303)
      #expect(try await office.post("\(address)/reassign", [("owner", heir.id.text)]).status == 409, "已经报了")
      let back = [("reason", "没有写日期"), ("due", test.clock.now.date.adding(days: 3).iso)]
      #expect(try await office.post("\(address)/return", back).status == 303)
      #expect(try await Self.owner(of: ref, test) == town.id, "退回给原来的责任人")
    }
  }

  @Test(arguments: Store.both) func `with the seat of the liaison goes what he owes`(_ store: Store) async throws {
    try await TestHouse.with(store) { test in
      let (campaign, office) = (try await GroupTests.campaign(test), try await PlanPageTests.office(test))
      let (town, heir) = (try await test.account("yuhe"), try await Self.newcomer(besides: "yuhe", test))
      let (_, ref) = try await Self.asked(town, of: campaign, by: office, test)
      let seat = [("since", "2026-11-01"), ("document", "柳塘镇来函")]
      let first = [("part", "liaison"), ("account", town.id.text)] + seat
      #expect(try await office.post("\(campaign)/group", first).status == 303)
      let member = try #require(try await office.get("\(campaign)/group").id(after: "href=\"/members/"))
      let next = try await office.post("/members/\(member)/hand-over", [("account", heir.id.text)] + seat)
      #expect(next.status == 303)
      #expect(try await Self.owner(of: ref, test) == heir.id)
    }
  }

  @Test(arguments: Store.both) func `nobody takes over what he cannot open`(_ store: Store) async throws {
    try await TestHouse.with(store) { test in
      let (campaign, office) = (try await GroupTests.campaign(test), try await PlanPageTests.office(test))
      let (town, keeper) = (try await test.account("yuhe"), try await test.account("xiaok"))
      let heir = try await Self.newcomer(besides: "yuhe", test)
      let (_, ref) = try await Self.asked(town, of: campaign, by: office, test)
      let part = try #require(Reassigning.handOvers(test.house.roles).first)
      #expect(try await test.database.read { try part.open(town.id.value, $0) } == [ref])
      await #expect(throws: GivingRefusal.cannotOpen(keeper.label)) {
        try await test.database.change(Cast.county, by: .system, deed: .reassignFiling) {
          try part.move(ref, town.id.value, keeper.id.value, $0)
        }
      }
      #expect(try await Self.owner(of: ref, test) == town.id)
      try await test.database.change(Cast.county, by: .system, deed: .reassignFiling) {
        try part.move(ref, town.id.value, heir.id.value, $0)
      }
      #expect(try await Self.owner(of: ref, test) == heir.id)
    }
  }

  @Test(arguments: Store.both) func `a deadline of the plan goes to another person on the office's word`(_ store: Store)
    async throws
  {
    try await TestHouse.with(store) { test in
      let office = try await PlanPageTests.office(test)
      let campaign = try await VersionTests.campaign(test, office)
      let id = try #require(try await office.get("\(campaign)/deadlines").id(after: "href=\"/deadlines/"))
      let ref = Ref(.deadline, try #require(ID<CampaignDeadline>(text: id)))
      let (former, next) = (try await test.account("zhouyn"), try await test.account("heyuan"))
      func reassign(_ login: String, by visitor: Visitor) async throws -> Int {
        let person = try await test.account(login).id.text
        return try await visitor.post("/deadlines/\(id)/reassign", [("owner", person)]).status
      }
      #expect(Seen(try await office.get("/deadlines/\(id)")).has("改由谁办"))
      #expect(try await reassign("xiaok", by: office) == 422, "打不开的人")
      #expect(try await reassign("dongl", by: office) == 422, "邻县的人")
      #expect(try await reassign("zhouyn", by: office) == 422, "还是同一个人")
      let owner = try await Visitor.signedIn(test, "zhouyn")
      #expect(try await reassign("heyuan", by: owner) == 403)
      #expect(try await Self.owner(of: ref, test) == former.id)
      #expect(try await reassign("heyuan", by: office) == 303)
      #expect(try await Self.owner(of: ref, test) == next.id)
      #expect(try await owner.post("/deadlines/\(id)/meet", [("outcome", "已报")]).status == 403, "已经不是他的事")
      let head = try await Visitor.signedIn(test, "heyuan")
      #expect(try await head.post("/deadlines/\(id)/meet", [("outcome", "已报")]).status == 303)
      #expect(try await reassign("zhouyn", by: office) == 409, "已经办了")
      #expect(!Seen(try await office.get("/deadlines/\(id)")).has("改由谁办"))
    }
  }

  @Test(arguments: Store.both) func `nobody returns what his own agency filed`(_ store: Store) async throws {
    try await TestHouse.with(store) { test in
      let (campaign, superior) = (try await GroupTests.campaign(test), try await Visitor.signedIn(test, "mengzh"))
      let (office, own) = (try await PlanPageTests.office(test), try await test.account("luohui"))
      let (address, _) = try await Self.asked(own, of: campaign, by: superior, test)
      let paper = Visitor.File("files", "总结.txt", Array("查处六件。".utf8))
      #expect(try await office.post("\(address)/reassign", [("owner", own.id.text)]).status == 403)
      #expect(try await office.post("\(address)/file", [], files: [paper]).status == 303)
      let back = [("reason", "没有写数字"), ("due", test.clock.now.date.adding(days: 3).iso)]
      #expect(!Seen(try await office.get(address)).has("退回重报"))
      #expect(try await office.post("\(address)/return", back).status == 403)
      #expect(try await superior.post("\(address)/return", back).status == 303)
    }
  }

  @Test(arguments: Store.both) func `the leader is not asked for a paper`(_ store: Store) async throws {
    try await TestHouse.with(store) { test in
      let (campaign, office) = (try await GroupTests.campaign(test), try await PlanPageTests.office(test))
      let leader = try await test.account("shenyq")
      let seat = [
        ("part", "leader"), ("account", leader.id.text), ("since", "2026-11-01"), ("document", "清整治〔2026〕1号"),
      ]
      #expect(try await office.get("\(campaign)/filings/new").text.contains(leader.name))
      #expect(try await office.post("\(campaign)/group", seat).status == 303)
      #expect(try await !office.get("\(campaign)/filings/new").text.contains(leader.name))
    }
  }
}
