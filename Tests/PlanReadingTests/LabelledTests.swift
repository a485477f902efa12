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
}

struct LabelledTests {
  @Test func thereAreEnough() { #expect(Labelled.all.count >= 30) }

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
    #expect(read.phases.map { [$0.name, short($0.start), short($0.end)] } == label.of("phase").map { $0.map { $0 == "-" ? "0" : $0 } })
    #expect(read.coverage.map(\.minPercent).sorted() == label.of("cover").compactMap { Double($0[1]) }.sorted())
  }

  @Test(arguments: Labelled.all)
  func readsDeadlinesAndDepartments(_ label: Labelled) throws {
    let read = try #require(PlanReading.read(label.text).plans.first)
    #expect(read.deadlines.map { short($0.date) }.sorted() == label.of("deadline").map { $0[2] == "-" ? "0" : $0[2] }.sorted())
    #expect(Set(read.tasks.flatMap(\.lead)) == Set(label.of("task").flatMap { $0[2].split(separator: ",").map(String.init) }))
    #expect(
      Set(read.tasks.flatMap(\.cooperating)) == Set(label.of("task").flatMap { $0[3].split(separator: ",").map(String.init) }))
  }
}
