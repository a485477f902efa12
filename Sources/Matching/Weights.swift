import Foundation
import Packs

/// The weights (权重) of `Content/matching/weights.yaml`: one amount of log-odds for each term, and the thresholds of the
/// three answers. Written by `qingyuan match train`, readable by people, replaced by an agency's own.
package struct Weights: Sendable {
  var values = [Float](repeating: 0, count: Term.count)
  /// At and above this log-odds: the same person; training sets it where one answer in a thousand is wrong. At and above
  /// the second, one in twenty: possible, a person decides.
  package var same = 7.0
  package var possible = -2.9
  /// The share of questions whose person is in the register, at which the scores are probabilities.
  package var prevalence = 0.35

  package init() {}

  /// Terms that weigh something.
  package var count: Int { values.count { $0 != 0 } }

  static func read(_ node: PackNode) -> Weights {
    var weights = Weights()
    _ = (node.provenance(), node.textIfAny("trained"))
    weights.same = number(node.written("same"), node, "same")
    weights.possible = number(node.written("possible"), node, "possible")
    weights.prevalence = number(node.written("prevalence"), node, "prevalence")
    let numbers = Dictionary(zip(Term.slugs, 0...)) { first, _ in first }
    for line in node.texts("weights") {
      let parts = line.split(separator: " ")
      guard parts.count == 2, let term = numbers[String(parts[0])], let value = Float(parts[1]) else {
        node.refuse("weights", "“\(line)”应是“项目名 数值”")
        continue
      }
      weights.values[term] = value
    }
    return weights
  }

  private static func number(_ text: String, _ node: PackNode, _ key: String) -> Double {
    if let number = Double(text) { return number }
    node.refuse(key, "“\(text)”应是数")
    return 0
  }

  /// The list as `match train` writes it.
  package func yaml(trained: String) -> String {
    var text = """
      # Weights of the comparison in natural log-odds: above 0 speaks for the same person, below 0 against. Written by
      # `qingyuan match train`; what each term means stands in docs/matching.md. A term that is missing weighs nothing.
      source: qingyuan match train 由带标签的人员对学得
      confidence: U
      trained: \(trained)
      same: \(String(format: "%.2f", same))
      possible: \(String(format: "%.2f", possible))
      prevalence: \(String(format: "%.3f", prevalence))
      weights:

      """
    for (slug, value) in zip(Term.slugs, values) where abs(value) >= 0.0005 {
      text += "  - \(slug) \(String(format: "%.3f", value))\n"
    }
    return text
  }
}
