import Kit
import Offices
import Storage
import Web

/// All SQL of who read the rules.
enum RulesReadStore {
  static func insert(_ contact: ID<ContactRecord>, of post: ID<Post>, _ digest: String, _ tx: Transaction) throws {
    try tx.execute(
      """
      INSERT INTO post_rules_read (contact, county, post, digest, at)
      VALUES (\(contact), \(tx.county), \(post), \(digest), \(tx.now))
      """)
  }

  static func readAt(_ contact: ID<ContactRecord>, _ digest: String, _ reader: Reader) throws -> Instant? {
    try reader.first("SELECT at FROM post_rules_read WHERE contact = \(contact) AND digest = \(digest)") {
      try $0.instant(0)
    }
  }

  /// Contact persons in office of posts in use, those first who have not read; `read` narrows to one side.
  static func list(_ listing: Listing, digest: String, _ scope: Scope, _ reader: Reader) throws
    -> (total: Int64, readers: [RulesReader])
  {
    let from = people(digest, side: listing.filter("read"), scope)
    let order: SQL = listing.descending ? "p.name DESC, c.id DESC" : "p.name, c.id"
    return (
      try reader.number("SELECT COUNT(*) \(sql: from)"),
      try reader.query(
        """
        SELECT p.id, p.name, c.name, c.part, c.since, r.at \(sql: from)
        ORDER BY CASE WHEN r.at IS NULL THEN 0 ELSE 1 END, \(sql: order) LIMIT \(Listing.size) OFFSET \(listing.offset)
        """
      ) { row in
        RulesReader(
          post: try row.id(0), postName: try row.text(1), name: try row.text(2),
          part: ContactRecord.Part(rawValue: try row.text(3)) ?? .backup, since: try row.date(4),
          readAt: try row.maybeInstant(5))
      }
    )
  }

  static func unread(_ digest: String, _ scope: Scope, _ reader: Reader) throws -> Int64 {
    try reader.number("SELECT COUNT(*) \(sql: people(digest, side: "no", scope))")
  }

  private static func people(_ digest: String, side: String?, _ scope: Scope) -> SQL {
    let narrowed: SQL =
      switch side {
      case "no": " AND r.at IS NULL"
      case "yes": " AND r.at IS NOT NULL"
      default: ""
      }
    return """
      FROM post_contact c JOIN post p ON p.id = c.post
      LEFT JOIN post_rules_read r ON r.contact = c.id AND r.digest = \(digest)
      WHERE c.until IS NULL AND p.state = \(PostState.active.rawValue)
        AND \(sql: scope.filter(county: "p.county", agency: "0", owner: "p.supervisor"))\(sql: narrowed)
      """
  }
}
