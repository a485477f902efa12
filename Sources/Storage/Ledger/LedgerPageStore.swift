import Kit

enum LedgerPageStore {
  static func history(of object: Ref, _ reader: Reader) throws -> [LedgerEntry] {
    try reader.query(
      """
      SELECT \(sql: LedgerStore.columns) FROM ledger WHERE object_kind = \(object.kind) AND object = \(object.number)
      ORDER BY at, height
      """, LedgerStore.entry)
  }

  /// `skipping` is a row count: pages of a chain that only grows.
  static func page(_ filter: LedgerFilter, skipping: Int64, limit: Int, _ reader: Reader) throws -> [LedgerEntry] {
    try reader.query(
      """
      SELECT \(sql: LedgerStore.columns) FROM ledger WHERE \(sql: condition(filter))
      ORDER BY at DESC, height DESC LIMIT \(limit) OFFSET \(skipping)
      """, LedgerStore.entry)
  }

  /// The heads know how long whole chains are; counting a million entries takes a while.
  static func total(_ filter: LedgerFilter, _ reader: Reader) throws -> Int64 {
    try reader.number(
      filter.isWhole
        ? "SELECT SUM(height) FROM ledger_head WHERE county IN \(sql: .list(filter.counties))"
        : "SELECT COUNT(*) FROM ledger WHERE \(sql: condition(filter))")
  }

  static func heights(_ filter: LedgerFilter, most: Int, _ reader: Reader) throws -> [Int64] {
    try reader.query(
      "SELECT height FROM ledger WHERE \(sql: condition(filter)) ORDER BY height LIMIT \(most)"
    ) { try $0.int(0) }
  }

  private static func condition(_ filter: LedgerFilter) -> SQL {
    var parts: [SQL] = ["county IN \(sql: .list(filter.counties))"]
    if let from = filter.from { parts.append("at >= \(Instant(from))") }
    if let to = filter.to { parts.append("at < \(Instant(to.adding(days: 1)))") }
    if let who = filter.who { parts.append("actor_title LIKE \(pattern(who)) ESCAPE '\\'") }
    if let deed = filter.deed { parts.append("deed = \(deed)") }
    if let kind = filter.kind { parts.append("object_kind = \(kind)") }
    if let record = filter.record { parts.append("object_kind = \(record.kind) AND object = \(record.number)") }
    if let words = filter.words {
      parts.append("(sentence LIKE \(pattern(words)) ESCAPE '\\' OR reason LIKE \(pattern(words)) ESCAPE '\\')")
    }
    return SQL.join(parts, " AND ")
  }

  /// What was typed stands for itself, also `%` and `_`.
  private static func pattern(_ words: String) -> String {
    let plain = ["\\", "%", "_"].reduce(words) { $0.replacing($1, with: "\\" + $1) }
    return "%\(plain)%"
  }
}
