import Kit
import Storage

/// The SQL of the talk between reporter and office.
enum TalkStore {
  private static let columns: SQL = "m.id, m.clue, m.side, m.author, m.text, m.at, m.seen_at"

  static func insert(_ message: TalkMessage, onceHash: String, _ tx: Transaction) throws {
    try tx.execute(
      """
      INSERT INTO clue_message (id, county, clue, side, author, text, at, seen_at, once_hash)
      VALUES (\(message.id), \(tx.county), \(message.clue), \(message.side.rawValue), \(message.author), \(message.text),
        \(message.at), NULL, \(onceHash))
      """)
  }

  static func find(onceHash: String, of clue: ID<Clue>, _ reader: Reader) throws -> TalkMessage? {
    try reader.first(
      "SELECT \(sql: columns) FROM clue_message m WHERE m.clue = \(clue) AND m.once_hash = \(onceHash)", message)
  }

  /// The oldest first.
  static func list(of clue: ID<Clue>, _ reader: Reader) throws -> [TalkMessage] {
    try reader.query("SELECT \(sql: columns) FROM clue_message m WHERE m.clue = \(clue) ORDER BY m.id", message)
  }

  static func unseen(_ side: TalkSide, of clue: ID<Clue>, _ reader: Reader) throws -> Int64 {
    try reader.number(
      "SELECT COUNT(*) FROM clue_message WHERE clue = \(clue) AND side = \(side.rawValue) AND seen_at IS NULL")
  }

  static func setSeen(_ side: TalkSide, of clue: ID<Clue>, _ tx: Transaction) throws {
    try tx.execute(
      """
      UPDATE clue_message SET seen_at = \(tx.now)
      WHERE clue = \(clue) AND county = \(tx.county) AND side = \(side.rawValue) AND seen_at IS NULL
      """)
  }

  /// The clue that a message belongs to.
  static func clue(of message: Int64, _ reader: Reader) throws -> ID<Clue>? {
    try reader.first("SELECT clue FROM clue_message WHERE id = \(message)") { try $0.id(0) }
  }

  private static func message(_ row: Row) throws -> TalkMessage {
    TalkMessage(
      id: try row.id(0), clue: try row.id(1), side: TalkSide(rawValue: try row.text(2)) ?? .reporter,
      author: try row.maybeID(3), text: try row.text(4), at: try row.instant(5), seenAt: try row.maybeInstant(6))
  }
}
