import Kit
import Law
import Offices
import Papers

/// A cell that cannot stand: which record, which column, what it holds, why.
struct ImportFault: Sendable, Hashable {
  let line: Int
  let column: String
  let shown: String
  /// Without a full stop: `没有 13 月`.
  let reason: String
}

/// Checks the records of one file and names every cell that cannot stand.
struct RowCheck: Sendable {
  private let header: ImportHeader
  private let county: String
  private let types: NameTable<String>
  private let towns: NameTable<Int64>

  init(_ header: ImportHeader, _ types: InstitutionTypes, county: String, towns: [Region]) {
    self.header = header
    self.county = county
    self.types = NameTable(types.all.map { (words: [$0.name] + $0.aliases, value: $0.id) })
    self.towns = NameTable(towns.map { (words: [$0.name, county + $0.name], value: $0.number) })
  }

  /// The values of a record; nil where a cell cannot stand, which is then among `faults`.
  func values(_ row: FileRow, _ faults: inout [ImportFault]) -> InstitutionValues? {
    let row = row.droppingEmptyTail(keeping: header.count)
    guard row.cells.count == header.count else {
      faults.append(wrongCount(row))
      return nil
    }
    var cells = RowCells(row: row, header: header)
    let values = InstitutionValues(
      name: cells.text(.name), credit: cells.read(.credit, standIn: "", CellCheck.creditCode),
      type: cells.read(.type, standIn: "", type), town: cells.read(.town, standIn: 0, town),
      address: cells.text(.address),
      licence: cells.read(.licence, standIn: "") { CellCheck.number($0, most: ImportField.licence.most) },
      validFrom: cells.read(.validFrom, standIn: nil) { CellCheck.date($0, mayBeEndless: false).map { $0 } },
      validTo: cells.read(.validTo, standIn: nil) { CellCheck.date($0, mayBeEndless: true).map { $0 } },
      subjects: cells.text(.subjects), representative: cells.text(.representative))
    cells.compareDates(values)
    cells.refuseUnnamed()
    faults += cells.faults
    return cells.faults.isEmpty ? values : nil
  }

  private func wrongCount(_ row: FileRow) -> ImportFault {
    ImportFault(
      line: row.line, column: "整行", shown: row.cells.joined(separator: ",").clipped(to: 60),
      reason: header.isSheet
        ? "在表头右边还有内容（表头有 \(header.count) 列），请清掉，或给那一列写上列名"
        : "有 \(row.cells.count) 格，表头有 \(header.count) 列；可能多了或少了逗号，格内有逗号时要加引号")
  }

  private func type(_ cell: String) -> CellResult<String> {
    guard let id = types[cell] else {
      let near = types.nearest(cell)
      return .reason(near.isEmpty ? "类型表里没有，请看上传页上的类型" : "类型表里没有，相近的有\(near.joined(separator: "、"))")
    }
    return id == Registers.siteType ? .reason("无证点登在无证点台账，不进机构底册") : .value(id)
  }

  private func town(_ cell: String) -> CellResult<Int64> {
    if let number = towns[cell] { return .value(number) }
    let near = towns.nearest(cell)
    return .reason(near.isEmpty ? "\(county)没有这个乡镇或街道" : "\(county)没有这个乡镇或街道，相近的有\(near.joined(separator: "、"))")
  }
}

extension CellResult {
  func map<Other>(_ change: (Value) -> Other) -> CellResult<Other> {
    switch self {
    case .value(let value): .value(change(value))
    case .reason(let reason): .reason(reason)
    }
  }
}

/// The cells of one record, read by field; collects what is wrong.
private struct RowCells {
  let row: FileRow
  let header: ImportHeader
  private(set) var faults: [ImportFault] = []

  init(row: FileRow, header: ImportHeader) {
    self.row = row
    self.header = header
  }

  mutating func text(_ field: ImportField) -> String {
    read(field, standIn: "") { CellCheck.text($0, most: field.most) }
  }

  mutating func read<Value>(
    _ field: ImportField, standIn: Value, _ check: (String) -> CellResult<Value>
  ) -> Value {
    let cell = header.places[field].map { row.cells[$0] } ?? ""
    guard !cell.trimmed.isEmpty else {
      if field.isRequired { refuse(field, "", "没有填") }
      return standIn
    }
    if let reason = header.places[field].flatMap({ row.faults[$0] }) {
      refuse(field, cell, reason)
      return standIn
    }
    switch check(cell) {
    case .value(let value): return value
    case .reason(let reason):
      refuse(field, cell, reason)
      return standIn
    }
  }

  mutating func compareDates(_ values: InstitutionValues) {
    guard let from = values.validFrom, let to = values.validTo, to < from else { return }
    refuse(.validTo, to.iso, "比“\(header.title(.validFrom))”\(from.iso) 还早")
  }

  /// A value under no heading would be lost without a word.
  mutating func refuseUnnamed() {
    for place in header.unnamed where row.cells.indices.contains(place) && !row.cells[place].trimmed.isEmpty {
      faults.append(
        ImportFault(
          line: row.line, column: "\(SheetPlace.letters(place + 1)) 列", shown: row.cells[place].clipped(to: 60),
          reason: "这一列没有列名，请写上列名，或清掉这一格"))
    }
  }

  private mutating func refuse(_ field: ImportField, _ cell: String, _ reason: String) {
    let shown = cell.unicodeScalars.split(whereSeparator: \.isBlank).map { String($0) }.joined(separator: " ")
    let isMerged = header.places[field].map { row.merged.contains($0) } ?? false
    faults.append(
      ImportFault(
        line: row.line, column: header.title(field), shown: shown.clipped(to: 60),
        reason: isMerged ? reason + "（这是合并单元格）" : reason))
  }
}
