import Kit
import Law
import Packs
import Testing

/// What the reader of violations refuses, with file, key and reason, and what it makes of pointers.
@Suite struct ViolationPackTests {
  static let good = """
    violations:
      - id: first
        name: 甲
        subjects: [institution]
        authority: health
        violated: [{law: penalties, article: 第一条}]
        confidence: V
        penalties:
          - law: penalties
            article: 第二条
            confiscate: [gains]
            orders: [correct]
            fine: {kind: range, min: 100, max: 200}
            serious: {measures: [revoke_licence]}
            confidence: V
      - id: second
        name: 乙
        subjects: [person]
        authority: health
        confidence: V
        penalties:
          - {as: first, article: 批复, confidence: V2}

    """

  /// What is written instead of a part of the good file, and what is then said.
  static let slips: [(old: String, new: String, key: String, reason: String)] = [
    ("[institution]", "[alien]", "violations[0].subjects[0]", "“alien”不在可用的词里"),
    ("[gains]", "[moon]", "violations[0].penalties[0].confiscate", "“moon”不在措施用词表里"),
    ("[gains]", "[correct]", "violations[0].penalties[0].confiscate", "“correct”不能用在这里"),
    ("[correct]", "[gains]", "violations[0].penalties[0].orders", "“gains”不能用在这里"),
    ("revoke_licence", "revoke_moon", "violations[0].penalties[0].serious.measures", "“revoke_moon”不在措施用词表里"),
    ("- law: penalties", "- law: moon", "violations[0].penalties[0].law", "没有编号为“moon”的条目"),
    ("{law: penalties, article: 第一条}", "{law: moon}", "violations[0].violated[0].law", "没有编号为“moon”的条目"),
    ("as: first", "as: third", "violations[1].penalties[0].as", "没有编号为“third”的条目"),
    ("as: first", "as: second", "violations[1].penalties[0].as", "互相指向：second → second"),
    ("min: 100, max: 200", "min: 300, max: 200", "violations[0].penalties[0].fine.min", "下限大于上限"),
    ("min: 100, max: 200", "min: 0, max: 0", "violations[0].penalties[0].fine.max", "上限是 0"),
    (", min: 100, max: 200", "", "violations[0].penalties[0].fine.min", "缺少这一项"),
    ("min: 100", "min: 100.005", "violations[0].penalties[0].fine.min", "不是小数不超过 2 位的数"),
    ("min: 100", "min: -1", "violations[0].penalties[0].fine.min", "不是小数不超过 2 位的数"),
    ("kind: range", "kind: multiple, base: moon", "violations[0].penalties[0].fine.base", "“moon”不在可用的词里"),
    ("kind: range", "kind: multiple", "violations[0].penalties[0].fine.base", "缺少这一项"),
    ("kind: range", "kind: lump", "violations[0].penalties[0].fine.kind", "“lump”不在可用的词里"),
    (
      "kind: range, min: 100, max: 200", "kind: tier, base: gains, threshold: any, below: {min: 1, max: 2}",
      "violations[0].penalties[0].fine.above", "缺少这一项"
    ),
    (
      "kind: range, min: 100, max: 200", "kind: tier, base: gains, threshold: some, above: {min: 1, max: 2}",
      "violations[0].penalties[0].fine.threshold", "不是小数不超过 2 位的数"
    ),
    ("{measures: [revoke_licence]}", "{}", "violations[0].penalties[0].serious.fine", "既没有罚款，也没有措施"),
    ("confidence: V2}", "confidence: V9}", "violations[1].penalties[0].confidence", "“V9”不在可用的词里"),
    ("confidence: V2}", "confidence: V, fines: 1}", "violations[1].penalties[0].fines", "没有这一项"),
    ("id: second", "id: first", "violations[1].id", "“first”与 violations/extra.yaml"),
    ("    name: 乙", "    related: [second]\n    name: 乙", "violations[1].related", "不能指向自己"),
    ("    name: 乙", "    related: [third]\n    name: 乙", "violations[1].related", "没有编号为“third”的条目"),
    (
      "    penalties:\n      - {as: first, article: 批复, confidence: V2}\n", "", "violations[1].penalties",
      "没有罚则，也没有用 gap"
    ),
    ("name: 甲", "confidence: M?\n    name: 甲", "", "写了两次"),
  ]

  @Test(arguments: slips.indices)
  func refusesSlips(_ index: Int) throws {
    let slip = Self.slips[index]
    let text = Self.good.replacing(slip.old, with: slip.new)
    #expect(text != Self.good, "the slip changes nothing")
    let found = try Fixtures.problems(["violations/extra.yaml": text])
    let told = found.contains { ($0.keyPath == slip.key || slip.key.isEmpty) && $0.reason.contains(slip.reason) }
    #expect(told, "\(found.map(\.sentence))")
    #expect(found.allSatisfy { $0.file == "violations/extra.yaml" }, "\(found.map(\.sentence))")
  }

  @Test func theGoodFileIsGood() throws { #expect(try Fixtures.problems(["violations/extra.yaml": Self.good]).isEmpty) }

  @Test func aChainThatComesBackIsRefused() throws {
    let text = Self.good.replacing("- law: penalties\n        article: 第二条", with: "- as: second\n        article: 第二条")
    let found = try Fixtures.problems(["violations/extra.yaml": text])
    #expect(found.contains { $0.reason == "互相指向：first → second → first" }, "\(found.map(\.sentence))")
  }

  @Test func doubtWithoutANoteIsRefused() throws {
    let text = Self.good.replacing(
      "authority: health\n    confidence: V\n", with: "authority: health\n    confidence: M?\n")
    let found = try Fixtures.problems(["violations/extra.yaml": text])
    #expect(found.map(\.keyPath) == ["violations[1].note"], "\(found.map(\.sentence))")
  }

  /// What is borrowed stands in full where it is used: article, amounts, the reason, and the weaker mark.
  @Test func aPointerBringsTheProvision() throws {
    let law = try Fixtures.law(with: Self.good)
    let (first, second) = (try #require(law.violation("first")), try #require(law.violation("second")))
    #expect(first.basis == "《行政处罚法》第一条" && first.penalty == "《行政处罚法》第二条")
    #expect(second.penalty == "批复；《行政处罚法》第二条" && second.penalties.map(\.confidence) == [.secondary])
    #expect(second.penalties.first?.basic == first.penalties.first?.basic)
    let answer = try law.fine("second", FineQuestion(on: try Fixtures.day("2026-01-01")))
    #expect(answer.chosen.limits == FineLimits(min: Money(yuan: 100), max: Money(yuan: 200)))
    #expect(answer.reasoning.contains { $0.contains("批复") })
  }

  /// A gap is inherited: what is punished as an act without known amounts has none that are known.
  @Test func aPointerBringsTheGap() throws {
    let text = Self.good.replacing("name: 甲", with: "gap: 金额没有查到\n    name: 甲")
    let law = try Fixtures.law(with: text)
    let found = #expect(throws: LawRefusal.self) {
      try law.fine("second", FineQuestion(on: try Fixtures.day("2026-01-01")))
    }
    #expect(found == .amountUnknown(name: "乙", gap: "金额没有查到"))
    #expect(found?.sentence == "“乙”的罚款还算不出来：金额没有查到。")
  }

  @Test func tokensOfThePacksAllHaveWords() throws {
    let law = try Fixtures.law()
    for measure in law.measures.all { #expect(measure.words != measure.token && !measure.words.isEmpty) }
    #expect(law.measures["stop_practice"]?.words == "责令停止执业活动")
    #expect(law.measures.words(["warning", "correct"]) == "警告、责令改正")
  }
}
