import Kit
import Storage

enum DelegationStore {
  private static let columns: SQL = "id, giver, taker, begins, ends, reason, revoked_at"

  static func insert(_ id: ID<Delegation>, giver: ID<Account>, _ new: NewDelegation, _ tx: Transaction) throws {
    try tx.execute(
      """
      INSERT INTO delegation (id, county, giver, taker, begins, ends, reason, revoked_at)
      VALUES (\(id), \(tx.county), \(giver), \(new.taker), \(new.begins), \(new.ends), \(new.reason), NULL)
      """)
  }

  static func revoke(_ id: ID<Delegation>, _ tx: Transaction) throws {
    try tx.execute("UPDATE delegation SET revoked_at = \(tx.now) WHERE id = \(id)")
  }

  static func find(_ id: ID<Delegation>, _ reader: Reader) throws -> Delegation? {
    try reader.first("SELECT \(sql: columns) FROM delegation WHERE id = \(id)", delegation)
  }

  /// Accounts that a person stands in for today. Not further: who stands in cannot pass it on.
  static func givers(to taker: ID<Account>, _ reader: Reader) throws -> [ID<Account>] {
    try reader.query(
      """
      SELECT DISTINCT giver FROM delegation WHERE taker = \(taker) AND begins <= \(reader.today)
        AND ends >= \(reader.today) AND revoked_at IS NULL ORDER BY giver
      """
    ) { try $0.id(0) }
  }

  /// Given or taken by a person, the newest first.
  static func all(of account: ID<Account>, _ reader: Reader) throws -> [Delegation] {
    try reader.query(
      """
      SELECT \(sql: columns) FROM delegation WHERE giver = \(account) OR taker = \(account)
      ORDER BY begins DESC, id DESC LIMIT 50
      """, delegation)
  }

  private static func delegation(_ row: Row) throws -> Delegation {
    Delegation(
      id: try row.id(0), giver: try row.int(1), taker: try row.int(2), begins: try row.date(3), ends: try row.date(4),
      reason: try row.text(5), isRevoked: try !row.isNull(6))
  }
}
