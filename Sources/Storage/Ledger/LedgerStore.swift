import Foundation
import Kit

/// All SQL of the ledger.
enum LedgerStore {
  struct Head {
    let height: Int64
    let hash: String
    /// When the last deed was done; 1970 where it was done before the head kept the time.
    let at: Instant
  }

  static let columns: SQL = """
    county, height, at, actor_kind, actor, actor_title, deed, object_kind, object, sentence, changes, reason, previous, hash
    """

  /// The first step of every deed: takes the county's row, so that its deeds happen one after the other.
  static func lockHead(of county: County, _ connection: any Connection) throws -> Head {
    let lock: SQL = connection.dialect == .postgres ? " FOR UPDATE" : ""
    let find = SQL("SELECT height, hash, at FROM ledger_head WHERE county = \(county)") + lock
    if let head = try connection.query(find, head).first { return head }
    try connection.execute(
      "INSERT INTO ledger_head (county, height, hash) VALUES (\(county), 0, \(root(of: county))) ON CONFLICT DO NOTHING"
    )
    guard let head = try connection.query(find, head).first else { throw UntoldChange(deed: "ledger.head") }
    return head
  }

  /// What the first entry of a county hangs on.
  static func root(of county: County) -> String { SHA256.hex(of: "qingyuan-ledger-root:\(county.number)") }

  static func append(_ tx: Transaction, after head: Head) throws {
    guard !tx.told.isEmpty else { return }
    var (height, previous) = (head.height, head.hash)
    for telling in tx.told {
      height += 1
      let entry = try entry(for: telling, tx, height: height).chained(to: previous)
      try insert(entry, tx.connection)
      previous = entry.hash
    }
    try tx.connection.execute(
      "UPDATE ledger_head SET height = \(height), hash = \(previous), at = \(tx.now) WHERE county = \(tx.county)")
  }

  /// Not yet hung on anything. Texts without U+0000, which PostgreSQL cannot keep: the hash must be of what is kept.
  private static func entry(for telling: Telling, _ tx: Transaction, height: Int64) throws -> LedgerEntry {
    LedgerEntry(
      county: tx.county, height: height, at: tx.now,
      actor: Actor(kind: tx.actor.kind, number: tx.actor.number, title: tx.actor.title.withoutZeros),
      actorKind: tx.actor.kind.rawValue, deed: tx.deed.name, object: telling.object,
      sentence: telling.sentence.withoutZeros, changes: try json(telling.changes),
      reason: tx.reason?.withoutZeros, previous: "", hash: "")
  }

  private static func json(_ changes: [Change]) throws -> String {
    guard !changes.isEmpty else { return "[]" }
    let encoder = JSONEncoder()
    encoder.outputFormatting = .withoutEscapingSlashes
    return String(
      decoding: try encoder.encode(changes.map { [$0.field, $0.before, $0.after] as [String?] }), as: UTF8.self)
  }

  private static func insert(_ entry: LedgerEntry, _ connection: any Connection) throws {
    try connection.execute(
      """
      INSERT INTO ledger (\(sql: columns)) VALUES (\(entry.county), \(entry.height), \(entry.at),
        \(entry.actorKind), \(entry.actor.number), \(entry.actor.title), \(entry.deed),
        \(entry.object.kind), \(entry.object.number), \(entry.sentence), \(entry.changes), \(entry.reason),
        \(entry.previous), \(entry.hash))
      """)
  }

  static func entries(of county: County, from height: Int64, limit: Int, _ reader: Reader) throws -> [LedgerEntry] {
    try reader.query(
      """
      SELECT \(sql: columns) FROM ledger WHERE county = \(county) AND height >= \(height)
      ORDER BY height LIMIT \(limit)
      """, entry)
  }

  static func heads(_ reader: Reader) throws -> [(county: County, head: Head)] {
    try reader.query("SELECT height, hash, at, county FROM ledger_head ORDER BY county") { row in
      (try row.county(3), try head(row))
    }
  }

  /// How many entries each county has, whether or not a head row speaks of them.
  static func counts(_ reader: Reader) throws -> [County: Int64] {
    let rows = try reader.query("SELECT county, COUNT(*) FROM ledger GROUP BY county") {
      (try $0.county(0), try $0.int(1))
    }
    return Dictionary(rows) { first, _ in first }
  }

  /// The hash that an entry of this height hangs on; nil where the entry before it is missing.
  static func hash(before height: Int64, of county: County, _ reader: Reader) throws -> String? {
    guard height > 1 else { return root(of: county) }
    return try reader.first(
      "SELECT hash FROM ledger WHERE county = \(county) AND height = \(height - 1)"
    ) { try $0.text(0) }
  }

  static func head(_ row: Row) throws -> Head {
    Head(height: try row.int(0), hash: try row.text(1), at: try row.instant(2))
  }

  static func entry(_ row: Row) throws -> LedgerEntry {
    let actorKind = try row.text(3)
    return LedgerEntry(
      county: try row.county(0), height: try row.int(1), at: try row.instant(2),
      actor: Actor(kind: Actor.Kind(rawValue: actorKind) ?? .system, number: try row.int(4), title: try row.text(5)),
      actorKind: actorKind, deed: try row.text(6), object: Ref(RefKind(try row.text(7)), try row.int(8)),
      sentence: try row.text(9), changes: try row.text(10), reason: try row.maybeText(11), previous: try row.text(12),
      hash: try row.text(13))
  }
}

extension String {
  fileprivate var withoutZeros: String { utf8.contains(0) ? replacing("\0", with: "") : self }
}
