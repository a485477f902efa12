internal import Kit
internal import Offices
internal import Storage
internal import Web

enum GuestStore {
  private static let columns: SQL = """
    g.id, g.county, g.meeting, g.body, g.name, g.post, g.agency, g.account, g.arrived_at, g.arrived_by, g.own, g.excused_at,
    g.excused_by, g.reason FROM meeting_guest g
    """

  static func insert(_ person: Person, to meeting: ID<Meeting>, _ tx: Transaction) throws -> GuestRecord {
    try insert(
      body: person.agencyName, name: person.name, post: person.post, agency: person.agency.value, account: person.id,
      to: meeting, tx)
  }

  static func insert(_ other: NewGuests.Other, to meeting: ID<Meeting>, _ tx: Transaction) throws -> GuestRecord {
    try insert(body: other.body, name: other.name, post: other.post, agency: 0, account: nil, to: meeting, tx)
  }

  private static func insert(
    body: String, name: String, post: String, agency: Int64, account: ID<Account>?, to meeting: ID<Meeting>,
    _ tx: Transaction
  ) throws -> GuestRecord {
    let id: ID<Guest> = tx.world.newID()
    try tx.execute(
      """
      INSERT INTO meeting_guest (id, county, meeting, body, name, post, agency, account, invited_at, invited_by, own)
      VALUES (\(id), \(tx.county), \(meeting), \(body), \(name), \(post), \(agency), \(account), \(tx.now),
        \(tx.actor.title), 0)
      """)
    return try Guests.guest(id, tx)
  }

  static func arrive(_ id: ID<Guest>, isOwn: Bool, _ tx: Transaction) throws {
    try tx.execute(
      """
      UPDATE meeting_guest SET arrived_at = \(tx.now), arrived_by = \(tx.actor.title), own = \(isOwn ? 1 : 0),
        excused_at = NULL, excused_by = NULL, reason = NULL WHERE id = \(id) AND arrived_at IS NULL
      """)
  }

  static func excuse(_ id: ID<Guest>, _ reason: String, _ tx: Transaction) throws {
    try tx.execute(
      """
      UPDATE meeting_guest SET excused_at = \(tx.now), excused_by = \(tx.actor.title), reason = \(reason)
      WHERE id = \(id) AND arrived_at IS NULL
      """)
  }

  static func undo(_ id: ID<Guest>, _ tx: Transaction) throws {
    try tx.execute(
      """
      UPDATE meeting_guest SET arrived_at = NULL, arrived_by = NULL, own = 0, excused_at = NULL, excused_by = NULL,
        reason = NULL WHERE id = \(id)
      """)
  }

  static func give(_ id: ID<Guest>, to person: Person, _ tx: Transaction) throws {
    try tx.execute(
      """
      UPDATE meeting_guest SET account = \(person.id), agency = \(person.agency), body = \(person.agencyName),
        name = \(person.name), post = \(person.post) WHERE id = \(id)
      """)
  }

  static func find(_ id: ID<Guest>, _ reader: Reader) throws -> GuestRecord? {
    try reader.first("SELECT \(sql: columns) WHERE g.id = \(id)", guest)
  }

  /// In the order in which they were invited.
  static func all(of meeting: ID<Meeting>, _ reader: Reader) throws -> [GuestRecord] {
    try reader.query("SELECT \(sql: columns) WHERE g.meeting = \(meeting) ORDER BY g.id LIMIT 2000", guest)
  }

  static func list(
    of meeting: ID<Meeting>, _ group: GuestGroup?, limit: Int, offset: Int, _ reader: Reader
  ) throws -> [GuestRecord] {
    try reader.query(
      """
      SELECT \(sql: columns) WHERE g.meeting = \(meeting)\(sql: narrowed(group))
      ORDER BY g.body, g.id LIMIT \(limit) OFFSET \(offset)
      """, guest)
  }

  static func counts(of meeting: ID<Meeting>, _ reader: Reader) throws -> [GuestGroup: Int64] {
    var counts: [GuestGroup: Int64] = [:]
    for group in GuestGroup.allCases {
      counts[group] = try reader.number(
        "SELECT COUNT(*) FROM meeting_guest g WHERE g.meeting = \(meeting)\(sql: narrowed(group))")
    }
    return counts
  }

  /// How many are invited to each meeting of a campaign, and how many came.
  static func counts(
    of campaign: ID<CampaignRecord>, _ reader: Reader
  ) throws -> [ID<Meeting>: (came: Int64, all: Int64)] {
    let rows = try reader.query(
      """
      SELECT g.meeting, COUNT(g.arrived_at), COUNT(*) FROM meeting_guest g JOIN campaign_meeting m ON m.id = g.meeting
      WHERE m.campaign = \(campaign) GROUP BY g.meeting
      """
    ) { (try $0.id(0, Meeting.self), (came: try $0.int(1), all: try $0.int(2))) }
    return Dictionary(rows) { first, _ in first }
  }

  private static func narrowed(_ group: GuestGroup?) -> SQL {
    switch group {
    case nil: ""
    case .arrived: " AND g.arrived_at IS NOT NULL"
    case .excused: " AND g.arrived_at IS NULL AND g.excused_at IS NOT NULL"
    case .missing: " AND g.arrived_at IS NULL AND g.excused_at IS NULL"
    }
  }

  static func face(_ number: Int64, _ reader: Reader) throws -> RecordFace? {
    try find(ID(number), reader).map {
      RecordFace(
        title: "参会：\($0.body)",
        place: Placement(county: $0.county, agency: $0.agency, owner: $0.account?.value ?? 0))
    }
  }

  private static func guest(_ row: Row) throws -> GuestRecord {
    GuestRecord(
      id: try row.id(0), county: try row.county(1), meeting: try row.id(2), body: try row.text(3),
      name: try row.text(4), post: try row.text(5), agency: try row.int(6), account: try row.maybeID(7),
      arrivedAt: try row.maybeInstant(8), arrivedBy: try row.maybeText(9), isOwn: try row.int(10) == 1,
      excusedAt: try row.maybeInstant(11), excusedBy: try row.maybeText(12), reason: try row.maybeText(13))
  }
}
