import App
import Casework
import Inspection
import Intake
import Kit
import Law
import Offices
import Procedure
import Registers
import Storage
import TestKit
import Testing
import Web

/// A house with an unlicensed site, an accepted clue about it, and a visit that ended with 移交立案.
struct Scene {
  let test: TestHouse
  let room: Casework
  let inspection: Inspection
  let officer: Person
  let second: Person
  let head: Person
  let site: Ref
  let clue: ID<Clue>
  let visit: ID<Visit>

  static func play(_ store: Store, _ body: (Scene) async throws -> Void) async throws {
    try await TestHouse.with(store) { test in try await body(try await Scene(test)) }
  }

  private init(_ test: TestHouse) async throws {
    self.test = test
    room = Casework(
      law: test.house.law, roles: test.house.roles, procedure: test.house.procedure, papers: test.house.papers,
      evidence: test.house.evidence)
    inspection = Inspection(law: test.house.law, roles: test.house.roles)
    (officer, second) = (try await test.account("zhouyn"), try await test.account("qinsa"))
    head = try await test.account("heyuan")
    (site, clue) = try await Scene.report(test, officer)
    visit = try await Scene.visit(.lawCase, clue, site, inspection, test, officer, second)
  }

  private static func report(_ test: TestHouse, _ officer: Person) async throws -> (Ref, ID<Clue>) {
    let intake = test.house.intake
    let database = test.database
    return try await database.change(Cast.county, by: actor(officer), deed: .receiveClue) { tx in
      let site = try Registers.addSite(
        NewSite(name: "集贸市场镶牙点", address: "柳塘镇集贸市场东街18号", town: 112, note: ""), tx)
      let new = NewClue(channel: .phone, text: "出租屋里有人镶牙", place: "柳塘镇集贸市场")
      let slip = Slip(once: nil, content: [], database)
      let id = try intake.receive(new, slip, Evidence(none: database.attachments), tx).id
      try intake.accept(id, Acceptance(owner: officer.id, task: .none), tx)
      return (Ref(.site, site), id)
    }
  }

  /// A visit that was made, with the first line not met unless it found nothing.
  static func visit(
    _ result: VisitResult, _ clue: ID<Clue>?, _ site: Ref, _ inspection: Inspection, _ test: TestHouse,
    _ officer: Person, _ second: Person
  ) async throws -> ID<Visit> {
    let today = test.clock.now.date
    let items = try #require(test.house.law.checklists.first { $0.id == "unlicensed-site" }).items
    let lines = items.enumerated().map { index, item in
      let isMet = index > 0 || result == .clean
      return (item.id, VisitReport.Line(isMet ? .yes : .no, note: isMet ? nil : "不能出示许可证"))
    }
    let report = VisitReport(
      date: today, place: "东街18号", summary: "现场有牙科椅一把。", result: result, lines: Dictionary(lines) { first, _ in first })
    return try await test.database.change(Cast.county, by: actor(officer), deed: .planVisit) { tx in
      let id = try inspection.plan(
        NewVisit(
          premises: site, clue: clue, date: today, first: officer.id, second: second.id, checklist: "unlicensed-site"),
        tx)
      try inspection.record(id, report, tx)
      return id
    }
  }

  static func actor(_ person: Person) -> Actor { Actor(kind: .account, number: person.id.value, title: person.label) }

  func change<T: Sendable>(
    _ deed: Deed, by person: Person? = nil, _ body: @escaping @Sendable (Transaction) throws -> T
  ) async throws -> T {
    try await test.database.change(Cast.county, by: Scene.actor(person ?? officer), deed: deed, body)
  }

  var today: CivilDate { test.clock.now.date }

  func new(
    visit: ID<Visit>?, clue: ID<Clue>? = nil, premises: Ref? = nil, violation: String = "unlicensed-institution",
    second other: ID<Account>? = nil
  ) -> NewCase {
    NewCase(
      party: "卢某（集贸市场镶牙点）", premises: premises, clue: clue, visit: visit, violation: violation,
      summary: "无证镶牙。", first: officer.id, second: other ?? second.id)
  }

  func file(_ new: NewCase? = nil) async throws -> ID<Case> {
    let new = new ?? self.new(visit: visit)
    return try await change(.fileCase) { try self.room.file(new, $0) }
  }

  func take(_ new: NewStep, in id: ID<Case>, by person: Person? = nil, as rights: Set<ActingRight> = [.officer])
    async throws
  {
    try await change(.caseStep(new.kind), by: person) { _ = try self.room.take(new, in: id, as: rights, $0) }
  }

  static let mitigation = "《行政处罚法》第三十二条第一项"

  /// A notice of a warning, served.
  func notify(_ id: ID<Case>) async throws {
    var facts = StepFacts()
    // The law fines this act; a warning alone is a mitigated penalty.
    (facts.penalties, facts.basis) = (["warning"], Scene.mitigation)
    try await take(NewStep(.questioning, on: today), in: id)
    try await take(NewStep(.investigationEnd, on: today), in: id)
    try await take(NewStep(.priorNotice, on: today, facts: facts), in: id)
    try await serve(4, of: id)
  }

  /// Everything that a penalty needs between filing and decision: the notice tells what is to be decided.
  func prepare(_ id: ID<Case>, _ penalty: NewDecision) async throws {
    var facts = StepFacts()
    facts.penalties = penalty.penalties.map(\.rawValue)
    (facts.fine, facts.gains) = (penalty.fine > .zero ? penalty.fine : nil, penalty.gains > .zero ? penalty.gains : nil)
    (facts.told, facts.basis) = (true, penalty.mitigation)
    try await take(NewStep(.questioning, on: today), in: id)
    try await take(NewStep(.investigationEnd, on: today), in: id)
    try await take(NewStep(.priorNotice, on: today, facts: facts), in: id)
    try await serve(4, of: id)
    var waiver = StepFacts()
    waiver.outcome = "both"
    try await take(NewStep(.waiver, on: today, facts: waiver), in: id)
    try await take(NewStep(.discussion, on: today), in: id, by: head, as: [.head])
  }

  func serve(_ step: Int64, of id: ID<Case>) async throws {
    var facts = StepFacts()
    facts.way = "direct"
    try await take(NewStep(.service, on: today, about: step, facts: facts), in: id)
  }

  func decide(_ id: ID<Case>, by person: Person? = nil, _ new: NewDecision) async throws {
    try await change(.decideCase, by: person ?? head) { try self.room.decide(id, new, $0) }
  }

  /// Codes of what is refused; empty: it is done.
  func deciding(_ id: ID<Case>, _ new: NewDecision) async -> [String] {
    await refusals { try await decide(id, new) }
  }

  func closing(_ id: ID<Case>) async -> [String] {
    await refusals { try await change(.closeCase, by: head) { try self.room.close(id, note: "缴清", $0) } }
  }

  /// A fine of 50,000 and gains of 8,640.50, served, paid, closed.
  func closed() async throws -> ID<Case> {
    let id = try await file()
    try await prepare(id, fined())
    try await decide(id, fined())
    try await serve(8, of: id)
    let payment = CasePayment(date: today, amount: Money(fen: 5_864_050))
    try await change(.payCase) { try self.room.pay(id, payment, $0) }
    #expect(await closing(id) == [])
    return id
  }

  /// 罚款 50,000 元、没收违法所得 8,640.50 元.
  func fined() -> NewDecision {
    NewDecision(
      date: today, penalties: [.warning, .fine, .gains], fine: Money(yuan: 50_000),
      gains: Money(fen: 864_050), reasons: "收款记录证明。")
  }

  func lawCase(_ id: ID<Case>) async throws -> CaseRecord {
    try #require(try await test.database.read { try Casework.lawCase(id, $0) })
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
