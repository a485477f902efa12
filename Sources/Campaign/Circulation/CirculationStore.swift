internal import Kit
internal import Offices
internal import Storage
internal import Web

enum CirculationStore {
  private static let columns: SQL = """
    y.id, y.county, y.campaign, c.title, y.briefing, b.kind, b.document_number, y.agency, y.agency_name, y.owner, y.sent_at,
    y.sent_by, y.due, y.signed_at, y.signed_by, y.void_at, y.void_due, y.known_at, y.known_by
    FROM campaign_copy y JOIN campaign c ON c.id = y.campaign JOIN campaign_briefing b ON b.id = y.briefing
    """

  static func insert(
    _ id: ID<SentCopy>, _ paper: BriefingRecord, to person: Person, due: CivilDate, _ tx: Transaction
  ) throws {
    try tx.execute(
      """
      INSERT INTO campaign_copy (id, county, campaign, briefing, agency, agency_name, owner, sent_at, sent_by, due)
      VALUES (\(id), \(tx.county), \(paper.campaign), \(paper.id), \(person.agency), \(person.agencyName), \(person.id),
        \(tx.now), \(tx.actor.title), \(due))
      """)
  }

  static func sign(_ id: ID<SentCopy>, _ tx: Transaction) throws {
    try tx.execute(
      """
      UPDATE campaign_copy SET signed_at = \(tx.now), signed_by = \(tx.actor.title)
      WHERE id = \(id) AND signed_at IS NULL
      """)
  }

  static func know(_ id: ID<SentCopy>, _ tx: Transaction) throws {
    try tx.execute(
      "UPDATE campaign_copy SET known_at = \(tx.now), known_by = \(tx.actor.title) WHERE id = \(id) AND known_at IS NULL"
    )
  }

  static func void(_ id: ID<SentCopy>, knownBy due: CivilDate?, owner: ID<Account>, _ tx: Transaction) throws {
    try tx.execute(
      "UPDATE campaign_copy SET void_at = \(tx.now), void_due = \(due), owner = \(owner) WHERE id = \(id)")
  }

  static func give(_ id: ID<SentCopy>, to owner: ID<Account>, _ tx: Transaction) throws {
    try tx.execute("UPDATE campaign_copy SET owner = \(owner) WHERE id = \(id)")
  }

  static func succeed(_ paper: ID<Briefing>, by successor: ID<Briefing>, _ tx: Transaction) throws {
    try tx.execute(
      """
      INSERT INTO campaign_briefing_successor (briefing, county, successor)
      VALUES (\(paper), \(tx.county), \(successor))
      """)
  }

  /// The paper that took the place of a withdrawn one, with its number.
  static func successor(of paper: ID<Briefing>, _ reader: Reader) throws -> (id: ID<Briefing>, number: String)? {
    try reader.first(
      """
      SELECT b.id, b.document_number FROM campaign_briefing_successor s JOIN campaign_briefing b ON b.id = s.successor
      WHERE s.briefing = \(paper)
      """
    ) { (id: try $0.id(0), number: try $0.maybeText(1) ?? "") }
  }

  static func find(_ id: ID<SentCopy>, _ reader: Reader) throws -> CopyRecord? {
    try reader.first("SELECT \(sql: columns) WHERE y.id = \(id)", copy)
  }

  /// The copy of a paper that an agency has.
  static func find(_ paper: ID<Briefing>, of agency: ID<Agency>, _ reader: Reader) throws -> CopyRecord? {
    try reader.first("SELECT \(sql: columns) WHERE y.briefing = \(paper) AND y.agency = \(agency)", copy)
  }

  static func all(of paper: ID<Briefing>, _ reader: Reader) throws -> [CopyRecord] {
    try reader.query("SELECT \(sql: columns) WHERE y.briefing = \(paper) ORDER BY y.id", copy)
  }

  static func agencies(having paper: ID<Briefing>, _ reader: Reader) throws -> Set<ID<Agency>> {
    Set(try reader.query("SELECT agency FROM campaign_copy WHERE briefing = \(paper)") { try $0.id(0, Agency.self) })
  }

  /// Papers of a campaign that hold and may be sent, but for one: what may take its place. The newest first.
  static func sendable(
    of campaign: ID<CampaignRecord>, besides paper: ID<Briefing>, _ reader: Reader
  ) throws -> [(id: ID<Briefing>, label: String)] {
    try reader.query(
      """
      SELECT b.id, b.document_number, b.title FROM campaign_briefing b
      WHERE b.campaign = \(campaign) AND b.id <> \(paper) AND b.digest IS NOT NULL
        AND b.kind <> \(BriefingKind.demand.rawValue)
        AND NOT EXISTS (SELECT 1 FROM campaign_briefing_void v WHERE v.briefing = b.id)
      ORDER BY b.issued_at DESC, b.id DESC LIMIT 50
      """
    ) { (id: try $0.id(0), label: "\(try $0.maybeText(1) ?? "")　\(try $0.text(2).clipped(to: 40))") }
  }

  /// Of a campaign, or of one of its papers, those of a group by their date.
  static func list(
    of campaign: ID<CampaignRecord>, paper: ID<Briefing>?, _ group: CopyGroup?, limit: Int, offset: Int,
    _ reader: Reader
  ) throws -> [CopyRecord] {
    try reader.query(
      """
      SELECT \(sql: columns) WHERE y.campaign = \(campaign)\(sql: narrowed(paper))\(sql: narrowed(group, reader.today))
      ORDER BY y.due DESC, y.agency_name, y.id LIMIT \(limit) OFFSET \(offset)
      """, copy)
  }

  /// How many there are in each group; of the campaign, or of one of its papers.
  static func counts(
    of campaign: ID<CampaignRecord>, paper: ID<Briefing>?, _ reader: Reader
  ) throws -> [CopyGroup: Int64] {
    var counts: [CopyGroup: Int64] = [:]
    for group in CopyGroup.allCases {
      counts[group] = try reader.number(
        """
        SELECT COUNT(*) FROM campaign_copy y
        WHERE y.campaign = \(campaign)\(sql: narrowed(paper))\(sql: narrowed(group, reader.today))
        """)
    }
    return counts
  }

  private static func narrowed(_ paper: ID<Briefing>?) -> SQL {
    paper.map { " AND y.briefing = \($0)" } ?? ""
  }

  private static func narrowed(_ group: CopyGroup?, _ today: CivilDate) -> SQL {
    switch group {
    case nil: ""
    case .late: " AND y.signed_at IS NULL AND y.void_at IS NULL AND y.due < \(today)"
    case .waiting: " AND y.signed_at IS NULL AND y.void_at IS NULL AND y.due >= \(today)"
    case .signed: " AND y.signed_at IS NOT NULL AND y.void_at IS NULL"
    case .withdrawn: " AND y.void_at IS NOT NULL"
    }
  }

  static func face(_ number: Int64, _ reader: Reader) throws -> RecordFace? {
    try find(ID(number), reader).map {
      RecordFace(
        title: $0.title, place: Placement(county: $0.county, agency: $0.agency.value, owner: $0.owner.value))
    }
  }

  private static func copy(_ row: Row) throws -> CopyRecord {
    CopyRecord(
      id: try row.id(0), county: try row.county(1), campaign: try row.id(2), campaignTitle: try row.text(3),
      briefing: try row.id(4), kind: BriefingKind(rawValue: try row.text(5)) ?? .bulletin,
      number: try row.maybeText(6) ?? "", agency: try row.id(7), agencyName: try row.text(8), owner: try row.id(9),
      sentAt: try row.instant(10), sentBy: try row.text(11), due: try row.date(12), signedAt: try row.maybeInstant(13),
      signedBy: try row.maybeText(14), voidAt: try row.maybeInstant(15), voidDue: try row.maybeDate(16),
      knownAt: try row.maybeInstant(17), knownBy: try row.maybeText(18))
  }
}
