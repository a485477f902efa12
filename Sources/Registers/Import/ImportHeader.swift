import Kit

/// Which column of a file brings which field. The order of columns does not matter.
struct ImportHeader: Sendable {
  /// Places of the fields in a record; a field that the file lacks is absent.
  let places: [ImportField: Int]
  let count: Int

  /// Refuses unnamed, unknown and repeated columns, and a file that lacks a required one; all are named.
  init(_ row: CSVRow, _ columns: ImportColumns) throws {
    let cells = row.droppingEmptyTail(keeping: 0).cells
    var places: [ImportField: Int] = [:]
    var unknown: [String] = []
    var refusals: [any Refusal] = []
    for (place, cell) in cells.map(\.trimmed).enumerated() {
      if cell.isEmpty {
        refusals.append(ImportRefusal.unnamedColumn(place + 1))
      } else if let field = columns.field(named: cell) {
        if places.updateValue(place, forKey: field) != nil { refusals.append(ImportRefusal.repeatedColumn(cell)) }
      } else {
        unknown.append("“\(cell.clipped(to: 30))”")
      }
    }
    if !unknown.isEmpty { refusals.append(ImportRefusal.unknownColumns(unknown)) }
    let missing = ImportField.allCases.filter { $0.isRequired && places[$0] == nil }.map(columns.title)
    if !missing.isEmpty { refusals.append(ImportRefusal.missingColumns(missing)) }
    guard refusals.isEmpty else { throw Refusals(refusals) }
    self.places = places
    count = cells.count
  }
}
