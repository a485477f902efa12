import App
import Duties
import Kit
import Offices
import Storage
import TestKit
import Testing
import Web

@testable import Campaign

/// What agencies below owe: asked, filed, returned, filed again.
@Suite(.serialized) struct FilingTests {
  private static func asked(_ people: [Person], due: String, _ what: String = "实施方案") -> [(String, String)] {
    [("what", what), ("words", "写明日期"), ("due", due)] + people.map { (FilingForm.field($0.agency), $0.id.text) }
  }

  private static let paper = Visitor.File("files", "实施方案.txt", Array("动员、检查、总结。".utf8))

  private static func filing(of agency: String, _ list: String, _ visitor: Visitor) async throws -> String {
    let text = try await visitor.get(list).text
    let row = try #require(text.split(separator: "href=\"/filings/").first { $0.contains("\(agency)</a>") })
    return "/filings/\(row.prefix { $0 != "\"" })"
  }

  @Test(arguments: Store.both) func `each agency owes it, files it, and may get it back`(_ store: Store) async throws {
    try await TestHouse.with(store) { test in
      let (campaign, office) = (try await GroupTests.campaign(test), try await PlanPageTests.office(test))
      let (market, town) = (try await test.account("gujm"), try await test.account("yuhe"))
      let today = test.clock.now.date
      #expect(
        try await office.post("\(campaign)/filings", Self.asked([market, town], due: today.adding(days: 5).iso)).status
          == 303)
      let list = "\(campaign)/filings"
      #expect(Seen(try await office.get(list)).has("还没有报 2"))
      let address = try await Self.filing(of: town.agencyName, list, office)
      let owner = try await Visitor.signedIn(test, "yuhe")
      #expect(try await owner.get("/today").text.contains("报送实施方案"))
      #expect(try await owner.post("\(address)/file").text.contains("还没有附上文件"))
      #expect(try await Visitor.signedIn(test, "gujm").post("\(address)/file", [], files: [Self.paper]).status == 403)
      #expect(try await office.post("\(address)/return", [("reason", "x"), ("due", today.iso)]).status == 409)
      #expect(try await owner.post("\(address)/file", [("note", "盖章件后补")], files: [Self.paper]).status == 303)
      #expect(try await owner.post("\(address)/file", [], files: [Self.paper]).status == 409)
      #expect(try await owner.post("\(address)/return", [("reason", "x"), ("due", today.iso)]).status == 403)
      let filed = Seen(try await office.get("\(list)?state=filed"))
      #expect(filed.has("已报 1") && filed.has(town.name), "who filed keeps his name")
      let back = [("reason", "没有写日期"), ("due", today.adding(days: 3).iso)]
      #expect(
        try await office.post("\(address)/return", [("reason", "没有写日期"), ("due", today.adding(days: -1).iso)]).status
          == 422)
      #expect(try await office.post("\(address)/return", back).status == 303)
      try await Self.again(address, list, office, test)
    }
  }

  private static func again(_ address: String, _ list: String, _ office: Visitor, _ test: TestHouse) async throws {
    let owner = try await Visitor.signedIn(test, "yuhe")
    #expect(Seen(try await owner.get(address)).has("没有写日期"))
    test.clock.advance(days: 6)
    let late = try await PlanPageTests.office(test)
    #expect(Seen(try await late.get(list)).has("逾期没有报 2"))
    #expect(Seen(try await late.get("\(list)?state=late")).has("柳塘镇人民政府"))
    let again = try await Visitor.signedIn(test, "yuhe")
    #expect(try await again.post("\(address)/file", [], files: [paper]).status == 303)
    let page = Seen(try await late.get(address))
    #expect(page.has("第 2 次") && page.has("没有写日期") && page.links("/files/").count == 2 && page.doubledIDs.isEmpty)
    let (file, third) = (page.links("/files/")[0], try await Visitor.signedIn(test, "gujm"))
    #expect(try await late.get(file).status == 200)
    #expect(try await again.get(file).status == 200, "报送的单位")
    #expect(try await third.get(file).status == 403, "别的成员单位")
    let seen = Seen(try await third.get(address))
    #expect(seen.has("文件 1 个") && seen.links("/files/").isEmpty)
    let told = try await test.database.read { reader in
      let id = try #require(ID<Filing>(text: address.split(separator: "/").last ?? ""))
      return try LedgerReading.history(of: Ref(.filing, id), reader).map(\.sentence)
    }
    #expect(told.count == 4 && !told.joined().contains("没有写日期"), "退回的理由不进台账：\(told)")
  }

  @Test(arguments: Store.both) func `a plan that was brought in here may be filed, another's may not`(_ store: Store)
    async throws
  {
    try await TestHouse.with(store) { test in
      let campaign = try await GroupTests.campaign(test)
      let (bureau, superior) = (try await test.account("fangl"), try await Visitor.signedIn(test, "mengzh"))
      let due = test.clock.now.date.adding(days: 5).iso
      #expect(try await superior.post("\(campaign)/filings", Self.asked([bureau], due: due)).status == 303, "上级也可以要求")
      let address = try await Self.filing(of: bureau.agencyName, "\(campaign)/filings", superior)
      let owner = try await Visitor.signedIn(test, "fangl")
      let foreign = try #require(try await owner.get("/plans").id(after: "href=\"/plans/"))
      #expect(try await owner.post("\(address)/file", [("plan", foreign)]).text.contains("不是你导入的"))
      let own = try await owner.post("/plans/new", [("text", Texts.second)])
      let plan = try #require(own.location.split(separator: "/").last.map(String.init))
      #expect(try await owner.post("\(address)/file", [("plan", plan)]).status == 303)
      let filed = Seen(try await superior.get(address))
      #expect(filed.has("/plans/\(plan)") && filed.has("现在的内容与报送时相同"))
      let item = try #require(try await ReleasePageTests.items("/plans/\(plan)", test).of(.task).first)
      #expect(try await owner.post("/plans/\(plan)/items/\(item.id)/remove").status == 303)
      #expect(Seen(try await superior.get(address)).has("报送以后改过"))
      let beside = try #require(filed.links("/plans/").first { $0.contains("/compare") })
      #expect(try await superior.get(beside).status == 200, "和本行动的方案对照")
    }
  }

  @Test(arguments: Store.both) func `only people of agencies below are asked, one of each`(_ store: Store) async throws
  {
    try await TestHouse.with(store) { test in
      let (campaign, office) = (try await GroupTests.campaign(test), try await PlanPageTests.office(test))
      let due = test.clock.now.date.adding(days: 5).iso
      let form = Seen(try await office.get("\(campaign)/filings/new"))
      #expect(form.has("县市场监管局") && !form.has("市卫生监督支队"), "上级不在下级名单里")
      #expect(!form.has("罗惠　"), "本单位不在名单里")
      let (above, other) = (try await test.account("mengzh"), try await test.account("dongl"))
      for person in [above, other] {
        #expect(try await office.post("\(campaign)/filings", Self.asked([person], due: due)).text.contains("还没有选由谁报送"))
      }
      let market = try await test.account("gujm")
      let wrong = [("what", "方案"), ("due", due), (FilingForm.field(market.agency), other.id.text)]
      #expect(try await office.post("\(campaign)/filings", wrong).text.contains("不是成员单位或者下级单位在岗的人"))
      #expect(
        try await office.post("\(campaign)/filings", Self.asked([market], due: "2026-01-01")).text.contains("不能早于今天"))
      let officer = try await Visitor.signedIn(test, "zhouyn")
      #expect(try await officer.post("\(campaign)/filings", Self.asked([market], due: due)).status == 403)
      #expect(Seen(try await Visitor.signedIn(test, "mengzh").get("\(campaign)/filings/new")).has("县整治办"), "上级看得到整治办")
    }
  }
}
