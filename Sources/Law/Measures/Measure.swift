internal import Packs

/// A word of the catalogue for what an authority may do besides a fine: confiscate, order, revoke, suspend.
///
/// The words are data (`measures/`), so that a new statute brings its own without a line of Swift.
package struct Measure: Hashable, Sendable {
  package enum Kind: String, CaseIterable, Sendable {
    /// What is taken away, e.g. `gains`.
    case confiscation
    /// What is ordered, revoked or suspended.
    case action
  }

  /// Stable, e.g. `stop_practice`.
  package let token: String
  package let words: String
  package let kind: Kind
  package let note: String?
}

extension Measure {
  static func read(_ node: PackNode) -> Measure {
    let measure = Measure(
      token: node.text("token"), words: node.text("words"), kind: node.choice("kind", standIn: .action),
      note: node.textIfAny("note"))
    if !measure.token.utf8.allSatisfy({ (97...122).contains($0) || (48...57).contains($0) || $0 == 95 }) {
      node.refuse("token", "“\(measure.token)”只能用小写字母、数字和下划线")
    }
    node.claim(measure.token, in: "measures", key: "token")
    return measure
  }
}

/// All such words by token.
package struct Measures: Sendable {
  package let all: [Measure]
  private let byToken: [String: Int]

  package init(_ all: [Measure]) {
    self.all = all
    byToken = Dictionary(all.indices.map { (all[$0].token, $0) }) { first, _ in first }
  }

  package subscript(token: String) -> Measure? { byToken[token].map { all[$0] } }

  /// The words of tokens, joined as a sentence needs them.
  package func words(_ tokens: [String]) -> String {
    tokens.map { self[$0]?.words ?? $0 }.joined(separator: "、")
  }

  /// A list of tokens of one kind, which may be left out. Unknown ones, and ones of the other kind, are refused by name.
  func tokens(_ key: String, _ kind: Measure.Kind, of node: PackNode) -> [String] {
    node.textsIfAny(key).filter { token in
      guard let measure = self[token] else {
        node.refuse(key, "“\(token)”不在措施用词表里")
        return false
      }
      if measure.kind != kind { node.refuse(key, "“\(token)”不能用在这里") }
      return true
    }
  }
}
