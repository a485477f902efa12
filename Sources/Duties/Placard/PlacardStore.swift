import Kit
import Storage
import Web

enum PlacardStore {
  private static let columns: SQL = """
    p.id, p.county, p.subject_kind, p.subject, p.campaign, p.matter, p.number, p.above, p.reason, p.demands, p.due,
    p.agency, p.agency_name, p.by_title, p.by_account, p.by_region, p.at, p.lifted_for, p.lifted_by, p.lifted_at
    FROM placard p
    """

  static func insert(_ new: Placard, _ tx: Transaction) throws {
    try tx.execute(
      """
      INSERT INTO placard (id, county, subject_kind, subject, campaign, matter, number, above, reason, demands, due,
        agency, agency_name, by_title, by_account, by_region, at)
      VALUES (\(new.id), \(tx.county), \(new.subject.kind), \(new.subject.number), \(new.campaign), \(new.matter),
        \(new.number), \(new.isFromAbove ? 1 : 0), \(new.reason), \(new.demands), \(new.due), \(new.agency),
        \(new.agencyName), \(new.by), \(new.byAccount), \(new.byRegion), \(new.at))
      """)
  }

  static func lift(_ id: ID<Placard>, _ end: PlacardEnd, _ tx: Transaction) throws {
    try tx.execute(
      """
      UPDATE placard SET lifted_for = \(end.reason), lifted_by = \(end.by), lifted_at = \(end.at) WHERE id = \(id)
      """)
  }

  static func setDue(_ id: ID<Placard>, _ due: CivilDate, _ tx: Transaction) throws {
    try tx.execute("UPDATE placard SET due = \(due) WHERE id = \(id)")
  }

  static func find(_ id: ID<Placard>, _ reader: Reader) throws -> Placard? {
    try reader.first("SELECT \(sql: columns) WHERE p.id = \(id)", placard)
  }

  static func all(on subject: Ref, _ campaign: Int64?, _ reader: Reader) throws -> [Placard] {
    let within: SQL = campaign.map { " AND p.campaign = \($0)" } ?? ""
    return try reader.query(
      """
      SELECT \(sql: columns) WHERE p.subject_kind = \(subject.kind) AND p.subject = \(subject.number)\(sql: within)
      ORDER BY p.number
      """, placard)
  }

  static func all(inCampaign campaign: Int64, _ reader: Reader) throws -> [Placard] {
    try reader.query("SELECT \(sql: columns) WHERE p.campaign = \(campaign) ORDER BY p.id", placard)
  }

  static func listed(_ kind: RefKind, _ county: SQL) -> SQL {
    """
    SELECT p.subject FROM placard p WHERE p.county = \(sql: county) AND p.subject_kind = \(kind) AND p.lifted_at IS NULL
    """
  }

  /// What is late first, then by date; of those that came off, the newest first.
  static func list(
    _ group: PlacardGroup, _ campaign: Int64?, _ scope: Scope, limit: Int, offset: Int, _ reader: Reader
  ) throws -> [Placard] {
    let order: SQL = group == .lifted ? "p.lifted_at DESC, p.id DESC" : "p.due, p.id"
    return try reader.query(
      "SELECT \(sql: columns) WHERE \(sql: inside(campaign, scope))\(sql: condition(group, reader)) ORDER BY "
        + order + " LIMIT \(limit) OFFSET \(offset)", placard)
  }

  static func counts(_ campaign: Int64?, _ scope: Scope, _ reader: Reader) throws -> [PlacardGroup: Int64] {
    var counts: [PlacardGroup: Int64] = [:]
    for group in PlacardGroup.allCases {
      counts[group] = try reader.number(
        "SELECT COUNT(*) FROM placard p WHERE \(sql: inside(campaign, scope))\(sql: condition(group, reader))")
    }
    return counts
  }

  static func standing(_ campaign: Int64, _ reader: Reader) throws -> (all: Int64, late: Int64) {
    try reader.first(
      """
      SELECT COUNT(*), COUNT(CASE WHEN due < \(reader.today) THEN 1 END) FROM placard
      WHERE campaign = \(campaign) AND lifted_at IS NULL
      """
    ) { (try $0.int(0), try $0.int(1)) } ?? (0, 0)
  }

  private static func inside(_ campaign: Int64?, _ scope: Scope) -> SQL {
    let within: SQL = campaign.map { " AND p.campaign = \($0)" } ?? " AND p.campaign IS NOT NULL"
    return scope.filter(county: "p.county", agency: "p.agency", owner: "0") + within
  }

  private static func condition(_ group: PlacardGroup, _ reader: Reader) -> SQL {
    switch group {
    case .standing: " AND p.lifted_at IS NULL"
    case .late: " AND p.lifted_at IS NULL AND p.due < \(reader.today)"
    case .lifted: " AND p.lifted_at IS NOT NULL"
    }
  }

  private static func placard(_ row: Row) throws -> Placard {
    let end = try row.maybeText(17).map { PlacardEnd(reason: $0, by: try row.text(18), at: try row.instant(19)) }
    return Placard(
      id: try row.id(0), county: try row.county(1), subject: Ref(RefKind(try row.text(2)), try row.int(3)),
      campaign: try row.maybeInt(4), matter: try row.text(5), number: try row.int(6), isFromAbove: try row.int(7) == 1,
      reason: try row.text(8), demands: try row.text(9), due: try row.date(10), agency: try row.int(11),
      agencyName: try row.text(12), by: try row.text(13), byAccount: try row.int(14), byRegion: try row.int(15),
      at: try row.instant(16), lifted: end)
  }
}
