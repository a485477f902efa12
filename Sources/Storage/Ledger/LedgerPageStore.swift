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
  static func page(
    counties: [County], skipping: Int64, limit: Int, _ reader: Reader
  ) throws -> (total: Int64, entries: [LedgerEntry]) {
    let place = SQL("county IN \(sql: .list(counties))")
    let total = try reader.number("SELECT COUNT(*) FROM ledger WHERE " + place)
    let entries = try reader.query(
      "SELECT \(sql: LedgerStore.columns) FROM ledger WHERE " + place
        + " ORDER BY at DESC, height DESC LIMIT \(limit) OFFSET \(skipping)", LedgerStore.entry)
    return (total, entries)
  }
}
