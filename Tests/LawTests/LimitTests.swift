import Law
import Packs
import Testing

@Suite struct LimitTests {
  /// Values of the statutes, by hand.
  @Test func carriesTheRules() throws {
    let law = try Fixtures.law()
    let volume = try #require(law.limit("blood.single-volume"))
    #expect(volume.value == "400" && volume.unit == "毫升" && volume.provenance.source == "《献血法》第九条")
    #expect(law.limits.count > 60 && Set(law.limits.map(\.key)).count == law.limits.count)
  }

  static let slips: [(text: String, key: String, reason: String)] = [
    ("{key: x, title: 甲, says: 乙, law: moon, article: 丙, confidence: V}", "limits[0].law", "没有编号为“moon”的条目"),
    ("{key: x, title: 甲, says: 乙, confidence: V}", "limits[0].source", "缺少这一项"),
    ("{key: blood.single-volume, title: 甲, says: 乙, source: 丙, confidence: V}", "limits[0].key", "与 limits/"),
    ("{key: x, title: 甲, says: 乙, source: 丙, confidence: V, value: []}", "limits[0].value", "应是一个值"),
  ]

  @Test(arguments: slips)
  func refusesSlips(_ slip: (text: String, key: String, reason: String)) throws {
    let found = try Fixtures.problems(["limits/zz.yaml": "limits:\n  - \(slip.text)\n"])
    #expect(found.contains { $0.keyPath == slip.key && $0.reason.contains(slip.reason) }, "\(found.map(\.sentence))")
  }
}
