internal import Duties
internal import Foundation
internal import Kit
internal import Papers
internal import Storage
internal import Web

enum BriefingStore {
  private static let columns: SQL = """
    b.id, b.county, b.campaign, c.title, b.kind, b.about, b.title, b.typing, b.author, b.author_name, b.editor, b.made,
    b.document_number, b.issued_at, b.issued_name, b.digest, v.at, v.actor, v.reason
    """
  private static let from: SQL = """
    FROM campaign_briefing b JOIN campaign c ON c.id = b.campaign
    LEFT JOIN campaign_briefing_void v ON v.briefing = b.id
    """

  static func insert(
    _ new: NewBriefing, _ id: ID<Briefing>, of campaign: ID<CampaignRecord>, _ tx: Transaction
  ) throws {
    try tx.execute(
      """
      INSERT INTO campaign_briefing (id, county, campaign, kind, about, title, typing, author, author_name, editor, made)
      VALUES (\(id), \(tx.county), \(campaign), \(new.kind.rawValue), \(new.about), \(new.title), \(try text(new.typing)),
        \(tx.actor.number), \(tx.actor.title), \(tx.actor.number), \(tx.now))
      """)
  }

  static func update(_ id: ID<Briefing>, _ title: String, _ typing: PaperTyping, _ tx: Transaction) throws {
    try tx.execute(
      """
      UPDATE campaign_briefing SET title = \(title), typing = \(try text(typing)), editor = \(tx.actor.number)
      WHERE id = \(id) AND digest IS NULL
      """)
  }

  static func issue(_ id: ID<Briefing>, _ document: PaperDocument, _ tx: Transaction) throws {
    try tx.execute(
      """
      UPDATE campaign_briefing SET document_number = \(document.number), issued_at = \(tx.now),
        issued_name = \(tx.actor.title), digest = \(document.hash), record = \(String(decoding: document.record, as: UTF8.self))
      WHERE id = \(id) AND digest IS NULL
      """)
  }

  static func void(_ id: ID<Briefing>, _ reason: String?, _ tx: Transaction) throws {
    try tx.execute(
      """
      INSERT INTO campaign_briefing_void (briefing, county, at, actor, reason)
      VALUES (\(id), \(tx.county), \(tx.now), \(tx.actor.title), \(reason))
      """)
  }

  static func find(_ id: ID<Briefing>, _ reader: Reader) throws -> BriefingRecord? {
    try reader.first("SELECT \(sql: columns) \(sql: from) WHERE b.id = \(id)", briefing)
  }

  /// Those that somebody may read, whose scope of duties is given, and how many there are.
  static func list(
    of campaign: ID<CampaignRecord>, _ listing: Listing, duties scope: Scope?, _ reader: Reader
  ) throws -> (Int64, [BriefingRecord]) {
    let demand = BriefingKind.demand.rawValue
    let matching =
      SQL("b.campaign = \(campaign) AND (b.kind <> \(demand) OR ") + PressedStore.mayBeSeen("b.about", by: scope) + ")"
    let total = try reader.number("SELECT COUNT(*) FROM campaign_briefing b WHERE " + matching)
    let order: SQL = listing.descending ? " ORDER BY b.made DESC, b.id DESC" : " ORDER BY b.made, b.id"
    let all = try reader.query(
      SQL("SELECT \(sql: columns) \(sql: from) WHERE ") + matching + order
        + " LIMIT \(Listing.size) OFFSET \(listing.offset)", briefing)
    return (total, all)
  }

  /// The bytes that were hashed; nil for a draft.
  static func record(_ id: ID<Briefing>, _ reader: Reader) throws -> [UInt8]? {
    try reader.first("SELECT record FROM campaign_briefing WHERE id = \(id) AND digest IS NOT NULL") {
      Array(try $0.text(0).utf8)
    }
  }

  static func face(_ number: Int64, _ reader: Reader) throws -> RecordFace? {
    try find(ID(number), reader).map { one in
      // What a demand is about shows to whoever may see the duty.
      let words = one.kind == .demand ? one.issue?.number ?? "草稿" : one.title.clipped(to: 60)
      return RecordFace(title: "\(one.kind.title)：\(words)", place: Placement(county: one.county))
    }
  }

  private static func briefing(_ row: Row) throws -> BriefingRecord {
    let issue = try row.maybeText(15).map { digest in
      BriefingRecord.Issue(
        number: try row.maybeText(12) ?? "", at: try row.instant(13), by: try row.text(14), digest: digest)
    }
    let void = try row.maybeInstant(16).map { at in
      BriefingRecord.Void(at: at, by: try row.text(17), reason: try row.maybeText(18))
    }
    return BriefingRecord(
      id: try row.id(0), county: try row.county(1), campaign: try row.id(2), campaignTitle: try row.text(3),
      kind: BriefingKind(rawValue: try row.text(4)) ?? .briefing, about: try row.maybeInt(5), title: try row.text(6),
      typing: try JSONDecoder().decode(PaperTyping.self, from: Data(try row.text(7).utf8)), author: try row.int(8),
      authorName: try row.text(9), editor: try row.int(10), made: try row.instant(11), issue: issue, void: void)
  }

  private static func text(_ typing: PaperTyping) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    return String(decoding: try encoder.encode(typing), as: UTF8.self)
  }
}
