import App
import Campaign
import Foundation
import Intake
import Kit
import Offices
import Storage
import TestKit
import Testing
import Web

@Suite struct DocketTests {
  /// Five clues: received, received and late, accepted (mine, in the campaign), refused, answered (in the campaign).
  private func fill(_ test: TestHouse) async throws -> ID<CampaignRecord> {
    let (campaign, _) = try await test.campaign()
    let officer = try await test.account("zhouyn")
    let client = try await Visitor.signedIn(test, "heyuan")
    func report(_ text: String, _ steps: [String]) async throws {
      let (id, _) = try await test.reported(Report(text: text))
      let forms = ["accept": ("owner", officer.id.text), "refuse": ("reason", "不归我们管。"), "answer": ("answer", "查过了。")]
      for step in steps {
        let form = try #require(forms[step])
        #expect(try await client.post("/clues/\(id)/\(step)", [form]).status == 303)
      }
    }
    try await report("甲类：最早收到", [])
    test.clock.advance(days: 12)
    try await client.signIn("heyuan")
    try await report("乙类：刚刚收到", [])
    try await report("丙类：正在办理", ["accept"])
    try await report("丁类：不予受理", ["refuse"])
    try await report("戊类：已经答复", ["accept", "answer"])
    return campaign
  }

  private static let lists: [(query: String, shown: String)] = [
    ("", "戊丁丙乙甲"), ("?sort=received", "甲乙丙丁戊"), ("?state=received", "乙甲"), ("?state=accepted", "丙"),
    ("?state=ended", "戊丁"), ("?state=open", "丙乙甲"), ("?state=refused", "丁"), ("?state=answered", "戊"),
    ("?state=nonsense", ""), ("?late=1", "甲"), ("?campaign=CAMPAIGN", "戊丙"), ("?campaign=CAMPAIGN&state=ended", "戊"),
    ("?campaign=zzz", ""), ("?campaign=<>", ""), ("?premises=site:zzz", ""), ("?premises=nonsense", ""),
    ("?owner=me", "戊丙"), ("?owner=me&state=open", "丙"), ("?words=%E4%B8%99%E7%B1%BB", "丙"), ("?words=0002", "乙"),
    ("?words=%E6%9F%A5%E6%97%A0", ""), ("?sort=due&state=open", "甲丙乙"), ("?sort=-due&state=open", "乙丙甲"),
    ("?page=2", ""), ("?page=-1", "戊丁丙乙甲"),
  ]

  @Test(arguments: Store.both) func `filters and orders show what they say`(store: Store) async throws {
    try await TestHouse.with(store) { test in
      let campaign = try await fill(test)
      let client = try await Visitor.signedIn(test, "zhouyn")
      for (query, shown) in Self.lists {
        let page = try await client.get("/clues" + query.replacing("CAMPAIGN", with: campaign.text))
        #expect(page.status == 200, "\(query)")
        let found = page.text.ranges(of: "类：").compactMap { range in
          page.text[..<range.lowerBound].last.map(String.init)
        }
        #expect(found.joined() == shown, "\(query)")
      }
    }
  }

  @Test(arguments: Store.both) func `every figure equals the list behind it, and its parts add up`(store: Store)
    async throws
  {
    try await TestHouse.with(store) { test in
      let campaign = try await fill(test)
      let client = try await Visitor.signedIn(test, "luohui")
      let figures = try await test.database.read { try Intake.figures(campaign, Cast.county, $0) }
      let figure = try #require(figures.first)
      #expect(figure.number == "2" && figure.unit == "条")
      #expect(figure.parts.map { "\($0.words)\($0.number)" } == ["待受理0", "办理中1", "已办结1"])
      for (number, link) in [(figure.number, figure.link)]
        + figure.parts.compactMap({ part in part.link.map { (part.number, $0) } })
      {
        let page = try await client.get(link.text)
        #expect(page.text.ranges(of: "类：").count == Int(number), "\(link.text)")
      }
    }
  }

  @Test(arguments: Store.both) func `a list of twenty-five has two pages`(store: Store) async throws {
    try await TestHouse.with(store) { test in
      for number in 1...25 { _ = try await test.reported(Report(text: "第\(number)条")) }
      let client = try await Visitor.signedIn(test, "heyuan")
      let first = try await client.get("/clues")
      #expect(first.text.contains("线索 25 条，显示 1 至 20 条") && first.text.contains("第25条") && !first.text.contains("第5条"))
      let second = try await client.get("/clues?page=2")
      #expect(second.text.contains("显示 21 至 25 条") && second.text.contains("第5条"))
    }
  }

  /// Login, whether the list opens, whether the clue opens, whether it may be accepted.
  private static let people: [(login: String, list: Int, record: Int, accept: Int, assign: Int)] = [
    ("luohui", 200, 200, 403, 403), ("heyuan", 200, 200, 200, 200), ("zhouyn", 200, 200, 200, 403),
    ("mengzh", 200, 200, 403, 403), ("xiaok", 403, 403, 403, 403), ("tangl", 403, 403, 403, 403),
    ("weij", 403, 403, 403, 403), ("dongl", 200, 404, 404, 403),
  ]

  @Test(arguments: Store.both) func `who may see and work a clue of the county`(store: Store) async throws {
    try await TestHouse.with(store) { test in
      let (id, _) = try await test.reported()
      for person in Self.people {
        let client = try await Visitor.signedIn(test, person.login)
        let list = try await client.get("/clues")
        #expect(list.status == person.list, "\(person.login)")
        #expect(list.text.contains("清举〔2026〕0001") == (person.record == 200), "\(person.login)")
        #expect(try await client.get("/clues/\(id)").status == person.record, "\(person.login)")
        #expect(try await client.get("/clues/\(id)/accept").status == person.accept, "\(person.login)")
        #expect(try await client.get("/clues/\(id)/assign").status == person.assign, "\(person.login)")
      }
      #expect(try await Visitor(test).get("/clues/\(id)").status == 303)
    }
  }
}
