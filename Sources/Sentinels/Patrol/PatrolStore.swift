import Kit
import Offices
import Storage
import Web

/// All SQL of patrols.
enum PatrolStore {
  private static let columns: SQL = """
    id, county, town, village, state, wanted, owner, due, looked, place, clue, post, account, on_day
    """

  /// `on_day` of a planned one is the day by which it is due, so that lists have one order.
  static func insert(_ patrol: PatrolRecord, mark: String, _ tx: Transaction) throws {
    let seen = patrol.seen
    try tx.execute(
      """
      INSERT INTO patrol (id, county, town, village, state, wanted, owner, due, mark, looked, place, clue, found, post,
        account, on_day, begun)
      VALUES (\(patrol.id), \(patrol.county), \(patrol.town), \(patrol.village), \(patrol.state.rawValue),
        \(patrol.wanted), \(patrol.owner), \(patrol.due), \(mark), \(seen?.looked ?? ""), \(seen?.place ?? ""),
        \(seen?.clue), \(seen?.clue == nil ? 0 : 1), \(seen?.post), \(seen?.account),
        \(seen?.on ?? patrol.due ?? tx.today), \(tx.now))
      """)
  }

  static func finish(_ id: ID<Patrol>, in village: Int64, _ seen: PatrolSeen, mark: String, _ tx: Transaction) throws {
    try tx.execute(
      """
      UPDATE patrol SET state = \(PatrolState.done.rawValue), village = \(village), mark = \(mark),
        looked = \(seen.looked), place = \(seen.place), clue = \(seen.clue), found = \(seen.clue == nil ? 0 : 1),
        post = \(seen.post), account = \(seen.account), on_day = \(seen.on)
      WHERE id = \(id)
      """)
  }

  static func drop(_ id: ID<Patrol>, _ tx: Transaction) throws {
    try tx.execute("UPDATE patrol SET state = \(PatrolState.dropped.rawValue) WHERE id = \(id)")
  }

  static func find(_ id: ID<Patrol>, _ reader: Reader) throws -> PatrolRecord? {
    try reader.first("SELECT \(sql: columns) FROM patrol WHERE id = \(id)", patrol)
  }

  static func find(mark: String, _ reader: Reader) throws -> ID<Patrol>? {
    try reader.first("SELECT id FROM patrol WHERE mark = \(mark) AND mark <> ''") { try $0.id(0) }
  }

  static func list(_ filter: PatrolFilter, offset: Int, descending: Bool, _ reader: Reader) throws
    -> (total: Int64, patrols: [PatrolRecord])
  {
    let order: SQL = descending ? "on_day DESC, id DESC" : "on_day, id"
    return (
      try reader.number("SELECT COUNT(*) FROM patrol WHERE \(sql: filter.condition)"),
      try reader.query(
        """
        SELECT \(sql: columns) FROM patrol WHERE \(sql: filter.condition) ORDER BY \(sql: order)
        LIMIT \(Listing.size) OFFSET \(offset)
        """, patrol)
    )
  }

  /// Planned ones that a post of this place can answer: of its village, else of its town.
  static func planned(town: Int64, village: Int64, _ reader: Reader) throws -> [PatrolRecord] {
    let here: SQL = village == 0 ? "town = \(town)" : "town = \(town) AND (village = \(village) OR village = 0)"
    return try reader.query(
      """
      SELECT \(sql: columns) FROM patrol WHERE state = \(PatrolState.planned.rawValue) AND \(sql: here)
      ORDER BY due, id LIMIT 5
      """, patrol)
  }

  /// The latest that a post told.
  static func latest(of post: ID<Post>, limit: Int, _ reader: Reader) throws -> [PatrolRecord] {
    try reader.query(
      "SELECT \(sql: columns) FROM patrol WHERE post = \(post) ORDER BY on_day DESC, id DESC LIMIT \(limit)", patrol)
  }

  /// How often each village was looked at in each month from a day on.
  static func tallies(in county: County, since day: CivilDate, _ reader: Reader) throws -> [PatrolTally] {
    try reader.query(
      """
      SELECT village, substr(on_day, 1, 7), COUNT(*), SUM(found) FROM patrol
      WHERE county = \(county) AND state = \(PatrolState.done.rawValue) AND on_day >= \(day)
      GROUP BY village, substr(on_day, 1, 7)
      """
    ) { PatrolTally(village: try $0.int(0), month: try $0.text(1), done: try $0.int(2), found: try $0.int(3)) }
  }

  private static func patrol(_ row: Row) throws -> PatrolRecord {
    let state = PatrolState(rawValue: try row.text(4)) ?? .dropped
    let seen = PatrolSeen(
      looked: try row.text(8), place: try row.text(9), clue: try row.maybeID(10), post: try row.maybeID(11),
      account: try row.maybeID(12), on: try row.date(13))
    return PatrolRecord(
      id: try row.id(0), county: try row.county(1), town: try row.int(2), village: try row.int(3), state: state,
      wanted: try row.text(5), owner: try row.id(6), due: try row.maybeDate(7), seen: state == .done ? seen : nil)
  }
}

/// What is asked of the list of patrols.
struct PatrolFilter: Sendable {
  static let names = ["state", "town", "village", "month", "found", "post"]

  let condition: SQL

  /// `month` is `2026-11`; `found` is `1` or `0`.
  init(_ listing: Listing, _ scope: Scope) {
    var parts = [scope.filter(county: "county", agency: "0", owner: "owner")]
    if let state = listing.filter("state") { parts.append("state = \(state)") }
    if let town = listing.filter("town") { parts.append("town = \(Int64(town) ?? -1)") }
    if let village = listing.filter("village") { parts.append("village = \(Int64(village) ?? -1)") }
    if let month = listing.filter("month") { parts.append("substr(on_day, 1, 7) = \(month)") }
    if let found = listing.filter("found") { parts.append("found = \(Int64(found) ?? -1)") }
    if let post = listing.filter("post") { parts.append("post = \(ID<Post>(text: post) ?? ID(0))") }
    condition = .join(parts, " AND ")
  }
}
