import Kit
import Storage

/// A record of the file on its way into the register.
struct StagedRow: Sendable {
  let line: Int
  let kind: ImportKind
  let id: Int64
  let values: InstitutionValues
  let fingerprint: Int64
}

/// An institution on file, as staging compares with it.
struct KnownInstitution: Sendable {
  let id: Int64
  let fingerprint: Int64
  /// The record of this file that named it, 0 for none yet.
  var line: Int = 0
}

/// All SQL of imports: staging (`scratch_…`) and applying.
enum ImportStore {
  private static let values = InstitutionStore.valueColumns

  static func revision(of county: County, _ reader: Reader) throws -> Int64 {
    try reader.number("SELECT revision FROM institution_book WHERE county = \(county)")
  }

  /// By licence number.
  static func known(in county: County, _ reader: Reader) throws -> [String: KnownInstitution] {
    var known: [String: KnownInstitution] = [:]
    // Row by row into the table: a list of all rows beside it would double the peak.
    _ = try reader.query("SELECT licence, id, fingerprint FROM institution WHERE county = \(county)") { row in
      known[try row.text(0)] = KnownInstitution(id: try row.int(1), fingerprint: try row.int(2))
    }
    return known
  }

  static func insert(_ rows: [StagedRow], _ batch: ID<InstitutionImport>, _ scratch: Scratch) throws {
    try insert(into: "scratch_import_row (batch, kind, line, id, \(sql: values), folded, fingerprint)", rows, scratch) {
      row in
      let value = row.values
      return [
        batch.sqlValue, .text(row.kind.rawValue), row.line.sqlValue, .int(row.id), .text(value.name),
        .text(value.credit), .text(value.type), .int(value.town), .text(value.address), .text(value.licence),
        value.validFrom.sqlValue, value.validTo.sqlValue, .text(value.subjects), .text(value.representative),
        .text(value.foldedText), .int(row.fingerprint),
      ]
    }
  }

  /// `place` numbers the faults of the whole file from `first` on.
  static func insert(
    _ faults: [ImportFault], from first: Int64, _ batch: ID<InstitutionImport>, _ scratch: Scratch
  ) throws {
    let numbered = faults.enumerated().map { (place: first + Int64($0), fault: $1) }
    try insert(into: "scratch_import_fault (batch, place, line, title, shown, reason)", numbered, scratch) { entry in
      let fault = entry.fault
      return [
        batch.sqlValue, .int(entry.place), fault.line.sqlValue, .text(fault.column), .text(fault.shown),
        .text(fault.reason),
      ]
    }
  }

  /// Before the first piece, so that whatever happens its rows can be found and forgotten.
  static func begin(_ staged: StagedImport, type: String, _ scratch: Scratch) throws {
    try scratch.execute(
      """
      INSERT INTO scratch_import (id, county, agency, at, file, type, sha256, revision, lines, added, changed, same,
        absent, bad, faults, ready)
      VALUES (\(staged.id), \(staged.county), \(staged.agency), \(staged.at), \(staged.fileName), \(type),
        \(staged.sha256), \(staged.revision), 0, 0, 0, 0, 0, 0, 0, 0)
      """)
  }

  static func finish(
    _ batch: ID<InstitutionImport>, _ counts: ImportCounts, revision: Int64, remark: String, _ scratch: Scratch
  ) throws {
    try scratch.execute(
      """
      UPDATE scratch_import SET lines = \(counts.lines), added = \(counts.added), changed = \(counts.changed),
        same = \(counts.same), absent = \(counts.absent), bad = \(counts.bad), faults = \(counts.faults),
        revision = \(revision), remark = \(remark), ready = 1
      WHERE id = \(batch)
      """)
  }

  static func staged(_ id: ID<InstitutionImport>, _ reader: Reader) throws -> StagedImport? {
    try reader.first(
      """
      SELECT id, county, at, file, sha256, revision, lines, added, changed, same, absent, bad, faults, agency, remark
      FROM scratch_import WHERE id = \(id) AND ready = 1
      """
    ) { row in
      StagedImport(
        id: try row.id(0), county: try row.county(1), agency: try row.int(13), at: try row.instant(2),
        fileName: try row.text(3), sha256: try row.text(4), remark: try row.text(14), revision: try row.int(5),
        counts: ImportCounts(
          lines: try row.int(6), added: try row.int(7), changed: try row.int(8), same: try row.int(9),
          absent: try row.int(10), bad: try row.int(11), faults: try row.int(12)))
    }
  }

  /// Rows of one statement, built in one go: joining fragments would copy all earlier values for each row.
  private static func insert<Row>(
    into table: SQL, _ rows: [Row], _ scratch: Scratch, _ values: (Row) -> [SQLValue]
  ) throws {
    for chunk in rows.chunks(of: 100) {
      var text = SQL.Interpolation(literalCapacity: chunk.count * 64, interpolationCount: chunk.count * 16)
      text.appendInterpolation(sql: "INSERT INTO \(sql: table) VALUES ")
      for (place, row) in chunk.enumerated() {
        text.appendInterpolation(sql: place == 0 ? "(" : ", (")
        for (column, value) in values(row).enumerated() {
          if column > 0 { text.appendInterpolation(sql: ", ") }
          text.appendInterpolation(value)
        }
        text.appendInterpolation(sql: ")")
      }
      try scratch.execute(SQL(stringInterpolation: text))
    }
  }

  /// Staged files from before a moment, and applied ones: what stood in them is in the register.
  static func outdated(before moment: Instant, _ reader: Reader) throws -> [ID<InstitutionImport>] {
    try reader.query(
      """
      SELECT s.id FROM scratch_import s WHERE s.at < \(moment)
        OR EXISTS (SELECT 1 FROM institution_import i WHERE i.id = s.id)
      """
    ) { try $0.id(0) }
  }

  /// Its rows are gone, the file itself still counts as staged.
  static func empty(_ batch: ID<InstitutionImport>, _ scratch: Scratch) throws {
    try scratch.execute("DELETE FROM scratch_import_row WHERE batch = \(batch)")
    try scratch.execute("DELETE FROM scratch_import_fault WHERE batch = \(batch)")
  }

  static func forget(_ batch: ID<InstitutionImport>, _ scratch: Scratch) throws {
    try empty(batch, scratch)
    try scratch.execute("DELETE FROM scratch_import_column WHERE batch = \(batch)")
    try WaitingFileStore.delete(batch, scratch)
    try scratch.execute("DELETE FROM scratch_import WHERE id = \(batch)")
  }
}
