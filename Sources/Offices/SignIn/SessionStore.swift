import Kit
import Storage

enum SessionStore {
  struct Session {
    let account: ID<Account>
    let ends: Instant
    let seen: Instant
    let proved: Instant
    let mustChange: Bool
    /// Whether anybody may have lent rights, and whether the person keeps away from anything: mostly not, and then
    /// nobody need look for which.
    let mayStandIn: Bool
    let mayBeRecused: Bool
  }

  static func insert(_ token: String, _ account: ID<Account>, ends: Instant, _ tx: Transaction) throws {
    try tx.execute(
      """
      INSERT INTO session (token, account, begun, ends, proved)
      VALUES (\(token), \(account), \(tx.now), \(ends), \(tx.now))
      """)
  }

  static func prove(_ token: String, _ tx: Transaction) throws {
    try tx.execute("UPDATE session SET proved = \(tx.now) WHERE token = \(token)")
  }

  static func find(_ token: String, _ reader: Reader) throws -> Session? {
    try reader.first(
      """
      SELECT session.account, session.ends, COALESCE(scratch_session_seen.seen, session.begun), session.proved,
        account.must_change, EXISTS (SELECT 1 FROM delegation WHERE delegation.taker = account.id),
        EXISTS (SELECT 1 FROM recusal WHERE recusal.account = account.id)
      FROM session JOIN account ON account.id = session.account
      LEFT JOIN scratch_session_seen ON scratch_session_seen.token = session.token WHERE session.token = \(token)
      """
    ) { row in
      Session(
        account: try row.id(0), ends: try row.instant(1), seen: try row.instant(2), proved: try row.instant(3),
        mustChange: try row.bool(4), mayStandIn: try row.bool(5), mayBeRecused: try row.bool(6))
    }
  }

  /// Sessions of an account that are not over, the newest first.
  static func open(of account: ID<Account>, _ reader: Reader) throws -> [(begun: Instant, seen: Instant)] {
    try reader.query(
      """
      SELECT session.begun, COALESCE(scratch_session_seen.seen, session.begun) FROM session
      LEFT JOIN scratch_session_seen ON scratch_session_seen.token = session.token
      WHERE session.account = \(account) AND session.ends > \(reader.now) ORDER BY session.begun DESC
      """
    ) { (try $0.instant(0), try $0.instant(1)) }
  }

  static func endOthers(of account: ID<Account>, but token: String, _ tx: Transaction) throws -> Int {
    try tx.execute("DELETE FROM session WHERE account = \(account) AND token <> \(token)")
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
