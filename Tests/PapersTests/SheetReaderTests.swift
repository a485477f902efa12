import Foundation
import Kit
import TestKit
import Testing

@testable import Papers

@Suite struct SheetReaderTests {
  /// A cell's XML and what it holds; style 1 is a Chinese date, 2 `0000`, 3 `h:mm`, 4 months only.
  static let cells: [(xml: String, value: SheetValue?)] = [
    ("<c r=\"A1\" t=\"s\"><v>0</v></c>", .text("柳塘镇")),
    ("<c r=\"A1\" t=\"s\"><v>1</v></c>", .text("两截字")),
    ("<c r=\"A1\" t=\"s\"><v>9</v></c>", .fault(.error("文字 9 丢失"))),
    ("<c r=\"A1\" t=\"inlineStr\"><is><r><t>安和</t></r><r><t> 诊所</t></r><rPh><t>an</t></rPh></is></c>", .text("安和 诊所")),
    ("<c r=\"A1\" t=\"inlineStr\"><is><t>a_x000D_b_x_&lt;&#x4E2D;&amp;</t></is></c>", .text("a\rb_x_<中&")),
    ("<c r=\"A1\"><v>12</v></c>", .number("12")), ("<c r=\"A1\"><v>-0.5</v></c>", .number("-0.5")),
    ("<c r=\"A1\"><v>0.30000000000000004</v></c>", .number("0.3")),
    ("<c r=\"A1\"><v>430102199001011234</v></c>", .number("4.30102199001011E+17")),
    ("<c r=\"A1\" t=\"b\"><v>1</v></c>", .truth(true)), ("<c r=\"A1\" t=\"e\"><v>#N/A</v></c>", .fault(.error("#N/A"))),
    ("<c r=\"A1\"><f>B1*2</f><v>8</v></c>", .number("8")),
    ("<c r=\"A1\"><f>B1*2</f></c>", .fault(.formulaWithoutValue)),
    ("<c r=\"A1\" t=\"str\"><f>B1&amp;\"\"</f><v>甲</v></c>", .text("甲")),
    ("<c r=\"A1\" t=\"str\"><f>IF(1,\"\")</f><v></v></c>", nil), ("<c r=\"A1\" s=\"1\"/>", nil),
    ("<c r=\"A1\" s=\"1\"><v>46053</v></c>", .date(day("2026-01-31"))),
    ("<c r=\"A1\" s=\"1\"><v>46053.75</v></c>", .date(day("2026-01-31"))),
    ("<c r=\"A1\" s=\"1\"><v>1</v></c>", .date(day("1900-01-01"))),
    ("<c r=\"A1\" s=\"1\"><v>59</v></c>", .date(day("1900-02-28"))),
    ("<c r=\"A1\" s=\"1\"><v>60</v></c>", .fault(.noDay("60"))),
    ("<c r=\"A1\" s=\"1\"><v>61</v></c>", .date(day("1900-03-01"))),
    ("<c r=\"A1\" s=\"1\"><v>-3</v></c>", .fault(.noDay("-3"))),
    ("<c r=\"A1\" s=\"1\"><v>2958466</v></c>", .fault(.noDay("2958466"))),
    ("<c r=\"A1\" s=\"2\"><v>42</v></c>", .number("0042")),
    ("<c r=\"A1\" s=\"3\"><v>0.354166666666667</v></c>", .text("08:30")),
    ("<c r=\"A1\" s=\"4\"><v>46053</v></c>", .date(day("2026-01-31"))),
    ("<c r=\"A1\" s=\"77\"><v>46053</v></c>", .number("46053")),
    ("<c r=\"A1\" t=\"d\"><v>2026-01-31T00:00:00</v></c>", .date(day("2026-01-31"))),
  ]

  @Test(arguments: cells)
  func readsACell(_ xml: String, _ value: SheetValue?) throws {
    var book = TinyBook("<sheetData><row r=\"1\">\(xml)<c r=\"C1\"><v>1</v></c></row></sheetData>")
    book.strings = ["<t>柳塘镇</t>", "<r><t>两截</t></r><r><t>字</t></r><rPh sb=\"0\"><t>pinyin</t></rPh>"]
    book.formats = ["yyyy\"年\"m\"月\"d\"日\";@", "0000", "h:mm", "[$-804]yyyy/m"]
    let row = try #require(try read(book.bytes()).first)
    #expect(row.cells.first { $0.column == 1 }?.value == value)
    #expect(row.cells.last == SheetCell(column: 3, value: .number("1")))
  }

  @Test func countsDaysFrom1904() throws {
    var book = TinyBook("<sheetData><row><c s=\"1\"><v>0</v></c><c s=\"1\"><v>44591</v></c></row></sheetData>")
    book.formats = ["m/d/yy"]
    book.isFrom1904 = true
    #expect(
      try read(book.bytes()).first?.cells.map(\.value) == [
        .date(Self.day("1904-01-01")), .date(Self.day("2026-01-31")),
      ])
  }

  @Test(arguments: [
    ("General", NumberFormat.plain), ("0.00", .plain), ("#,##0", .plain), ("0%", .plain), ("0.00E+00", .plain),
    ("@", .plain),
    ("[Red]0.0;[White]-0.0", .plain), ("\"day\"0", .plain), ("0\\d", .plain), ("G/通用格式", .plain), ("00000", .padded(5)),
    ("yyyy-mm-dd", .date), ("[$-804]yyyy\"年\"m\"月\"d\"日\"", .date), ("m/d", .date), ("yyyy/m/d h:mm", .date),
    ("mmm", .date),
    ("h:mm AM/PM", .time), ("mm:ss", .time), ("上午/下午h\"时\"mm\"分\"", .time),
  ])
  func tellsDatesFromNumbers(_ code: String, _ format: NumberFormat) { #expect(NumberFormat(code: code) == format) }

  @Test func readsTheFirstVisibleSheetWithContent() throws {
    var book = TinyBook("<sheetData/>")
    book.sheets = [
      ("说明", "hidden", "<sheetData><row><c><v>1</v></c></row></sheetData>"),
      ("空", "visible", "<sheetData><row><c s=\"1\"/></row></sheetData>"),
      ("名单", "visible", "<sheetData><row><c><v>3</v></c></row></sheetData>"),
      ("附表", "visible", "<sheetData><row><c><v>4</v></c></row></sheetData>"),
      ("旧", "veryHidden", "<sheetData><row><c><v>5</v></c></row></sheetData>"),
    ]
    let file = try TemporaryFile(book.bytes())
    let reader = try SheetReader(file.url)
    #expect(reader.sheetName == "名单" && reader.hiddenSheets == ["说明", "旧"])
    #expect(try SheetReader(file.url, sheet: "附表").next()?.first?.cells.first?.value == .number("4"))
    #expect(throws: SheetRefusal.missingSheet("旧")) { try SheetReader(file.url, sheet: "旧") }
  }

  @Test func repeatsMergedCells() throws {
    let rows = [["底册", "", ""], ["柳塘镇", "甲", "乙"], ["", "丙", ""], ["", "", "丁"]]
    let found = try read(TinyBook(rows: rows, merged: ["A1:C1", "A2:A4", "B3:C3", "C4:C9", "Z9:Z9"]).bytes())
    #expect(
      found.map { $0.cells.map(\.value.words) } == [
        ["底册", "底册", "底册"], ["柳塘镇", "甲", "乙"], ["柳塘镇", "丙", "丙"], ["柳塘镇", "丁"],
      ])
    #expect(
      found.map { $0.cells.map(\.isRepeated) } == [
        [false, true, true], [false, false, false], [true, false, true], [true, false],
      ])
  }

  @Test func takesCellsAndRowsWithoutNames() throws {
    let found = try read(
      TinyBook(
        "<sheetData><row><c><v>1</v></c><c><v>2</v></c></row><row r=\"5\"><c r=\"AA5\"><v>3</v></c><c><v>4</v></c></row></sheetData>"
      ).bytes())
    #expect(found.map(\.number) == [1, 5] && found.map { $0.cells.map(\.column) } == [[1, 2], [27, 28]])
    #expect(SheetPlace.letters(27) == "AA" && SheetPlace.letters(702) == "ZZ" && SheetPlace.letters(703) == "AAA")
  }

  static func day(_ text: String) -> CivilDate { CivilDate(iso: text) ?? CivilDate(dayNumber: 0) }
}

/// A file for one test; gone with it.
final class TemporaryFile {
  let url = FileManager.default.temporaryDirectory.appending(path: "qingyuan-book-\(UUID().uuidString)")
  init(_ bytes: [UInt8]) throws { try Data(bytes).write(to: url) }
  deinit { try? FileManager.default.removeItem(at: url) }
}

func read(_ bytes: [UInt8]) throws -> [SheetRow] {
  let file = try TemporaryFile(bytes)
  let reader = try SheetReader(file.url)
  var rows: [SheetRow] = []
  while let piece = try reader.next() { rows += piece }
  withExtendedLifetime(file) {}
  return rows
}
