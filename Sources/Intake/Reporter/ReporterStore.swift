import Kit
import Storage
import Web

/// A clue whose reporter gave a name, as the custodian's list shows it: nothing of what was reported.
struct NamedClue: Sendable {
  let id: ID<Clue>
  let number: String
  let state: ClueState
  let receivedAt: Instant
}

enum ReporterStore {
  static func insert(_ clue: ID<Clue>, sealed: String, _ tx: Transaction) throws {
    try tx.execute("INSERT INTO clue_reporter (clue, county, sealed) VALUES (\(clue), \(tx.county), \(sealed))")
  }

  static func isNamed(_ clue: ID<Clue>, _ reader: Reader) throws -> Bool {
    try reader.number("SELECT COUNT(*) FROM clue_reporter WHERE clue = \(clue)") > 0
  }

  static func find(_ clue: ID<Clue>, _ reader: Reader) throws -> (number: String, sealed: String, onceHash: String)? {
    try reader.first(
      """
      SELECT c.number, r.sealed, c.once_hash FROM clue_reporter r JOIN clue c ON c.id = r.clue WHERE r.clue = \(clue)
      """
    ) { (try $0.text(0), try $0.text(1), try $0.text(2)) }
  }

  /// The newest first; `number` narrows to numbers that hold it.
  static func page(
    _ scope: Scope, number: String?, offset: Int, _ reader: Reader
  ) throws -> (total: Int64, clues: [NamedClue]) {
    let inside: SQL =
      scope.filter(county: "r.county", agency: "0", owner: "c.owner")
      + ConcealedStore.visible("r.clue", to: scope.viewer)
    let held = number.map { SQL(" AND c.number LIKE \("%\($0)%")") } ?? ""
    let from = SQL("FROM clue_reporter r JOIN clue c ON c.id = r.clue WHERE ") + inside + held
    let clues = try reader.query(
      SQL("SELECT c.id, c.number, c.state, c.received_at ") + from
        + SQL(" ORDER BY r.clue DESC LIMIT \(Listing.size) OFFSET \(offset)")
    ) { row in
      NamedClue(
        id: try row.id(0), number: try row.text(1), state: ClueState(rawValue: try row.text(2)) ?? .received,
        receivedAt: try row.instant(3))
    }
    return (try reader.number(SQL("SELECT COUNT(*) ") + from), clues)
  }
}
