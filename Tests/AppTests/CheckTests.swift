import App
import Kit
import Offices
import Storage
import TestKit
import Testing
import Web

/// The self-check: a healthy county has nothing to mend, and every check bites.
@Suite struct CheckTests {
  private struct Found: Hashable, Error {
    let rule: String
    let record: Ref
  }

  /// Carries what was found out of a deed that is taken back.
  private struct TakenBack: Error {
    let victim: Int64
    let found: [Found]
  }

  /// Some checks look in two directions and have a mutation for each.
  @Test func `every check has an id of its own, and mutations that prove it`() throws {
    let rooms = House.rooms(try HouseContent.load(TestHouse.contentFolder))
    let ids = (StorageChecks.all + rooms.flatMap(\.checks)).map(\.id)
    #expect(Set(ids).count == ids.count)
    #expect(Set(CheckMutation.all.map(\.rule)) == Set(ids))
  }

  @Test(arguments: Store.both) func `each mutation is found by its check alone, in its record alone`(store: Store)
    async throws
  {
    try await TestHouse.withDemo(store) { test in
      _ = try await Targets.find(test)
      let healthy = try await CheckRun.everywhere(test.house.rules, thorough: true, test.database)
      #expect(healthy.count >= 2)
      #expect(healthy.flatMap(\.lines).map { "\($0.rule) \($0.breach.title)" } == [])
      for mutation in CheckMutation.all {
        let (victim, found) = try await broken(mutation, test)
        #expect(victim > 0, "\(mutation.rule)：没有可以弄坏的记录")
        #expect(found == [Found(rule: mutation.rule, record: Ref(RefKind(mutation.kind), victim))], "\(mutation.rule)")
      }
    }
  }

  /// Breaks one thing in the deed of another county, looks with every rule, and takes it back.
  private func broken(_ mutation: CheckMutation, _ test: TestHouse) async throws -> (Int64, [Found]) {
    let (rules, database) = (test.house.rules, test.database)
    let ground = CheckGround(
      county: Cast.county, today: database.world.today, attachments: database.attachments, isThorough: false)
    do {
      try await database.change(Cast.otherCounty, by: .system, deed: Deed("test.break")) { tx in
        let victim = try tx.number(mutation.victim)
        for statement in mutation.breaks(victim) { try tx.execute(statement) }
        let found = try rules.flatMap { rule in
          try rule.find(ground, tx).map { Found(rule: rule.id, record: $0.record) }
        }
        throw TakenBack(victim: victim, found: found)
      }
    } catch let taken as TakenBack {
      return (taken.victim, taken.found)
    }
    return (0, [])
  }

  @Test(arguments: Store.both) func `the page lists what is to be mended, each to its readers`(store: Store)
    async throws
  {
    try await TestHouse.withDemo(store) { test in
      let head = try await Visitor.signedIn(test, "heyuan")
      #expect(try await head.get("/checks").text.contains("还没有核对结果"))
      #expect(try await head.post("/checks").status == 303)
      #expect(try await head.get("/checks").text.contains("没有发现"))
      try await breakOneClue(test)
      #expect(try await head.post("/checks").status == 303)
      let page = try await head.get("/checks").text
      #expect(page.contains("发现 1 处") && page.contains("C15") && page.contains("href=\"/clues/"))
      let auditor = try await Visitor.signedIn(test, "weij")
      let read = try await auditor.get("/checks?rule=C15").text
      #expect(read.contains("清举〔") && !read.contains("href=\"/clues/"), "审计员看得到编号，打不开业务")
      #expect(!read.contains("现在核对"))
      let admin = try await Visitor.signedIn(test, "xiaok")
      let diagnosis = try await admin.get("/diagnosis").text
      #expect(diagnosis.contains("C15") && !diagnosis.contains("清举〔"), "系统管理员只看数")
    }
  }

  private func breakOneClue(_ test: TestHouse) async throws {
    try await test.database.change(Cast.county, by: .system, deed: Deed("test.break")) { tx in
      try tx.execute("UPDATE clue SET answer = '' WHERE id = (SELECT MIN(id) FROM clue WHERE state = 'answered')")
      tx.tell(Ref(RefKind("test"), 1), "弄坏一条")
    }
  }

  @Test(arguments: Store.both) func `another county's findings are not shown`(store: Store) async throws {
    try await TestHouse.withDemo(store) { test in
      try await breakOneClue(test)
      _ = try await CheckRun.everywhere(test.house.rules, thorough: false, test.database)
      #expect(try await Visitor.signedIn(test, "heyuan").get("/checks").text.contains("清举〔"))
      try await addOutsider(test)
      let page = try await Visitor.signedIn(test, "outside-head").get("/checks").text
      #expect(page.contains("没有发现") && !page.contains("清举〔"))
    }
  }

  private func addOutsider(_ test: TestHouse) async throws {
    let password = await Password.derive(Cast.password, salt: Array(repeating: 7, count: 16))
    let roles = test.house.roles
    try await test.database.change(Cast.otherCounty, by: .system, deed: .addAccount) { tx in
      _ = try Offices.addAccount(
        NewAccount(
          login: "outside-head", name: "外县人", post: "所长", agency: try Offices.addAgency("东岭县监督所", tx),
          region: Cast.otherCounty.number, certificate: nil, roles: ["head"], password: password),
        roles: roles, tx)
    }
  }

  @Test func `a night's run is due once a night`() throws {
    let day = try #require(CivilDate(2026, 11, 20))
    let (night, noon) = (Instant(day, hour: 2), Instant(day, hour: 12))
    let yesterday = Instant(day.adding(days: -1), hour: 2)
    #expect(CheckRun.isDue(night, last: yesterday, began: yesterday))
    #expect(!CheckRun.isDue(night.adding(seconds: 1800), last: night, began: yesterday), "一夜一次")
    #expect(!CheckRun.isDue(noon, last: night, began: yesterday), "白天不核对")
    #expect(CheckRun.isDue(noon, last: yesterday.adding(seconds: -7200), began: noon), "夜里关机的，隔 30 小时补上")
    #expect(!CheckRun.isDue(noon, last: nil, began: noon) && CheckRun.isDue(noon, last: nil, began: night))
  }
}
