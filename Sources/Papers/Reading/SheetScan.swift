/// The first look at a sheet: whether anything stands in it, and which cells are merged. Merged cells are listed after
/// all rows, but the rows cannot be read rightly without them.
final class SheetScan: XMLListener {
  private let part: String
  private(set) var hasContent = false
  private(set) var areas: [SheetArea] = []
  private(set) var refusal: SheetRefusal?

  init(_ part: String) { self.part = part }

  func begin(_ name: XMLName, _ attributes: XMLAttributes) {
    switch name {
    case "v", "t", "f": hasContent = true
    case "mergeCell": merge(attributes["ref"] ?? "")
    default: break
    }
  }

  private func merge(_ reference: String) {
    // A single cell, which some programs write, is merged with nothing.
    guard let area = SheetArea(reference) else { return }
    areas.append(area)
    if areas.count > SheetLimits.merges { refusal = .damaged(part: part) }
  }

  func end(_ name: XMLName) {}
  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
}

/// Gives every cell of a merged area the value of its first cell, row by row.
struct MergedCells {
  private var waiting: ArraySlice<SheetArea>
  private var active: [(area: SheetArea, value: SheetValue)] = []

  init(_ areas: [SheetArea]) {
    waiting =
      areas.filter { $0.columns.lowerBound <= SheetLimits.columns }
      .sorted { $0.rows.lowerBound < $1.rows.lowerBound }[...]
  }

  /// Rows come in ascending order. Cells that hold something of their own keep it.
  mutating func fill(_ cells: inout [SheetCell], ofRow row: Int) {
    begin(cells, row)
    guard !active.isEmpty else { return }
    let taken = Set(cells.map(\.column))
    for (area, value) in active {
      let columns = area.columns.clamped(to: area.columns.lowerBound...SheetLimits.columns)
      for column in columns where !taken.contains(column) {
        cells.append(SheetCell(column: column, value: value, isRepeated: true))
      }
    }
    cells.sort { $0.column < $1.column }
    active.removeAll { $0.area.rows.upperBound <= row }
  }

  /// Areas whose first row this is. One that began on a row without cells is empty.
  private mutating func begin(_ cells: [SheetCell], _ row: Int) {
    while let area = waiting.first, area.rows.lowerBound <= row {
      waiting.removeFirst()
      let first = cells.first { $0.column == area.columns.lowerBound }
      // Areas that overlap are against the format; more than there are columns cannot lie side by side.
      guard area.rows.lowerBound == row, let first, active.count < SheetLimits.columns else { continue }
      active.append((area, first.value))
    }
    active.removeAll { $0.area.rows.upperBound < row }
  }
}
