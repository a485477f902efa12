package import Storage

/// A row of a table that somebody brought. `line` counts rows as a spreadsheet shows them.
package struct TableRow: Sendable, Codable {
  package let line: Int
  package let cells: [String]
  /// By place: why the value of a cell cannot be known, such as a formula that was never worked out.
  package let faults: [Int: String]
}

/// A small table in CSV or xlsx, read whole (导入的表格): for lists that another room takes in.
///
/// Refuses what is neither, broken text and broken workbooks, as the import of institutions does, and more than `most`
/// rows that hold anything. Example: `try TableFile.rows(of: staged, most: 500)`.
package enum TableFile {
  package static func rows(of staged: StagedFile, most: Int) throws -> [TableRow] {
    var file = try RegisterFiles.open(staged)
    defer { file.close() }
    var rows: [TableRow] = []
    while let piece = try file.next() {
      rows += piece.filter { !$0.isEmpty }.map { TableRow(line: $0.line, cells: $0.cells, faults: $0.faults) }
      guard rows.count <= most else { throw ImportRefusal.tooManyRows(most) }
    }
    guard !rows.isEmpty else { throw ImportRefusal.emptyFile }
    return rows
  }
}
