import Kit
import Storage
import Web

enum DerelictionSchema {
  static let change = SchemaChange("casework-9-across") { _ in
    [
      """
      CREATE TABLE dereliction (id BIGINT PRIMARY KEY, county BIGINT NOT NULL, sealed TEXT NOT NULL, author BIGINT NOT NULL,
        at BIGINT NOT NULL, state TEXT NOT NULL, result TEXT, answered_at BIGINT)
      """,
      "CREATE INDEX dereliction_county ON dereliction (county, id)",
      "CREATE INDEX dereliction_author ON dereliction (author, id)",
    ]
  }
}

/// All SQL of sealed notes.
enum DerelictionStore {
  private static let columns: SQL = "id, county, author, at, state, result"

  static func insert(_ id: ID<Dereliction>, _ sealed: String, by author: Int64, _ tx: Transaction) throws {
    try tx.execute(
      """
      INSERT INTO dereliction (id, county, sealed, author, at, state)
      VALUES (\(id), \(tx.county), \(sealed), \(author), \(tx.now), 'sealed')
      """)
  }

  static func setOpened(_ id: ID<Dereliction>, _ tx: Transaction) throws {
    try tx.execute("UPDATE dereliction SET state = 'opened' WHERE id = \(id) AND state = 'sealed'")
  }

  static func setResult(_ text: String, of id: ID<Dereliction>, _ tx: Transaction) throws {
    try tx.execute(
      "UPDATE dereliction SET state = 'answered', result = \(text), answered_at = \(tx.now) WHERE id = \(id)")
  }

  static func sealed(_ id: ID<Dereliction>, _ tx: Transaction) throws -> String? {
    try tx.first("SELECT sealed FROM dereliction WHERE id = \(id) AND county = \(tx.county)") { try $0.text(0) }
  }

  static func find(_ id: ID<Dereliction>, _ reader: Reader) throws -> DerelictionRecord? {
    try reader.first("SELECT \(sql: columns) FROM dereliction WHERE id = \(id)", record)
  }

  static func list(_ scope: Scope, _ reader: Reader) throws -> [DerelictionRecord] {
    let inside = scope.filter(county: "county", agency: "0", owner: "0")
    return try reader.query(
      "SELECT \(sql: columns) FROM dereliction WHERE " + inside + " ORDER BY id DESC LIMIT 500", record)
  }

  /// What a person wrote, on whichever case.
  static func list(of author: Int64, _ reader: Reader) throws -> [DerelictionRecord] {
    try reader.query(
      "SELECT \(sql: columns) FROM dereliction WHERE author = \(author) ORDER BY id DESC LIMIT 100", record)
  }

  private static func record(_ row: Row) throws -> DerelictionRecord {
    DerelictionRecord(
      id: try row.id(0), county: try row.county(1), author: try row.int(2), at: try row.instant(3),
      state: DerelictionState(rawValue: try row.text(4)) ?? .sealed, result: try row.maybeText(5))
  }
}
