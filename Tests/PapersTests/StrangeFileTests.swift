import Foundation
import TestKit
import Testing

@testable import Papers

/// What is sent as a workbook and is none, or means harm.
@Suite struct StrangeFileTests {
  static let plain = TinyBook(rows: [["甲"]])

  static func with(_ change: (inout TinyZip) -> Void) -> [UInt8] { plain.bytes(change) }
  static func sheet(_ content: String) -> [UInt8] { TinyBook(content).bytes() }

  static let old: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 600)
  static let locked: [UInt8] = old + "EncryptedPackage".utf8.flatMap { [$0, 0] }
  static let deep = String(repeating: "a/", count: 20) + "b"

  static let files: [(what: String, bytes: [UInt8], refusal: SheetRefusal)] = [
    ("empty", [], .notWorkbook), ("text", Array("机构名称,地址".utf8), .notWorkbook),
    ("old", old, .oldFormat), ("password", locked, .encrypted),
    ("word", zip([("[Content_Types].xml", "<Types/>"), ("word/document.xml", "<w/>")]), .notWorkbook),
    ("other zip", zip([("a.txt", "a")]), .notWorkbook),
    ("two parts of one name", with { $0.add("XL\\workbook.xml", "<workbook/>") }, .damaged(part: "xl/workbook.xml")),
    ("way out", with { $0.add("xl/../../etc/passwd", "x") }, .unsafe(part: "xl/../../etc/passwd")),
    ("root", with { $0.add("/etc/passwd", "x") }, .unsafe(part: "/etc/passwd")),
    ("deep", with { $0.add(deep, "x") }, .unsafe(part: deep)),
    ("encrypted part", with { $0.add(Array("xl/media/1.png".utf8), [1, 2, 3], flags: 1) }, .encrypted),
    ("many parts", with { zip in (0..<2100).forEach { zip.add("x\($0)", "") } }, .tooManyParts),
    ("bomb", with { $0.addBomb("xl/media/x.xml", head: "<a>", blanks: 40 << 20) }, .bomb(part: "xl/media/x.xml")),
    (
      "huge", with { $0.addBomb("xl/media/x.xml", head: "", blanks: 300, claims: 600 << 20) },
      .bomb(part: "xl/media/x.xml")
    ),
    ("lying bomb", bombedSheet(), .bomb(part: "xl/worksheets/sheet1.xml")),
    ("entities", entities(), .foreignMarkup(part: "xl/workbook.xml")),
    (
      "undefined entity", sheet("<sheetData><row><c t=\"str\"><v>&lol;</v></c></row></sheetData>"),
      .damaged(part: "xl/worksheets/sheet1.xml")
    ),
    ("cut xml", sheet("<sheetData><row><c><v>1"), .damaged(part: "xl/worksheets/sheet1.xml")),
    (
      "rows out of order",
      sheet("<sheetData><row r=\"5\"><c><v>1</v></c></row><row r=\"4\"><c><v>1</v></c></row></sheetData>"),
      .damaged(part: "xl/worksheets/sheet1.xml")
    ),
    (
      "far column", sheet("<sheetData><row r=\"3\"><c r=\"XFD3\"><v>1</v></c></row></sheetData>"),
      .tooManyColumns(cell: "XFD3")
    ),
    (
      "long cell",
      sheet(
        "<sheetData><row><c r=\"B1\" t=\"str\"><v>\(String(repeating: "长", count: 40_000))</v></c></row></sheetData>"),
      .longCell(cell: "B1")
    ),
    (
      "many rows", sheet("<sheetData>\(String(repeating: "<row><c><v>1</v></c></row>", count: 200_001))</sheetData>"),
      .tooManyRows(200_000)
    ),
    ("nothing visible", sheet("<sheetData/>"), .noContent),
  ]

  @Test(arguments: files)
  func refuses(_ what: String, _ bytes: [UInt8], _ refusal: SheetRefusal) {
    #expect(throws: refusal, "\(what)") { try read(bytes) }
    #expect(refusal.sentence.hasSuffix("。") && refusal.next?.hasSuffix("。") == true)
  }

  /// Wherever it is cut, it ends as a refusal, never as fewer rows.
  @Test func refusesCutFiles() throws {
    let whole = TinyBook(rows: (0..<50).map { ["甲\($0)"] }).bytes()
    #expect(try read(whole).count == 50)
    for length in stride(from: 8, to: whole.count - 1, by: 97) {
      #expect(throws: SheetRefusal.self) { try read(Array(whole.prefix(length))) }
    }
    var spoilt = whole
    let place = try #require(Data(whole).range(of: Data("甲7".utf8))?.lowerBound)
    spoilt[place] ^= 1
    #expect(throws: SheetRefusal.damaged(part: "xl/worksheets/sheet1.xml")) { try read(spoilt) }
  }

  @Test func readsBesideNamesInGBK() throws {
    let rows = try read(Self.with { $0.add([0xB5, 0xD7, 0xB2, 0xE1, 0x2E, 0x78], [1], flags: 0) })
    #expect(rows.first?.cells.first?.value == .text("甲"))
  }

  @Test func readsWhatPacksWellButIsHarmless() throws {
    let rows = try read(Self.with { $0.addBomb("docProps/x.xml", head: "<a>", blanks: 10 << 20) })
    #expect(rows.count == 1)
  }

  static func zip(_ parts: [(String, String)]) -> [UInt8] {
    var zip = TinyZip()
    for (name, content) in parts { zip.add(name, content) }
    return zip.finished()
  }

  /// The sheet claims a thousand bytes and goes on for 80 megabytes.
  private static func bombedSheet() -> [UInt8] {
    var zip = TinyZip()
    zip.add("xl/workbook.xml", "<workbook><sheets><sheet name=\"a\" id=\"s0\"/></sheets></workbook>")
    zip.add(
      "xl/_rels/workbook.xml.rels",
      "<Relationships><Relationship Id=\"s0\" Type=\"a/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>")
    zip.addBomb("xl/worksheets/sheet1.xml", head: "<worksheet><sheetData>", blanks: 80 << 20, claims: 1000)
    return zip.finished()
  }

  private static func entities() -> [UInt8] {
    zip([
      (
        "xl/workbook.xml",
        "<?xml version=\"1.0\"?><!DOCTYPE w [<!ENTITY a \"aaaa\"><!ENTITY b SYSTEM \"file:///etc/passwd\">]><workbook>&a;&b;</workbook>"
      )
    ])
  }
}
