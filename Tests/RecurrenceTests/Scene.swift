import App
import Casework
import Kit
import Law
import Matching
import Offices
import Packs
import Registers
import Storage
import TestKit
import Testing
import Transfers
import Web

@testable import Offenders
@testable import Recurrence

/// A house with a filed case, and somebody of the register who was penalised elsewhere.
struct Scene {
  let test: TestHouse
  let room: Recurrence
  let person: ID<Offender>
  let officer: Person
  let lawCase: ID<Case>

  static func play(_ store: Store, _ body: (Scene) async throws -> Void) async throws {
    try await TestHouse.with(store) { test in try await body(try await Scene(test)) }
  }

  private init(_ test: TestHouse) async throws {
    self.test = test
    let source = try FolderContent(TestHouse.contentFolder)
    room = Recurrence(
      counting: Counting(rule: try CountingBook.load(source).practice, law: test.house.law), roles: test.house.roles)
    officer = try await test.account("zhouyn")
    person = try await Scene.person(test)
    let head = try await Visitor.signedIn(test, "zhouyn")
    lawCase = try await Scene.file(test, head)
  }

  /// Through the form, as an officer files it: the questions of the rooms above are asked.
  private static func file(_ test: TestHouse, _ visitor: Visitor) async throws -> ID<Case> {
    let second = try await test.account("qinsa").id.text
    let officer = try await test.account("zhouyn").id.text
    let site = try await test.database.change(Cast.county, by: .system, deed: Deed("registers.add-site")) { tx in
      try Registers.addSite(NewSite(name: "出租屋输液点", address: "柳塘镇2号", town: 112, note: ""), tx)
    }
    let answer = try await visitor.post(
      "/cases",
      [
        ("premises", "\(Ref(.site, site))"), ("party", "郭某"), ("kind", "person"),
        ("violation", "nonphysician-practice"), ("summary", "无证输液。"), ("first", officer), ("second", second),
      ])
    #expect(answer.status == 303, "\(answer.text.suffix(1500))")
    let text = String(answer.location.split(separator: "/").last ?? "")
    return try #require(ID<Case>(text: text))
  }

  /// A decision of another county, served on a day.
  @discardableResult
  func penalise(
    _ number: String, served: String?, kinds: [PenaltyKind] = [.fine], standing: DecisionStanding = .stands
  ) async throws -> ID<Offender> {
    var said = MatchRecord()
    (said.name, said.idNumber, said.practiceCounty) = ("郭某", "11010119800307451X", "320411")
    var penalty = PenaltyFacts()
    (penalty.decisionNumber, penalty.authority, penalty.kinds) = (number, "某市卫生健康委员会", kinds)
    (penalty.violation, penalty.standing) = ("nonphysician-practice", standing)
    penalty.servedOn = served.flatMap { CivilDate(iso: $0) }
    penalty.decidedOn = penalty.servedOn
    let (person, facts, description) = (person, penalty, said)
    return try await test.database.change(Cast.otherCounty, by: .system, deed: Deed("offenders.keep")) { tx in
      let record = OffenderRecord(
        id: tx.world.newID(), person: person, county: tx.county, origin: .otherCounty, source: "外地名单", subject: nil,
        batch: nil, said: description, penalty: facts, at: tx.now)
      try RecordStore.insert(record, fingerprint: number, tx)
      tx.tell(Ref(.offender, person), "登记")
      return person
    }
  }

  private static func person(_ test: TestHouse) async throws -> ID<Offender> {
    try await test.database.change(Cast.otherCounty, by: .system, deed: Deed("offenders.keep")) { tx in
      let person = OffenderPerson(
        id: tx.world.newID(), county: tx.county, name: "郭某", otherNames: [], sex: "", birthYear: "", homePlace: "",
        records: 0, penalties: 0, counties: 1, firstOn: nil, lastOn: nil, evidenceAt: tx.now, into: nil)
      try OffenderStore.put(person, tx)
      tx.tell(person.ref, "登记")
      return person.id
    }
  }

  /// The officer confirms that the party of the case is the person.
  func name(_ person: ID<Offender>, standing: String? = "none") async throws -> ID<NewAct> {
    try await test.database.change(Cast.county, by: actor(officer), deed: .nameActor) { [room, lawCase] tx in
      try room.name(person, in: Ref(.lawCase, lawCase), standing: standing, tx)
    }
  }

  func actor(_ person: Person) -> Actor { Actor(kind: .account, number: person.id.value, title: person.label) }

  func act(_ id: ID<NewAct>) async throws -> ActRecord {
    try await test.database.read { try #require(try ActStore.find(id, $0)) }
  }

  func signedIn(_ login: String) async throws -> Visitor { try await Visitor.signedIn(test, login) }
}
