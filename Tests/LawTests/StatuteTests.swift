import Kit
import Law
import Packs
import Testing

@Suite struct StatuteTests {
  /// First days in force as `law.md` gives them, read by hand.
  static let dates: [(key: String, title: String, from: String, mark: Confidence)] = [
    ("basic-health", "《基本医疗卫生与健康促进法》", "2020-06-01", .verified),
    ("penalties", "《行政处罚法》", "2021-07-15", .verified),
    ("physicians", "《医师法》", "2022-03-01", .verified),
    ("medical-institutions", "《医疗机构管理条例》", "2022-05-01", .verified),
    ("health-procedure", "《卫生健康行政处罚程序规定》", "2025-06-01", .verified),
    ("infectious-diseases", "《传染病防治法》", "2025-09-01", .verified),
    ("unfair-competition", "《反不正当竞争法》", "2025-10-15", .verified),
    ("public-security", "《治安管理处罚法》", "2026-01-01", .verified),
    ("cybersecurity", "《网络安全法》", "2026-01-01", .memory),
    ("insurance-fund-rules", "《医疗保障基金使用监督管理条例实施细则》", "2026-04-01", .verified),
    ("market-complaints", "《市场监督管理投诉举报处理办法》", "2026-04-15", .secondary),
    ("new-technology", "《生物医学新技术临床研究和临床转化应用管理条例》", "2026-05-01", .verified),
    ("blood-stations", "《血站管理办法》", "2026-06-05", .verified),
    ("ecology-code", "《生态环境法典》", "2026-08-15", .verified),
  ]

  @Test(arguments: dates)
  func isInForceFromItsDay(_ sample: (key: String, title: String, from: String, mark: Confidence)) throws {
    let (statutes, first) = (try Fixtures.law().statutes, try Fixtures.day(sample.from))
    let version = try statutes.version(of: sample.key, on: first)
    #expect(version.from == first && version.confidence == sample.mark)
    #expect(statutes[sample.key]?.title == sample.title)
    let before = first.adding(days: -1)
    let found = #expect(throws: LawRefusal.self) { try statutes.version(of: sample.key, on: before) }
    #expect(found == .statuteNotInForce(title: sample.title, on: before, from: first))
    #expect(found?.sentence.contains(sample.title) == true)
  }

  @Test func aRepealedStatuteEnds() throws {
    let statutes = try Fixtures.law().statutes
    let last = try Fixtures.day("2026-04-14")
    #expect(try statutes.version(of: "market-complaints-interim", on: last).to == last)
    let found = #expect(throws: LawRefusal.self) {
      try statutes.version(of: "market-complaints-interim", on: last.adding(days: 1))
    }
    #expect(found?.code == "law.not-in-force")
    #expect(throws: LawRefusal.unknownStatute("moon")) { try statutes.version(of: "moon", on: last) }
  }

  @Test func theNewestVersionOfTheDayCounts() throws {
    let law = try LawContent.load(
      ChangedContent(base: try FolderContent(Fixtures.folder), changes: ["statutes/new.yaml": Self.twoVersions]))
    #expect(try law.statutes.version(of: "extra", on: try Fixtures.day("2020-12-31")).title == "旧")
    #expect(try law.statutes.version(of: "extra", on: try Fixtures.day("2021-01-01")).title == "新")
  }

  static let twoVersions = """
    statutes:
      - key: extra
        title: 《甲条例》
        rank: regulation
        versions: [{from: 2010-01-01, title: 旧, confidence: V}, {from: 2021-01-01, title: 新, confidence: V}]
        source: 乙

    """

  static let slips: [(old: String, new: String, key: String, reason: String)] = [
    ("2010-01-01", "2021-01-01", "statutes[0].versions", "从早到晚"),
    ("title: 旧, ", "to: 2015-01-01, ", "statutes[0].versions", "只有最后一个版本"),
    ("title: 新, ", "to: 2020-01-01, ", "statutes[0].versions[1].to", "失效日期早于施行日期"),
    ("rank: regulation", "rank: edict", "statutes[0].rank", "“edict”不在可用的词里"),
    ("key: extra", "key: penalties", "statutes[0].key", "“penalties”与 statutes/laws.yaml"),
    ("《甲条例》", "《行政处罚法》", "statutes[0].title", "与 statutes/laws.yaml"),
    ("source: 乙", "colour: 乙", "statutes[0].source", "缺少这一项"),
  ]

  @Test(arguments: slips)
  func refusesSlips(_ sample: (old: String, new: String, key: String, reason: String)) throws {
    let found = try Fixtures.problems(["statutes/new.yaml": Self.twoVersions.replacing(sample.old, with: sample.new)])
    #expect(
      found.contains { $0.keyPath == sample.key && $0.reason.contains(sample.reason) }, "\(found.map(\.sentence))")
    #expect(found.allSatisfy { $0.file == "statutes/new.yaml" })
  }
}
