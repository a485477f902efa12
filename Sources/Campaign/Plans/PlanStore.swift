internal import Kit
internal import PlanReading
internal import Storage
internal import Web

enum PlanStore {
  private static let columns: SQL =
    "p.id, p.county, p.title, p.state, p.campaign, p.file_name, p.sha256, p.received_at, p.supplements"

  static func insert(_ id: ID<Plan>, _ title: String, _ new: NewPlan, _ tx: Transaction) throws {
    try tx.execute(
      """
      INSERT INTO plan (id, county, title, folded, state, campaign, text, file_name, sha256, range_start, range_end,
        received_at, received_by)
      VALUES (\(id), \(tx.county), \(title), \(foldedTitle(title)), \(PlanState.reading.rawValue), NULL, \(new.text),
        \(new.file.name), \(new.file.sha256), \(new.reading.range.start), \(new.reading.range.end), \(tx.now),
        \(tx.actor.number))
      """)
  }

  static func find(_ id: ID<Plan>, _ reader: Reader) throws -> PlanRecord? {
    try reader.first("SELECT \(sql: columns) FROM plan p WHERE p.id = \(id)", record)
  }

  static func text(_ id: ID<Plan>, _ reader: Reader) throws -> String {
    try reader.first("SELECT text FROM plan WHERE id = \(id)") { try $0.text(0) } ?? ""
  }

  /// Who brought the plan in.
  static func receiver(of id: ID<Plan>, _ reader: Reader) throws -> Int64 {
    try reader.number("SELECT received_by FROM plan WHERE id = \(id)")
  }

  /// The unreleased plan that came from the same place of the same file.
  static func reading(_ sha256: String, at start: Int, _ tx: Transaction) throws -> PlanRecord? {
    try tx.first(
      """
      SELECT \(sql: columns) FROM plan p WHERE p.county = \(tx.county) AND p.sha256 = \(sha256)
        AND p.range_start = \(start) AND p.state = \(PlanState.reading.rawValue)
      """, record)
  }

  static func list(_ listing: Listing, _ scope: Scope, _ reader: Reader) throws -> (Int64, [PlanRecord]) {
    var matching = scope.filter(county: "p.county", agency: "0", owner: "0")
    if let state = listing.filter("state") { matching = matching + " AND p.state = \(state)" }
    if let words = listing.filter("words") { matching = matching + " AND p.folded LIKE \("%\(foldedTitle(words))%")" }
    let total = try reader.number("SELECT COUNT(*) FROM plan p WHERE " + matching)
    let order: SQL = listing.descending ? " ORDER BY p.received_at DESC, p.id DESC" : " ORDER BY p.received_at, p.id"
    let plans = try reader.query(
      "SELECT \(sql: columns) FROM plan p WHERE " + matching + order
        + " LIMIT \(Listing.size) OFFSET \(listing.offset)", record)
    return (total, plans)
  }

  /// The newest plans that the viewer may see, for a choice.
  static func others(than id: ID<Plan>, _ scope: Scope, _ reader: Reader) throws -> [PlanRecord] {
    let matching = scope.filter(county: "p.county", agency: "0", owner: "0")
    return try reader.query(
      "SELECT \(sql: columns) FROM plan p WHERE p.id <> \(id) AND " + matching
        + " ORDER BY p.received_at DESC, p.id DESC LIMIT 200", record)
  }

  /// The newest plans that one of these accounts brought in.
  static func brought(by accounts: [Int64], in county: County, _ reader: Reader) throws -> [PlanRecord] {
    try reader.query(
      """
      SELECT \(sql: columns) FROM plan p WHERE p.county = \(county) AND p.received_by IN \(sql: .list(accounts))
      ORDER BY p.received_at DESC, p.id DESC LIMIT 200
      """, record)
  }

  /// Whether one of these accounts brought the plan in, however many they brought since.
  static func isBrought(
    _ plan: ID<Plan>, by accounts: [Int64], in county: County, _ reader: Reader
  ) throws -> Bool {
    try reader.number(
      """
      SELECT COUNT(*) FROM plan p WHERE p.id = \(plan) AND p.county = \(county) AND p.received_by IN \(sql: .list(accounts))
      """) > 0
  }

  static func rename(_ id: ID<Plan>, _ title: String, _ tx: Transaction) throws {
    try tx.execute("UPDATE plan SET title = \(title), folded = \(foldedTitle(title)) WHERE id = \(id)")
  }

  static func release(_ id: ID<Plan>, as campaign: ID<CampaignRecord>, _ tx: Transaction) throws {
    try tx.execute(
      "UPDATE plan SET state = \(PlanState.released.rawValue), campaign = \(campaign) WHERE id = \(id)")
  }

  static func face(_ number: Int64, _ reader: Reader) throws -> RecordFace? {
    try find(ID(number), reader).map { RecordFace(title: $0.name, place: Placement(county: $0.county)) }
  }

  static func foldedTitle(_ text: String) -> String { String(String.UnicodeScalarView(folded(text))) }

  private static func record(_ row: Row) throws -> PlanRecord {
    PlanRecord(
      id: try row.id(0), county: try row.county(1), title: try row.text(2),
      state: PlanState(rawValue: try row.text(3)) ?? .released, campaign: try row.maybeID(4),
      fileName: try row.text(5), sha256: try row.text(6), receivedAt: try row.instant(7),
      supplements: try row.maybeID(8))
  }
}
