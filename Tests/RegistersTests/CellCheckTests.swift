import Kit
import Testing

@testable import Registers

@Suite struct CellCheckTests {
  @Test(arguments: [
    ("2026-01-31", "2026-01-31"), ("2026/1/3", "2026-01-03"), ("2026.1.3", "2026-01-03"), ("2026年1月3日", "2026-01-03"),
    ("20260131", "2026-01-31"), (" 2026-01-31 00:00:00", "2026-01-31"), ("2024-02-29", "2024-02-29"),
    ("长期", "9999-12-31"), ("9999-12-31", "9999-12-31"),
  ])
  func readsDates(_ cell: String, _ iso: String) {
    guard case .value(let date) = CellCheck.date(cell, mayBeEndless: true) else {
      Issue.record("\(cell)")
      return
    }
    #expect(date.iso == iso)
  }

  @Test(arguments: [
    ("2026.13.1", "没有 13 月"), ("20261301", "没有 13 月"), ("2026-02-30", "2026 年 2 月没有 30 日，只到 28 日"),
    ("2024-2-30", "2024 年 2 月没有 30 日，只到 29 日"), ("46000", "表格软件的日期序号"), ("26.1.1", "年份要写 4 位"),
    ("去年", "不是日期"), ("2026-01", "不是日期"), ("1926-01-01", "请核对年份"), ("长期", "不是日期"), ("2026-01-01 08:30", "不是日期"),
  ])
  func saysWhyADateIsNone(_ cell: String, _ reason: String) {
    #expect(why(CellCheck.date(cell, mayBeEndless: false))?.contains(reason) == true, "\(cell)")
  }

  /// The check places follow GB 32100-2015 worked by hand outside of this program.
  @Test(arguments: [
    ("92990001MA0A1B2C3M", "92990001MA0A1B2C3M"), ("92990001ma0a1b2c3m", "92990001MA0A1B2C3M"),
    ("９２９９０００１MA0A1B2C3M", "92990001MA0A1B2C3M"), ("129900014000000019", "129900014000000019"),
    (" 52990001MJ0000001B ", "52990001MJ0000001B"),
  ])
  func readsCreditCodes(_ cell: String, _ code: String) {
    guard case .value(let value) = CellCheck.creditCode(cell) else {
      Issue.record("\(cell)")
      return
    }
    #expect(value == code)
  }

  @Test(arguments: [
    ("92990001MA0A1B2C36", "末位应是 M"), ("9299", "有 4 位，应是 18 位"), ("92990001MA0A1B2C3O", "里面有“O”"),
    ("1.2990001E+17", "科学计数"), ("92990001MA0A1B2C3-", "里面有“-”"),
  ])
  func saysWhyACreditCodeIsNone(_ cell: String, _ reason: String) {
    #expect(why(CellCheck.creditCode(cell))?.contains(reason) == true, "\(cell)")
  }

  @Test func mendsTextsAndNumbers() {
    #expect(value(CellCheck.text("  内科\r\n外科 ", most: 20)) == "内科 外科")
    #expect(why(CellCheck.text("内\u{1}科", most: 20))?.contains("控制字符") == true)
    #expect(why(CellCheck.text("一二三", most: 2)) == "有 3 个字，最多 2 个字")
    #expect(value(CellCheck.number(" ｐｄｙ－00 1 ", most: 20)) == "PDY-001")
    #expect(why(CellCheck.number("3.30E+21", most: 20))?.contains("科学计数") == true)
    #expect(value(CellCheck.number("PDYE+1", most: 20)) == "PDYE+1")
  }

  @Test func findsNamesAndTheirNeighbours() {
    let table = NameTable([
      (words: ["柳塘镇", "清沅县柳塘镇"], value: 112), (words: ["南圩镇", "清沅县南圩镇"], value: 114), (words: ["东关街道"], value: 111),
    ])
    #expect(table["柳塘镇"] == 112 && table["清沅县 柳塘镇"] == 112 && table["柳塘"] == nil)
    #expect(table.nearest("柳唐镇").first == "柳塘镇")
    #expect(table.nearest("东关") == ["东关街道"])
    #expect(table.nearest("Xyz").isEmpty)
  }

  private func why<Value>(_ result: CellResult<Value>) -> String? {
    if case .reason(let reason) = result { reason } else { nil }
  }

  private func value<Value>(_ result: CellResult<Value>) -> Value? {
    if case .value(let value) = result { value } else { nil }
  }
}
