internal import Kit
internal import Offices
internal import Storage
internal import Web

enum FilingStore {
  private static let columns: SQL = """
    f.id, f.county, f.campaign, c.title, f.agency, f.agency_name, f.what, f.words, f.asked_by, f.asked_at, f.round, f.due,
    f.filed_at FROM campaign_filing f JOIN campaign c ON c.id = f.campaign
    """

  static func insert(
    _ new: NewFilings, _ id: ID<Filing>, of campaign: ID<CampaignRecord>, by person: Person, _ tx: Transaction
  ) throws {
    try tx.execute(
      """
      INSERT INTO campaign_filing (id, county, campaign, agency, agency_name, what, words, asked_by, asker, asked_at, round,
        due, filed_at)
      VALUES (\(id), \(tx.county), \(campaign), \(person.agency), \(person.agencyName), \(new.what), \(new.words),
        \(tx.actor.title), \(tx.actor.number), \(tx.now), 1, \(new.due), NULL)
      """)
    try insertRound(1, of: id, due: new.due, tx)
  }

  private static func insertRound(_ number: Int64, of filing: ID<Filing>, due: CivilDate, _ tx: Transaction) throws {
    try tx.execute(
      """
      INSERT INTO campaign_filing_round (filing, county, number, due, filed_at, filed_by, filer, note, plan, files, returned_at,
        returned_by, reason)
      VALUES (\(filing), \(tx.county), \(number), \(due), NULL, NULL, NULL, '', NULL, 0, NULL, NULL, NULL)
      """)
  }

  static func file(_ filing: FilingRecord, _ paper: FiledPaper, owner: ID<Account>, _ tx: Transaction) throws {
    try tx.execute(
      """
      UPDATE campaign_filing_round SET filed_at = \(tx.now), filed_by = \(tx.actor.title), filer = \(tx.actor.number),
        note = \(paper.note), plan = \(paper.plan),
        plan_digest = \(try paper.plan.map { try PlanDigest.of($0, tx) }), files = \(paper.files.count),
        owner = \(owner)
      WHERE filing = \(filing.id) AND number = \(filing.round)
      """)
    try tx.execute("UPDATE campaign_filing SET filed_at = \(tx.now) WHERE id = \(filing.id)")
  }

  static func giveBack(_ filing: FilingRecord, reason: String, due: CivilDate, _ tx: Transaction) throws {
    try tx.execute(
      """
      UPDATE campaign_filing_round SET returned_at = \(tx.now), returned_by = \(tx.actor.title), reason = \(reason)
      WHERE filing = \(filing.id) AND number = \(filing.round)
      """)
    try insertRound(filing.round + 1, of: filing.id, due: due, tx)
    try tx.execute(
      "UPDATE campaign_filing SET round = \(filing.round + 1), due = \(due), filed_at = NULL WHERE id = \(filing.id)")
  }

  /// Who owed the present round; of rounds from before it was kept, who filed it.
  static func lastOwner(of filing: FilingRecord, _ reader: Reader) throws -> ID<Account>? {
    try reader.first(
      "SELECT COALESCE(owner, filer) FROM campaign_filing_round WHERE filing = \(filing.id) AND number = \(filing.round)"
    ) { try $0.maybeID(0) } ?? nil
  }

  static func find(_ id: ID<Filing>, _ reader: Reader) throws -> FilingRecord? {
    try reader.first("SELECT \(sql: columns) WHERE f.id = \(id)", filing)
  }

  static func rounds(of id: ID<Filing>, _ reader: Reader) throws -> [FilingRound] {
    try reader.query(
      """
      SELECT number, due, filed_at, filed_by, note, plan, files, returned_at, returned_by, reason, plan_digest
      FROM campaign_filing_round WHERE filing = \(id) ORDER BY number
      """
    ) { row in
      FilingRound(
        number: try row.int(0), due: try row.date(1), filedAt: try row.maybeInstant(2), filedBy: try row.maybeText(3),
        note: try row.text(4), plan: try row.maybeID(5), planDigest: try row.maybeText(10), files: try row.int(6),
        returnedAt: try row.maybeInstant(7),
        returnedBy: try row.maybeText(8), reason: try row.maybeText(9))
    }
  }

  /// Those of a campaign in a group, by date.
  static func list(
    of campaign: ID<CampaignRecord>, _ group: FilingGroup?, limit: Int, offset: Int, _ reader: Reader
  ) throws -> [FilingRecord] {
    try reader.query(
      """
      SELECT \(sql: columns) WHERE f.campaign = \(campaign)\(sql: narrowed(group, reader.today))
      ORDER BY f.due, f.agency_name, f.id LIMIT \(limit) OFFSET \(offset)
      """, filing)
  }

  static func count(of campaign: ID<CampaignRecord>, _ group: FilingGroup?, _ reader: Reader) throws -> Int64 {
    try reader.number(
      "SELECT COUNT(*) FROM campaign_filing f WHERE f.campaign = \(campaign)\(sql: narrowed(group, reader.today))")
  }

  private static func narrowed(_ group: FilingGroup?, _ today: CivilDate) -> SQL {
    switch group {
    case nil: ""
    case .late: " AND f.filed_at IS NULL AND f.due < \(today)"
    case .waiting: " AND f.filed_at IS NULL AND f.due >= \(today)"
    case .filed: " AND f.filed_at IS NOT NULL"
    }
  }

  static func face(_ number: Int64, _ reader: Reader) throws -> RecordFace? {
    try find(ID(number), reader).map {
      RecordFace(title: $0.title, place: Placement(county: $0.county, agency: $0.agency.value))
    }
  }

  private static func filing(_ row: Row) throws -> FilingRecord {
    FilingRecord(
      id: try row.id(0), county: try row.county(1), campaign: try row.id(2), campaignTitle: try row.text(3),
      agency: try row.id(4), agencyName: try row.text(5), what: try row.text(6), words: try row.text(7),
      askedBy: try row.text(8), askedAt: try row.instant(9), round: try row.int(10), due: try row.date(11),
      filedAt: try row.maybeInstant(12))
  }
}
