import Testing

@testable import PlanReading

/// One date expression, the year its context gives, and what a careful clerk reads from it.
struct DateCase: CustomTestStringConvertible {
  let text: String
  var year: Int?
  var start: String?
  var end: String?
  var masked = false
  var testDescription: String { text }
}

struct DateTests {
  static let cases: [DateCase] = [
    DateCase(text: "2026年3月1日至3月15日", start: "2026-03-01", end: "2026-03-15"),
    DateCase(text: "2026年3月1日至15日", start: "2026-03-01", end: "2026-03-15"),
    DateCase(text: "2026年3月1-15日", start: "2026-03-01", end: "2026-03-15"),
    DateCase(text: "2025年11月20日—2026年1月10日", start: "2025-11-20", end: "2026-01-10"),
    DateCase(text: "2025年9月一次年3月", start: "2025-09", end: "2026-03"),
    DateCase(text: "2025年9月至翌年3月底", start: "2025-09", end: "2026-03"),
    DateCase(text: "9月一12月", year: 2026, start: "2026-09", end: "2026-12"),
    DateCase(text: "4—5月", year: 2026, start: "2026-04", end: "2026-05"),
    DateCase(text: "4~5月", start: "04", end: "05"),
    DateCase(text: "5月-8月", year: 2026, start: "2026-05", end: "2026-08"),
    DateCase(text: "4月份", year: 2026, start: "2026-04", end: "2026-04"),
    DateCase(text: "9月5日", start: "09-05", end: "09-05"),
    DateCase(text: "8月30日至9月5日", start: "08-30", end: "09-05"),
    DateCase(text: "12月至3月", year: 2025, start: "2025-12", end: "03"),
    DateCase(text: "至2026年9月20日", start: nil, end: "2026-09-20"),
    DateCase(text: "至2026年10月底", start: nil, end: "2026-10"),
    DateCase(text: "2026年6月下旬", start: "2026-06", end: "2026-06"),
    DateCase(text: "２０２６年６月１日", start: "2026-06-01", end: "2026-06-01"),
    DateCase(text: "2026 年 6 月 1 日", start: "2026-06-01", end: "2026-06-01"),
    DateCase(text: "二〇二六年九月十五日", start: "2026-09-15", end: "2026-09-15"),
    DateCase(text: "2026-7-10", start: "2026-07-10", end: "2026-07-10"),
    DateCase(text: "2026.7.10", start: "2026-07-10", end: "2026-07-10"),
    DateCase(text: "2026年", start: "2026-01", end: "2026-12"),
    DateCase(text: "2026年底", start: "2026-12", end: "2026-12"),
    DateCase(text: "今年9月", year: 2026, start: "2026-09", end: "2026-09"),
    DateCase(text: "今年9月", start: "09", end: "09"),
    DateCase(text: "2026年4月1日起", start: "2026-04-01", end: nil),
    DateCase(text: "2026年2月30日", start: nil, end: nil),
    DateCase(text: "20__年__月__日", year: 2026, masked: true),
    DateCase(text: "20__年__月—__月", year: 2026, masked: true),
    DateCase(text: "XX年X月", year: 2026, masked: true),
    DateCase(text: "_月_日—_月__日", year: 2026, masked: true),
    DateCase(text: "年10月下旬", year: 2026, start: "10", end: "10", masked: true),
    DateCase(text: "年11月~2026年2月", start: "11", end: "2026-02", masked: true),
  ]

  @Test(arguments: cases)
  func readsDates(_ example: DateCase) throws {
    let script = Manuscript(example.text)
    let mention = try #require(Dates.all(script, in: script.all).first)
    let dates = Dates.resolve(mention, year: example.year)
    #expect((dates.start.iso ?? dates.start.monthDay) == example.start)
    #expect((dates.end.iso ?? dates.end.monthDay) == example.end)
    #expect(mention.isMasked == example.masked)
  }

  @Test(arguments: ["三年行动", "12个月内", "（清卫〔2026〕10号）", "《2026年工作方案》", "第4页 共4页", "每家3人", "10万元", "24小时"])
  func seesNoDateWhereNoneIs(_ text: String) {
    let script = Manuscript(text)
    #expect(Dates.all(script, in: script.all).isEmpty)
  }
}
