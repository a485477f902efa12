import Kit
import Storage

enum ScreeningStore {
  private static let columns: SQL = "id, county, account, title, purpose, file, sha256, lines, same, possible, at"

  static func insert(_ one: ScreeningRecord, _ tx: Transaction) throws {
    try tx.execute(
      """
      INSERT INTO offender_screening (\(sql: columns))
      VALUES (\(one.id), \(one.county), \(one.account), \(one.title), \(one.purpose), \(one.file), \(one.sha256),
        \(one.lines), \(one.same), \(one.possible), \(one.at))
      """)
  }

  static func screening(_ id: ID<Screening>, _ reader: Reader) throws -> ScreeningRecord? {
    try reader.first("SELECT \(sql: columns) FROM offender_screening WHERE id = \(id)", record)
  }

  /// One's own, and for reviewers those of their counties; the newest first.
  static func latest(of account: Int64, reviewing scope: SQL?, _ reader: Reader) throws -> [ScreeningRecord] {
    let own: SQL = "account = \(account)"
    let seen = scope.map { SQL("(") + own + " OR (" + $0 + "))" } ?? own
    return try reader.query(
      "SELECT \(sql: columns) FROM offender_screening WHERE " + seen + " ORDER BY id DESC LIMIT 20", record)
  }

  private static func record(_ row: Row) throws -> ScreeningRecord {
    ScreeningRecord(
      id: try row.id(0), county: try row.county(1), account: try row.int(2), title: try row.text(3),
      purpose: try row.text(4), file: try row.text(5), sha256: try row.text(6), lines: try row.int(7),
      same: try row.int(8), possible: try row.int(9), at: try row.instant(10))
  }
}
