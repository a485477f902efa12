internal import Foundation
internal import Kit
internal import Law

/// A violation of the catalogue that the words of a leaf may mean, and the words that speak for it.
struct ViolationProposal: Hashable, Sendable {
  let violation: String
  /// Runs of the leaf that stand in the violation's name or in one of its everyday names, the longest first.
  let words: [String]
  let score: Double
}

/// Proposes violations for leaves by the runs of two characters that they share with names and everyday names. A run that few
/// violations have counts more than one that many have; nothing is known of any plan. A person decides.
///
///     ViolationIndex(law.violations).proposals(for: "聘用非卫生技术人员行医", in: task)
struct ViolationIndex: Sendable {
  /// One name of a violation.
  private struct Name: Sendable {
    let words: String
    let runs: Set<Run>
    let weight: Double
  }

  private struct Entry: Sendable {
    let id: String
    let names: [Name]
    /// Titles of the statutes that are broken.
    let statutes: [String]
  }

  static let most = 3
  /// Found by trying it on tasks of many plans: below it most proposals are wrong.
  private static let least = 0.36

  private let entries: [Entry]
  private let rarity: [Run: Double]

  init(_ violations: [Violation]) {
    var found: [Run: Int] = [:]
    for violation in violations {
      for run in Set(([violation.name] + violation.also).flatMap { Run.all($0) }) { found[run, default: 0] += 1 }
    }
    let whole = log(Double(violations.count + 1))
    let rarity = found.mapValues { log(Double(violations.count + 1) / Double($0)) / max(whole, 1) }
    self.rarity = rarity
    entries = violations.map { violation in
      Entry(
        id: violation.id,
        names: ([violation.name] + violation.also).map { words in
          let runs = Run.all(words)
          return Name(words: words, runs: runs, weight: runs.reduce(0) { $0 + rarity[$1, default: 1] })
        }, statutes: violation.violated.map(\.title))
    }
  }

  /// The likeliest first, at most three; none where the words are too far from all of them.
  func proposals(for leaf: String, in task: String) -> [ViolationProposal] {
    let asked = Asked(leaf: leaf, runs: Run.all(leaf), near: Run.all(task), task: task)
    let found = entries.compactMap { entry -> ViolationProposal? in
      let scored = entry.names.map { (name: $0, score: score($0, asked)) }
      guard let best = scored.max(by: { $0.score < $1.score }), best.score > 0 else { return nil }
      let named = entry.statutes.contains { !$0.isEmpty && task.contains("《\($0)》") }
      let sum = best.score + (named ? 0.05 : 0)
      guard sum >= Self.least else { return nil }
      return ViolationProposal(violation: entry.id, words: Run.shared(leaf, best.name.runs), score: sum)
    }
    return Array(found.sorted { ($1.score, $0.violation) < ($0.score, $1.violation) }.prefix(Self.most))
  }

  private struct Asked {
    let leaf: String
    let runs: Set<Run>
    let near: Set<Run>
    let task: String
  }

  /// How much of the name the leaf says, how much of the leaf the name says, and a little for what the rest of the task says.
  private func score(_ name: Name, _ asked: Asked) -> Double {
    let shared = weight(asked.runs.intersection(name.runs))
    let isWhole = asked.leaf.contains(name.words)
    guard name.weight > 0, shared >= 1 || isWhole else { return 0 }
    let near = weight(asked.near.subtracting(asked.runs).intersection(name.runs))
    return 0.6 * shared / name.weight + 0.4 * shared / max(weight(asked.runs), 1) + 0.15 * near / name.weight
  }

  private func weight(_ runs: Set<Run>) -> Double { runs.reduce(0) { $0 + rarity[$1, default: 1] } }
}

/// Two characters that stand side by side; marks and blanks part runs.
private struct Run: Hashable {
  let first: Unicode.Scalar
  let second: Unicode.Scalar

  static func all(_ text: String) -> Set<Run> {
    let scalars = Array(text.unicodeScalars)
    return Set(
      zip(scalars, scalars.dropFirst()).filter { isWord($0) && isWord($1) }.map { Run(first: $0, second: $1) })
  }

  /// The longest pieces of a text whose runs all stand in a name.
  static func shared(_ text: String, _ runs: Set<Run>) -> [String] {
    var (pieces, piece): ([String], String.UnicodeScalarView) = ([], .init())
    for scalar in text.unicodeScalars {
      if let last = piece.last, !runs.contains(Run(first: last, second: scalar)) {
        if piece.count > 1 { pieces.append(String(piece)) }
        piece = .init()
      }
      piece.append(scalar)
    }
    if piece.count > 1 { pieces.append(String(piece)) }
    return pieces.sorted { $0.unicodeScalars.count > $1.unicodeScalars.count }
  }

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }
}
