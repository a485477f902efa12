internal import Kit
internal import Offices
internal import Storage
internal import Web

enum DeadlineStore {
  static func insert(
    _ new: NewDeadline, _ id: ID<CampaignDeadline>, of campaign: ID<CampaignRecord>, _ tx: Transaction
  ) throws {
    try tx.execute(
      """
      INSERT INTO campaign_deadline (id, county, campaign, what, addressee, due, owner, basis, met_at, outcome)
      VALUES (\(id), \(tx.county), \(campaign), \(new.what), \(new.to), \(new.due), \(new.owner), \(new.basis), NULL, NULL)
      """)
  }

  static func meet(_ id: ID<CampaignDeadline>, _ outcome: String, _ tx: Transaction) throws {
    try tx.execute("UPDATE campaign_deadline SET met_at = \(tx.now), outcome = \(outcome) WHERE id = \(id)")
  }

  static func setOwner(_ id: ID<CampaignDeadline>, _ owner: ID<Account>, _ tx: Transaction) throws {
    try tx.execute("UPDATE campaign_deadline SET owner = \(owner) WHERE id = \(id)")
  }

  static func open(of account: Int64, _ reader: Reader) throws -> [Int64] {
    try reader.query("SELECT id FROM campaign_deadline WHERE owner = \(account) AND met_at IS NULL ORDER BY due, id") {
      try $0.int(0)
    }
  }

  static func find(_ id: ID<CampaignDeadline>, _ reader: Reader) throws -> DeadlineRecord? {
    var deadline = try reader.first(
      """
      SELECT d.id, d.county, d.campaign, c.title, d.what, d.addressee, d.due, d.owner, d.basis, d.met_at, d.outcome
      FROM campaign_deadline d JOIN campaign c ON c.id = d.campaign WHERE d.id = \(id)
      """
    ) { try record($0, $0.id(7), "") }
    if let owner = deadline?.owner { deadline?.ownerName = try Offices.person(owner, reader)?.label ?? "已停用的账号" }
    return deadline
  }

  /// The deadlines of a campaign by date; `met` nil for all.
  static func list(
    of campaign: ID<CampaignRecord>, met: Bool?, limit: Int, offset: Int, _ reader: Reader
  ) throws -> [DeadlineRecord] {
    let narrowed: SQL = met.map { $0 ? " AND d.met_at IS NOT NULL" : " AND d.met_at IS NULL" } ?? ""
    return try reader.query(
      """
      SELECT d.id, d.county, d.campaign, c.title, d.what, d.addressee, d.due, d.owner, d.basis, d.met_at, d.outcome,
        a.name FROM campaign_deadline d JOIN campaign c ON c.id = d.campaign JOIN account a ON a.id = d.owner
      WHERE d.campaign = \(campaign)\(sql: narrowed) ORDER BY d.due, d.id LIMIT \(limit) OFFSET \(offset)
      """
    ) { try record($0, $0.id(7), $0.text(11)) }
  }

  /// How many of a campaign are met, and how many there are.
  static func counts(of campaign: ID<CampaignRecord>, _ reader: Reader) throws -> (met: Int64, all: Int64) {
    try reader.first(
      "SELECT COUNT(met_at), COUNT(*) FROM campaign_deadline WHERE campaign = \(campaign)"
    ) { (try $0.int(0), try $0.int(1)) } ?? (0, 0)
  }

  static func face(_ number: Int64, _ reader: Reader) throws -> RecordFace? {
    try find(ID(number), reader).map {
      RecordFace(
        title: "期限：\($0.what.clipped(to: 40))", place: Placement(county: $0.county, owner: $0.owner.value))
    }
  }

  private static func record(_ row: Row, _ owner: ID<Account>, _ ownerName: String) throws -> DeadlineRecord {
    DeadlineRecord(
      id: try row.id(0), county: try row.county(1), campaign: try row.id(2), campaignTitle: try row.text(3),
      what: try row.text(4), to: try row.text(5), due: try row.date(6), owner: owner, ownerName: ownerName,
      basis: try row.text(8), metAt: try row.maybeInstant(9), outcome: try row.maybeText(10))
  }
}
