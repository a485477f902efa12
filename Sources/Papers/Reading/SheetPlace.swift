/// Names of columns and cells as a spreadsheet shows them. Columns and rows count from 1.
package enum SheetPlace {
  /// `1` is A, `27` is AA.
  package static func letters(_ column: Int) -> String {
    var (rest, letters) = (column, "")
    while rest > 0 {
      let (quotient, place) = (rest - 1).quotientAndRemainder(dividingBy: 26)
      letters = "\(Unicode.Scalar(UInt8(65 + place)))" + letters
      rest = quotient
    }
    return letters
  }

  /// The column of `AB12`; nil where no letters stand first.
  static func column(_ reference: some Sequence<UInt8>) -> Int? {
    var column = 0
    for byte in reference {
      let letter = byte & 0xDF
      guard (65...90).contains(letter), column < 1_000_000 else { break }
      column = column * 26 + Int(letter - 64)
    }
    return column == 0 ? nil : column
  }

  static func row(_ reference: some Sequence<UInt8>) -> Int? {
    var row = 0
    for byte in reference where (48...57).contains(byte) && row < 100_000_000 { row = row * 10 + Int(byte - 48) }
    return row == 0 ? nil : row
  }
}

/// Merged cells (合并单元格): the value stands in the first of them.
package struct SheetArea: Sendable, Hashable {
  package let rows: ClosedRange<Int>
  package let columns: ClosedRange<Int>

  package init(rows: ClosedRange<Int>, columns: ClosedRange<Int>) {
    self.rows = rows
    self.columns = columns
  }

  /// Reads `A1:B2`.
  init?(_ reference: String) {
    let corners = reference.split(separator: ":")
    guard corners.count == 2, let first = corners.first?.utf8, let last = corners.last?.utf8,
      let top = SheetPlace.row(first), let bottom = SheetPlace.row(last), top <= bottom,
      let left = SheetPlace.column(first), let right = SheetPlace.column(last), left <= right
    else { return nil }
    self.init(rows: top...bottom, columns: left...right)
  }
}
