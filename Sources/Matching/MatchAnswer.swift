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
