package import Kit

/// Kept numbers: how many records of a kind stand in each state, and their sums, by county. A list of everything would
/// otherwise count its whole county for every page.
///
/// Whoever inserts a record or changes its state moves the tally in the same transaction; `schema` fills it for records
/// that were there before. Example: `try TallyStore.add(1, to: "received", of: .clue, tx)`.
package enum TallyStore {
  package static func add(_ number: Int64, to part: String, of kind: RefKind, _ tx: Transaction) throws {
    guard number != 0 else { return }
    try tx.execute(
      """
      INSERT INTO tally (kind, county, part, number) VALUES (\(kind), \(tx.county), \(part), \(number))
      ON CONFLICT (kind, county, part) DO UPDATE SET number = tally.number + excluded.number
      """)
  }

  package static func move(from old: String, to new: String, of kind: RefKind, _ tx: Transaction) throws {
    guard old != new else { return }
    try add(-1, to: old, of: kind, tx)
    try add(1, to: new, of: kind, tx)
  }

  /// The parts of several counties together.
  package static func parts(of kind: RefKind, in counties: [County], _ reader: Reader) throws -> [String: Int64] {
    let rows = try reader.query(
      """
      SELECT part, CAST(SUM(number) AS BIGINT) FROM tally WHERE kind = \(kind) AND county IN \(sql: .list(counties))
      GROUP BY part
      """
    ) { (try $0.text(0), try $0.int(1)) }
    return Dictionary(rows) { first, _ in first }
  }
}
