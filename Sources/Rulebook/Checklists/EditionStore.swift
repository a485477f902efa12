internal import Foundation
internal import Kit
internal import Packs
internal import Storage

/// All SQL of the agency's own checklists. Lines stand as JSON in their version and never change.
enum EditionStore {
  private static let columns: SQL = """
    id, county, checklist, number, title, state, items, base, reason, valid_from, made, maker, enacter
    """

  static func insert(_ new: Edition, _ tx: Transaction) throws {
    try tx.execute(
      """
      INSERT INTO edition (\(sql: columns), enacted) VALUES (\(new.id), \(new.county), \(new.checklist), \(new.number),
        \(new.title), \(new.state.rawValue), \(try new.items.map(StoredItem.text)), \(new.base), \(new.reason),
        \(new.from), \(new.made), \(new.maker), \(new.enacter), \(new.enacter.map { _ in new.made }))
      """)
  }

  static func enact(_ id: ID<Edition>, from day: CivilDate, _ tx: Transaction) throws {
    try tx.execute(
      """
      UPDATE edition SET state = \(Edition.State.enacted.rawValue), valid_from = \(day), enacted = \(tx.now),
        enacter = \(tx.actor.title) WHERE id = \(id)
      """)
  }

  static func drop(_ id: ID<Edition>, _ tx: Transaction) throws {
    try tx.execute("UPDATE edition SET state = \(Edition.State.dropped.rawValue) WHERE id = \(id)")
  }

  static func find(_ id: ID<Edition>, _ reader: Reader) throws -> Edition? {
    try reader.first("SELECT \(sql: columns) FROM edition WHERE id = \(id)", edition)
  }

  /// The newest first.
  static func all(of checklist: String, in county: County, _ reader: Reader) throws -> [Edition] {
    try reader.query(
      """
      SELECT \(sql: columns) FROM edition WHERE county = \(county) AND checklist = \(checklist) ORDER BY number DESC
      """, edition)
  }

  static func drafts(in county: County, _ reader: Reader) throws -> [Edition] {
    try reader.query(
      """
      SELECT \(sql: columns) FROM edition WHERE county = \(county) AND state = \(Edition.State.draft.rawValue)
      ORDER BY number
      """, edition)
  }

  static func last(of checklist: String, in county: County, _ reader: Reader) throws -> Int64 {
    try reader.number("SELECT MAX(number) FROM edition WHERE county = \(county) AND checklist = \(checklist)")
  }

  /// The one that began last, of two on the same day the later version; by checklist.
  static func inForce(in county: County, on day: CivilDate, _ reader: Reader) throws -> [String: Edition] {
    let all = try reader.query(
      """
      SELECT \(sql: columns) FROM edition WHERE county = \(county) AND state = \(Edition.State.enacted.rawValue)
        AND valid_from <= \(day) ORDER BY valid_from, number
      """, edition)
    return Dictionary(all.map { ($0.checklist, $0) }) { _, later in later }
  }

  private static func edition(_ row: Row) throws -> Edition {
    Edition(
      id: try row.id(0), county: try row.county(1), checklist: try row.text(2), number: try row.int(3),
      title: try row.text(4), state: Edition.State(rawValue: try row.text(5)) ?? .dropped,
      items: try row.maybeText(6).map(StoredItem.items), base: try row.text(7), reason: try row.text(8),
      from: try row.maybeDate(9), made: try row.instant(10), maker: try row.text(11), enacter: try row.maybeText(12))
  }
}

/// A line as the store keeps it.
private struct StoredItem: Codable {
  let id: String
  let question: String
  let source: String
  let confidence: String
  let violation: String?

  static func text(_ items: [HeldItem]) throws -> String {
    let stored = items.map {
      StoredItem(
        id: $0.id, question: $0.question, source: $0.source, confidence: $0.confidence.rawValue, violation: $0.violation
      )
    }
    return String(decoding: try JSONEncoder().encode(stored), as: UTF8.self)
  }

  static func items(_ text: String) throws -> [HeldItem] {
    try JSONDecoder().decode([StoredItem].self, from: Data(text.utf8)).map {
      HeldItem(
        id: $0.id, question: $0.question, source: $0.source,
        confidence: Confidence(rawValue: $0.confidence) ?? .doubtful,
        violation: $0.violation)
    }
  }
}
