import Foundation
import Kit
import Law
import Packs
import Testing

/// What the command line prints for fines.
@Suite struct FinePrintingTests {
  private func answer(_ id: String, _ bases: [FineBase: Money] = [:], refused: Bool = false) throws -> FineAnswer {
    try Fixtures.law().fine(id, FineQuestion(on: try Fixtures.day("2026-05-06"), bases, refused: refused))
  }

  @Test func amountsAreNumbersInYuan() throws {
    let found = try answer("unlicensed-institution", [.gains: Money(fen: 1_000_001)])
    let text = String(decoding: try JSONEncoder().encode(found), as: UTF8.self)
    #expect(text.contains(#""min":50000.05"#) && text.contains(#""max":200000.2"#))
  }

  @Test func theContractsKeysAreThere() throws {
    let found = try json(try answer("unlicensed-institution", [.gains: Money(yuan: 3000)]))
    for key in [
      "min", "max", "mandatory", "confiscate", "orders", "onRefusal", "onSerious", "article", "confidence", "reasoning",
      "alternatives", "warnings",
    ] { #expect(found[key] != nil, "\(key)") }
    #expect(found["min"] as? Int == 50000 && found["max"] as? Int == 200_000 && found["mandatory"] as? Bool == true)
    #expect(found["confiscate"] as? [String] == ["gains", "drugs", "devices"])
    #expect((found["article"] as? String)?.contains("第九十九条第一款") == true)
    #expect(found["confidence"] as? String == "V")
  }

  /// A list of tokens, or the fine with its tokens where the law then fines.
  @Test func refusalIsAListOrAFine() throws {
    #expect(try json(try answer("clinic-unfiled"))["onRefusal"] as? [String] == ["stop_practice"])
    let fine = try #require(try json(try answer("mw-dumping"))["onRefusal"] as? [String: Any])
    #expect(fine["min"] as? Int == 10000 && fine["max"] as? Int == 30000 && fine["mandatory"] as? Bool == true)
    #expect(fine["measures"] as? [String] != nil)
    #expect(try json(try answer("unlicensed-institution"))["onRefusal"] as? [String] == [])
  }

  @Test func aSeriousFineStandsBesideTheTokens() throws {
    let found = try json(try answer("medical-ad-unreviewed", [.advertisingFee: Money(yuan: 10000)]))
    #expect((found["onSerious"] as? [String])?.contains("withdraw_ad_approval") == true)
    let serious = try #require(found["seriousFine"] as? [String: Any])
    #expect(serious["min"] as? Int == 30000 && serious["max"] as? Int == 50000)
  }

  @Test func theTextReadsAsASheet() throws {
    let found = try answer("nonphysician-practice", [.gains: Money(yuan: 3000)])
    let text = found.text(try Fixtures.law().measures)
    for part in [
      "非医师行医（nonphysician-practice）", "罚款：20,000元以上100,000元以下", "依据：《医师法》第五十九条", "可信程度：已核对原文", "怎样得出：",
      "1. 行为日期2026-05-06", "其他罚则（只罚一次）：", "涉嫌犯罪的移送公安机关：",
    ] { #expect(text.contains(part), "\(part)") }
  }

  /// Every violation prints, and says nothing in half-width punctuation between Han characters.
  @Test func everyAnswerPrints() throws {
    let law = try Fixtures.law()
    let bases = Dictionary(uniqueKeysWithValues: FineBase.allCases.map { ($0, Money(yuan: 20000)) })
    let question = FineQuestion(on: try Fixtures.day("2026-11-01"), bases)
    var printed = 0
    for violation in law.violations where violation.gap == nil {
      let text = try law.fine(violation.id, question).text(law.measures)
      printed += 1
      #expect(!text.contains("。。") && !text.contains("；；") && !text.contains("（）"), "\(text)")
    }
    #expect(printed > 150)
  }
}
