import App
import Kit
import Law
import Offices
import Packs
import Storage
import TestKit
import Testing
import Web

@testable import Duties

/// Duties on records of no room, owed by the cast; today is Friday 2026-11-20.
struct Scene {
  let test: TestHouse
  let content: HouseContent
  let duties: Duties
  var law: LawContent { test.house.law }

  static func play(_ store: Store, _ body: (Scene) async throws -> Void) async throws {
    try await TestHouse.with(store) { test in
      let content = try HouseContent.load(TestHouse.contentFolder)
      let duties = Duties(law: content.law, roles: content.roles, ladders: content.ladders)
      try await body(Scene(test: test, content: content, duties: duties))
    }
  }

  static func day(_ iso: String) throws -> CivilDate { try #require(CivilDate(iso: iso), "\(iso)") }
  static func subject(_ number: Int64) -> Ref { Ref(RefKind("test"), number) }

  /// By a plan: the date rests on no term.
  func owe(
    _ number: Int64, by login: String = "zhouyn", due: String, kind: String = "test.plain",
    on record: RefKind = RefKind("test"), in county: County = Cast.county
  ) async throws {
    let (owner, day) = (try await test.account(login).id, try Scene.day(due))
    try await change(county) { tx in
      let subject = Ref(record, number)
      try Duties.owe(
        NewDuty(kind: kind, title: "第\(number)件事", subject: subject, owner: owner, due: day, basis: "方案"), tx)
      tx.tell(subject, "交办第\(number)件事")
    }
  }

  /// By the law.
  func owe(_ number: Int64, term key: String, from event: String, by login: String = "zhouyn") async throws {
    let (owner, day) = (try await test.account(login).id, try Scene.day(event))
    let term = try law.due(key, from: day)
    try await change { tx in
      let subject = Scene.subject(number)
      try Duties.owe(
        NewDuty(
          kind: key, title: "第\(number)件事", subject: subject, owner: owner, term: term, from: day,
          basis: term.term.title), tx)
      tx.tell(subject, "交办第\(number)件事")
    }
  }

  func change<T: Sendable>(
    _ county: County = Cast.county, _ body: @escaping @Sendable (Transaction) throws -> T
  ) async throws -> T {
    try await test.database.change(county, by: .system, deed: Deed("test.change"), body)
  }

  func duty(_ number: Int64) async throws -> OpenDuty {
    try #require(try await test.database.read { try Duties.waiting(on: Scene.subject(number), $0) }.first)
  }

  /// `2026-12-02 / 2026-12-02`: the date, and the plain last day.
  func dates(_ number: Int64) async throws -> String {
    let duty = try await duty(number)
    return "\(duty.due.iso) / \(duty.term?.countedTo.iso ?? "-")"
  }

  func sweep() async throws { try await duties.sweep(test.database) }

  /// `late-agency: heyuan`, a line for each step of a duty and date, in the order in which they were told.
  func told(_ number: Int64) async throws -> [String] {
    let rows = try await test.database.read { reader in
      try reader.query(
        """
        SELECT n.id, n.step, account.login FROM duty_notice n JOIN duty d ON d.id = n.duty
        JOIN duty_notice_reader r ON r.notice = n.id JOIN account ON account.id = r.person
        WHERE d.subject_kind = 'test' AND d.subject = \(number) ORDER BY n.id, account.id
        """
      ) { (id: try $0.int(0), step: try $0.text(1), login: try $0.text(2)) }
    }
    return Dictionary(grouping: rows, by: \.id).sorted { $0.key < $1.key }.map { _, rows in
      "\(rows.first?.step ?? ""): \(rows.map(\.login).joined(separator: " "))"
    }
  }

  func history(_ number: Int64) async throws -> [String] {
    try await test.database.read { try LedgerReading.history(of: Scene.subject(number), $0) }.map(\.sentence)
  }

  func count(_ table: SQL) async throws -> Int64 {
    try await test.database.read { try $0.number("SELECT COUNT(*) FROM " + table) }
  }
}

/// The packs of the repository with some files in their place.
struct ChangedContent: ContentSource {
  let base: FolderContent
  let changes: [String: String]

  init(_ changes: [String: String]) throws {
    base = try FolderContent(TestHouse.contentFolder)
    self.changes = changes
  }

  func paths() -> [String] { Set(base.paths() + changes.keys).sorted() }
  func bytes(_ path: String) -> [UInt8]? { changes[path].map { Array($0.utf8) } ?? base.bytes(path) }
}

/// The code of what was refused; empty where nothing was.
func refusal(_ body: () async throws -> Void) async -> String {
  do {
    try await body()
    return ""
  } catch {
    return (error as? any Refusal)?.code ?? "\(error)"
  }
}
