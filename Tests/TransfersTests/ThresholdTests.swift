import Kit
import Packs
import TestKit
import Testing
import Transfers

/// The judgement of the facts, against cases written down from the articles.
@Suite struct ThresholdTests {
  struct Example: Sendable, CustomTestStringConvertible {
    let crime: String
    let answers: [String: CrimeAnswer]
    let outcome: Verdict.Outcome
    let says: String
    var testDescription: String { "\(crime) \(says)" }
  }

  private static let base: [String: CrimeAnswer] = ["subject": .yes, "practised": .yes]

  static let examples: [Example] = [
    // 解释第二条第四项: twice, then again.
    .init(
      crime: "illegal-practice", answers: base.merging(["penalties": .number(2)]) { $1 }, outcome: .reached,
      says: "两次受过行政处罚"),
    .init(
      crime: "illegal-practice", answers: base.merging(["penalties": .number(1)]) { $1 }, outcome: .unknown,
      says: "还不清楚"),
    // A physician without an institution's licence is no subject since 2016, however often he was fined.
    .init(
      crime: "illegal-practice", answers: ["subject": .no, "practised": .yes, "penalties": .number(5)],
      outcome: .notReached,
      says: "解释第一条"),
    .init(crime: "illegal-practice", answers: base.merging(["death": .yes]) { $1 }, outcome: .reached, says: "死亡"),
    // Nothing is known of the person: no verdict, though somebody died.
    .init(crime: "illegal-practice", answers: ["practised": .yes, "death": .yes], outcome: .unknown, says: "医师资格"),
    .init(
      crime: "illegal-practice",
      answers: base.merging([
        "penalties": .number(0), "disabled": .number(0), "severe": .no, "death": .no, "epidemic": .no, "fake": .no,
        "other": .no,
      ]) { $1 }, outcome: .notReached, says: "没有"),
    .init(crime: "illegal-blood", answers: ["unlicensed": .yes, "virus": .yes], outcome: .reached, says: "艾滋病病毒"),
    // All facts of the article are there, and it asks for no consequence.
    .init(crime: "obstruction", answers: ["duty": .yes, "force": .yes], outcome: .reached, says: "暴力"),
    // Only named: nothing is concluded.
    .init(crime: "fraud", answers: ["anything": .yes], outcome: .unknown, says: "没有录入"),
  ]

  @Test(arguments: examples) func `facts give the verdict of the article`(example: Example) throws {
    let book = try CrimeBook.load(try FolderContent(TestHouse.contentFolder))
    let verdict = try #require(book[example.crime]).judge(example.answers)
    #expect(verdict.outcome == example.outcome)
    #expect(verdict.reasons.contains { $0.contains(example.says) }, "\(verdict.reasons)")
  }

  /// An answer of the wrong kind is no answer.
  @Test func `a number is no yes`() throws {
    let book = try CrimeBook.load(try FolderContent(TestHouse.contentFolder))
    let crime = try #require(book["illegal-practice"])
    #expect(crime.judge(Self.base.merging(["penalties": .yes]) { $1 }).outcome == .unknown)
    #expect(crime.judge(Self.base.merging(["death": .number(3)]) { $1 }).outcome == .unknown)
    #expect(CrimeAnswer("-1") == nil && CrimeAnswer("七") == nil && CrimeAnswer("12") == .number(12))
  }

  @Test func `every crime names its article and its source`() throws {
    let book = try CrimeBook.load(try FolderContent(TestHouse.contentFolder))
    #expect(book.all.count > 15)
    for crime in book.all {
      #expect(crime.article.hasPrefix("《刑法》第") && !crime.provenance.source.isEmpty, "\(crime.id)")
    }
  }
}
