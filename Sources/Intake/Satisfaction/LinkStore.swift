import Kit
import Storage
import Web

enum LinkStore {
  static func insert(_ clue: ID<Clue>, to origin: ID<Clue>, _ kind: String, _ tx: Transaction) throws {
    try tx.execute(
      "INSERT INTO clue_link (clue, county, origin, kind, at) VALUES (\(clue), \(tx.county), \(origin), \(kind), \(tx.now))"
    )
  }

  /// The clue that this one followed, and those that followed this one, as far as the reader may see them.
  static func links(
    of clue: ID<Clue>, _ scope: Scope, _ reader: Reader
  ) throws -> [(clue: ID<Clue>, number: String, isOrigin: Bool)] {
    let seen = DocketFilter.seen(by: scope)
    let origin = try reader.query(
      SQL("SELECT c.id, c.number FROM clue_link l JOIN clue c ON c.id = l.origin WHERE l.clue = \(clue) AND ") + seen
    ) { (clue: try $0.id(0, Clue.self), number: try $0.text(1), isOrigin: true) }
    let later = try reader.query(
      SQL("SELECT c.id, c.number FROM clue_link l JOIN clue c ON c.id = l.clue WHERE l.origin = \(clue) AND ") + seen
        + SQL(" ORDER BY c.id")
    ) { (clue: try $0.id(0, Clue.self), number: try $0.text(1), isOrigin: false) }
    return origin + later
  }

  /// Whether a clue was made because of another.
  static func follows(_ clue: ID<Clue>, _ reader: Reader) throws -> Bool {
    try reader.number("SELECT COUNT(*) FROM clue_link WHERE clue = \(clue)") > 0
  }
}
