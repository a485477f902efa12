import Kit
import Law
import Packs
import TestKit
import Testing
import Web

@testable import Rulebook

/// Values of the packs in words, without a store.
@Suite struct ValueTests {
  private static func law() throws -> LawContent { try LawContent.load(FolderContent(TestHouse.contentFolder)) }

  @Test func `every value has a name of its own, words and a page`() throws {
    let values = try Self.law().values
    #expect(Set(values.map(\.name)).count == values.count)
    #expect(
      values.allSatisfy {
        !$0.title.isEmpty && !$0.source.isEmpty && !$0.lines.isEmpty && $0.page.text.hasPrefix("/law/")
      })
    #expect(
      Set(values.map(\.kind)).isSuperset(of: [.violation, .term, .discretion, .limit, .checklist, .statute, .calendar]))
  }

  /// Words of one entry, each of which must move its fingerprint and no other's.
  private static let changes: [(file: String, old: String, new: String, moved: String)] = [
    ("violations/unlicensed.yaml", "deem: 10000}", "deem: 10001}", "violation:unlicensed-institution"),
    ("violations/unlicensed.yaml", "also: [黑诊所, 无证行医", "also: [黑诊所, 黑店, 无证行医", ""),
    ("violations/unlicensed.yaml", "from: 2020-06-01", "from: 2020-06-02", "violation:unlicensed-institution"),
    ("checklists/clinic.yaml", "备案凭证、诊疗科目、", "备案凭证、", "checklist:clinic/display"),
  ]

  @Test func `a changed word moves the fingerprint, an everyday name does not`() throws {
    let before = Dictionary(try Self.law().values.map { ($0.name, $0.fingerprint) }) { first, _ in first }
    for (file, old, new, moved) in Self.changes {
      let source = ChangedContent(folder: try FolderContent(TestHouse.contentFolder), file: file, old: old, new: new)
      let after = try LawContent.load(source).values
      let changed = Set(after.filter { before[$0.name] != $0.fingerprint }.map(\.name))
      #expect(moved.isEmpty ? changed.isEmpty : changed.contains(moved), "\(new) \(changed.sorted())")
    }
  }

  @Test func `numbers of articles are read as people type them`() {
    let cases = [
      ("99条", "九十九条"), ("第10条", "第十条"), ("110条", "一百一十条"), ("101条", "一百零一条"), ("1175条", "一千一百七十五条"),
      ("1001条", "一千零一条"), ("2款", "二款"), ("2022年", "2022年"), ("3倍", "3倍"), ("条", "条"), ("0条", "0条"),
      ("12345条", "12345条"),
      ("20项", "二十项"), ("第36条第1款", "第三十六条第一款"),
    ]
    for (typed, read) in cases { #expect(Numerals.chinese(in: typed) == read, "\(typed)") }
  }

  @Test func `fines read as the law puts them`() throws {
    let law = try Self.law()
    let day = try #require(CivilDate(2026, 3, 1))
    let cases = [
      ("unlicensed-institution", "处违法所得5倍以上20倍以下罚款，违法所得不足10,000元的按10,000元计算"),
      ("clinic-unfiled", "处30,000元以下罚款"),
    ]
    for (id, words) in cases { #expect(law.violation(id)?.formula(on: day).hasPrefix(words) == true, "\(id)") }
    for (violation, _) in law.gaps { #expect(violation.formula(on: day) == "金额还没有查到") }
  }

  @Test func `what rests on a statute is what held on the day`() throws {
    let law = try Self.law()
    let statute = try #require(law.statutes["basic-health"])
    func punished(_ day: CivilDate?) throws -> Set<String> {
      Set(StatuteShelf(statute, on: try #require(day), law).punished.map(\.violation.id))
    }
    #expect(try punished(CivilDate(2026, 3, 1)).contains("unlicensed-institution"))
    #expect(try punished(CivilDate(2020, 5, 31)).isEmpty)
  }
}
