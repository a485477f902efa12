internal import Kit
internal import Offices
internal import Storage
internal import Web

enum MemberStore {
  private static let columns: SQL = """
    m.id, m.county, m.campaign, c.title, m.part, m.name, m.post, m.body, m.telephone, m.account, m.since, m.until, m.document,
    m.follows FROM campaign_member m JOIN campaign c ON c.id = m.campaign
    """

  static func insert(
    _ new: NewMember, _ id: ID<Member>, of campaign: ID<CampaignRecord>, after: ID<Member>?, _ tx: Transaction
  ) throws {
    let person = new.person
    try tx.execute(
      """
      INSERT INTO campaign_member (id, county, campaign, part, seat, name, post, body, telephone, account, since, until,
        document, follows)
      VALUES (\(id), \(tx.county), \(campaign), \(new.part.rawValue), \(new.part.seat(of: person.body)), \(person.name),
        \(person.post), \(person.body), \(person.telephone), \(person.account), \(person.since), NULL, \(person.document),
        \(after))
      """)
  }

  static func end(_ id: ID<Member>, on day: CivilDate, _ tx: Transaction) throws {
    try tx.execute("UPDATE campaign_member SET until = \(day) WHERE id = \(id) AND until IS NULL")
  }

  static func find(_ id: ID<Member>, _ reader: Reader) throws -> MemberRecord? {
    try reader.first("SELECT \(sql: columns) WHERE m.id = \(id)", member)
  }

  /// Who holds a seat now.
  static func holder(of seat: String, in campaign: ID<CampaignRecord>, _ reader: Reader) throws -> MemberRecord? {
    try reader.first(
      "SELECT \(sql: columns) WHERE m.campaign = \(campaign) AND m.seat = \(seat) AND m.until IS NULL", member)
  }

  /// Everybody who is or was in it, in the order in which they came.
  static func all(of campaign: ID<CampaignRecord>, _ reader: Reader) throws -> [MemberRecord] {
    try reader.query("SELECT \(sql: columns) WHERE m.campaign = \(campaign) ORDER BY m.since, m.id LIMIT 2000", member)
  }

  static func face(_ number: Int64, _ reader: Reader) throws -> RecordFace? {
    try find(ID(number), reader).map { RecordFace(title: $0.label, place: Placement(county: $0.county)) }
  }

  private static func member(_ row: Row) throws -> MemberRecord {
    MemberRecord(
      id: try row.id(0), county: try row.county(1), campaign: try row.id(2), campaignTitle: try row.text(3),
      part: MemberPart(rawValue: try row.text(4)) ?? .member, name: try row.text(5), post: try row.text(6),
      body: try row.text(7), telephone: try row.text(8), account: try row.maybeID(9), since: try row.date(10),
      until: try row.maybeDate(11), document: try row.text(12), before: try row.maybeID(13))
  }
}
