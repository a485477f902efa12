internal import Kit
internal import Offices
internal import Storage
internal import Web

enum SupervisionStore {
  private static let columns: SQL = """
    s.id, s.county, s.campaign, c.title, s.unit, s.unit_name, s.on_date, s.visitors, s.subject, s.planned_by, s.summary,
    s.planned_from
    FROM campaign_supervision s JOIN campaign c ON c.id = s.campaign
    """

  static func insert(
    _ new: NewSupervision, unit: String, _ id: ID<Supervision>, of campaign: ID<CampaignRecord>, from region: Int64,
    _ tx: Transaction
  ) throws {
    try tx.execute(
      """
      INSERT INTO campaign_supervision (id, county, campaign, unit, unit_name, on_date, visitors, subject, planned_by,
        planned_at, summary, planned_from)
      VALUES (\(id), \(tx.county), \(campaign), \(new.unit), \(unit), \(new.on), \(new.visitors), \(new.subject),
        \(tx.actor.title), \(tx.now), '', \(region))
      """)
  }

  static func record(_ id: ID<Supervision>, _ summary: String, _ tx: Transaction) throws {
    try tx.execute("UPDATE campaign_supervision SET summary = \(summary) WHERE id = \(id)")
  }

  static func find(_ id: ID<Supervision>, _ reader: Reader) throws -> SupervisionRecord? {
    try reader.first("SELECT \(sql: columns) WHERE s.id = \(id)", visit)
  }

  /// The newest first.
  static func all(of campaign: ID<CampaignRecord>, _ reader: Reader) throws -> [SupervisionRecord] {
    try reader.query(
      "SELECT \(sql: columns) WHERE s.campaign = \(campaign) ORDER BY s.on_date DESC, s.id DESC LIMIT 200", visit)
  }

  /// How many of a campaign took place.
  static func held(of campaign: ID<CampaignRecord>, _ reader: Reader) throws -> Int64 {
    try reader.number("SELECT COUNT(*) FROM campaign_supervision WHERE campaign = \(campaign) AND summary <> ''")
  }

  static func face(_ number: Int64, _ reader: Reader) throws -> RecordFace? {
    try find(ID(number), reader).map {
      RecordFace(title: $0.title, place: Placement(county: $0.county, agency: $0.unit.value))
    }
  }

  private static func visit(_ row: Row) throws -> SupervisionRecord {
    SupervisionRecord(
      id: try row.id(0), county: try row.county(1), campaign: try row.id(2), campaignTitle: try row.text(3),
      unit: try row.id(4), unitName: try row.text(5), on: try row.date(6), visitors: try row.text(7),
      subject: try row.text(8), plannedBy: try row.text(9), plannedFrom: try row.maybeInt(11),
      summary: try row.text(10))
  }
}
