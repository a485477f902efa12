import Foundation
import Testing

@testable import PlanReading

/// One line of `Examples.txt`: a text, and what a person expects to be read from it.
struct Example: CustomTestStringConvertible {
  let kind: String
  let text: String
  let expected: String
  let number: Int
  var testDescription: String { "\(number) @\(kind) \(text)" }

  static let all: [Example] = {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Examples.txt")
    guard let lines = try? String(contentsOf: file, encoding: .utf8) else { return [] }
    var kind = ""
    var examples: [Example] = []
    for (index, line) in lines.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      if line.hasPrefix("@") { kind = String(line.dropFirst().prefix { $0 != " " }) }
      guard let arrow = line.range(of: " => ") else { continue }
      let text = line[..<arrow.lowerBound].replacingOccurrences(of: "⏎", with: "\n")
      examples.append(
        Example(kind: kind, text: text, expected: String(line[arrow.upperBound...]), number: index + 1))
    }
    return examples
  }()

  static func of(_ kind: String) -> [Example] { all.filter { $0.kind == kind } }

  /// The expected items and their fields; `-` is none.
  var items: [[String]] {
    expected == "-" ? [] : expected.components(separatedBy: "; ").map { $0.components(separatedBy: "|") }
  }
}

/// `2026-03`, `~03-05` without a year, `0` without either.
func short(_ date: PlanDate) -> String { date.iso ?? date.monthDay.map { "~" + $0 } ?? "0" }

/// Words that hold the expected ones and little more: where a text may be cut a little wider.
func fits(_ read: String, _ expected: String) -> Bool {
  read.contains(expected) && read.unicodeScalars.count <= expected.unicodeScalars.count + 12
}

struct ExampleTests {
  @Test func thereAreEnough() { #expect(Example.all.count >= 300) }

  @Test(arguments: Example.of("date"))
  func dates(_ example: Example) {
    let script = Manuscript(example.text)
    let read = Dates.all(script, in: script.all).prefix(1).map { mention in
      let date = Dates.resolve(mention, year: nil)
      return [short(date.start), short(date.end)]
    }
    #expect(read == example.items)
  }

  @Test(arguments: Example.of("phase"))
  func phases(_ example: Example) {
    #expect(plan(example.text).phases.map { [$0.name, short($0.start), short($0.end)] } == example.items)
  }

  @Test(arguments: Example.of("deadline"))
  func deadlines(_ example: Example) {
    let read = plan(example.text).deadlines
    #expect(read.map { [$0.to ?? "", short($0.date)] } == example.items.map { [$0[1], $0[2]] })
    for (deadline, item) in zip(read, example.items) {
      #expect(fits(deadline.what, item[0].hasPrefix("完成") ? String(item[0].dropFirst(2)) : item[0]), "\(deadline.what)")
    }
  }

  @Test(arguments: Example.of("cover"))
  func coverage(_ example: Example) {
    let read = plan(example.text).coverage
    #expect(read.map(\.minPercent) == example.items.compactMap { Double($0[1]) })
    for (cover, item) in zip(read, example.items) { #expect(fits(cover.subject, item[0]), "\(cover.subject)") }
  }

  @Test(arguments: Example.of("lead"))
  func leads(_ example: Example) {
    let script = Manuscript(example.text)
    let read = Leads.read(script, script.all)
    #expect("\(read.lead.joined(separator: ","))/\(read.cooperating.joined(separator: ","))" == example.expected)
  }

  @Test(arguments: Example.of("duty"))
  func duties(_ example: Example) {
    let read = plan("三、职责分工\n" + example.text).tasks.map {
      "\($0.lead.joined(separator: ","))/\($0.cooperating.joined(separator: ","))"
    }
    #expect(read == example.items.map { $0[0] })
  }

  @Test(arguments: Example.of("whose"))
  func tasksOfSomebody(_ example: Example) {
    let read = plan("二、重点任务\n" + example.text).tasks.map {
      "\($0.lead.joined(separator: ","))/\($0.cooperating.joined(separator: ","))"
    }
    #expect(read == example.items.map { $0[0] })
  }

  @Test(arguments: Example.of("act"))
  func acts(_ example: Example) {
    let script = Manuscript(example.text)
    let read = Violations.read(script, [script.all])
    if example.items.isEmpty { #expect(read == []) }
    for item in example.items { #expect(read.contains { fits($0, item[0]) }, "\(read)") }
  }

  @Test(arguments: Example.of("listed"))
  func announcedLists(_ example: Example) {
    let read = plan(example.text).tasks.flatMap(\.violations)
    #expect(read.count == example.items.count, "\(read)")
    for item in example.items { #expect(read.contains(item[0]), "\(read)") }
  }

  @Test(arguments: Example.of("task"))
  func tasks(_ example: Example) {
    #expect(plan(example.text).tasks.map { [$0.no ?? "", $0.text] } == example.items)
  }

  @Test(arguments: Example.of("scope"))
  func scope(_ example: Example) {
    let read = plan(example.text).scope.map(\.value)
    #expect(read.count == example.items.count, "\(read)")
    for (value, item) in zip(read, example.items) { #expect(fits(value, item[0]), "\(value)") }
  }

  @Test(arguments: Example.of("goal"))
  func goals(_ example: Example) {
    let read = plan(example.text).goals.map(\.value)
    #expect(read.count == example.items.count, "\(read)")
    for (value, item) in zip(read, example.items) { #expect(fits(value, item[0]), "\(value)") }
  }

  @Test(arguments: Example.of("head"))
  func heads(_ example: Example) {
    let read = plan(example.text)
    #expect([read.title?.value ?? "", read.place?.value ?? "", "\(read.year?.value ?? 0)"] == example.items[0])
  }

  @Test(arguments: Example.of("group"))
  func groups(_ example: Example) {
    let read = plan(example.text).organisation
    #expect([read.leadingGroup ?? "", read.office ?? ""] == Array(example.items[0].prefix(2)))
    let members = example.items[0][2].split(separator: ",").map(String.init)
    #expect(read.members.count == members.count, "\(read.members)")
    for (value, member) in zip(read.members, members) { #expect(fits(value, member), "\(value)") }
  }

  @Test(arguments: Example.of("finding"))
  func findings(_ example: Example) {
    #expect(plan(example.text).findings.map(\.kind.rawValue) == example.items.map { $0[0] })
  }
}
