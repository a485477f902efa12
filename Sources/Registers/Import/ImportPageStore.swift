import Kit
import Storage

/// A changed institution of a staged file: what stands in the register, what the file says.
struct StagedChange: Sendable {
  let line: Int64
  let id: ID<Institution>
  let before: InstitutionValues
  let after: InstitutionValues
}

/// What the pages of an import ask.
extension ImportStore {
  static func applied(_ id: ID<InstitutionImport>, _ reader: Reader) throws -> AppliedImport? {
    try reader.first("SELECT \(sql: appliedColumns) FROM institution_import WHERE id = \(id)", applied)
  }

  /// The newest first.
  static func latest(in counties: [County], limit: Int, _ reader: Reader) throws -> [AppliedImport] {
    try reader.query(
      """
      SELECT \(sql: appliedColumns) FROM institution_import WHERE county IN \(sql: .list(counties))
      ORDER BY at DESC, id DESC LIMIT \(limit)
      """, applied)
  }

  static func faults(
    of batch: ID<InstitutionImport>, limit: Int, _ reader: Reader
  ) throws -> [ImportFault] {
    try reader.query(
      """
      SELECT line, title, shown, reason FROM scratch_import_fault WHERE batch = \(batch) ORDER BY place LIMIT \(limit)
      """
    ) { row in
      ImportFault(
        line: Int(try row.int(0)), column: try row.text(1), shown: try row.text(2), reason: try row.text(3))
    }
  }

  static func changes(of batch: ID<InstitutionImport>, limit: Int, _ reader: Reader) throws -> [StagedChange] {
    let before = SQL(
      "i.name, i.credit, i.type, i.town, i.address, i.licence, i.valid_from, i.valid_to, i.subjects, i.representative")
    let after = SQL(
      "r.name, r.credit, r.type, r.town, r.address, r.licence, r.valid_from, r.valid_to, r.subjects, r.representative")
    return try reader.query(
      """
      SELECT r.line, r.id, \(sql: before), \(sql: after)
      FROM scratch_import_row r JOIN institution i ON i.id = r.id
      WHERE r.batch = \(batch) AND r.kind = \(ImportKind.changed.rawValue) ORDER BY r.line LIMIT \(limit)
      """
    ) { row in
      StagedChange(
        line: try row.int(0), id: try row.id(1), before: try InstitutionStore.values(row, from: 2),
        after: try InstitutionStore.values(row, from: 12))
    }
  }

  static func additions(
    of batch: ID<InstitutionImport>, limit: Int, _ reader: Reader
  ) throws -> [(line: Int64, values: InstitutionValues)] {
    try reader.query(
      """
      SELECT line, \(sql: InstitutionStore.valueColumns) FROM scratch_import_row
      WHERE batch = \(batch) AND kind = \(ImportKind.added.rawValue) ORDER BY line LIMIT \(limit)
      """
    ) { (line: try $0.int(0), values: try InstitutionStore.values($0, from: 1)) }
  }

  private static let appliedColumns: SQL = "id, county, at, actor, file, sha256, lines, added, changed, same, absent"

  private static func applied(_ row: Row) throws -> AppliedImport {
    AppliedImport(
      id: try row.id(0), county: try row.county(1), at: try row.instant(2), actor: try row.text(3),
      fileName: try row.text(4), sha256: try row.text(5),
      counts: ImportCounts(
        lines: try row.int(6), added: try row.int(7), changed: try row.int(8), same: try row.int(9),
        absent: try row.int(10)))
  }
}
