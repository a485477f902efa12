/// Turns the parts of a sheet's XML into rows.
final class RowParser: XMLListener {
  private let values: CellValues
  private let part: String
  private var merged: MergedCells
  private var rows: [SheetRow] = []
  private(set) var refusal: SheetRefusal?

  private var row = 0
  private var cells: [SheetCell] = []
  private var found = 0
  private var cell = RawCell()
  private var collects = false
  private var isAid = false

  init(_ part: String, _ values: CellValues, _ areas: [SheetArea]) {
    self.part = part
    self.values = values
    merged = MergedCells(areas)
  }

  /// The rows that ended since the last call.
  func taken() -> [SheetRow] {
    defer { rows.removeAll(keepingCapacity: true) }
    return rows
  }

  func begin(_ name: XMLName, _ attributes: XMLAttributes) {
    switch name {
    case "c": beginCell(attributes)
    case "v":
      cell.hasValue = true
      collects = true
    case "t":
      cell.hasValue = true
      collects = !isAid
    case "f": cell.hasFormula = true
    case "rPh": isAid = true
    case "row": beginRow(attributes)
    default: break
    }
  }

  func end(_ name: XMLName) {
    switch name {
    case "v", "t": collects = false
    case "c": endCell()
    case "rPh": isAid = false
    case "row": endRow()
    default: break
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard collects else { return }
    guard cell.bytes.count + bytes.count <= SheetLimits.cell else { return refuse(.longCell(cell: place)) }
    cell.bytes.append(contentsOf: bytes)
  }

  private var place: String { SheetPlace.letters(cell.column) + "\(row)" }

  private func refuse(_ reason: SheetRefusal) { if refusal == nil { refusal = reason } }

  private func beginRow(_ attributes: XMLAttributes) {
    let number = attributes.number("r") ?? row + 1
    // A row for the second time, or out of order: the parts of the file do not belong together.
    guard number > row else { return refuse(.damaged(part: part)) }
    row = number
    cell.column = 0
  }

  private func beginCell(_ attributes: XMLAttributes) {
    let column = attributes.bytes("r").flatMap { SheetPlace.column($0) } ?? cell.column + 1
    cell.begin(column: column, style: attributes.number("s") ?? 0, kind: attributes["t"] ?? "n")
  }

  private func endCell() {
    guard refusal == nil, let value = values.value(cell) else { return }
    guard cell.column <= SheetLimits.columns else { return refuse(.tooManyColumns(cell: place)) }
    cells.append(SheetCell(column: cell.column, value: value))
  }

  private func endRow() {
    merged.fill(&cells, ofRow: row)
    guard !cells.isEmpty else { return }
    found += 1
    if found > SheetLimits.rows { refuse(.tooManyRows(SheetLimits.rows)) }
    rows.append(SheetRow(number: row, cells: cells))
    cells.removeAll(keepingCapacity: true)
  }
}

/// A cell as the XML has it.
struct RawCell {
  var column = 0
  var style = 0
  var kind = "n"
  var bytes: [UInt8] = []
  var hasValue = false
  var hasFormula = false

  mutating func begin(column: Int, style: Int, kind: String) {
    self.column = column
    self.style = style
    self.kind = kind
    bytes.removeAll(keepingCapacity: true)
    hasValue = false
    hasFormula = false
  }
}
