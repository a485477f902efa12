import Kit
import Storage
import Web

/// All SQL of tokens and their calls.
enum TokenStore {
  private static let columns: SQL = """
    t.id, t.county, t.system, t.purpose, t.scopes, t.until, t.per_minute, t.hash, t.maker, t.at, t.revoked_at, t.revoker,
    t.because, (SELECT COUNT(*) FROM exchange_call c WHERE c.token = t.id),
    (SELECT MAX(c.at) FROM exchange_call c WHERE c.token = t.id)
    """

  static func insert(_ token: TokenRecord, _ tx: Transaction) throws {
    let new = token.new
    try tx.execute(
      """
      INSERT INTO exchange_token (id, county, system, purpose, scopes, until, per_minute, hash, maker, at)
      VALUES (\(token.id), \(token.county), \(new.system), \(new.purpose),
        \(new.scopes.map(\.name).joined(separator: ",")), \(new.until), \(new.perMinute), \(token.hash), \(token.maker),
        \(token.at))
      """)
  }

  static func revoke(_ id: ID<Token>, _ revoked: TokenRecord.Revoked, _ tx: Transaction) throws {
    try tx.execute(
      """
      UPDATE exchange_token SET revoked_at = \(revoked.at), revoker = \(revoked.by), because = \(revoked.because)
      WHERE id = \(id)
      """)
  }

  static func find(_ id: ID<Token>, _ reader: Reader) throws -> TokenRecord? {
    try reader.first("SELECT \(sql: columns) FROM exchange_token t WHERE t.id = \(id)", record)
  }

  static func count(_ filter: SQL, _ reader: Reader) throws -> Int64 {
    try reader.number("SELECT COUNT(*) FROM exchange_token t WHERE " + filter)
  }

  /// The newest first.
  static func list(_ filter: SQL, offset: Int, limit: Int, _ reader: Reader) throws -> [TokenRecord] {
    try reader.query(
      "SELECT \(sql: columns) FROM exchange_token t WHERE " + filter
        + " ORDER BY t.id DESC LIMIT \(limit) OFFSET \(offset)", record)
  }

  static func note(_ call: CallNote, _ tx: Transaction) throws {
    try tx.execute(
      """
      INSERT INTO exchange_call (id, token, county, scope, outcome, rows_taken, rows_refused, at)
      VALUES (\(call.id), \(call.token), \(tx.county), \(call.scope.name), \(call.outcome), \(call.taken), \(call.refused),
        \(tx.now))
      """)
  }

  static func calls(of token: ID<Token>, since: Instant, _ reader: Reader) throws -> Int64 {
    try reader.number("SELECT COUNT(*) FROM exchange_call WHERE token = \(token) AND at > \(since)")
  }

  /// The newest first.
  static func calls(of token: ID<Token>, limit: Int, _ reader: Reader) throws -> [CallNote] {
    try reader.query(
      """
      SELECT id, token, scope, outcome, rows_taken, rows_refused, at FROM exchange_call WHERE token = \(token)
      ORDER BY at DESC, id DESC LIMIT \(limit)
      """
    ) {
      CallNote(
        id: try $0.id(0), token: try $0.id(1), scope: TokenScope(try $0.text(2)), outcome: try $0.text(3),
        taken: try $0.int(4), refused: try $0.int(5), at: try $0.instant(6))
    }
  }

  private static func record(_ row: Row) throws -> TokenRecord {
    let revoked = try row.maybeInstant(10).map {
      TokenRecord.Revoked(at: $0, by: try row.text(11), because: try row.text(12))
    }
    return TokenRecord(
      id: try row.id(0), county: try row.county(1),
      new: NewToken(
        system: try row.text(2), purpose: try row.text(3), scopes: try row.text(4).commaParts.map { TokenScope($0) },
        until: try row.date(5), perMinute: Int(try row.int(6))),
      hash: try row.text(7), maker: try row.text(8), at: try row.instant(9), revoked: revoked, calls: try row.int(13),
      lastCall: try row.maybeInstant(14))
  }
}

/// One call of the interface: that it was, not what it said.
struct CallNote {
  let id: ID<CallNote>
  let token: ID<Token>
  let scope: TokenScope
  let outcome: String
  let taken: Int64
  let refused: Int64
  let at: Instant
}
