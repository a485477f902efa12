import Duties
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

  /// What is listed stands beside what other rooms list (`Placards`). Numbers 1, 2, 3 … meet no identity that is drawn. Who listed was
  /// always above the county: nobody else had the right.
  static let moved = SchemaChange("casework-9-placards") { _ in
    [
      """
      INSERT INTO placard (id, county, subject_kind, subject, campaign, matter, number, above, reason, demands, due, agency,
        agency_name, by_title, by_account, by_region, at, lifted_for, lifted_by, lifted_at)
      SELECT (SELECT COUNT(*) FROM case_listing o
          WHERE o.law_case < l.law_case OR (o.law_case = l.law_case AND o.number <= l.number)), l.county, 'case', l.law_case,
        NULL, '案件' || COALESCE((SELECT c.number FROM law_case c WHERE c.id = l.law_case), ''), l.number, 1, l.reason,
        l.demands, l.due, 0, '', l.by_title, 0, l.county, l.at, l.lifted_for, l.lifted_by, l.lifted_at
      FROM case_listing l
      """,
      "DROP TABLE case_listing",
    ]
  }
}

/// All SQL of listed and joint cases that is not in `Placards`.
enum ListedStore {
  static func insert(_ line: CaseLogLine, of id: ID<Case>, _ tx: Transaction) throws {
    try tx.execute(
      """
      INSERT INTO case_log (id, county, law_case, kind, units, text, on_date, by_title, at)
      VALUES (\(tx.world.newID(CaseLogLine.self)), \(tx.county), \(id), \(line.kind.rawValue), \(line.units), \(line.text),
        \(line.on), \(line.by), \(tx.now))
      """)
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
        + " AND law_case.id IN (" + Placards.listed(.lawCase, inCounty: "law_case.county") + ")",
      order: "law_case.filed_on, law_case.id", limit: 1000, reader)
  }
}
