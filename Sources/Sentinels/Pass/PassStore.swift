import Kit
import Storage

/// All SQL of codes and of ties.
enum PassStore {
  static func insert(_ pass: PassRecord, hash: String, _ tx: Transaction) throws {
    try tx.execute(
      """
      INSERT INTO post_code (id, county, post, contact, code_hash, issued, ends, used, dropped)
      VALUES (\(pass.id), \(pass.county), \(pass.post), \(pass.contact), \(hash), \(tx.now), \(pass.ends), NULL, NULL)
      """)
  }

  /// One that can still be used.
  static func open(hash: String, _ reader: Reader) throws -> PassRecord? {
    try reader.first(
      """
      SELECT id, county, post, contact, ends FROM post_code
      WHERE code_hash = \(hash) AND used IS NULL AND dropped IS NULL AND ends > \(reader.now)
      """
    ) { row in
      PassRecord(
        id: try row.id(0), county: try row.county(1), post: try row.id(2), contact: try row.id(3),
        ends: try row.instant(4))
    }
  }

  /// Whether it could still be used; it cannot be used again.
  static func use(_ id: ID<PassRecord>, _ tx: Transaction) throws -> Bool {
    try tx.execute(
      """
      UPDATE post_code SET used = \(tx.now)
      WHERE id = \(id) AND used IS NULL AND dropped IS NULL AND ends > \(tx.now)
      """) == 1
  }

  static func dropCodes(of contact: ID<ContactRecord>, _ tx: Transaction) throws {
    try tx.execute(
      "UPDATE post_code SET dropped = \(tx.now) WHERE contact = \(contact) AND used IS NULL AND dropped IS NULL")
  }

  static func insert(_ tie: TieRecord, hash: String, _ tx: Transaction) throws {
    try tx.execute(
      """
      INSERT INTO post_device (id, county, post, contact, token_hash, begun, ends, cut)
      VALUES (\(tie.id), \(tx.county), \(tie.post), \(tie.contact), \(hash), \(tie.begun), \(tie.ends), NULL)
      """)
  }

  static func tie(hash: String, _ reader: Reader) throws -> TieRecord? {
    try reader.first("SELECT \(sql: columns) FROM post_device WHERE token_hash = \(hash)", tie)
  }

  static func tie(_ id: Int64, _ reader: Reader) throws -> TieRecord? {
    try reader.first("SELECT \(sql: columns) FROM post_device WHERE id = \(id)", tie)
  }

  /// Of a post, the latest first.
  static func ties(of post: ID<Post>, _ reader: Reader) throws -> [TieRecord] {
    try reader.query(
      "SELECT \(sql: columns) FROM post_device WHERE post = \(post) ORDER BY begun DESC, id DESC LIMIT 50", tie)
  }

  static func cut(_ id: ID<TieRecord>, of post: ID<Post>, _ tx: Transaction) throws {
    try tx.execute("UPDATE post_device SET cut = \(tx.now) WHERE id = \(id) AND post = \(post) AND cut IS NULL")
  }

  static func cutAll(of post: ID<Post>, _ tx: Transaction) throws {
    try tx.execute("UPDATE post_device SET cut = \(tx.now) WHERE post = \(post) AND cut IS NULL")
    try tx.execute("UPDATE post_code SET dropped = \(tx.now) WHERE post = \(post) AND used IS NULL AND dropped IS NULL")
  }

  static func cutAll(of contact: ID<ContactRecord>, _ tx: Transaction) throws {
    try tx.execute("UPDATE post_device SET cut = \(tx.now) WHERE contact = \(contact) AND cut IS NULL")
    try dropCodes(of: contact, tx)
  }

  private static let columns: SQL = "id, post, contact, begun, ends, cut"

  private static func tie(_ row: Row) throws -> TieRecord {
    TieRecord(
      id: try row.id(0), post: try row.id(1), contact: try row.id(2), begun: try row.instant(3),
      ends: try row.instant(4), cut: try row.maybeInstant(5))
  }
}
