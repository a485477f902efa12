import App
import Casework
import Duties
import Kit
import Offices
import Storage
import TestKit
import Testing
import Web

@testable import Casework

/// Notes that only the discipline inspection reads.
@Suite struct DerelictionTests {
  private static let secret = "所里有人收了钱，没有查"

  @discardableResult
  private static func addDiscipline(_ scene: Scene, _ login: String = "jiwei", over region: Int64? = nil) async throws
    -> ID<Account>
  {
    let password = await Password.derive(Cast.password, salt: Array(repeating: 3, count: 16))
    let roles = scene.test.house.roles
    return try await scene.test.database.change(Cast.county, by: .system, deed: .addAccount) { tx in
      let agency = try Offices.addAgency("纪委监委\(login)", tx)
      return try Offices.addAccount(
        NewAccount(
          login: login, name: "纪某\(login)", post: "干部", agency: agency, region: region ?? Cast.county.number,
          certificate: nil, roles: ["discipline"], password: password), roles: roles, tx)
    }
  }

  @Test(arguments: Store.both) func `without anybody who could open it nothing is kept`(store: Store) async throws {
    try await Scene.play(store) { scene in
      let id = try await scene.file()
      let officer = try await Visitor.signedIn(scene.test, "zhouyn")
      let answer = try await officer.post("/cases/\(id)/dereliction", [("text", Self.secret)])
      #expect(answer.status == 422 && answer.text.contains("还没有账号"))
    }
  }

  @Test(arguments: Store.both) func `a note is read by the discipline inspection alone, and only its result comes back`(
    store: Store
  ) async throws {
    try await Scene.play(store) { scene in
      try await Self.addDiscipline(scene)
      let id = try await scene.file()
      let officer = try await Visitor.signedIn(scene.test, "zhouyn")
      #expect(try await officer.post("/cases/\(id)/dereliction", [("text", Self.secret)]).status == 303)
      let reader = try await Visitor.signedIn(scene.test, "jiwei")
      let note = try #require(try await reader.get("/derelictions").id(after: "href=\"/derelictions/"))
      #expect(try await reader.post("/derelictions/\(note)/result", [("result", "早了")]).status == 409)
      let opened = try await reader.post("/derelictions/\(note)/open", [("reason", "核查")])
      #expect(opened.text.contains(Self.secret) && opened.text.contains("清卫医立"))
      #expect(try await reader.post("/derelictions/\(note)/result", [("result", "已核查")]).status == 303)
      try await Self.othersKnowNothing(id, note, officer, scene)
    }
  }

  @Test(arguments: Store.both) func `the duty to open it leaks to nobody, however late it is`(store: Store) async throws
  {
    try await Scene.play(store) { scene in
      try await Self.addDiscipline(scene)
      let id = try await scene.file()
      let officer = try await Visitor.signedIn(scene.test, "zhouyn")
      #expect(try await officer.post("/cases/\(id)/dereliction", [("text", Self.secret)]).status == 303)
      scene.test.clock.advance(days: 60)
      let content = try HouseContent.load(TestHouse.contentFolder)
      try await Duties(law: content.law, roles: content.roles, ladders: content.ladders).sweep(scene.test.database)
      for login in ["zhouyn", "luohui", "heyuan", "fangl", "mengzh", "xiaok", "tangl"] {
        let other = try await Visitor.signedIn(scene.test, login)
        for path in ["/today", "/duties", "/duties?late=1", "/cases/\(id)", "/search?q=%E5%B0%81%E5%AD%98"] {
          let page = try await other.get(path).text
          #expect(!page.contains("封存的材料") && !page.contains("纪某"), "\(login) \(path)")
        }
      }
      let reader = try await Visitor.signedIn(scene.test, "jiwei")
      #expect(try await reader.get("/today").text.contains("督办：<a"))
    }
  }

  private static func sweep(_ scene: Scene) async throws {
    let content = try HouseContent.load(TestHouse.contentFolder)
    try await Duties(law: content.law, roles: content.roles, ladders: content.ladders).sweep(scene.test.database)
  }

  private static func withdraw(_ account: ID<Account>, _ scene: Scene) async throws {
    try await scene.test.database.change(Cast.county, by: .system, deed: Deed("test.withdraw")) {
      try Offices.withdraw(account, $0)
    }
  }

  /// How many sealed duties the self-check counts that nobody may open.
  private static func unheld(_ scene: Scene) async throws -> [String] {
    let content = try HouseContent.load(TestHouse.contentFolder)
    let check = try #require(
      Duties(law: content.law, roles: content.roles, ladders: content.ladders).checks.first { $0.id == "C63" })
    let ground = CheckGround(
      county: Cast.county, today: scene.today, attachments: scene.test.database.attachments, isThorough: false)
    return try await scene.test.database.read {
      try check.find(ground, $0).map { "\($0.record.kind.name) \($0.title)" }
    }
  }

  /// The county's own holder comes before the superior's; where nobody is left, the self-check says so and not what it is.
  @Test(arguments: Store.both) func `of a withdrawn account it goes to the next who may open it`(store: Store)
    async throws
  {
    try await Scene.play(store) { scene in
      let city = try await scene.test.account("mengzh").region
      let superior = try await Self.addDiscipline(scene, "shijiwei", over: city)
      let (first, second) = (try await Self.addDiscipline(scene), try await Self.addDiscipline(scene, "jiwei2"))
      let id = try await scene.file()
      let officer = try await Visitor.signedIn(scene.test, "zhouyn")
      #expect(try await officer.post("/cases/\(id)/dereliction", [("text", Self.secret)]).status == 303)
      var owners = [try await Self.owner(scene)]
      for account in [superior, first, second] {
        if account != superior { try await Self.withdraw(account, scene) } else { try await Self.give(first, scene) }
        try await Self.sweep(scene)
        try await Self.sweep(scene)
        owners.append(try await Self.owner(scene))
      }
      #expect(owners.dropFirst() == [first, second, superior], "\(owners)")
      #expect(try await Self.unheld(scene).isEmpty)
      try await Self.opensAbove(scene)
      try await Self.withdraw(superior, scene)
      try await Self.sweep(scene)
      #expect(try await Self.unheld(scene) == ["region 封存的待办 1 件"])
    }
  }

  private static func give(_ account: ID<Account>, _ scene: Scene) async throws {
    try await scene.test.database.change(Cast.county, by: .system, deed: Deed("test.give")) { tx in
      try tx.execute("UPDATE duty SET owner = \(account) WHERE kind = 'dereliction.open'")
      tx.tell(Ref(.region, Cast.county.number), "换人")
    }
  }

  private static func owner(_ scene: Scene) async throws -> ID<Account>? {
    try await scene.test.database.read { reader in
      try reader.first("SELECT owner FROM duty WHERE kind = 'dereliction.open' AND ended IS NULL") { try $0.id(0) }
    }
  }

  /// The new owner finds it and opens it; the ledger names neither him nor the matter.
  private static func opensAbove(_ scene: Scene) async throws {
    let reader = try await Visitor.signedIn(scene.test, "shijiwei")
    #expect(try await reader.get("/today").text.contains("封存的材料"))
    let note = try #require(try await reader.get("/derelictions").id(after: "href=\"/derelictions/"))
    #expect(try await reader.post("/derelictions/\(note)/open", [("reason", "核查")]).text.contains(secret))
    for login in ["heyuan", "luohui", "mengzh", "tangl"] {
      let other = try await Visitor.signedIn(scene.test, login)
      for path in ["/today", "/duties"] { #expect(try await !other.get(path).text.contains("封存的材料"), "\(login)") }
    }
    let told = try await scene.test.database.read {
      try LedgerReading.entries(of: Cast.county, from: 1, limit: 1000, $0)
    }.filter { $0.deed == "duties.pass-sealed" }
    #expect(told.count == 2 && told.allSatisfy { !$0.plain.contains("纪某") && !$0.plain.contains("清卫医立") })
  }

  private static func othersKnowNothing(_ id: ID<Case>, _ note: String, _ officer: Visitor, _ scene: Scene) async throws
  {
    let mine = try await officer.get("/cases/\(id)/dereliction").text
    #expect(mine.contains("已核查") && !mine.contains(secret))
    let head = try await Visitor.signedIn(scene.test, "heyuan")
    #expect(try await head.get("/derelictions/\(note)").status == 403)
    #expect(try await !head.get("/cases/\(id)/dereliction").text.contains("已核查"))
    #expect(try await !head.get("/cases/\(id)").text.contains("封存移送一份"))
    let kept = try await scene.test.database.read { reader in
      try reader.query("SELECT sealed FROM dereliction") { try $0.text(0) }
    }
    #expect(kept.count == 1 && kept.allSatisfy { !$0.contains("钱") && !$0.contains("清") })
    let told = try await scene.test.database.read {
      try LedgerReading.entries(of: Cast.county, from: 1, limit: 1000, $0)
    }
    let here = told.filter { $0.object.kind == .dereliction }
    #expect(
      here.map(\.deed) == ["casework.note-dereliction", "casework.open-dereliction", "casework.answer-dereliction"])
    #expect(here.allSatisfy { !$0.plain.contains("清卫医立") && !$0.plain.contains("收了钱") })
  }
}
