import Kit
import Packs
import Testing

@Suite struct CalendarPackTests {
  static let good = """
    year: 2027
    source: 国务院办公厅2027年节假日安排通知
    confidence: M
    off: [2027-01-01, 2027-05-01, 2027-05-02, 2027-10-01, 2027-10-02, 2027-10-03]
    work: []

    """

  @Test func aGoodYearIsTaken() throws {
    #expect(try Fixtures.problems(["calendar/2027.yaml": Self.good]).isEmpty)
  }

  /// Text to replace, replacement, key, words of the reason.
  static let cases: [(String, String, String, String)] = [
    ("year: 2027", "year: 2026", "year", "“2026”与 calendar/2026.yaml"),
    ("year: 2027", "year: 1999", "year", "1999 应在 2024 到 2100 之间"),
    ("2027-10-03]", "2027-10-03, 2028-01-01]", "off", "2028-01-01 不属于 2027 年的放假安排"),
    (", 2027-10-03]", "]", "off", "缺少法定节假日 2027-10-03"),
    ("work: []", "work: [2027-01-04]", "work", "2027-01-04 不是周六或周日"),
    ("work: []", "work: [2027-05-01]", "work", "2027-05-01 又放假又上班"),
    ("work: []", "", "work", "缺少这一项"),
    ("2027-05-02", "2027-02-30", "off[2]", "“2027-02-30”不是日期"),
  ]

  @Test(arguments: cases)
  func refusesSlips(_ sample: (old: String, new: String, key: String, reason: String)) throws {
    let text = Self.good.replacing(sample.old, with: sample.new)
    let found = try Fixtures.problems(["calendar/2027.yaml": text])
    #expect(
      found.contains {
        $0.file == "calendar/2027.yaml" && $0.keyPath == sample.key && $0.reason.contains(sample.reason)
      },
      "\(found.map(\.sentence))")
  }
}
