internal import Kit
internal import Offices
internal import Storage
internal import Web

enum FindingStore {
  private static let columns: SQL = """
    f.id, f.county, f.visit, f.position, f.text, f.round, f.due, f.answered_at, f.accepted_at FROM supervision_finding f
    """

  /// Answers its place among the findings of the visit.
  static func insert(
    _ new: NewFinding, _ id: ID<SupervisionFinding>, of visit: SupervisionRecord, _ tx: Transaction
  ) throws -> Int64 {
    let last = try tx.number("SELECT COALESCE(MAX(position), 0) FROM supervision_finding WHERE visit = \(visit.id)")
    try tx.execute(
      """
      INSERT INTO supervision_finding (id, county, visit, position, text, round, due, answered_at, accepted_at)
      VALUES (\(id), \(tx.county), \(visit.id), \(last + 1), \(new.text), 1, \(new.due), NULL, NULL)
      """)
    try insertRound(1, of: id, due: new.due, tx)
    return last + 1
  }

  private static func insertRound(
    _ number: Int64, of finding: ID<SupervisionFinding>, due: CivilDate, _ tx: Transaction
  ) throws {
    try tx.execute(
      """
      INSERT INTO supervision_round (finding, county, number, due, answer, answered_by, answerer, answered_at, judged_by,
        judged_at, reason)
      VALUES (\(finding), \(tx.county), \(number), \(due), '', NULL, NULL, NULL, NULL, NULL, NULL)
      """)
  }

  static func answer(_ finding: FindingRecord, _ words: String, owner: ID<Account>, _ tx: Transaction) throws {
    try tx.execute(
      """
      UPDATE supervision_round SET answer = \(words), answered_by = \(tx.actor.title), answerer = \(tx.actor.number),
        answered_at = \(tx.now), owner = \(owner) WHERE finding = \(finding.id) AND number = \(finding.round)
      """)
    try tx.execute("UPDATE supervision_finding SET answered_at = \(tx.now) WHERE id = \(finding.id)")
  }

  static func accept(_ finding: FindingRecord, _ tx: Transaction) throws {
    try judge(finding, reason: nil, tx)
    try tx.execute("UPDATE supervision_finding SET accepted_at = \(tx.now) WHERE id = \(finding.id)")
  }

  static func giveBack(_ finding: FindingRecord, reason: String, due: CivilDate, _ tx: Transaction) throws {
    try judge(finding, reason: reason, tx)
    try insertRound(finding.round + 1, of: finding.id, due: due, tx)
    try tx.execute(
      """
      UPDATE supervision_finding SET round = \(finding.round + 1), due = \(due), answered_at = NULL WHERE id = \(finding.id)
      """)
  }

  private static func judge(_ finding: FindingRecord, reason: String?, _ tx: Transaction) throws {
    try tx.execute(
      """
      UPDATE supervision_round SET judged_by = \(tx.actor.title), judged_at = \(tx.now), reason = \(reason)
      WHERE finding = \(finding.id) AND number = \(finding.round)
      """)
  }

  /// Who owed the present round; of rounds from before it was kept, who answered it.
  static func lastOwner(of finding: FindingRecord, _ reader: Reader) throws -> ID<Account>? {
    try reader.first(
      "SELECT COALESCE(owner, answerer) FROM supervision_round WHERE finding = \(finding.id) AND number = \(finding.round)"
    ) { try $0.maybeID(0) } ?? nil
  }

  static func find(_ id: ID<SupervisionFinding>, _ reader: Reader) throws -> FindingRecord? {
    try reader.first("SELECT \(sql: columns) WHERE f.id = \(id)", finding)
  }

  static func all(of visit: ID<Supervision>, _ reader: Reader) throws -> [FindingRecord] {
    try reader.query("SELECT \(sql: columns) WHERE f.visit = \(visit) ORDER BY f.position", finding)
  }

  /// All of a campaign, for the figures of its list.
  static func ofCampaign(_ campaign: ID<CampaignRecord>, _ reader: Reader) throws -> [FindingRecord] {
    try reader.query(
      """
      SELECT \(sql: columns) JOIN campaign_supervision s ON s.id = f.visit WHERE s.campaign = \(campaign)
      ORDER BY f.visit, f.position LIMIT 2000
      """, finding)
  }

  /// How many answers of a campaign nobody has taken or returned.
  static func unjudged(of campaign: ID<CampaignRecord>, _ reader: Reader) throws -> Int64 {
    try reader.number(
      """
      SELECT COUNT(*) FROM supervision_finding f JOIN campaign_supervision s ON s.id = f.visit
      WHERE s.campaign = \(campaign) AND f.answered_at IS NOT NULL AND f.accepted_at IS NULL
      """)
  }

  static func rounds(of id: ID<SupervisionFinding>, _ reader: Reader) throws -> [FindingRound] {
    try reader.query(
      """
      SELECT number, due, answer, answered_by, answered_at, judged_by, judged_at, reason FROM supervision_round
      WHERE finding = \(id) ORDER BY number
      """
    ) { row in
      FindingRound(
        number: try row.int(0), due: try row.date(1), answer: try row.text(2), answeredBy: try row.maybeText(3),
        answeredAt: try row.maybeInstant(4), judgedBy: try row.maybeText(5), judgedAt: try row.maybeInstant(6),
        reason: try row.maybeText(7))
    }
  }

  static func face(_ number: Int64, _ reader: Reader) throws -> RecordFace? {
    guard let finding = try find(ID(number), reader), let visit = try SupervisionStore.find(finding.visit, reader)
    else {
      return nil
    }
    return RecordFace(
      title: "督导\(visit.unitName)的第 \(finding.position) 个问题", place: Placement(county: finding.county))
  }

  private static func finding(_ row: Row) throws -> FindingRecord {
    FindingRecord(
      id: try row.id(0), county: try row.county(1), visit: try row.id(2), position: try row.int(3),
      text: try row.text(4),
      round: try row.int(5), due: try row.date(6), answeredAt: try row.maybeInstant(7),
      acceptedAt: try row.maybeInstant(8))
  }
}
