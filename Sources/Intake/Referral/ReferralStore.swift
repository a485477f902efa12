import Kit
import Offices
import Papers
import Storage
import Web

/// All SQL of handing on.
enum ReferralStore {
  private static let columns: SQL = """
    r.id, r.county, r.clue, r.parent, r.number, r.paper, r.level, r.target, r.away, r.agency, r.receiver, r.sender,
    r.sender_name, r.sender_agency, r.ground, r.matter, r.asks, r.again, r.reply, r.state, r.sent_at, r.accept_due,
    r.due, r.accepted_at, r.accepted_by, r.ended_at, r.ended_by, r.words, r.digest
    """
  private static let open: SQL = "r.state IN ('sent', 'accepted')"

  static func insert(_ one: ReferralRecord, _ document: PaperDocument, _ tx: Transaction) throws {
    try tx.execute(
      """
      INSERT INTO clue_referral (id, county, clue, parent, number, paper, level, target, away, agency, receiver, sender,
        sender_name, sender_agency, ground, matter, asks, again, reply, state, sent_at, accept_due, due, digest, record)
      VALUES (\(one.id), \(one.county), \(one.clue), \(one.parent), \(one.number), \(one.paper.rawValue),
        \(one.level.rawValue), \(one.to), \(one.away), \(one.agency), \(one.receiver), \(one.sender), \(one.senderName),
        \(one.senderAgency), \(one.ground), \(one.matter), \(one.asks), \(one.again), \(one.reply.rawValue),
        \(one.state.rawValue), \(one.sentAt), \(one.acceptDue), \(one.due), \(one.digest),
        \(String(decoding: document.record, as: UTF8.self)))
      """)
  }

  static func accept(_ id: ID<Referral>, by person: String, receiver: Int64, _ tx: Transaction) throws {
    try tx.execute(
      """
      UPDATE clue_referral SET state = \(ReferralState.accepted.rawValue), accepted_at = \(tx.now),
        accepted_by = \(person), receiver = \(receiver) WHERE id = \(id)
      """)
  }

  static func end(
    _ id: ID<Referral>, _ state: ReferralState, by person: String, _ words: String, _ tx: Transaction
  ) throws {
    try tx.execute(
      """
      UPDATE clue_referral SET state = \(state.rawValue), ended_at = \(tx.now), ended_by = \(person),
        words = \(words) WHERE id = \(id)
      """)
  }

  static func setReceiver(_ id: ID<Referral>, _ receiver: Int64, _ tx: Transaction) throws {
    try tx.execute("UPDATE clue_referral SET receiver = \(receiver) WHERE id = \(id)")
  }

  static func find(_ id: ID<Referral>, _ reader: Reader) throws -> ReferralRecord? {
    try reader.first("SELECT \(sql: columns) FROM clue_referral r WHERE r.id = \(id)", record)
  }

  /// Oldest first, with those that were passed on.
  static func all(of clue: ID<Clue>, _ reader: Reader) throws -> [ReferralRecord] {
    try reader.query("SELECT \(sql: columns) FROM clue_referral r WHERE r.clue = \(clue) ORDER BY r.id", record)
  }

  /// The one that lies with a body now, of the sender itself or passed on from `parent`.
  static func open(of clue: ID<Clue>, parent: Int64, _ reader: Reader) throws -> ReferralRecord? {
    try reader.first(
      "SELECT \(sql: columns) FROM clue_referral r WHERE r.clue = \(clue) AND r.parent = \(parent) AND \(sql: open)",
      record)
  }

  static func open(of receiver: Int64, _ reader: Reader) throws -> [Int64] {
    try reader.query(
      "SELECT r.id FROM clue_referral r WHERE r.receiver = \(receiver) AND \(sql: open) ORDER BY r.id"
    ) { try $0.int(0) }
  }

  /// A condition on `clue c`.
  static func clues(_ place: CluePlace) -> SQL {
    switch place {
    case .here: "NOT EXISTS (SELECT 1 FROM clue_referral r WHERE r.clue = c.id AND \(sql: open))"
    case .asked: "EXISTS (SELECT 1 FROM clue_referral r WHERE r.clue = c.id AND r.parent = 0 AND r.state = 'sent')"
    case .away: "EXISTS (SELECT 1 FROM clue_referral r WHERE r.clue = c.id AND r.parent = 0 AND r.state = 'accepted')"
    case .returned: "EXISTS (SELECT 1 FROM clue_referral r WHERE r.clue = c.id AND r.state = 'returned')"
    }
  }

  /// Of clues that do not lie with their owner, who has them: `县市场监管局（等接收）`.
  static func away(among clues: [Int64], _ reader: Reader) throws -> [Int64: String] {
    var all: [Int64: String] = [:]
    for piece in clues.chunks(of: 256) {
      let rows = try reader.query(
        """
        SELECT r.clue, r.target, r.state FROM clue_referral r WHERE r.clue IN \(sql: .list(piece)) AND \(sql: open)
        ORDER BY r.id
        """
      ) { (try $0.int(0), try $0.text(1), try $0.text(2)) }
      for row in rows {
        // Of a chain the last one that accepted has it; who was only asked does not.
        if row.2 == ReferralState.accepted.rawValue {
          all[row.0] = row.1
        } else if all[row.0] == nil {
          all[row.0] = "\(row.1)（等接收）"
        }
      }
    }
    return all
  }

  /// The bytes that were hashed.
  static func paper(_ id: ID<Referral>, _ reader: Reader) throws -> [UInt8] {
    try reader.first("SELECT record FROM clue_referral WHERE id = \(id)") { Array(try $0.text(0).utf8) } ?? []
  }

  static func count(_ condition: SQL, _ reader: Reader) throws -> Int64 {
    try reader.number("SELECT COUNT(*) FROM clue_referral r WHERE \(sql: condition)")
  }

  static func page(_ condition: SQL, _ listing: Listing, _ reader: Reader) throws -> [ReferralRecord] {
    let order: SQL = listing.descending ? "r.sent_at DESC, r.id DESC" : "r.sent_at, r.id"
    return try reader.query(
      """
      SELECT \(sql: columns) FROM clue_referral r WHERE \(sql: condition) ORDER BY \(sql: order)
      LIMIT \(Listing.size) OFFSET \(listing.offset)
      """, record)
  }

  /// What a group of the lists holds.
  static func group(_ group: ReferralGroup?, today: CivilDate) -> SQL {
    switch group {
    case nil: "1 = 1"
    case .sent: "r.state = 'sent'"
    case .accepted: "r.state = 'accepted'"
    case .late: "(r.state = 'sent' AND r.accept_due < \(today) OR r.state = 'accepted' AND r.due < \(today))"
    case .returned: "r.state = 'returned'"
    case .answered: "r.state = 'answered'"
    }
  }

  private static func record(_ row: Row) throws -> ReferralRecord {
    ReferralRecord(
      id: try row.id(0), county: try row.county(1), clue: try row.id(2), parent: try row.int(3),
      number: try row.text(4), paper: ReferralPaper(rawValue: try row.text(5)) ?? .letter,
      level: ReferralLevel(rawValue: try row.text(6)) ?? .department, to: try row.text(7), away: try row.county(8),
      agency: try row.int(9), receiver: try row.int(10), sender: try row.int(11), senderName: try row.text(12),
      senderAgency: try row.int(13), ground: try row.text(14), matter: try row.text(15), asks: try row.text(16),
      again: try row.maybeText(17), reply: ReferralReply(rawValue: try row.text(18)) ?? .sender,
      state: ReferralState(rawValue: try row.text(19)) ?? .sent, sentAt: try row.instant(20),
      acceptDue: try row.date(21), due: try row.date(22), acceptedAt: try row.maybeInstant(23),
      acceptedBy: try row.maybeText(24), endedAt: try row.maybeInstant(25), endedBy: try row.maybeText(26),
      words: try row.maybeText(27), digest: try row.text(28))
  }
}
