import Kit
import Offices
import Storage

/// The SQL of held reports.
enum FloodStore {
  /// More than these are not counted above the list of clues.
  static let mostCounted: Int64 = 999

  private static let columns: SQL = """
    id, county, received_at, code_hash, once_hash, reporter, matter, text, place, town, happened, poster, state, answer
    """

  static func insert(_ report: FloodReport, fingerprint: String, _ tx: Transaction) throws {
    let new = report.new
    try tx.execute(
      """
      INSERT INTO flood_report (id, county, received_at, code_hash, once_hash, fingerprint, matter, text, place, town,
        happened, poster, reporter, state)
      VALUES (\(report.id), \(tx.county), \(report.receivedAt), \(report.slip.codeHash), \(report.slip.onceHash),
        \(fingerprint), \(new.entry.matter), \(new.text), \(new.place), \(new.town), \(new.happened),
        \(new.entry.poster), \(report.slip.reporter), \(report.state.rawValue))
      """)
  }

  static func find(onceHash: String, in county: County, _ reader: Reader) throws -> FloodReport? {
    try reader.first(
      "SELECT \(sql: columns) FROM flood_report WHERE county = \(county) AND once_hash = \(onceHash)", report)
  }

  static func find(codeHash: String, _ reader: Reader) throws -> FloodReport? {
    try reader.first("SELECT \(sql: columns) FROM flood_report WHERE code_hash = \(codeHash)", report)
  }

  static func county(of id: ID<Flood>, _ reader: Reader) throws -> County? {
    try reader.first("SELECT county FROM flood_report WHERE id = \(id)") { try $0.county(0) }
  }

  static func waiting(
    _ fingerprints: [String], in county: County, limit: Int, _ reader: Reader
  ) throws -> [FloodReport] {
    try reader.query(
      """
      SELECT \(sql: columns) FROM flood_report WHERE county = \(county) AND state = \(FloodState.waiting.rawValue)
        AND fingerprint IN \(sql: .list(fingerprints)) ORDER BY id LIMIT \(limit)
      """, report)
  }

  /// Counts no further than one beyond `mostCounted`.
  static func waiting(in counties: [County], _ reader: Reader) throws -> Int64 {
    try reader.number(
      """
      SELECT COUNT(*) FROM (SELECT 1 FROM flood_report WHERE county IN \(sql: .list(counties))
        AND state = \(FloodState.waiting.rawValue) LIMIT \(mostCounted + 1)) AS held
      """)
  }

  /// The largest groups first, with how many groups and reports there are.
  static func groups(
    in county: County, offset: Int, limit: Int, _ reader: Reader
  ) throws -> (groups: [FloodGroup], total: Int64, reports: Int64) {
    let held = SQL("county = \(county) AND state = \(FloodState.waiting.rawValue)")
    let groups = try reader.query(
      """
      SELECT g.fingerprint, g.number, f.text, f.place, g.first_at, g.last_at FROM (
        SELECT fingerprint, COUNT(*) AS number, MIN(id) AS first_id, MIN(received_at) AS first_at,
          MAX(received_at) AS last_at
        FROM flood_report WHERE \(sql: held) GROUP BY fingerprint) AS g
      JOIN flood_report f ON f.id = g.first_id ORDER BY g.number DESC, g.first_id LIMIT \(limit) OFFSET \(offset)
      """
    ) { row in
      FloodGroup(
        fingerprint: try row.text(0), count: try row.int(1), text: try row.text(2), place: try row.text(3),
        first: try row.instant(4), last: try row.instant(5))
    }
    return (
      groups,
      try reader.number(SQL("SELECT COUNT(DISTINCT fingerprint) FROM flood_report WHERE ") + held),
      try reader.number(SQL("SELECT COUNT(*) FROM flood_report WHERE ") + held)
    )
  }

  static func groups(_ fingerprints: [String], in county: County, _ reader: Reader) throws -> [(
    fingerprint: String, first: ID<Flood>, count: Int64
  )] {
    try reader.query(
      """
      SELECT fingerprint, MIN(id), COUNT(*) FROM flood_report WHERE county = \(county)
        AND state = \(FloodState.waiting.rawValue) AND fingerprint IN \(sql: .list(fingerprints)) GROUP BY fingerprint
      """
    ) { (fingerprint: try $0.text(0), first: try $0.id(1), count: try $0.int(2)) }
  }

  static func decide(
    _ id: ID<Flood>, _ state: FloodState, clue: ID<Clue>?, answer: String?, _ tx: Transaction
  ) throws {
    try tx.execute(
      """
      UPDATE flood_report SET state = \(state.rawValue), clue = \(clue), decided_at = \(tx.now), answer = \(answer)
      WHERE county = \(tx.county) AND id = \(id)
      """)
  }

  static func discard(_ fingerprint: String, answer: String, _ tx: Transaction) throws {
    try tx.execute(
      """
      UPDATE flood_report SET state = \(FloodState.discarded.rawValue), decided_at = \(tx.now), answer = \(answer)
      WHERE county = \(tx.county) AND state = \(FloodState.waiting.rawValue) AND fingerprint = \(fingerprint)
      """)
  }

  private static func report(_ row: Row) throws -> FloodReport {
    let entry = ClueEntry(matter: try row.text(6), poster: try row.maybeInt(11))
    let new = NewClue(
      channel: .web, text: try row.text(7), place: try row.text(8), town: try row.int(9),
      happened: try row.maybeText(10),
      entry: entry)
    return FloodReport(
      id: try row.id(0), county: try row.county(1), receivedAt: try row.instant(2),
      slip: KeptSlip(codeHash: try row.text(3), onceHash: try row.text(4), reporter: try row.maybeText(5)), new: new,
      state: FloodState(rawValue: try row.text(12)) ?? .waiting, answer: try row.maybeText(13))
  }
}
