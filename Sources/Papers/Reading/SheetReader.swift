package import Foundation

/// Reads the rows of one sheet of a workbook (xlsx), piece by piece.
///
/// Hidden sheets are not read; of the others the first that holds something, or the one that is named. Values are those
/// that the spreadsheet last worked out; dates are told from numbers by their format. Cells that are merged with
/// another repeat its value and say so.
///
/// Refuses what is no workbook, old and encrypted files, damaged ones, and what unpacks to more than the limits
/// (`SheetRefusal`). A cell whose value cannot be known is not refused: it is a `SheetFault`.
///
/// Example: `while let rows = try reader.next() { for row in rows { … } }`.
package final class SheetReader {
  package let sheetName: String
  /// In the order of the workbook.
  package let hiddenSheets: [String]
  package let merged: [SheetArea]

  private let stream: PartStream
  private let parser: RowParser
  private let feed: XMLFeed
  private var isDone = false

  package init(_ url: URL, sheet name: String? = nil) throws {
    let book = try Workbook(url)
    let visible = book.sheets.filter { !$0.isHidden && (name == nil || $0.name == name) }
    if visible.isEmpty, let name { throw SheetRefusal.missingSheet(name) }
    let (sheet, scan) = try SheetReader.first(visible, book.archive)
    sheetName = sheet.name
    hiddenSheets = book.sheets.filter(\.isHidden).map(\.name)
    merged = scan.areas
    stream = try book.archive.open(sheet.part)
    let values = CellValues(strings: book.strings, formats: book.formats, isFrom1904: book.isFrom1904)
    parser = RowParser(sheet.part, values, scan.areas)
    feed = XMLFeed(sheet.part, parser)
  }

  /// The rows that the next piece of the sheet ends, which may be none; nil after the last piece.
  package func next() throws -> [SheetRow]? {
    guard !isDone else { return nil }
    if let piece = try stream.next() {
      try piece.withUnsafeBufferPointer { try feed.feed($0) }
    } else {
      try feed.finish()
      isDone = true
    }
    return parser.taken()
  }

  private static func first(
    _ sheets: [Workbook.Sheet], _ archive: Archive
  ) throws -> (sheet: Workbook.Sheet, scan: SheetScan) {
    for sheet in sheets {
      let scan = SheetScan(sheet.part)
      try XMLFeed.read(sheet.part, of: archive, scan)
      if scan.hasContent { return (sheet, scan) }
    }
    throw SheetRefusal.noContent
  }
}
