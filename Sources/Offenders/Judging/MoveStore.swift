import Kit
import Storage
import Web

enum MoveStore {
  private static let columns: SQL = """
    id, county, kind, source, target, records, reason, proposer, proposer_title, proposed_at, state, decider_title,
    decided_at, words
    """

  static func insert(_ move: RecordMove, _ tx: Transaction) throws {
    try tx.execute(
      """
      INSERT INTO offender_move (id, county, kind, source, target, records, reason, proposer, proposer_title, proposed_at,
        state)
      VALUES (\(move.id), \(move.county), \(move.kind.rawValue), \(move.source), \(move.target),
        \(move.records.map { String($0) }.joined(separator: ",")), \(move.reason), \(move.proposer),
        \(move.proposerTitle), \(move.proposedAt), \(move.state.rawValue))
      """)
  }

  static func decide(_ id: ID<RecordMove>, _ state: RecordMove.State, _ words: String, _ tx: Transaction) throws {
    try tx.execute(
      """
      UPDATE offender_move SET state = \(state.rawValue), decider = \(tx.actor.number), decider_title = \(tx.actor.title),
        decided_at = \(tx.now), words = \(words) WHERE id = \(id)
      """)
  }

  static func move(_ id: ID<RecordMove>, _ reader: Reader) throws -> RecordMove? {
    try reader.first("SELECT \(sql: columns) FROM offender_move WHERE id = \(id)", move)
  }

  /// Those that touched a person, the newest first.
  static func moves(of person: ID<Offender>, _ reader: Reader) throws -> [RecordMove] {
    try reader.query(
      """
      SELECT \(sql: columns) FROM offender_move WHERE source = \(person) OR target = \(person) ORDER BY id DESC LIMIT 100
      """, move)
  }

  static func isWaiting(on person: ID<Offender>, _ reader: Reader) throws -> Bool {
    try reader.number(
      """
      SELECT COUNT(*) FROM offender_move WHERE state = 'proposed' AND (source = \(person) OR target = \(person))
      """) > 0
  }

  static func waiting(_ scope: SQL, _ reader: Reader) throws -> [RecordMove] {
    try reader.query(
      "SELECT \(sql: columns) FROM offender_move WHERE state = 'proposed' AND " + scope + " ORDER BY id LIMIT 200", move
    )
  }

  static func countWaiting(_ scope: SQL, _ reader: Reader) throws -> Int64 {
    try reader.number("SELECT COUNT(*) FROM offender_move WHERE state = 'proposed' AND " + scope)
  }

  private static func move(_ row: Row) throws -> RecordMove {
    RecordMove(
      id: try row.id(0), county: try row.county(1), kind: RecordMove.Kind(rawValue: try row.text(2)) ?? .merge,
      source: try row.id(3), target: try row.id(4), records: try row.text(5).commaParts.compactMap { Int64($0) },
      reason: try row.text(6), proposer: try row.int(7), proposerTitle: try row.text(8),
      proposedAt: try row.instant(9), state: RecordMove.State(rawValue: try row.text(10)) ?? .refused,
      decider: try row.maybeText(11), decidedAt: try row.maybeInstant(12), words: try row.maybeText(13))
  }
}
