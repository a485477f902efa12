import Foundation
import Testing

@testable import Matching

/// Who comes first among thousands, and what the answer is.
@Suite struct RankingTests {
  /// Each kept person of the table, asked for as `same` describes it, is the first candidate.
  @Test func thePersonComesFirst() {
    let matcher = Ground.matcher(Pair.persons)
    for pair in Pair.all where pair.judgement == "same" {
      let first = matcher.candidates(for: pair.asked).candidates.first
      let name = first.flatMap { $0.number >= 20_000 ? Pair.persons[$0.number - 20_000].name : nil }
      #expect(name == pair.kept.name, "\(pair.testDescription)")
    }
  }

  /// The same evidence says more of a rare name than of a common one.
  @Test func aRareNameProvesMore() {
    var (common, rare) = (MatchRecord(), MatchRecord())
    (common.name, rare.name) = ("王伟", "麴婉贞")
    for field in [\MatchRecord.birthYear, \.homePlace, \.practiceCounty] as [MatchRecord.Field] {
      let value = field == \MatchRecord.birthYear ? "1970" : field == \MatchRecord.homePlace ? "江苏省盐城市滨海县" : "320903"
      common[keyPath: field] = value
      rare[keyPath: field] = value
    }
    let matcher = Ground.matcher()
    #expect(matcher.explain(rare, rare).total > matcher.explain(common, common).total + 1)
  }

  /// Each thing more that agrees raises the score.
  @Test func moreAgreementIsNeverLess() {
    let matcher = Ground.matcher(Pair.persons)
    for kept in Pair.persons {
      var asked = MatchRecord()
      asked.name = kept.name
      asked.practiceCounty = "440106"
      var last = matcher.explain(asked, kept).total
      for field in [\MatchRecord.homePlace, \.birthYear, \.phone] as [MatchRecord.Field] {
        asked[keyPath: field] = kept[keyPath: field]
        let next = matcher.explain(asked, kept).total
        #expect(next > last, "\(kept.name)")
        last = next
      }
    }
  }

  @Test func threeAnswers() {
    let kept = Pair.persons
    let matcher = Ground.matcher(kept)
    #expect(matcher.candidates(for: kept[0]).verdict == .same)
    var nobody = MatchRecord()
    nobody.name = "蒯彧霏"
    nobody.birthYear = "1991"
    #expect(matcher.candidates(for: nobody).verdict == .none)
    #expect(matcher.candidates(for: MatchRecord()).candidates.isEmpty)
  }

  /// Two who fit alike take each other's certainty.
  @Test func rivalsLowerTheScore() {
    var first = Pair.all[0].kept
    first.id = "first"
    let alone = Ground.matcher([first])
    var second = first
    second.id = "second"
    let both = Ground.matcher([first, second])
    let (one, two) = (alone.candidates(for: first), both.candidates(for: first))
    #expect(two.candidates[0].score < 0.1)
    #expect(one.candidates[0].score > two.candidates[0].score + 5)
    #expect(two.candidates.prefix(2).allSatisfy { ["first", "second"].contains($0.id) })
  }

  @Test func aSharedTelephoneProvesNothing() {
    var many = Ground.persons(12, seed: 5)
    for place in many.indices { many[place].phone = "13800001111" }
    let matcher = Ground.matcher(many)
    var asked = many[0]
    asked.phone = "13800001111"
    let piece = matcher.explain(asked, many[0]).pieces.first { $0.topic == .phone }
    #expect(piece?.sentence.contains("多人共用") == true)
    #expect(abs(piece?.amount ?? 1) < 0.5)
  }

  /// Full lists are said: a name that five hundred bear, without anything else.
  @Test func aListThatIsTooLongIsNamed() {
    var many = Ground.persons(900, seed: 6)
    for place in many.indices { many[place].name = "王建国" }
    var asked = MatchRecord()
    asked.name = "王建国"
    #expect(Ground.matcher(many).candidates(for: asked).skipped == [.name])
  }

  /// A store that keeps the keys in a table finds what the memory finds.
  @Test func keysOfARecordAnswerItsQuestions() {
    let matcher = Ground.matcher(others: 10)
    for pair in Pair.all where pair.judgement == "same" {
      let kept = Set(matcher.keys(of: pair.kept).map(\.value))
      #expect(matcher.keys(asking: pair.asked).contains { kept.contains($0.value) }, "\(pair.testDescription)")
    }
  }
}
