import App
import Casework
import Foundation
import Inspection
import Kit
import Law
import Offices
import Packs
import Papers
import Procedure
import Registers
import Storage
import TestKit
import Testing
import Transfers
import Web

/// A house with a filed case on an unlicensed site; the two officers, the head, and another who may decide too.
struct Scene {
  let test: TestHouse
  let room: Transfers
  let casework: Casework
  let officer: Person
  let head: Person
  let lawyer: Person
  let lawCase: ID<Case>

  static func play(_ store: Store, _ body: (Scene) async throws -> Void) async throws {
    try await TestHouse.with(store) { test in try await body(try await Scene(test)) }
  }

  private init(_ test: TestHouse) async throws {
    self.test = test
    let source = try FolderContent(TestHouse.contentFolder)
    let casework = Casework(
      law: test.house.law, roles: test.house.roles, procedure: test.house.procedure,
      papers: test.house.papers, evidence: test.house.evidence,
      above: CaseQuestions(transfer: Transfers.standing, onTeamChange: Transfers.onTeamChange))
    self.casework = casework
    room = Transfers(
      law: test.house.law, roles: test.house.roles, casework: casework, crimes: try CrimeBook.load(source),
      papers: try PaperBook.load(source))
    let (officer, second) = (try await test.account("zhouyn"), try await test.account("qinsa"))
    (self.officer, head, lawyer) = (officer, try await test.account("heyuan"), try await test.account("fangl"))
    lawCase = try await test.database.change(Cast.county, by: Scene.actor(officer), deed: .fileCase) { tx in
      let site = try Registers.addSite(NewSite(name: "出租屋输液点", address: "柳塘镇2号", town: 112, note: ""), tx)
      return try casework.file(
        NewCase(
          party: "郭某", premises: Ref(.site, site), clue: nil, visit: nil, violation: "nonphysician-practice",
          summary: "无证输液。", first: officer.id, second: second.id), tx)
    }
  }

  static func actor(_ person: Person) -> Actor { Actor(kind: .account, number: person.id.value, title: person.label) }

  var today: CivilDate { test.clock.now.date }

  func change<T: Sendable>(
    by person: Person? = nil, _ body: @escaping @Sendable (Transaction) throws -> T
  ) async throws -> T {
    try await test.database.change(Cast.county, by: Scene.actor(person ?? officer), deed: .checkThreshold, body)
  }

  @discardableResult func check(_ answers: [String: CrimeAnswer] = reachedAnswers) async throws -> ID<ThresholdCheck> {
    let (room, lawCase) = (room, lawCase)
    return try await change { try room.check(lawCase, NewCheck(crime: "illegal-practice", answers: answers), $0).id }
  }

  static let reachedAnswers: [String: CrimeAnswer] = ["subject": .yes, "practised": .yes, "penalties": .number(2)]

  func propose(_ check: ID<ThresholdCheck>, to head: Person? = nil, by person: Person? = nil) async throws -> ID<
    Transfer
  > {
    let new = NewTransfer(
      check: check, head: (head ?? self.head).id, facts: "两次受罚后又行医。", proof: "现场笔录", items: "输液器，12套，物证室",
      police: "清沅县公安局", procuratorate: "清沅县人民检察院")
    let (room, lawCase) = (room, lawCase)
    return try await change(by: person) { try room.propose(lawCase, new, $0) }
  }

  func approve(_ id: ID<Transfer>, by person: Person? = nil) async throws {
    let room = room
    try await change(by: person ?? head) { try room.approve(id, words: "同意", $0) }
  }

  func handOver(_ id: ID<Transfer>) async throws {
    let (room, attachments) = (room, test.database.attachments)
    let package = try await room.prepare(id, test.database)
    try await change { try room.handOver(id, package, attachments, $0) }
    package.file.remove()
  }

  /// Up to the receipt by the police.
  func received() async throws -> ID<Transfer> {
    let id = try await propose(try await check())
    try await approve(id)
    try await handOver(id)
    try await record(.receive, id, from: .police)
    return id
  }

  func record(_ action: TransferAction, _ id: ID<Transfer>, on day: CivilDate? = nil, from side: TransferSide = .police)
    async throws
  {
    let new = NewEvent(
      on: day ?? today, document: "文号", count: 3, term: action == .prolong ? "police.decision.facts" : nil, words: "理由")
    let (room, attachments) = (room, test.database.attachments)
    let files = side == .office && action.isForeign ? [try scan()] : []
    try await change { try room.record(action, of: id, new, from: side, files, attachments, $0) }
  }

  /// What the clerk scanned.
  func scan() throws -> StagedFile {
    let bytes = Array("回执".utf8)
    let url = test.dataFolder.appending(path: "incoming/scan")
    try Data(bytes).write(to: url)
    return StagedFile(
      url: url, name: "回执.pdf", type: "application/pdf", size: Int64(bytes.count), sha256: SHA256.hash(bytes).hex)
  }

  func transfer(_ id: ID<Transfer>) async throws -> TransferRecord {
    try #require(try await test.database.read { try Transfers.transfer(id, $0) })
  }

  func stage() async throws -> Stage {
    try #require(try await test.database.read { try Casework.lawCase(lawCase, $0) }).stage
  }
}

/// Codes of what a deed refused; empty: it is done.
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
