import Foundation
import Kit
import Testing

@testable import Papers

@Suite struct SheetWriterTests {
  @Test func readsWhatItWrote() throws {
    let rows = try written([
      [.text("92990001MA0A1B2C3M"), .date(SheetReaderTests.day("2026-01-31")), .number(12), .empty],
      [.text("=1+1"), .date(SheetReaderTests.day("1899-05-01")), .empty, .text("@SUM(A1)")],
      [.text("-2"), .text("长期"), .text("<b>&\u{7}"), .text("+86")],
    ])
    #expect(
      rows.map { $0.cells.map(\.value) } == [
        [.text("机构底册")],
        [.text("代码"), .text("日期"), .text("数"), .text("备注")],
        [.text("92990001MA0A1B2C3M"), .date(SheetReaderTests.day("2026-01-31")), .number("12")],
        [.text("=1+1"), .text("1899-05-01"), .text("@SUM(A1)")],
        [.text("-2"), .text("长期"), .text("<b>&\u{7}"), .text("+86")],
      ])
    #expect(rows.map(\.number) == [1, 2, 3, 4, 5])
  }

  /// No formula stands in the file, whatever the cells begin with.
  @Test func writesNoFormula() throws {
    let folder = try TemporaryFolder()
    let url = folder.url.appending(path: "out.xlsx")
    try write([[.text("=HYPERLINK(\"http://x\")"), .text("+1"), .text("-1"), .text("@a")]], url, folder.url)
    let archive = try Archive(url)
    var sheet: [UInt8] = []
    try archive.read("xl/worksheets/sheet1.xml") { sheet += $0.map { UInt8(bitPattern: $0) } }
    let text = String(decoding: sheet, as: UTF8.self)
    #expect(!text.contains("<f") && text.contains("HYPERLINK") && text.contains("<autoFilter ref=\"A2:D3\"/>"))
    #expect(text.contains("topLeftCell=\"A3\""))
  }

  @Test func leavesNothingOfAnUnfinishedFile() throws {
    let folder = try TemporaryFolder()
    do {
      _ = try SheetWriter(
        folder.url.appending(path: "out.xlsx"), folder: folder.url, sheet: "底册", title: "",
        columns: [.init("甲", width: 9)])
    }
    let left = try FileManager.default.contentsOfDirectory(atPath: folder.url.path)
    #expect(left.allSatisfy { $0 == "out.xlsx" })
  }

  private func written(_ rows: [[SheetWriter.Cell]]) throws -> [SheetRow] {
    let folder = try TemporaryFolder()
    let url = folder.url.appending(path: "out.xlsx")
    try write(rows, url, folder.url)
    let reader = try SheetReader(url)
    var read: [SheetRow] = []
    while let piece = try reader.next() { read += piece }
    return read
  }

  private func write(_ rows: [[SheetWriter.Cell]], _ url: URL, _ folder: URL) throws {
    let columns = ["代码", "日期", "数", "备注"].map { SheetWriter.Column($0, width: 12) }
    let writer = try SheetWriter(url, folder: folder, sheet: "底册", title: "机构底册", columns: columns)
    for row in rows { try writer.add(row) }
    try writer.finish()
  }
}

final class TemporaryFolder {
  let url = FileManager.default.temporaryDirectory.appending(path: "qingyuan-papers-\(UUID().uuidString)")
  init() throws { try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true) }
  deinit { try? FileManager.default.removeItem(at: url) }
}
