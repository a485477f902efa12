internal import Kit
internal import Offices
internal import Storage
internal import Web

enum MechanismStore {
  private static let columns: SQL = """
    m.id, m.county, m.campaign, c.title, m.position, m.kind, m.problem, m.cause, m.name, m.words, m.due, m.state,
    m.document, m.force_date, m.reason, m.settled_by, m.settled_at, m.carried_from, m.origin
    FROM campaign_mechanism m JOIN campaign c ON c.id = m.campaign
    """

  /// Answers its place in the list.
  static func insert(
    _ new: NewMechanism, _ id: ID<Mechanism>, from former: MechanismRecord?, of campaign: ID<CampaignRecord>,
    _ tx: Transaction
  ) throws -> Int64 {
    let position =
      try tx.number("SELECT COALESCE(MAX(position), 0) FROM campaign_mechanism WHERE campaign = \(campaign)") + 1
    let text = new.text
    try tx.execute(
      """
      INSERT INTO campaign_mechanism (id, county, campaign, position, kind, problem, cause, name, words, due, state,
        carried_from, origin, written_by, written_at)
      VALUES (\(id), \(tx.county), \(campaign), \(position), \(text.kind), \(text.problem), \(text.cause), \(text.name),
        \(text.words), \(new.due), \(MechanismState.drafting.rawValue), \(former?.id), \(former?.origin ?? id),
        \(tx.actor.title), \(tx.now))
      """)
    return position
  }

  static func mend(_ id: ID<Mechanism>, _ text: MechanismText, due: CivilDate, _ tx: Transaction) throws {
    try tx.execute(
      """
      UPDATE campaign_mechanism SET kind = \(text.kind), problem = \(text.problem), cause = \(text.cause),
        name = \(text.name), words = \(text.words), due = \(due) WHERE id = \(id)
      """)
  }

  static func putInForce(_ id: ID<Mechanism>, _ paper: MechanismPaper, _ tx: Transaction) throws {
    try tx.execute(
      """
      UPDATE campaign_mechanism SET state = \(MechanismState.inForce.rawValue), document = \(paper.document),
        force_date = \(paper.date), settled_by = \(tx.actor.title), settled_at = \(tx.now) WHERE id = \(id)
      """)
  }

  static func giveUp(_ id: ID<Mechanism>, _ reason: String, _ tx: Transaction) throws {
    try tx.execute(
      """
      UPDATE campaign_mechanism SET state = \(MechanismState.givenUp.rawValue), reason = \(reason),
        settled_by = \(tx.actor.title), settled_at = \(tx.now) WHERE id = \(id)
      """)
  }

  static func find(_ id: ID<Mechanism>, _ reader: Reader) throws -> MechanismRecord? {
    try reader.first("SELECT \(sql: columns) WHERE m.id = \(id)", mechanism)
  }

  /// In the order of the list; `group` nil for all.
  static func list(
    of campaign: ID<CampaignRecord>, _ group: MechanismGroup?, limit: Int, offset: Int, _ reader: Reader
  ) throws -> [MechanismRecord] {
    try reader.query(
      """
      SELECT \(sql: columns) WHERE m.campaign = \(campaign)\(sql: narrowed(group, reader)) ORDER BY m.position
      LIMIT \(limit) OFFSET \(offset)
      """, mechanism)
  }

  private static func narrowed(_ group: MechanismGroup?, _ reader: Reader) -> SQL {
    let late: SQL = " AND m.due < \(reader.today)"
    guard let group else { return "" }
    let state = group == .late ? MechanismState.drafting.rawValue : group.rawValue
    return " AND m.state = \(state)" + (group == .late ? late : "")
  }

  static func counts(of campaign: ID<CampaignRecord>, _ reader: Reader) throws -> MechanismCounts {
    var counts = MechanismCounts()
    for (state, late, all) in try reader.query(
      """
      SELECT state, COUNT(CASE WHEN due < \(reader.today) THEN 1 END), COUNT(*) FROM campaign_mechanism
      WHERE campaign = \(campaign) GROUP BY state
      """, { (MechanismState(rawValue: try $0.text(0)), try $0.int(1), try $0.int(2)) })
    {
      switch state {
      case .drafting: (counts.drafting, counts.late) = (all, late)
      case .inForce: counts.inForce = all
      case .givenUp: counts.givenUp = all
      case nil: break
      }
    }
    return counts
  }

  /// Lines of campaigns of the county that were released before this one, of which it has none yet; the newest campaign first.
  static func carryable(into campaign: CampaignSummary, _ reader: Reader) throws -> [MechanismRecord] {
    try reader.query(
      """
      SELECT \(sql: columns) WHERE m.county = \(campaign.county) AND m.state <> \(MechanismState.givenUp.rawValue)
        AND m.campaign <> \(campaign.id) AND c.released_at <= \(campaign.releasedAt) AND NOT EXISTS (
          SELECT 1 FROM campaign_mechanism own WHERE own.campaign = \(campaign.id) AND own.origin = m.origin)
      ORDER BY c.released_at DESC, c.id DESC, m.position LIMIT 500
      """, mechanism)
  }

  /// What was carried from it, the newest last.
  static func heirs(of id: ID<Mechanism>, _ reader: Reader) throws -> [MechanismRecord] {
    try reader.query("SELECT \(sql: columns) WHERE m.carried_from = \(id) ORDER BY m.id", mechanism)
  }

  static func face(_ number: Int64, _ reader: Reader) throws -> RecordFace? {
    try find(ID(number), reader).map { RecordFace(title: $0.title, place: Placement(county: $0.county)) }
  }

  private static func mechanism(_ row: Row) throws -> MechanismRecord {
    MechanismRecord(
      id: try row.id(0), county: try row.county(1), campaign: try row.id(2), campaignTitle: try row.text(3),
      position: try row.int(4),
      text: MechanismText(
        kind: try row.text(5), problem: try row.text(6), cause: try row.text(7), name: try row.text(8),
        words: try row.text(9)),
      due: try row.date(10), state: MechanismState(rawValue: try row.text(11)) ?? .drafting,
      document: try row.maybeText(12), forceDate: try row.maybeDate(13), reason: try row.maybeText(14),
      settledBy: try row.maybeText(15), settledAt: try row.maybeInstant(16), carriedFrom: try row.maybeID(17),
      origin: try row.id(18))
  }
}
