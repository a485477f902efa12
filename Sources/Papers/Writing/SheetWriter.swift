import CXlsxWriter
package import Foundation
package import Kit

/// Writes a list as a workbook (xlsx), row by row, in memory that does not grow with the list: a title, headings, then
/// the rows. The headings stay in sight, carry filters and repeat on every printed page.
///
/// Texts are written as texts, whatever they begin with: `=1+1` is shown, never worked out, and a code of 18 digits
/// keeps all of them. Days are real days, so that the spreadsheet can sort and filter them.
///
/// Refuses more rows than a sheet holds. A file that was not finished is of no use; the caller removes it.
package final class SheetWriter {
  package struct Column: Sendable {
    let heading: String
    let width: Double

    /// `width` in characters of the usual size; a Chinese character takes two.
    package init(_ heading: String, width: Double) {
      self.heading = heading
      self.width = width
    }
  }

  package enum Cell: Sendable {
    case empty
    case text(String)
    case number(Int64)
    case date(CivilDate)
  }

  private let book: UnsafeMutablePointer<lxw_workbook>
  private let sheet: UnsafeMutablePointer<lxw_worksheet>
  private let formats: SheetFormats
  private let columns: [Column]
  private let head: UInt32
  private var row: UInt32
  private var isClosed = false

  /// `folder` takes what is being written before the file is put together.
  package init(_ url: URL, folder: URL, sheet name: String, title: String, columns: [Column]) throws {
    var made: UnsafeMutablePointer<lxw_workbook>?
    folder.path.withCString { path in
      var options = lxw_workbook_options()
      options.constant_memory = 1
      options.tmpdir = UnsafeMutablePointer(mutating: path)
      made = workbook_new_opt(url.path, &options)
    }
    guard let book = made, let sheet = workbook_add_worksheet(book, name), let formats = SheetFormats(book) else {
      if let made { workbook_close(made) }
      throw SheetRefusal.notWritten(detail: "new")
    }
    (self.book, self.sheet, self.formats, self.columns) = (book, sheet, formats, columns)
    head = title.isEmpty ? 0 : 1
    row = head + 1
    try writeHead(title)
  }

  deinit { if !isClosed { workbook_close(book) } }

  /// Cells in the order of the columns.
  package func add(_ cells: [Cell]) throws {
    guard row < SheetWriter.rows else { throw SheetRefusal.tooManyRows(Int(SheetWriter.rows)) }
    for (place, cell) in cells.enumerated() { try write(cell, UInt16(clamping: place)) }
    row += 1
  }

  package func finish() throws {
    if let last = columns.indices.last, row > head + 1 {
      worksheet_autofilter(sheet, head, 0, row - 1, UInt16(clamping: last))
    }
    isClosed = true
    try check(workbook_close(book))
  }

  private func writeHead(_ title: String) throws {
    for (place, column) in columns.enumerated() {
      let place = UInt16(clamping: place)
      worksheet_set_column(sheet, place, place, column.width, formats.text)
    }
    if head == 1 {
      worksheet_set_row(sheet, 0, 24, nil)
      try check(worksheet_write_string(sheet, 0, 0, title, formats.title))
    }
    for (place, column) in columns.enumerated() {
      try check(worksheet_write_string(sheet, head, UInt16(clamping: place), column.heading, formats.heading))
    }
    worksheet_freeze_panes(sheet, head + 1, 0)
    worksheet_repeat_rows(sheet, head, head)
    worksheet_set_landscape(sheet)
    worksheet_fit_to_pages(sheet, 1, 0)
  }

  private func write(_ cell: Cell, _ column: UInt16) throws {
    switch cell {
    case .empty: return
    case .text(let text): try check(worksheet_write_string(sheet, row, column, text.clipped(to: 32_000), formats.text))
    case .number(let number): try check(worksheet_write_number(sheet, row, column, Double(number), formats.number))
    case .date(let date):
      // Before March 1900 the calendars of spreadsheets and of people differ.
      guard date.dayNumber >= -25_508 else { return try write(.text(date.iso), column) }
      try check(worksheet_write_number(sheet, row, column, Double(date.dayNumber + 25_569), formats.date))
    }
  }

  private func check(_ result: lxw_error) throws {
    guard result == LXW_NO_ERROR else {
      throw SheetRefusal.notWritten(detail: lxw_strerror(result).map { String(cString: $0) } ?? "")
    }
  }

  private static let rows: UInt32 = 1_048_576
}

/// How cells look. The workbook owns them.
private struct SheetFormats {
  let title: UnsafeMutablePointer<lxw_format>
  let heading: UnsafeMutablePointer<lxw_format>
  let text: UnsafeMutablePointer<lxw_format>
  let number: UnsafeMutablePointer<lxw_format>
  let date: UnsafeMutablePointer<lxw_format>

  init?(_ book: UnsafeMutablePointer<lxw_workbook>) {
    func make() -> UnsafeMutablePointer<lxw_format>? { workbook_add_format(book) }
    guard let title = make(), let heading = make(), let text = make(), let number = make(), let date = make() else {
      return nil
    }
    (self.title, self.heading, self.text, self.number, self.date) = (title, heading, text, number, date)
    format_set_bold(title)
    format_set_font_size(title, 14)
    format_set_bold(heading)
    format_set_bg_color(heading, 0xEAEEF3)
    format_set_border(heading, UInt8(LXW_BORDER_THIN.rawValue))
    format_set_text_wrap(heading)
    format_set_num_format(text, "@")
    format_set_num_format(date, "yyyy-mm-dd")
    format_set_align(date, UInt8(LXW_ALIGN_LEFT.rawValue))
  }
}
