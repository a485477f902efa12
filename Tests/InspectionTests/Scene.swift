import App
import Inspection
import Intake
import Kit
import Law
import Offices
import Registers
import Storage
import TestKit
import Testing
import Web

/// A house with one clinic and one hospital on file, an unlicensed site, and an accepted clue about the site.
struct Scene {
  let test: TestHouse
  let room: Inspection
  let officer: Person
  let second: Person
  let head: Person
  let clinic: Ref
  let hospital: Ref
  let site: Ref
  let clue: ID<Clue>

  static func play(_ store: Store, _ body: (Scene) async throws -> Void) async throws {
    try await TestHouse.with(store) { test in try await body(try await Scene(test)) }
  }

  private init(_ test: TestHouse) async throws {
    self.test = test
    room = Inspection(law: test.house.law, roles: test.house.roles)
    (officer, second) = (try await test.account("zhouyn"), try await test.account("qinsa"))
    head = try await test.account("heyuan")
    try await Scene.importRegister(test)
    (clinic, hospital) = (try await Scene.place("康泰诊所", test), try await Scene.place("人民医院", test))
    let actor = Scene.actor(officer)
    site = Ref(
      .site,
      try await test.database.change(Cast.county, by: actor, deed: .addSite) { tx in
        try Registers.addSite(NewSite(name: "集贸市场镶牙点", address: "柳塘镇集贸市场东街18号", town: 112, note: ""), tx)
      })
    clue = try await Scene.clue(test, tied: site, owner: officer)
  }

  static func actor(_ person: Person) -> Actor { Actor(kind: .account, number: person.id.value, title: person.label) }

  private static func importRegister(_ test: TestHouse) async throws {
    let visitor = try await Visitor.signedIn(test, "heyuan")
    let csv = """
      机构名称,机构类型,所在乡镇(街道),地址,许可证号
      柳塘康泰诊所,诊所,柳塘镇,中心街2号,PDY997110001D1001
      清沅县人民医院,医院,东关街道,人民路1号,PDY997110002D1002
      """
    let staged = try await visitor.post("/institutions/import", [], files: [.init("file", "底册.csv", Array(csv.utf8))])
    let applied = try await visitor.post("\(staged.location)/apply")
    #expect(applied.status == 303)
  }

  private static func place(_ name: String, _ test: TestHouse) async throws -> Ref {
    try #require(
      try await test.database.read { try Registers.candidates(name, county: Cast.county, limit: 1, $0) }.first?.ref)
  }

  /// A clue over the telephone, accepted by the head for the officer.
  static func clue(_ test: TestHouse, tied: Ref?, owner: Person) async throws -> ID<Clue> {
    let intake = test.house.intake
    let database = test.database
    return try await database.change(Cast.county, by: actor(owner), deed: .receiveClue) { tx in
      let slip = Slip(once: nil, content: [], database)
      let new = NewClue(channel: .phone, text: "出租屋里有人镶牙", place: "柳塘镇集贸市场")
      let id = try intake.receive(new, slip, Evidence(none: database.attachments), tx).id
      try intake.accept(id, Acceptance(owner: owner.id, task: .none), tx)
      if let tied { try intake.tie(id, to: tied, tx) }
      return id
    }
  }

  func change<T: Sendable>(
    _ deed: Deed, by person: Person? = nil, _ body: @escaping @Sendable (Transaction) throws -> T
  ) async throws -> T {
    try await test.database.change(Cast.county, by: Scene.actor(person ?? officer), deed: deed, body)
  }

  var today: CivilDate { test.clock.now.date }

  func new(_ premises: Ref, clue: ID<Clue>? = nil, days: Int = 0, checklist: String = "unlicensed-site") -> NewVisit {
    NewVisit(
      premises: premises, clue: clue, date: today.adding(days: days), first: officer.id, second: second.id,
      checklist: checklist)
  }

  func plan(_ new: NewVisit) async throws -> ID<Visit> {
    try await change(.planVisit) { try self.room.plan(new, $0) }
  }

  /// All lines met, except as told.
  func report(
    _ result: VisitResult, unlawful: Set<String> = [], order: NewRectification? = nil,
    checklist: String = "unlicensed-site",
    leaving out: Set<String> = []
  ) throws -> VisitReport {
    let items = try #require(test.house.law.checklists.first { $0.id == checklist }).items
    let lines = items.filter { !out.contains($0.id) }.map { item in
      (
        item.id,
        VisitReport.Line(unlawful.contains(item.id) ? .no : .yes, note: unlawful.contains(item.id) ? "现场没有" : nil)
      )
    }
    return VisitReport(
      date: today, place: "集贸市场东街18号", began: "09:20", ended: "10:40", summary: "现场有牙科椅一把。", result: result,
      lines: Dictionary(lines) { first, _ in first }, order: order)
  }

  func record(_ id: ID<Visit>, _ report: VisitReport) async throws {
    try await change(.recordVisit) { try self.room.record(id, report, $0) }
  }

  func visit(_ id: ID<Visit>) async throws -> VisitRecord {
    try #require(try await test.database.read { try Inspection.visit(id, $0) })
  }
}

/// Codes of everything that a deed refused, in order.
func refusals(_ body: () async throws -> Void) async -> [String] {
  do {
    try await body()
    return []
  } catch let many as Refusals {
    return many.all.map(\.code)
  } catch let one as any Refusal {
    return [one.code]
  } catch {
    return ["\(error)"]
  }
}
