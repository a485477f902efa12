import Kit
import Papers
import Testing

@testable import Registers

@Suite struct ImportHeadTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let what: String
    let rows: [[String]]
    var merged: [SheetArea] = []
    let lines: ClosedRange<Int>
    let headings: [String]
    var testDescription: String { what }
  }

  static let plain = ["名称", "类型", "乡镇", "地址", "许可证号"]
  static let record = ["安和诊所", "诊所", "柳塘镇", "桥头街 6 号", "QY-1"]

  static let cases = [
    Case(what: "first row", rows: [plain, record], lines: 1...1, headings: plain),
    Case(
      what: "below a merged title",
      rows: [Array(repeating: "清沅县底册", count: 5), ["填表日期", "", "", "", ""], plain, record],
      merged: [area(1...1, 1...5)], lines: 3...3, headings: plain),
    Case(
      what: "two rows tied by merged cells",
      rows: [
        ["名称", "类型", "乡镇", "地址", "许可证号", "有效期", "有效期"], ["名称", "类型", "乡镇", "地址", "许可证号", "起", "止"],
        record + ["2026-01-01", "长期"],
      ],
      merged: (1...5).map { area(1...2, $0...$0) } + [area(1...1, 6...7)], lines: 1...2,
      headings: plain + ["有效期起", "有效期止"]),
    Case(
      what: "a group above", rows: [["", "", "", "证照", "证照"], ["名称", "类型", "乡镇", "地址", "许可证号"], record],
      merged: [area(1...1, 4...5)], lines: 2...2, headings: plain),
    Case(
      what: "with an unknown column", rows: [plain + ["床位"], record + ["20"]], lines: 1...1, headings: plain + ["床位"]),
    Case(what: "after nineteen rows", rows: notes(19) + [plain, record], lines: 20...20, headings: plain),
  ]

  @Test(arguments: cases) func findsTheHeader(_ each: Case) throws {
    let head = try find(each.rows, each.merged)
    #expect(head.lines == each.lines && head.columns.map(\.heading) == each.headings)
  }

  @Test func takesWhatTheAgencySaidFirst() throws {
    let said = [foldedWords(["床位"]): ColumnChoice.ignored, foldedWords(["名称"]): .field(.representative)]
    let head = try find([Self.plain + ["床位"], Self.record + ["20"]], remembered: said)
    #expect(head.columns.first?.guess == .field(.representative) && head.columns.last?.guess == .ignored && !head.asks)
  }

  @Test func asksForUnknownAndForRepeatedColumns() throws {
    #expect(try find([Self.plain + ["床位"], Self.record + ["20"]]).asks)
    #expect(try find([Self.plain + ["机构名称"], Self.record + ["20"]]).asks)
    let unnamed = [""] + Self.plain
    #expect(try find([unnamed, ["20"] + Self.record]).asks)
    #expect(try !find([unnamed, [""] + Self.record]).asks)
  }

  /// Too far down, or no register at all.
  @Test func refusesAFileWithoutHeader() {
    for rows in [Self.notes(20) + [Self.plain], [["从前有座山", "山里有座庙"]], [["名称", "颜色"]]] {
      let refusals = #expect(throws: Refusals.self) { try find(rows) }
      #expect(refusals?.sentence.contains("不认识的列") == true && refusals?.sentence.contains("缺少必填的列") == true)
    }
  }

  private func find(
    _ rows: [[String]], _ merged: [SheetArea] = [], remembered: [String: ColumnChoice] = [:]
  ) throws -> ImportHead {
    let lines = rows.enumerated().map { FileRow(line: $0 + 1, cells: $1) }
    let book = ColumnBook(columns: try Support.columns(), remembered: remembered)
    return try ImportHead(lines, merged: merged, isSheet: true, book)
  }

  private static func notes(_ count: Int) -> [[String]] { (1...count).map { ["说明 \($0)"] } }

  private static func area(_ rows: ClosedRange<Int>, _ columns: ClosedRange<Int>) -> SheetArea {
    SheetArea(rows: rows, columns: columns)
  }
}
