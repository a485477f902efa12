import Kit
import Offices
import Storage

/// The SQL of answers given.
enum AnsweredStore {
  private static let columns: SQL = "a.id, a.clue, a.state, a.text, a.author, a.at, a.due, a.passed_way, a.passed_at"

  static func insert(_ answer: GivenAnswer, _ tx: Transaction) throws {
    try tx.execute(
      """
      INSERT INTO clue_answered (id, county, clue, state, text, author, at, due, late)
      VALUES (\(answer.id), \(tx.county), \(answer.clue), \(answer.state.rawValue), \(answer.text), \(answer.author),
        \(answer.at), \(answer.due),
        \(answer.due.map { $0 < answer.at.date }))
      """)
  }

  /// The oldest first.
  static func list(of clue: ID<Clue>, _ reader: Reader) throws -> [GivenAnswer] {
    try reader.query("SELECT \(sql: columns) FROM clue_answered a WHERE a.clue = \(clue) ORDER BY a.at, a.id", answer)
  }

  static func last(of clue: ID<Clue>, _ reader: Reader) throws -> GivenAnswer? {
    try list(of: clue, reader).last
  }

  static func setPassed(_ id: ID<GivenAnswer>, _ way: PassingWay, _ tx: Transaction) throws {
    try tx.execute(
      """
      UPDATE clue_answered SET passed_way = \(way.rawValue), passed_at = \(tx.now), passed_by = \(tx.actor.number)
      WHERE id = \(id) AND county = \(tx.county)
      """)
  }

  private static func answer(_ row: Row) throws -> GivenAnswer {
    let way = try row.maybeText(7).flatMap(PassingWay.init)
    let passedAt = try row.maybeInstant(8)
    return GivenAnswer(
      id: try row.id(0), clue: try row.id(1), state: ClueState(rawValue: try row.text(2)) ?? .answered,
      text: try row.text(3), author: try row.int(4), at: try row.instant(5),
      due: try row.maybeText(6).flatMap { CivilDate(iso: $0) },
      passed: way.flatMap { way in passedAt.map { (way: way, at: $0) } })
  }
}
