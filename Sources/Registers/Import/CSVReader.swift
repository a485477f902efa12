/// What cannot be read as CSV, and in which record.
enum CSVFault: Error, Hashable {
  /// Text after the closing quote of a cell.
  case textAfterQuote(line: Int)
  /// A quote that is never closed.
  case openQuote(line: Int)
  case longCell(line: Int)
}

/// Reads CSV (RFC 4180) piece by piece: cells in quotes may hold commas, doubled quotes and line ends; records end with
/// CRLF, LF or CR. A quote inside an unquoted cell is an ordinary character, as spreadsheets read it.
struct CSVReader {
  private enum State { case start, plain, quoted, closed }

  /// More than any cell of a register: a quote that is never closed must not swallow the whole file.
  static let mostCell = 20_000

  private var state = State.start
  private var cell: [UInt8] = []
  private var cells: [String] = []
  private var afterReturn = false
  /// The record that is being read.
  private(set) var line = 1

  mutating func feed(_ bytes: [UInt8], _ found: (FileRow) throws -> Void) throws {
    for byte in bytes { try take(byte, found) }
  }

  /// The end of the file ends the last record, whether or not a line end stands there.
  mutating func finish(_ found: (FileRow) throws -> Void) throws {
    if state == .quoted { throw CSVFault.openQuote(line: line) }
    if !cells.isEmpty || state != .start { try endRow(found) }
  }

  private mutating func take(_ byte: UInt8, _ found: (FileRow) throws -> Void) throws {
    let isSecondOfPair = afterReturn && byte == 10
    afterReturn = false
    if isSecondOfPair { return }
    switch (state, byte) {
    case (.quoted, UInt8(ascii: "\"")): state = .closed
    case (.quoted, _): try append(byte)
    case (.start, UInt8(ascii: "\"")): state = .quoted
    case (.closed, UInt8(ascii: "\"")):
      try append(byte)
      state = .quoted
    case (_, UInt8(ascii: ",")): endCell()
    case (_, 10), (_, 13):
      afterReturn = byte == 13
      try endRow(found)
    case (.closed, _): throw CSVFault.textAfterQuote(line: line)
    default:
      try append(byte)
      state = .plain
    }
  }

  private mutating func append(_ byte: UInt8) throws {
    guard cell.count < CSVReader.mostCell else {
      throw state == .quoted ? CSVFault.openQuote(line: line) : CSVFault.longCell(line: line)
    }
    cell.append(byte)
  }

  private mutating func endCell() {
    cells.append(String(decoding: cell, as: UTF8.self))
    cell.removeAll(keepingCapacity: true)
    state = .start
  }

  private mutating func endRow(_ found: (FileRow) throws -> Void) throws {
    endCell()
    let row = FileRow(line: line, cells: cells)
    cells.removeAll(keepingCapacity: true)
    line += 1
    try found(row)
  }
}
