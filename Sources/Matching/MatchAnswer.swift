import Foundation

/// The three answers (结论).
package enum Verdict: String, Sendable {
  case same, possible, none

  package var title: String {
    switch self {
    case .same: "同一人"
    case .possible: "可能，请人判断"
    case .none: "未发现"
    }
  }
}

/// One record that may be the person.
package struct Candidate: Sendable {
  /// Its place in the register, and its own identity.
  package let number: Int
  package let id: String
  /// The sum of the pieces, as `Matcher.explain` shows them.
  package let evidence: Double
  /// Log-odds that it is this one, after what speaks for the others; never saturated.
  package let score: Double

  package var probability: Double { 1 / (1 + exp(-score)) }

  /// The log-odds of the first `most`, the highest evidence first: each less what speaks for the others and for nobody.
  static func scored(_ evidence: [Float], _ most: Int) -> [Double] {
    let top = max(evidence.first ?? 0, 0)
    let total = evidence.reduce(exp(-Double(top))) { $0 + exp(Double($1 - top)) }
    return evidence.prefix(most).map { one in
      let rest = max(total - exp(Double(one - top)), 1e-300)
      return Double(one - top) - log(rest)
    }
  }
}

/// Who a record may be.
package struct MatchAnswer: Sendable {
  /// The best first.
  package let candidates: [Candidate]
  /// Lists that were too long to go through: said, because somebody could be missing.
  package let skipped: [KeyFamily]
  let weights: Weights

  /// `same` still wants a person before anything is done to anybody.
  package var verdict: Verdict {
    guard let best = candidates.first else { return .none }
    return best.score >= weights.same ? .same : best.score >= weights.possible ? .possible : .none
  }
}
