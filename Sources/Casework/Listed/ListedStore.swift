import Kit
import Storage
import Web

enum ListedSchema {
  static let change = SchemaChange("casework-8-across") { _ in
    [
      """
      CREATE TABLE case_listing (law_case BIGINT NOT NULL, number BIGINT NOT NULL, county BIGINT NOT NULL, reason TEXT NOT NULL,
        demands TEXT NOT NULL, due TEXT NOT NULL, by_title TEXT NOT NULL, at BIGINT NOT NULL, lifted_for TEXT, lifted_by TEXT,
        lifted_at BIGINT, PRIMARY KEY (law_case, number))
      """,
      "CREATE INDEX case_listing_open ON case_listing (county, lifted_at, at)",
      """
      CREATE TABLE case_log (id BIGINT PRIMARY KEY, county BIGINT NOT NULL, law_case BIGINT NOT NULL, kind TEXT NOT NULL,
        units TEXT NOT NULL, text TEXT NOT NULL, on_date TEXT NOT NULL, by_title TEXT NOT NULL, at BIGINT NOT NULL)
      """,
      "CREATE INDEX case_log_case ON case_log (county, law_case, on_date)",
    ]
  }
}

/// All SQL of listed and joint cases.
enum ListedStore {
  static func insert(_ new: CaseListing, of id: ID<Case>, _ tx: Transaction) throws {
    try tx.execute(
      """
      INSERT INTO case_listing (law_case, number, county, reason, demands, due, by_title, at)
      VALUES (\(id), \(new.number), \(tx.county), \(new.reason), \(new.demands), \(new.due), \(new.by), \(new.at))
      """)
  }

  static func insert(_ line: CaseLogLine, of id: ID<Case>, _ tx: Transaction) throws {
    try tx.execute(
      """
      INSERT INTO case_log (id, county, law_case, kind, units, text, on_date, by_title, at)
      VALUES (\(tx.world.newID(CaseLogLine.self)), \(tx.county), \(id), \(line.kind.rawValue), \(line.units), \(line.text),
        \(line.on), \(line.by), \(tx.now))
      """)
  }

  static func lift(_ number: Int64, of id: ID<Case>, _ end: ListingEnd, _ tx: Transaction) throws {
    try tx.execute(
      """
      UPDATE case_listing SET lifted_for = \(end.reason), lifted_by = \(end.by), lifted_at = \(end.at)
      WHERE law_case = \(id) AND number = \(number)
      """)
  }

  static func listings(of id: ID<Case>, _ reader: Reader) throws -> [CaseListing] {
    try reader.query(
      """
      SELECT number, reason, demands, due, by_title, at, lifted_for, lifted_by, lifted_at FROM case_listing
      WHERE law_case = \(id) ORDER BY number
      """, listing)
  }

  static func log(of id: ID<Case>, _ reader: Reader) throws -> [CaseLogLine] {
    try reader.query(
      "SELECT kind, units, text, on_date, by_title FROM case_log WHERE law_case = \(id) ORDER BY on_date, id"
    ) { row in
      CaseLogLine(
        CaseLogLine.Kind(rawValue: try row.text(0)) ?? .joint, units: try row.text(1), text: try row.text(2),
        on: try row.date(3),
        by: try row.text(4))
    }
  }

  /// Cases on the list now, those first that were listed first.
  static func listed(_ scope: Scope, _ reader: Reader) throws -> [CaseRecord] {
    let inside = scope.filter(county: "law_case.county", agency: "0", owner: "law_case.first_officer")
    return try CaseStore.list(
      inside
        + " AND law_case.id IN (SELECT l.law_case FROM case_listing l WHERE l.county = law_case.county AND l.lifted_at IS NULL)",
      order: "law_case.filed_on, law_case.id", limit: 1000, reader)
  }

  private static func listing(_ row: Row) throws -> CaseListing {
    let end = try row.maybeText(6).map { ListingEnd(reason: $0, by: try row.text(7), at: try row.instant(8)) }
    return CaseListing(
      number: try row.int(0), reason: try row.text(1), demands: try row.text(2), due: try row.date(3),
      by: try row.text(4),
      at: try row.instant(5), lifted: end)
  }
}
