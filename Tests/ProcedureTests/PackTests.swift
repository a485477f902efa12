import Foundation
import Kit
import Law
import Packs
import Testing

@testable import Procedure

/// What the reader of the steps refuses.
@Suite struct PackTests {
  static let slips: [(file: String, old: String, new: String, reason: String)] = [
    ("decision", "not-heavier-than-notice, ", "not-heavier-than-hoped, ", "“not-heavier-than-hoped”不在可用的词里"),
    ("decision", "not-heavier-than-notice, ", "", "没有步骤需要 not-heavier-than-notice"),
    ("decision", "  - id: withdrawal\n", "  - id: taking-back\n", "“taking-back”不在可用的词里"),
    ("decision", "by: [reviewer]", "by: [anybody]", "“anybody”不在可用的词里"),
    ("decision", "rests-on: [on-the-spot]", "rests-on: [moon]", "“moon”不在可用的词里"),
    ("conditions", "  - {id: filed, ", "  - {id: field, ", "“field”不在可用的词里"),
    ("conditions", "  - {id: filed, reason: 本案没有按普通程序立案。, ", "  - {id: filed, ", "缺少这一项"),
    ("conditions", "{id: presider, title", "{id: head, title", "与"),
    ("rules", "term: seizure,", "term: siege,", "期限 siege 不在 terms 里"),
    ("rules", "  - {id: archived, title: 归档}\n", "", "缺少阶段 archived"),
    ("rules", "on-the-spot: {person: 200", "on-the-spots: {person: 200", "on-the-spot 要写一次"),
    ("investigation", "    about: [seizure]\n    paper: seizure-end", "    paper: seizure-end", "要同时写"),
  ]

  @Test(arguments: slips)
  func slipsAreRefused(_ slip: (file: String, old: String, new: String, reason: String)) throws {
    let base = try FolderContent(Fixtures.folder)
    let path = "procedure/\(slip.file).yaml"
    let text = String(decoding: try #require(base.bytes(path)), as: UTF8.self)
    let source = Changed(base: base, path: path, text: text.replacingOccurrences(of: slip.old, with: slip.new))
    #expect(source.text != text)
    let law = try Fixtures.law()
    let refused = #expect(throws: Refusals.self) { try Procedure.load(source, law: law) }
    #expect(refused?.all.contains { $0.sentence.contains(slip.reason) } == true, "\(refused?.all ?? [])")
  }

  @Test func everyStepHasItsWordsAndAnArticle() throws {
    let procedure = try Fixtures.procedure()
    #expect(procedure.steps.count == StepKind.allCases.count)
    #expect(procedure.steps.allSatisfy { $0.provenance.source.contains("《") || $0.provenance.source.contains("〔") })
    #expect(
      procedure.penalties.map(\.id) == ["warning", "criticism", "fine", "gains", "goods", "suspend", "stop", "revoke"])
  }

  @Test func factsSurviveTheStore() throws {
    var facts = StepFacts()
    (facts.outcome, facts.way, facts.until, facts.penalties) = ("passed", "left", CivilDate(2026, 3, 2), ["fine"])
    (facts.fine, facts.gains, facts.goods, facts.amount) = (Money(fen: 1), Money(yuan: 2), .zero, Money(fen: 3))
    (facts.told, facts.confirmed, facts.replaced, facts.successor) = (true, false, 4, 5)
    (facts.staff, facts.basis) = ([6], "第一条")
    let data = try JSONEncoder().encode(facts)
    #expect(try JSONDecoder().decode(StepFacts.self, from: data) == facts)
    #expect(String(decoding: try JSONEncoder().encode(StepFacts()), as: UTF8.self) == "{}")
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode(StepFacts.self, from: Data(#"{"until":"soon"}"#.utf8))
    }
  }
}

struct Changed: ContentSource {
  let base: FolderContent
  let path: String
  let text: String
  func paths() -> [String] { base.paths() }
  func bytes(_ path: String) -> [UInt8]? { path == self.path ? Array(text.utf8) : base.bytes(path) }
}
