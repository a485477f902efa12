import Kit
import Offices
import Storage

/// The SQL of satisfaction and objections, and of a clue that is handled anew.
enum SatisfactionStore {
  static func put(_ feedback: Feedback, on answer: GivenAnswer, _ tx: Transaction) throws {
    try tx.execute(
      """
      INSERT INTO clue_feedback (answered, county, clue, level, word, at)
      VALUES (\(answer.id), \(tx.county), \(answer.clue), \(feedback.level.rawValue), \(feedback.word), \(tx.now))
      ON CONFLICT (answered) DO UPDATE SET level = excluded.level, word = excluded.word, at = excluded.at
      """)
  }

  static func feedback(on answer: ID<GivenAnswer>, _ reader: Reader) throws -> Feedback? {
    try reader.first("SELECT level, word FROM clue_feedback WHERE answered = \(answer)") { row in
      Feedback(level: SatisfactionLevel(rawValue: try row.text(0)) ?? .basically, word: try row.maybeText(1))
    }
  }

  static func insert(_ reasons: String, to answer: GivenAnswer, _ tx: Transaction) throws {
    try tx.execute(
      """
      INSERT INTO clue_objection (answered, county, clue, reasons, at)
      VALUES (\(answer.id), \(tx.county), \(answer.clue), \(reasons), \(tx.now))
      """)
  }

  static func objection(to answer: ID<GivenAnswer>, _ reader: Reader) throws -> Objection? {
    try reader.first(
      """
      SELECT answered, clue, reasons, at, outcome, words, decided_by, decided_at FROM clue_objection
      WHERE answered = \(answer)
      """, objection)
  }

  static func decide(_ answer: ID<GivenAnswer>, _ outcome: Objection.Outcome, _ words: String, _ tx: Transaction) throws
  {
    try tx.execute(
      """
      UPDATE clue_objection SET outcome = \(outcome.rawValue), words = \(words), decided_by = \(tx.actor.number),
        decided_at = \(tx.now) WHERE answered = \(answer) AND county = \(tx.county)
      """)
  }

  static func reopen(
    _ clue: ClueRecord, _ state: ClueState, _ owner: ID<Account>, due: CivilDate, provisional: Bool, _ tx: Transaction
  ) throws {
    try TallyStore.move(from: clue.state.rawValue, to: state.rawValue, of: .clue, tx)
    try tx.execute(
      """
      UPDATE clue SET state = \(state.rawValue), owner = \(owner), answer = NULL, ended_at = NULL, due = \(due),
        due_provisional = \(provisional) WHERE county = \(tx.county) AND id = \(clue.id)
      """)
  }

  private static func objection(_ row: Row) throws -> Objection {
    let outcome = try row.maybeText(4).flatMap(Objection.Outcome.init)
    let (words, by, at) = (try row.maybeText(5), try row.maybeInt(6), try row.maybeInstant(7))
    let decision = outcome.flatMap { outcome in
      at.map { Objection.Decision(outcome: outcome, words: words ?? "", by: by ?? 0, at: $0) }
    }
    return Objection(
      answered: try row.id(0), clue: try row.id(1), reasons: try row.text(2), at: try row.instant(3), decision: decision
    )
  }
}
