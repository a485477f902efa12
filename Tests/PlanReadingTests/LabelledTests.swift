import Foundation
import Testing

@testable import PlanReading

/// An invented plan of some field of supervision, labelled by hand.
struct Labelled: CustomTestStringConvertible {
  let name: String
  let text: String
  /// Lines of the label file by their key.
  let labels: [String: [[String]]]
  var testDescription: String { name }

  static let all: [Labelled] = {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Plans")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.hasSuffix(".gold") }.sorted().compactMap { file in
      let name = String(file.dropLast(5))
      guard let text = try? String(contentsOf: folder.appending(path: name + ".txt"), encoding: .utf8),
        let gold = try? String(contentsOf: folder.appending(path: file), encoding: .utf8)
      else { return nil }
      let pairs = gold.split(separator: "\n").compactMap { line -> (String, [String])? in
        guard let colon = line.range(of: ": ") else { return nil }
        return (String(line[..<colon.lowerBound]), line[colon.upperBound...].components(separatedBy: "|"))
      }
      return Labelled(name: name, text: text, labels: Dictionary(grouping: pairs) { $0.0 }.mapValues { $0.map(\.1) })
    }
  }()

  func of(_ key: String) -> [[String]] { labels[key] ?? [] }

  /// `unread: phases` in a label file: the reader does not read it so yet. A test that passes all the same fails, so that the line goes.
  func expecting(_ part: String, _ body: () throws -> Void) rethrows {
    guard of("unread").contains([part]) else { return try body() }
    withKnownIssue("\(name) \(part)") { try body() }
  }
}

struct LabelledTests {
  @Test func thereAreEnough() { #expect(Labelled.all.count >= 40) }

  /// Two plans of the same name in one file, parted by 篇一 and 篇二.
  @Test func readsTwoPlansOfOneFile() throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Plans/iron-fist.split.txt")
    let plans = PlanReading.read(try String(contentsOf: file, encoding: .utf8)).plans
    #expect(plans.map(\.title?.value) == ["民生领域案件查办“铁拳”行动方案", "民生领域案件查办“铁拳”行动方案"])
    #expect(plans.map { $0.tasks.count } == [4, 3])
    #expect(plans.map { $0.year?.value } == [nil, 2022])
    #expect(plans[0].tasks.map(\.lead) == [["食品股"], ["计量股"], ["商广股"], ["执法大队"]])
    #expect(plans[0].phases.map { short($0.start) } == ["~03", "~04", "~12"])
    #expect(plans[1].phases.map { short($0.end) } == ["2022-04", "2022-11", "2022-12"])
  }

  /// A plan and a near-copy in one file: the later one says so and marks both.
  @Test func findsTheSamePlanInOtherWords() throws {
    let label = try #require(Labelled.all.first { $0.name == "drug-retail" })
    let other = label.text.replacingOccurrences(of: "各县（区）局", with: "各地").replacingOccurrences(of: "药品安全", with: "用药安全")
    let plans = PlanReading.read("篇一：" + "药品整治方案\n" + label.text + "\n篇二：药品整治方案\n" + other).plans
    let copies = plans.flatMap(\.findings).filter { $0.kind == .copy }
    #expect(copies.count == 1)
    #expect(copies.first?.source.count == 2)
  }

  @Test(arguments: Labelled.all)
  func readsOnePlanWithItsPlaceAndYear(_ label: Labelled) throws {
    let read = PlanReading.read(label.text).plans
    try #require(read.count == 1)
    #expect(read[0].place?.value == label.of("place").first?[0])
    #expect(read[0].year.map { "\($0.value)" } == label.of("year").first?[0])
    #expect(inventions(PlanReading.read(label.text), in: label.text) == [])
  }

  @Test(arguments: Labelled.all)
  func readsPhasesAndPercentages(_ label: Labelled) throws {
    let read = try #require(PlanReading.read(label.text).plans.first)
    label.expecting("phases") {
      #expect(
        read.phases.map { [$0.name, short($0.start), short($0.end)] }
          == label.of("phase").map { $0.map { $0 == "-" ? "0" : $0 } })
      #expect(read.coverage.map(\.minPercent).sorted() == label.of("cover").compactMap { Double($0[1]) }.sorted())
    }
  }

  @Test(arguments: Labelled.all)
  func readsDeadlinesAndDepartments(_ label: Labelled) throws {
    let read = try #require(PlanReading.read(label.text).plans.first)
    func bodies(_ column: Int) -> Set<String> {
      Set(label.of("task").flatMap { $0[column].split(separator: ",").map(String.init) })
    }
    label.expecting("departments") {
      #expect(
        read.deadlines.map { short($0.date) }.sorted()
          == label.of("deadline").map { $0[2] == "-" ? "0" : $0[2] }.sorted())
      #expect(Set(read.tasks.flatMap(\.lead)) == bodies(2))
      #expect(Set(read.tasks.flatMap(\.cooperating)) == bodies(3))
    }
  }
}
