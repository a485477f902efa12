import Kit
import Storage

enum SessionStore {
  struct Session {
    let account: ID<Account>
    let ends: Instant
    let seen: Instant
  }

  static func insert(_ token: String, _ account: ID<Account>, ends: Instant, _ tx: Transaction) throws {
    try tx.execute(
      "INSERT INTO session (token, account, begun, ends) VALUES (\(token), \(account), \(tx.now), \(ends))")
  }

  static func find(_ token: String, _ reader: Reader) throws -> Session? {
    try reader.first(
      """
      SELECT session.account, session.ends, COALESCE(scratch_session_seen.seen, session.begun) FROM session
      LEFT JOIN scratch_session_seen ON scratch_session_seen.token = session.token WHERE session.token = \(token)
      """
    ) { row in Session(account: try row.id(0), ends: try row.instant(1), seen: try row.instant(2)) }
  }

  static func touch(_ token: String, _ now: Instant, _ scratch: Scratch) throws {
    try scratch.execute(
      """
      INSERT INTO scratch_session_seen (token, seen) VALUES (\(token), \(now))
      ON CONFLICT (token) DO UPDATE SET seen = excluded.seen
      """)
  }

  static func end(_ token: String, _ tx: Transaction) throws {
    try tx.execute("DELETE FROM session WHERE token = \(token)")
  }

  static func endAll(of account: ID<Account>, _ tx: Transaction) throws {
    try tx.execute("DELETE FROM session WHERE account = \(account)")
  }

  static func failures(of login: String, since: Instant, _ reader: Reader) throws -> Int64 {
    try reader.number("SELECT COUNT(*) FROM scratch_sign_in_failure WHERE login = \(login) AND at > \(since)")
  }

  static func addFailure(of login: String, at now: Instant, before old: Instant, _ scratch: Scratch) throws {
    try scratch.execute("DELETE FROM scratch_sign_in_failure WHERE at < \(old)")
    try scratch.execute("INSERT INTO scratch_sign_in_failure (login, at) VALUES (\(login), \(now))")
  }
}
