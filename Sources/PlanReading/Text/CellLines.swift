internal import Kit

/// A table pasted with each cell on a line of its own: the heads one below the other, then the cells of row after row.
///
/// Rows become lines whose cells are kept apart by bars, as those of other tables are.
enum CellLines {
  static func joined(_ lines: [PhysicalLine]) -> [PhysicalLine] {
    var joined: [PhysicalLine] = []
    var index = 0
    while index < lines.count {
      guard let table = read(lines, index) else {
        joined.append(lines[index])
        index += 1
        continue
      }
      joined += table.rows
      index = table.end
    }
    return joined
  }

  private static func read(_ lines: [PhysicalLine], _ start: Int) -> (rows: [PhysicalLine], end: Int)? {
    guard Table.isHead(lines[start].plain) else { return nil }
    let heads = lines[start...].prefix(9).prefix { Table.isHead($0.plain) }
    guard (3...8).contains(heads.count) else { return nil }
    let columns = heads.map { Table.column($0.plain) }
    guard columns.contains(.task), columns.contains(.lead) || columns.contains(.limit) else { return nil }
    let (rows, end) =
      columns[0] == .number
      ? numbered(lines, heads.endIndex, columns) : plain(lines, heads.endIndex, columns)
    return rows.isEmpty ? nil : ([PhysicalLine(cells: Array(heads))] + rows, end)
  }

  /// Rows that begin with 1, 2, 3 alone on a line. One cell may be missing before the last.
  private static func numbered(
    _ lines: [PhysicalLine], _ start: Int, _ columns: [Table.Column]
  ) -> ([PhysicalLine], Int) {
    var rows: [PhysicalLine] = []
    var index = start
    while index < lines.count, isNumber(lines[index].plain, rows.count + 1) {
      let limit = min(lines.count, index + columns.count)
      let next = lines[index..<min(lines.count, index + columns.count + 1)].indices.dropFirst().first {
        isNumber(lines[$0].plain, rows.count + 2)
      }
      let end = next ?? limit
      guard end - index == columns.count else { break }
      rows.append(PhysicalLine(cells: Array(lines[index..<end])))
      index = end
    }
    return (rows, index)
  }

  /// Rows without numbers: as many lines as heads, while the cells of bodies stay short and hold no sentence.
  private static func plain(
    _ lines: [PhysicalLine], _ start: Int, _ columns: [Table.Column]
  ) -> ([PhysicalLine], Int) {
    var rows: [PhysicalLine] = []
    var index = start
    while index + columns.count <= lines.count {
      let cells = lines[index..<index + columns.count]
      let fits = zip(cells, columns).allSatisfy { cell, column in
        let isShort = column == .lead || column == .help || column == .limit
        return !isShort || cell.plain.count <= 40 && !cell.plain.contains { $0 == "。" || $0 == ":" }
      }
      guard fits, !cells.contains(where: { Marker.read($0.plain, 0)?.level == .chapter }) else { break }
      rows.append(PhysicalLine(cells: Array(cells)))
      index += columns.count
    }
    return (rows, index)
  }

  private static func isNumber(_ line: [Unicode.Scalar], _ number: Int) -> Bool {
    guard let (value, end) = Numerals.digits(line, 0, most: 2) ?? Numerals.chinese(line, 0) else { return false }
    return value == number && (end == line.count || end + 1 == line.count && "、.".unicodeScalars.contains(line[end]))
  }
}
