import Papers
import Storage

/// One record of a file. `line` counts records as a spreadsheet shows them.
struct FileRow: Sendable, Hashable {
  let line: Int
  let cells: [String]
  /// By place: why the value of a cell cannot be known, such as a formula that was never worked out.
  var faults: [Int: String] = [:]
  /// Places of cells that are merged with another and repeat its value.
  var merged: Set<Int> = []

  var isEmpty: Bool { cells.allSatisfy(\.isEmpty) }

  /// Spreadsheets write empty cells after the last column.
  func droppingEmptyTail(keeping count: Int) -> FileRow {
    var cells = cells[...]
    while cells.count > count, cells.last?.isEmpty == true { cells.removeLast() }
    return FileRow(line: line, cells: Array(cells), faults: faults, merged: merged)
  }

  /// A sheet leaves empty cells out.
  func padded(to count: Int) -> FileRow {
    guard cells.count < count else { return self }
    let empty = Array(repeating: "", count: count - cells.count)
    return FileRow(line: line, cells: cells + empty, faults: faults, merged: merged)
  }
}

/// An uploaded register, read record by record in memory that does not grow with the file.
protocol RegisterFile {
  /// The records that the next piece of the file ends; nil after the last piece.
  mutating func next() throws -> [FileRow]?
  func close()
  /// A sheet: its columns have letters, and its rows may be shorter than the header.
  var isSheet: Bool { get }
  var merged: [SheetArea] { get }
  /// What was read of the file, where that goes without saying of a plain one.
  var remarks: [String] { get }
}

enum RegisterFiles {
  /// By the first bytes: a workbook, else text. Refuses what is neither.
  static func open(_ file: StagedFile) throws -> any RegisterFile {
    switch file.type {
    case "application/zip", "application/x-ole": try WorkbookFile(file)
    default: try CSVFile(file)
    }
  }
}
