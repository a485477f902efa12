import Kit
import Storage
import Web

/// The SQL of imported orders.
enum OrderStore {
  static func insert(_ staged: StagedOrders, _ scratch: Scratch) throws {
    try scratch.execute(
      """
      INSERT INTO scratch_clue_import (id, county, agency, at, file, sha256, sealed)
      VALUES (\(staged.id), \(staged.county), \(staged.agency), \(scratch.now), \(staged.file), \(staged.sha256),
        \(staged.sealed))
      """)
  }

  static func forget(before moment: Instant, _ scratch: Scratch) throws {
    try scratch.execute("DELETE FROM scratch_clue_import WHERE at < \(moment)")
  }

  static func forget(_ id: ID<OrderImport>, _ scratch: Scratch) throws {
    try scratch.execute("DELETE FROM scratch_clue_import WHERE id = \(id)")
  }

  static func staged(_ id: ID<OrderImport>, _ reader: Reader) throws -> StagedOrders? {
    try reader.first(
      "SELECT id, county, agency, file, sha256, sealed FROM scratch_clue_import WHERE id = \(id)"
    ) { row in
      StagedOrders(
        id: try row.id(0), county: try row.county(1), agency: try row.int(2), file: try row.text(3),
        sha256: try row.text(4), sealed: try row.text(5))
    }
  }

  static func face(_ id: ID<OrderImport>, _ reader: Reader) throws -> RecordFace? {
    let known = try applied(id, reader).map { ($0.file, $0.county) }
    return try (known ?? staged(id, reader).map { ($0.file, $0.county) }).map { file, county in
      RecordFace(title: "导入工单“\(file)”", place: Placement(county: county))
    }
  }

  private static let columns: SQL = "id, county, at, actor, file, sha256, lines, added, known, left_out"

  static func applied(_ id: ID<OrderImport>, _ reader: Reader) throws -> AppliedOrders? {
    try reader.first("SELECT \(sql: columns) FROM clue_import WHERE id = \(id)", applied)
  }

  static func latest(in county: County, limit: Int, _ reader: Reader) throws -> [AppliedOrders] {
    try reader.query(
      """
      SELECT \(sql: columns) FROM clue_import WHERE county = \(county) ORDER BY at DESC, id DESC LIMIT \(limit)
      """, applied)
  }

  static func insertApplied(_ staged: StagedOrders, _ rows: OrderRows, _ tx: Transaction) throws {
    try tx.execute(
      """
      INSERT INTO clue_import (id, county, at, actor, file, sha256, lines, added, known, left_out)
      VALUES (\(staged.id), \(tx.county), \(tx.now), \(tx.actor.title), \(staged.file), \(staged.sha256), \(rows.lines),
        \(rows.orders.count), \(rows.known.count), \(rows.badLines))
      """)
  }

  private static func applied(_ row: Row) throws -> AppliedOrders {
    AppliedOrders(
      id: try row.id(0), county: try row.county(1), at: try row.instant(2), actor: try row.text(3),
      file: try row.text(4), sha256: try row.text(5), lines: try row.int(6), added: try row.int(7),
      known: try row.int(8), leftOut: try row.int(9))
  }

  /// By folded heading.
  static func remembered(by agency: Int64, _ reader: Reader) throws -> [String: OrderChoice] {
    let rows = try reader.query("SELECT heading, choice FROM clue_column WHERE agency = \(agency)") {
      (try $0.text(0), OrderChoice(try $0.text(1)))
    }
    return Dictionary(rows) { first, _ in first }
  }

  static func remember(_ heading: String, _ choice: OrderChoice, by agency: Int64, _ tx: Transaction) throws {
    try tx.execute(
      """
      INSERT INTO clue_column (agency, heading, choice) VALUES (\(agency), \(heading), \(choice.text))
      ON CONFLICT (agency, heading) DO UPDATE SET choice = excluded.choice
      """)
  }
}
