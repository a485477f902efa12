internal import Kit

/// A leaf (查处情形) of the task tree: one kind of act that a task names. A task that names none is its own only leaf.
struct Leaf: Hashable, Sendable {
  /// The plan's words; empty for the task as a whole.
  let words: String

  static let whole = Leaf(words: "")
  var title: String { words.isEmpty ? "整项任务" : words }

  /// `violations` as the plan's item keeps them, parted by 、.
  static func all(_ violations: String) -> [Leaf] {
    var seen: Set<String> = []
    let words = ItemReader.bodies(violations).unicodeScalars.split(separator: "、").map { String($0) }
    let leaves = words.filter { seen.insert($0).inserted }.map { Leaf(words: $0) }
    return leaves.isEmpty ? [.whole] : leaves
  }
}

/// A tie (对应): a leaf means a violation of the catalogue, as a person confirmed.
struct Tie: Hashable, Sendable {
  let leaf: String
  /// Id of the violation.
  let violation: String
}

/// A task with its leaves and what they are tied to.
struct TaskLeaves: Sendable {
  let leaves: [Leaf]
  private let ties: [Tie]

  init(violations: String, ties: [Tie]) {
    leaves = Leaf.all(violations)
    self.ties = ties
  }

  /// In the order in which they were confirmed. What was tied to a leaf whose words were corrected since stands with the first.
  func violations(of leaf: Leaf) -> [String] {
    let words = Set(leaves.map(\.words))
    return ties.filter { $0.leaf == leaf.words || (leaf == leaves.first && !words.contains($0.leaf)) }.map(\.violation)
  }

  var isTied: Bool { !ties.isEmpty }
  var untied: [Leaf] { leaves.filter { violations(of: $0).isEmpty } }
  /// Each once.
  var violations: [String] {
    var seen: Set<String> = []
    return ties.map(\.violation).filter { seen.insert($0).inserted }
  }
}
