import Kit
import Offices
import Storage
import Web

/// All SQL of writings that became several clues.
enum SplitStore {
  static func insert(_ clue: ID<Clue>, of origin: ID<Clue>, _ tx: Transaction) throws {
    try tx.execute(
      "INSERT INTO clue_split (clue, county, origin, at) VALUES (\(clue), \(tx.county), \(origin), \(tx.now))")
  }

  /// The clue that this one was taken out of; nil for one that arrived by itself.
  static func origin(of clue: ID<Clue>, _ reader: Reader) throws -> ID<Clue>? {
    try reader.first("SELECT origin FROM clue_split WHERE clue = \(clue)") { try $0.id(0) }
  }

  /// What was taken out of it, the first first.
  static func parts(of origin: ID<Clue>, _ reader: Reader) throws -> [ClueRecord] {
    try reader.query(
      """
      SELECT \(sql: ClueStore.columns) FROM clue_split s JOIN clue c ON c.id = s.clue WHERE s.origin = \(origin)
      ORDER BY s.clue
      """, ClueStore.record)
  }

  /// All that one writing became, the one that arrived first; empty where it is one clue.
  static func all(with clue: ClueRecord, _ reader: Reader) throws -> [SplitPart] {
    let first = try origin(of: clue.id, reader) ?? clue.id
    let parts = try parts(of: first, reader)
    guard !parts.isEmpty, let origin = try ClueStore.find(first, reader) else { return [] }
    return [SplitPart(clue: origin, isOrigin: true)] + parts.map { SplitPart(clue: $0, isOrigin: false) }
  }

  /// Those of `clues` that somebody may see.
  static func seen(_ clues: [ID<Clue>], by scope: Scope, _ reader: Reader) throws -> Set<Int64> {
    Set(
      try reader.query(
        """
        SELECT c.id FROM clue c WHERE c.id IN \(sql: .list(clues.map(\.value))) AND \(sql: DocketFilter.seen(by: scope))
        """
      ) { try $0.int(0) })
  }
}
