internal import Kit
internal import Offices
internal import Storage
internal import Web

enum SecondmentStore {
  private static let columns: SQL = """
    s.id, s.county, s.campaign, c.title, s.name, s.post, s.unit, s.account, s.work, s.authority, s.certificate, s.since,
    s.until, s.last, s.ended_by, s.reason FROM campaign_secondment s JOIN campaign c ON c.id = s.campaign
    """

  static func insert(_ new: SecondmentRecord, _ tx: Transaction) throws {
    try tx.execute(
      """
      INSERT INTO campaign_secondment (id, county, campaign, name, post, unit, account, work, authority, certificate, since,
        until)
      VALUES (\(new.id), \(tx.county), \(new.campaign), \(new.name), \(new.post), \(new.unit), \(new.account), \(new.work),
        \(new.authority.rawValue), \(new.certificate), \(new.since), \(new.until))
      """)
  }

  static func addTerm(
    _ number: Int, of id: ID<Secondment>, until: CivilDate, _ document: String, _ tx: Transaction
  ) throws {
    try tx.execute(
      """
      INSERT INTO campaign_secondment_term (secondment, county, number, until, document, at, actor)
      VALUES (\(id), \(tx.county), \(number), \(until), \(document), \(tx.now), \(tx.actor.title))
      """)
  }

  static func end(_ id: ID<Secondment>, _ last: CivilDate, _ reason: String?, _ tx: Transaction) throws {
    try tx.execute(
      """
      UPDATE campaign_secondment SET last = \(last), reason = \(reason), ended_by = \(tx.actor.title)
      WHERE id = \(id) AND last IS NULL
      """)
  }

  static func extend(_ record: SecondmentRecord, _ until: CivilDate, _ tx: Transaction) throws {
    try tx.execute("UPDATE campaign_secondment SET until = \(until) WHERE id = \(record.id) AND last IS NULL")
  }

  /// How many secondments of the same person to the campaign share a day with it.
  static func overlapping(_ new: SecondmentRecord, _ reader: Reader) throws -> Int64 {
    let same: SQL =
      new.account.map { "s.account = \($0)" }
      ?? "s.account IS NULL AND s.name = \(new.name) AND s.unit = \(new.unit)"
    return try reader.number(
      """
      SELECT COUNT(*) FROM campaign_secondment s WHERE s.campaign = \(new.campaign) AND \(sql: same)
        AND s.since <= \(new.until) AND COALESCE(s.last, s.until) >= \(new.since)
      """)
  }

  static func find(_ id: ID<Secondment>, _ reader: Reader) throws -> SecondmentRecord? {
    try reader.first("SELECT \(sql: columns) WHERE s.id = \(id)", secondment)
  }

  static func terms(of id: ID<Secondment>, _ reader: Reader) throws -> [SecondmentTerm] {
    try reader.query(
      """
      SELECT number, until, document, at, actor FROM campaign_secondment_term WHERE secondment = \(id) ORDER BY number
      """
    ) { row in
      SecondmentTerm(
        number: try row.int(0), until: try row.date(1), document: try row.text(2), at: try row.instant(3),
        actor: try row.text(4))
    }
  }

  /// Those of a campaign in a group, who ends first before the others.
  static func list(
    of campaign: ID<CampaignRecord>, _ group: SecondmentGroup?, limit: Int, offset: Int, _ reader: Reader
  ) throws -> [SecondmentRecord] {
    try reader.query(
      """
      SELECT \(sql: columns) WHERE s.campaign = \(campaign)\(sql: narrowed(group, reader.today))
      ORDER BY CASE WHEN s.last IS NULL THEN 0 ELSE 1 END, s.until, s.id LIMIT \(limit) OFFSET \(offset)
      """, secondment)
  }

  static func counts(of campaign: ID<CampaignRecord>, _ reader: Reader) throws -> [SecondmentGroup: Int64] {
    var counts: [SecondmentGroup: Int64] = [:]
    for group in SecondmentGroup.allCases {
      counts[group] = try reader.number(
        """
        SELECT COUNT(*) FROM campaign_secondment s
        WHERE s.campaign = \(campaign)\(sql: narrowed(group, reader.today))
        """)
    }
    return counts
  }

  /// The accounts of those who are seconded today.
  static func accounts(of campaign: ID<CampaignRecord>, _ reader: Reader) throws -> Set<ID<Account>> {
    Set(
      try reader.query(
        """
        SELECT s.account FROM campaign_secondment s
        WHERE s.campaign = \(campaign) AND s.account IS NOT NULL\(sql: narrowed(.current, reader.today))
        """
      ) { try $0.id(0, Account.self) })
  }

  private static func narrowed(_ group: SecondmentGroup?, _ today: CivilDate) -> SQL {
    switch group {
    case nil: ""
    case .current: " AND s.last IS NULL AND s.since <= \(today) AND s.until >= \(today)"
    case .coming: " AND s.last IS NULL AND s.since > \(today)"
    case .overdue: " AND s.last IS NULL AND s.until < \(today)"
    case .ended: " AND s.last IS NOT NULL"
    }
  }

  static func face(_ number: Int64, _ reader: Reader) throws -> RecordFace? {
    try find(ID(number), reader).map { RecordFace(title: $0.label, place: Placement(county: $0.county)) }
  }

  private static func secondment(_ row: Row) throws -> SecondmentRecord {
    SecondmentRecord(
      id: try row.id(0), county: try row.county(1), campaign: try row.id(2), campaignTitle: try row.text(3),
      name: try row.text(4), post: try row.text(5), unit: try row.text(6), account: try row.maybeID(7),
      work: try row.text(8), authority: SecondedAuthority(rawValue: try row.text(9)) ?? .assist,
      certificate: try row.maybeText(10), since: try row.date(11), until: try row.date(12),
      last: try row.maybeDate(13), endedBy: try row.maybeText(14), reason: try row.maybeText(15))
  }
}
