import Foundation
import Testing

@testable import Matching

/// Pairs judged by hand: the evidence speaks for or against, and says why with both values.
@Suite struct PairTests {
  private let matcher = Ground.matcher(Pair.persons)

  @Test func thereAreEnough() {
    #expect(Pair.all.count >= 120)
    #expect(Set(Pair.all.map(\.judgement)) == ["same", "not", "possible"])
  }

  @Test func judgements() {
    for pair in Pair.all {
      let total = matcher.explain(pair.asked, pair.kept).total
      switch pair.judgement {
      case "same": #expect(total > 1, "\(pair.testDescription): \(total)")
      case "not": #expect(total < 0, "\(pair.testDescription): \(total)")
      default: #expect(total > -5 && total < matcher.weights.same, "\(pair.testDescription): \(total)")
      }
    }
  }

  @Test func reasonsNameWhatWasFound() {
    for pair in Pair.all {
      let why = matcher.explain(pair.asked, pair.kept)
      let text = why.pieces.map(\.sentence).joined(separator: "\n") + (why.warning ?? "")
      #expect(text.contains(pair.words), "\(pair.testDescription): \(text)")
    }
  }

  @Test func piecesSumToTheScore() {
    for pair in Pair.all {
      let answer = matcher.candidates(for: pair.asked, most: 200)
      for candidate in answer.candidates {
        guard candidate.number >= 20_000 else { continue }
        let kept = Pair.persons[candidate.number - 20_000]
        let why = matcher.explain(pair.asked, kept)
        #expect(abs(why.total - candidate.evidence) < 0.001, "\(pair.testDescription)")
        #expect(abs(why.pieces.reduce(0) { $0 + $1.amount } - why.total) < 1e-9)
      }
    }
  }
}
