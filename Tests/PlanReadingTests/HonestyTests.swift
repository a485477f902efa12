import Foundation
import Testing

@testable import PlanReading

/// A small generator with a fixed seed, so that a failure can be repeated.
struct Dice: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ (state >> 29)
  }
}

struct HonestyTests {
  @Test(arguments: Texts.all)
  func inventsNothing(_ text: String) {
    #expect(inventions(PlanReading.read(text), in: text) == [])
  }

  @Test(arguments: Labelled.all)
  func inventsNothingInLabelledPlans(_ label: Labelled) {
    #expect(inventions(PlanReading.read(label.text), in: label.text) == [])
  }

  private static let sources = Texts.all + Labelled.all.map(\.text)

  /// Ten thousand random cuts, a third of them joined and wrecked: no trap, no range outside of the text, nothing invented.
  @Test(arguments: 0..<20)
  func staysHonestOnCutsAndWrecks(_ seed: Int) {
    var dice = Dice(state: UInt64(seed) &* 7919 &+ 17)
    for round in 0..<500 {
      let text = round % 3 == 0 ? wrecked(&dice) : cut(&dice)
      let reading = PlanReading.read(text)
      #expect(inventions(reading, in: text) == [], "\(text)")
      let count = text.unicodeScalars.count
      #expect(
        reading.plans.allSatisfy { 0 <= $0.range.start && $0.range.start <= $0.range.end && $0.range.end <= count })
      if round % 50 == 0 { #expect(!reading.json().isEmpty && !reading.outline().isEmpty) }
    }
  }

  private func cut(_ dice: inout Dice) -> String {
    let source = Array((Self.sources.randomElement(using: &dice) ?? "").unicodeScalars)
    let start = Int.random(in: 0..<source.count, using: &dice)
    let end = min(source.count, start + Int.random(in: 40...700, using: &dice))
    var view = String.UnicodeScalarView()
    view.append(contentsOf: source[start..<end])
    return String(view)
  }

  private func wrecked(_ dice: inout Dice) -> String {
    let noise = Array("（）()、。：；20__年月日一二三次《》“”%％0\n\r\u{3000} \u{FEFF}\u{301}😀至—前将报牵头配合".unicodeScalars)
    var view = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: 1...5, using: &dice) {
      let source = Array((Self.sources.randomElement(using: &dice) ?? "").unicodeScalars)
      let start = Int.random(in: 0..<source.count, using: &dice)
      let end = Int.random(in: start...source.count, using: &dice)
      view.append(contentsOf: source[start..<end])
      for _ in 0..<Int.random(in: 0...12, using: &dice) { view.append(noise.randomElement(using: &dice) ?? " ") }
    }
    return String(view)
  }

  /// Eight times the text takes about eight times the time; a step that looks back over all of it would take sixty-four.
  @Test func timeGrowsWithTheText() {
    let part = Labelled.all.map(\.text).joined(separator: "\n")
    func best(_ text: String) -> Duration {
      let clock = ContinuousClock()
      return (0..<4).map { _ in clock.measure { _ = PlanReading.read(text) } }.min() ?? .zero
    }
    #expect(best(String(repeating: part, count: 8)) < best(part) * 24)
  }

  /// One piece repeated without end, also where nothing ends a sentence, makes it neither trap nor invent.
  @Test(arguments: [
    Texts.dining, "整治2026年1月1日前报送（", "第一阶段", "一、", "《", "县公安局、", "____", "成立领导小组", "全覆盖100%，", "整治工作方案计划\n",
  ])
  func readsLongTextsOfOnePiece(_ piece: String) {
    let long = String(repeating: piece, count: max(1, 40_000 / piece.unicodeScalars.count))
    #expect(inventions(PlanReading.read(long), in: long) == [])
  }
}

/// The real plans, where they lie beside the repository. They are not part of it.
struct SharedPlansTests {
  private static var seeds: [URL] {
    let shared = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../shared/seeds")
      .standardized
    let files = try? FileManager.default.contentsOfDirectory(at: shared, includingPropertiesForKeys: nil)
    return (files ?? []).filter { $0.pathExtension == "txt" }.sorted { $0.path < $1.path }
  }

  @Test(.enabled(if: !seeds.isEmpty))
  func readsRealFilesHonestly() throws {
    var counts: [Int] = []
    for file in Self.seeds {
      let text = try String(contentsOf: file, encoding: .utf8)
      let reading = PlanReading.read(text)
      counts.append(reading.plans.count)
      #expect(inventions(reading, in: text) == [])
    }
    // Counted by hand in the list of offsets that comes with the files.
    #expect(counts == [1, 10, 5, 1, 2])
  }
}
