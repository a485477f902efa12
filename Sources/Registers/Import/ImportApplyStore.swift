import Kit
import Storage

/// The SQL that turns a staged file into the register: whole sets at once, no row passes through the process.
extension ImportStore {
  static func apply(_ staged: StagedImport, _ tx: Transaction) throws {
    if staged.counts.changed > 0 {
      try keepVersions(staged, tx)
      try update(staged, tx)
    }
    if staged.counts.added > 0 { try add(staged, tx) }
    try tx.execute(
      """
      INSERT INTO institution_book (county, revision) VALUES (\(tx.county), \(staged.revision + 1))
      ON CONFLICT (county) DO UPDATE SET revision = excluded.revision
      """)
    try record(staged, tx)
  }

  private static func keepVersions(_ staged: StagedImport, _ tx: Transaction) throws {
    try tx.execute(
      """
      INSERT INTO institution_version (county, institution, version, \(sql: InstitutionStore.valueColumns), batch, since)
      SELECT i.county, i.id, i.version, i.name, i.credit, i.type, i.town, i.address, i.licence, i.valid_from, i.valid_to,
        i.subjects, i.representative, i.batch, i.since
      FROM scratch_import_row r JOIN institution i ON i.id = r.id
      WHERE r.batch = \(staged.id) AND r.kind = \(ImportKind.changed.rawValue)
      """)
  }

  private static func update(_ staged: StagedImport, _ tx: Transaction) throws {
    try tx.execute(
      """
      UPDATE institution SET name = r.name, credit = r.credit, type = r.type, town = r.town, address = r.address,
        valid_from = r.valid_from, valid_to = r.valid_to, subjects = r.subjects, representative = r.representative,
        folded = r.folded, fingerprint = r.fingerprint, version = institution.version + 1, batch = \(staged.id),
        since = \(tx.now)
      FROM scratch_import_row r
      WHERE institution.id = r.id AND r.batch = \(staged.id) AND r.kind = \(ImportKind.changed.rawValue)
      """)
  }

  private static func add(_ staged: StagedImport, _ tx: Transaction) throws {
    try tx.execute(
      """
      INSERT INTO institution (id, county, \(sql: InstitutionStore.valueColumns), folded, fingerprint, version, batch,
        since)
      SELECT r.id, CAST(\(tx.county) AS BIGINT), r.name, r.credit, r.type, r.town, r.address, r.licence, r.valid_from,
        r.valid_to, r.subjects, r.representative, r.folded, r.fingerprint, 1, r.batch, CAST(\(tx.now) AS BIGINT)
      FROM scratch_import_row r WHERE r.batch = \(staged.id) AND r.kind = \(ImportKind.added.rawValue)
      """)
  }

  private static func record(_ staged: StagedImport, _ tx: Transaction) throws {
    let counts = staged.counts
    try tx.execute(
      """
      INSERT INTO institution_import (id, county, at, actor, file, sha256, lines, added, changed, same, absent)
      VALUES (\(staged.id), \(tx.county), \(tx.now), \(tx.actor.title), \(staged.fileName), \(staged.sha256),
        \(counts.lines), \(counts.added), \(counts.changed), \(counts.same), \(counts.absent))
      """)
  }

  /// The next institutions that the search index learns of, in the order of the file; nil after the last.
  static func searchPiece(
    _ staged: StagedImport, _ kind: ImportKind, after line: Int64, limit: Int, _ tx: Transaction
  ) throws -> [(line: Int64, item: SearchItem)]? {
    let piece = try tx.query(
      """
      SELECT line, id, \(sql: InstitutionStore.valueColumns) FROM scratch_import_row
      WHERE batch = \(staged.id) AND kind = \(kind.rawValue) AND line > \(line) ORDER BY line LIMIT \(limit)
      """
    ) { row in
      let values = try InstitutionStore.values(row, from: 2)
      return (line: try row.int(0), item: values.searchItem(try row.id(1), staged.county))
    }
    return piece.isEmpty ? nil : piece
  }
}
