import App
import Casework
import Foundation
import Kit
import Law
import Offices
import Packs
import Registers
import Rulebook
import Storage
import TestKit
import Testing
import Web

/// What the tests of this room share: people by their work, a case on a doubtful violation, packs with one word changed.
struct Scene {
  /// Neither its articles nor its amounts were read in the statute.
  static let doubtful = "physician-unregistered"

  let test: TestHouse
  let rulebook: Rulebook
  let lawyer: Visitor
  let head: Visitor
  let officer: Visitor

  static func play(_ store: Store, _ body: (Scene) async throws -> Void) async throws {
    try await TestHouse.with(store) { test in
      try await body(
        Scene(
          test: test, rulebook: Rulebook(law: test.house.law), lawyer: try await Visitor.signedIn(test, "fangl"),
          head: try await Visitor.signedIn(test, "heyuan"), officer: try await Visitor.signedIn(test, "zhouyn")))
    }
  }

  var today: CivilDate { test.clock.now.date }

  func value(_ id: String = doubtful) throws -> LawValue { try #require(test.house.law.value("violation:\(id)")) }

  /// The fields of an approval as the page offers them, with what a person types.
  func approval(
    of name: String = "violation:\(doubtful)", seen: String? = nil, document: String = "国务院公报 2022 年第 14 号",
    day: CivilDate? = nil
  ) async throws -> [(String, String)] {
    let form = OfferedForm(try await lawyer.get("/law/approve?value=\(name)"))
    return [
      ("value", name), ("seen", seen ?? form.value("seen")), ("document", document), ("day", (day ?? today).iso),
    ]
  }

  /// Where the approval stands.
  func approve() async throws -> String {
    let answer = try await lawyer.post("/law/approve", try await approval())
    #expect(answer.status == 303, "\(answer.text.suffix(2000))")
    return answer.location
  }

  func lawCase(_ violation: String = doubtful) async throws -> String {
    let room = Casework(
      law: test.house.law, roles: test.house.roles, procedure: test.house.procedure, papers: test.house.papers,
      evidence: test.house.evidence)
    let (first, second) = (try await test.account("zhouyn"), try await test.account("qinsa"))
    let actor = Actor(kind: .account, number: first.id.value, title: first.label)
    let id = try await test.database.change(Cast.county, by: actor, deed: .fileCase) { tx in
      let site = try Registers.addSite(
        NewSite(name: "荷花巷诊所\(tx.now.milliseconds)", address: "荷花巷", town: 0, note: ""), tx)
      return try room.file(
        NewCase(
          party: "卢某", premises: Ref(.site, site), violation: violation, summary: "没有注册就行医", first: first.id,
          second: second.id), tx)
    }
    let page = "/cases/\(id)"
    try await prepareDecision(page, [("penalties", "warning"), Self.mitigation], by: officer, self.head, on: today.iso)
    return page
  }

  /// The law fines the act: a warning alone is a mitigated penalty.
  private static let mitigation = ("basis", "《行政处罚法》第三十二条第一项")

  func decision() -> [(String, String)] {
    [("date", today.iso), ("penalties", "warning"), ("reasons", "证据充分"), Self.mitigation]
  }

  /// The packs of the work tree with some words replaced in one file.
  func packs(_ file: String, _ old: String, _ new: String) throws -> LawContent {
    try LawContent.load(
      ChangedContent(folder: FolderContent(TestHouse.contentFolder), file: file, old: old, new: new))
  }
}

struct ChangedContent: ContentSource {
  let folder: FolderContent
  let file: String
  let old: String
  let new: String

  func paths() -> [String] { folder.paths() }

  func bytes(_ path: String) -> [UInt8]? {
    guard path == file, let bytes = folder.bytes(path) else { return folder.bytes(path) }
    return Array(String(decoding: bytes, as: UTF8.self).replacing(old, with: new).utf8)
  }
}
