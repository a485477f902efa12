import Kit
import Law
import Packs
import Testing

@Suite struct DiscretionTests {
  static let cases: [(given: Set<String>, keys: [String], articles: [String])] = [
    (["removed-harm"], ["lighter-removed-harm"], ["第三十二条第一项"]),
    (["coerced", "helped"], ["lighter-coerced", "lighter-helped"], ["第三十二条第二项", "第三十二条第四项"]),
    (["slight", "corrected"], [], []),
    (["slight", "corrected", "no-harm"], ["none-slight"], ["第三十三条第一款"]),
    (["first-time", "slight-harm", "corrected"], ["may-none-first-time"], ["第三十三条第一款"]),
    (["no-fault"], ["none-no-fault"], ["第三十三条第二款"]),
    (["outbreak"], ["heavier-outbreak"], ["第四十九条"]),
    (["age-under-14"], ["none-under-14"], ["第三十条"]),
    ([], [], []),
  ]

  @Test(arguments: cases)
  func factsBringTheirRules(_ sample: (given: Set<String>, keys: [String], articles: [String])) throws {
    let found = try Fixtures.law().discretion.effects(of: sample.given)
    #expect(found.map(\.key) == sample.keys && found.map(\.citation.article) == sample.articles)
    #expect(found.allSatisfy { $0.citation.title == "《行政处罚法》" })
  }

  /// Born 2012-03-10: under 14 up to and on the birthday, 14 from the day after; under 18 in the same way.
  static let ages: [(born: String, day: String, keys: Set<String>)] = [
    ("2012-03-10", "2026-03-09", ["age-under-14"]), ("2012-03-10", "2026-03-10", ["age-under-14"]),
    ("2012-03-10", "2026-03-11", ["age-14-to-17"]), ("2008-03-10", "2026-03-10", ["age-14-to-17"]),
    ("2008-03-10", "2026-03-11", []),
  ]

  @Test(arguments: ages)
  func agesFollowFromTheBirthday(_ sample: (born: String, day: String, keys: Set<String>)) throws {
    let discretion = try Fixtures.law().discretion
    let found = discretion.ages(born: try Fixtures.day(sample.born), on: try Fixtures.day(sample.day))
    #expect(found == sample.keys)
    #expect(found.isSubset(of: Set(discretion.circumstances.map(\.key))))
  }

  @Test func noProvinceIsInvented() throws {
    let law = try Fixtures.law()
    #expect(law.discretion.provinces.isEmpty && law.discretion.province("320000") == nil)
    #expect(Discretion.provinceGap.contains("请法制机构补充"))
  }

  static let province = """
    provinces:
      - code: "320000"
        name: 某省
        from: 2025-01-01
        source: 某文件
        confidence: V
        hearing: {person: 5000, organisation: 50000}
        steps:
          - {violation: unlicensed-institution, name: 从轻, when: 三个月以下, min: 50000, max: 80000}

    """

  @Test func aProvinceIsReadWhereItIsGiven() throws {
    let source = ChangedContent(
      base: try FolderContent(Fixtures.folder), changes: ["discretion/provinces.yaml": Self.province])
    let found = try #require(try LawContent.load(source).discretion.province("320000"))
    #expect(found.hearingPerson == Money(yuan: 5000) && found.hearingOrganisation == Money(yuan: 50000))
    #expect(found.steps.map(\.max) == [Money(yuan: 80000)])
  }

  @Test func aProvinceWithAnUnknownViolationIsRefused() throws {
    let text = Self.province.replacing("unlicensed-institution", with: "moon")
    let found = try Fixtures.problems(["discretion/provinces.yaml": text])
    #expect(found.map(\.keyPath) == ["provinces[0].steps[0].violation"])
  }

  @Test func packsWithoutTheOneFineRuleAreRefused() throws {
    let found = try Fixtures.problems(["discretion/rules.yaml": "circumstances: []\nrules: []\n"])
    #expect(found.map(\.sentence) == ["discretion：缺少规则 one-act-one-fine。"])
  }

  /// Two years, five with harm to health; the plain day counts, a weekend does not lengthen it.
  static let limits: [(ended: String, found: String, health: Bool, lastDay: String, passed: Bool)] = [
    ("2022-03-02", "2024-03-02", false, "2024-03-02", false), ("2022-03-02", "2024-03-03", false, "2024-03-02", true),
    ("2024-02-29", "2026-02-28", false, "2026-02-28", false), ("2024-02-29", "2026-03-01", false, "2026-02-28", true),
    ("2022-03-02", "2027-03-02", true, "2027-03-02", false), ("2022-03-02", "2027-03-03", true, "2027-03-02", true),
  ]

  @Test(arguments: limits)
  func actsLapse(_ sample: (ended: String, found: String, health: Bool, lastDay: String, passed: Bool)) throws {
    let answer = try Fixtures.law().limitation(
      ended: try Fixtures.day(sample.ended), found: try Fixtures.day(sample.found), healthHarmed: sample.health)
    #expect(answer.lastDay.iso == sample.lastDay && answer.hasPassed == sample.passed)
    #expect(answer.sentence.contains("《行政处罚法》第三十六条"))
  }
}
