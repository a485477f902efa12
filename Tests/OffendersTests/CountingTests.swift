import Kit
import Law
import Packs
import TestKit
import Testing

@testable import Offenders

/// One result of a worked case.
struct CountingCase: Sendable, CustomTestStringConvertible {
  let title: String
  let decisions: [DecisionFacts]
  let act: CivilDate
  let subject: String?
  let reading: String
  /// One per decision: a figure, `x` or `?`.
  let outcomes: [String]
  let alert: String
  var words: [(number: String, piece: String)] = []

  var testDescription: String { "\(title) \(act) \(reading)" }
}

@Suite struct CountingTests {
  private func room() throws -> (Counting, CountingBook) {
    let source = try FolderContent(TestHouse.contentFolder)
    let book = try CountingBook.load(source)
    return (Counting(rule: book.practice, law: try LawContent.load(source)), book)
  }

  @Test func `worked cases come out as the law says, each with its reason`() throws {
    let (counting, _) = try room()
    let cases = try CaseReader.read(CountingCases.text)
    #expect(Set(cases.map(\.title)).count >= 40)
    for one in cases {
      let reading = try #require(counting.rule.reading(one.reading))
      let result = counting.count(one.decisions, newAct: one.act, by: one.subject, as: reading)
      let shown = one.decisions.map { facts in
        result.lines.first { $0.facts == facts }.map { CaseReader.sign($0.outcome) } ?? "-"
      }
      #expect(shown == one.outcomes, "\(one.testDescription)")
      #expect(result.number == one.outcomes.count { Int($0) != nil }, "\(one.testDescription)")
      #expect(CaseReader.alert(result) == one.alert, "\(one.testDescription)")
      for (number, piece) in one.words {
        let line = try #require(result.lines.first { $0.facts.number == number })
        #expect(line.reasons.contains { $0.text.contains(piece) }, "\(one.testDescription): \(line.reasons)")
      }
      for line in result.lines {
        #expect(!line.reasons.isEmpty && line.reasons.allSatisfy { !$0.sentence.isEmpty && !$0.basis.isEmpty })
      }
    }
  }

  @Test func `the standard reading wants the remedies to have run out, and both are shown`() throws {
    let (counting, book) = try room()
    #expect(book.practice.standard.key == "final" && book.practice.standard.wantsFinal)
    #expect(book.practice.readings.count == 2)
    let second = DecisionFacts(
      number: "乙", authority: "某县卫生局", subject: "none", measures: ["fine"], decided: nil,
      served: CivilDate(2024, 8, 5))
    let first = DecisionFacts(
      number: "甲", authority: "某县卫生局", subject: "none", measures: ["fine"], decided: nil,
      served: CivilDate(2020, 8, 5))
    let act = try #require(CivilDate(2025, 1, 5))
    let both = counting.counts([first, second], newAct: act, by: "none", chosen: book.practice.standard)
    #expect(both.map(\.reading.key) == ["final", "served"])
    #expect(both.map(\.isReached) == [false, true])
  }

  @Test func `the effect of each decision is told with its day`() throws {
    let (counting, book) = try room()
    let facts = DecisionFacts(
      number: "乙", authority: "某县卫生局", subject: "none", measures: ["fine"], decided: nil,
      served: CivilDate(2024, 8, 5))
    let act = try #require(CivilDate(2025, 1, 5))
    let line = try #require(counting.count([facts], newAct: act, by: nil, as: book.practice.standard).lines.first)
    #expect(line.effect == .served(remedyEnds: CivilDate(2025, 2, 5)))
    #expect(line.effect.words.contains("2025-02-05"))
  }

  @Test func `a rule without readings, or with a strange standard, is refused`() throws {
    struct Written: ContentSource {
      let text: String
      func paths() -> [String] { ["counting/a.yaml"] }
      func bytes(_ path: String) -> [UInt8]? { Array(text.utf8) }
    }
    let good = String(
      decoding: try #require(
        try FolderContent(TestHouse.contentFolder).bytes("counting/illegal-practice.yaml")), as: UTF8.self)
    #expect(throws: Never.self) { try CountingBook.load(Written(text: good)) }
    for broken in [
      ("standard: final", "standard: other"), ("key: illegal-practice", "key: another"), ("final: true", ""),
    ] {
      #expect(throws: Refusals.self) {
        try CountingBook.load(Written(text: good.replacing(broken.0, with: broken.1)))
      }
    }
  }
}

/// Reads the worked cases.
enum CaseReader {
  struct Broken: Error { let line: String }

  static func read(_ text: String) throws -> [CountingCase] {
    var cases: [CountingCase] = []
    var (title, decisions): (String, [DecisionFacts]) = ("", [])
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).map(\.trimmed) {
      let rest = String(line.dropFirst(2))
      if line.isEmpty {
        (title, decisions) = ("", [])
      } else if line.hasPrefix("- ") {
        decisions.append(try decision(rest))
      } else if line.hasPrefix("> ") {
        cases.append(try result(rest, title, decisions))
      } else if line.hasPrefix("! ") {
        let parts = rest.split(separator: " ", maxSplits: 1).map(String.init)
        guard parts.count == 2, let last = cases.indices.last else { throw Broken(line: line) }
        cases[last].words.append((parts[0], parts[1]))
      } else {
        title = line
      }
    }
    return cases
  }

  private static func result(_ line: String, _ title: String, _ decisions: [DecisionFacts]) throws -> CountingCase {
    let words = line.split(separator: " ").map(String.init)
    guard words.count == decisions.count + 5, words[3] == "=", let act = CivilDate(iso: words[0]),
      let alert = words.last, !title.isEmpty
    else { throw Broken(line: line) }
    return CountingCase(
      title: title, decisions: decisions, act: act, subject: words[1] == "?" ? nil : words[1], reading: words[2],
      outcomes: Array(words[4..<words.count - 1]), alert: alert)
  }

  private static func decision(_ line: String) throws -> DecisionFacts {
    let words = line.split(separator: " ").map(String.init)
    guard words.count >= 4 else { throw Broken(line: line) }
    let more = words.dropFirst(4)
    func day(_ name: String) throws -> CivilDate? {
      guard let word = more.first(where: { $0.hasPrefix(name + ":") }) else { return nil }
      guard let day = CivilDate(iso: word.dropFirst(name.count + 1)) else { throw Broken(line: line) }
      return day
    }
    var remedy = Remedy.none
    if more.contains("pending") { remedy = .pending("") }
    if let day = try day("ends") { remedy = .ends(day) }
    if let day = try day("reviewed") { remedy = .reviewed(day) }
    if let day = try day("judged") { remedy = .judged(day) }
    let undone = more.contains { $0.hasPrefix("undone") }
    return DecisionFacts(
      number: words[0] == "_" ? "" : words[0], authority: "某地卫生局",
      byHealth: more.contains("health?") ? nil : !more.contains("police"),
      party: more.contains("party?") ? nil : more.contains("org") ? .organisation : .person,
      forPractice: more.contains("matter?") ? nil : !more.contains("other"),
      subject: words[2] == "?" ? nil : words[2], measures: words[3] == "-" ? [] : words[3].commaParts,
      decided: try day("decided"), served: CivilDate(iso: words[1]), remedy: remedy,
      undone: undone ? DecisionFacts.Undone(on: try day("undone"), words: "撤销") : nil)
  }

  static func sign(_ outcome: CountOutcome) -> String {
    switch outcome {
    case .counted(let number): "\(number)"
    case .notCounted: "x"
    case .unclear: "?"
    }
  }

  static func alert(_ result: CountResult) -> String {
    result.isReached ? "yes" : result.mayBeReached ? "maybe" : "no"
  }
}
