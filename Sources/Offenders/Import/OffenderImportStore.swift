import Foundation
import Kit
import Storage

enum OffenderImportStore {
  static func put(
    _ staged: StagedList, _ rows: [(line: Int, row: StagedOffender)], _ faults: [OffenderFault], at: Instant,
    _ keys: Keys, _ world: World, _ scratch: Scratch
  ) throws {
    try scratch.execute(
      """
      INSERT INTO scratch_offender_import (id, county, at, file, sha256, origin, lines, bad)
      VALUES (\(staged.id), \(staged.county), \(at), \(staged.file), \(staged.sha256), \(staged.origin.rawValue),
        \(staged.lines), \(staged.bad))
      """)
    for (line, row) in rows {
      let sealed = try SealedText.seal([UInt8](try JSONEncoder().encode(row)), for: subject(staged.id), keys, world)
      try scratch.execute(
        "INSERT INTO scratch_offender_row (batch, line, sealed) VALUES (\(staged.id), \(line), \(sealed))")
    }
    for (place, fault) in faults.enumerated() {
      try scratch.execute(
        """
        INSERT INTO scratch_offender_fault (batch, place, line, title, shown, reason)
        VALUES (\(staged.id), \(place), \(fault.line), \(fault.column), \(fault.shown), \(fault.reason))
        """)
    }
  }

  private static func subject(_ id: ID<OffenderImport>) -> String { "offender-import:\(id.value)" }

  static func staged(_ id: ID<OffenderImport>, _ reader: Reader) throws -> StagedList? {
    try reader.first(
      "SELECT id, county, file, sha256, origin, lines, bad FROM scratch_offender_import WHERE id = \(id)"
    ) { row in
      StagedList(
        id: try row.id(0), county: try row.county(1), file: try row.text(2), sha256: try row.text(3),
        origin: RecordOrigin(rawValue: try row.text(4)) ?? .ledger, lines: try row.int(5), bad: try row.int(6))
    }
  }

  /// In the order of the file.
  static func rows(of id: ID<OffenderImport>, _ reader: Reader) throws -> [(line: Int64, row: StagedOffender)] {
    let keys = try reader.keys()
    return try reader.query("SELECT line, sealed FROM scratch_offender_row WHERE batch = \(id) ORDER BY line") { row in
      guard let plain = try SealedText.open(try row.text(1), for: subject(id), keys) else {
        throw OffenderRefusal.sealBroken
      }
      return (try row.int(0), try JSONDecoder().decode(StagedOffender.self, from: Data(plain)))
    }
  }

  static func faults(of id: ID<OffenderImport>, limit: Int, _ reader: Reader) throws -> [OffenderFault] {
    try reader.query(
      """
      SELECT line, title, shown, reason FROM scratch_offender_fault WHERE batch = \(id) ORDER BY place LIMIT \(limit)
      """
    ) { row in
      OffenderFault(
        line: Int(try row.int(0)), column: try row.text(1), shown: try row.text(2), reason: try row.text(3))
    }
  }

  static func insert(_ staged: StagedList, added: Int64, _ tx: Transaction) throws {
    try tx.execute(
      """
      INSERT INTO offender_import (id, county, at, actor, file, sha256, origin, lines, added)
      VALUES (\(staged.id), \(tx.county), \(tx.now), \(tx.actor.title), \(staged.file), \(staged.sha256),
        \(staged.origin.rawValue), \(staged.lines), \(added))
      """)
  }

  static func applied(_ id: ID<OffenderImport>, _ reader: Reader) throws -> AppliedList? {
    try reader.first("SELECT \(sql: columns) FROM offender_import WHERE id = \(id)", applied)
  }

  /// The newest first.
  static func latest(in counties: [County], _ reader: Reader) throws -> [AppliedList] {
    try reader.query(
      """
      SELECT \(sql: columns) FROM offender_import WHERE county IN \(sql: .list(counties)) ORDER BY id DESC LIMIT 10
      """, applied)
  }

  /// Staged lists that nobody applied for three days.
  static func outdated(before moment: Instant, _ reader: Reader) throws -> [ID<OffenderImport>] {
    try reader.query("SELECT id FROM scratch_offender_import WHERE at < \(moment)") { try $0.id(0) }
  }

  static func forget(_ id: ID<OffenderImport>, _ scratch: Scratch) throws {
    try scratch.execute("DELETE FROM scratch_offender_row WHERE batch = \(id)")
    try scratch.execute("DELETE FROM scratch_offender_fault WHERE batch = \(id)")
    try scratch.execute("DELETE FROM scratch_offender_import WHERE id = \(id)")
  }

  private static let columns: SQL = "id, county, at, actor, file, sha256, origin, lines, added"

  private static func applied(_ row: Row) throws -> AppliedList {
    AppliedList(
      id: try row.id(0), county: try row.county(1), at: try row.instant(2), actor: try row.text(3),
      file: try row.text(4), sha256: try row.text(5), origin: RecordOrigin(rawValue: try row.text(6)) ?? .ledger,
      lines: try row.int(7), added: try row.int(8))
  }
}
