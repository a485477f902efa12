import Kit
import Storage
import Web

enum DemandStore {
  static func insert(_ new: NewDemand, number: Int, of duty: ID<Duty>, _ tx: Transaction) throws {
    try tx.execute(
      """
      INSERT INTO duty_demand (county, duty, number, words, answer_by, actor, person, at, answer, answered_by, answered_at)
      VALUES (\(tx.county), \(duty), \(number), \(new.words), \(new.answerBy), \(tx.actor.title), \(tx.actor.number), \(tx.now),
        NULL, NULL, NULL)
      """)
  }

  static func answer(_ words: String, of duty: ID<Duty>, _ tx: Transaction) throws {
    try tx.execute(
      """
      UPDATE duty_demand SET answer = \(words), answered_by = \(tx.actor.title), answered_at = \(tx.now)
      WHERE duty = \(duty) AND answer IS NULL
      """)
  }

  static func all(of duty: ID<Duty>, _ reader: Reader) throws -> [Demand] {
    try reader.query(
      """
      SELECT number, words, answer_by, actor, at, answer, answered_by, answered_at FROM duty_demand
      WHERE duty = \(duty) ORDER BY number
      """, demand)
  }

  /// Answers are owed no longer by a duty that ends.
  static func endAnswers(of duties: SQL, _ tx: Transaction) throws {
    try NoticeStore.withdraw(of: answers(to: duties), tx)
    try tx.execute(
      """
      UPDATE duty SET ended = \(tx.now), outcome = \(outlived) WHERE kind = \(Demands.answerKind) AND ended IS NULL
        AND subject_kind = \(RefKind.duty) AND subject IN (SELECT duty.id FROM duty WHERE \(sql: duties) AND duty.ended IS NULL)
      """)
  }

  /// Whoever takes a duty over owes the answer as well.
  static func moveAnswers(of duties: SQL, to owner: Int64, agency: Int64, _ tx: Transaction) throws {
    try NoticeStore.addReader(ID(owner), of: answers(to: duties), tx)
    try DutyStore.keepOwner(of: answers(to: duties), before: owner, tx)
    try tx.execute(
      """
      UPDATE duty SET owner = \(owner), agency = \(agency) WHERE kind = \(Demands.answerKind) AND ended IS NULL
        AND subject_kind = \(RefKind.duty) AND subject IN (SELECT duty.id FROM duty WHERE \(sql: duties) AND duty.ended IS NULL)
      """)
  }

  /// Which pressed duties this deed ends, in case one is owed anew in it.
  static func keepPressed(_ duties: SQL, _ tx: Transaction) throws {
    let ended = try tx.query(
      """
      SELECT duty.id FROM duty WHERE \(sql: duties) AND duty.ended IS NULL
        AND EXISTS (SELECT 1 FROM duty_demand m WHERE m.duty = duty.id)
      """
    ) { try $0.int(0) }
    if !ended.isEmpty { tx.kept[keptEnded, default: []].formUnion(ended) }
  }

  /// The one of them that the new duty stands for, each once: where several of its kind ran on the record, the one of the same
  /// title, then of the same owner, then the oldest.
  static func pressed(before new: NewDuty, _ tx: Transaction) throws -> ID<Duty>? {
    guard let ended = tx.kept[keptEnded], !ended.isEmpty else { return nil }
    let found: ID<Duty>? = try tx.first(
      """
      SELECT id FROM duty WHERE id IN \(sql: .list(ended)) AND subject_kind = \(new.subject.kind)
        AND subject = \(new.subject.number) AND kind = \(new.kind)
      ORDER BY CASE WHEN title = \(new.title) THEN 0 ELSE 1 END, CASE WHEN owner = \(new.owner) THEN 0 ELSE 1 END, id
      LIMIT 1
      """
    ) { try $0.id(0) }
    if let found { tx.kept[keptEnded]?.remove(found.value) }
    return found
  }

  private static let keptEnded = "duties.pressed"

  /// Demands, who was told of them, and the answer that ended with the old duty. Who has not read it reads it still.
  static func move(from old: ID<Duty>, to new: ID<Duty>, due: CivilDate, _ tx: Transaction) throws {
    try tx.execute("UPDATE duty_demand SET duty = \(new) WHERE duty = \(old)")
    try tx.execute(
      """
      UPDATE duty SET subject = \(new), ended = NULL, outcome = NULL WHERE kind = \(Demands.answerKind)
        AND subject_kind = \(RefKind.duty) AND subject = \(old) AND ended = \(tx.now) AND outcome = \(outlived)
      """)
    try tx.execute(
      "UPDATE duty_notice SET duty = \(new), due = \(due) WHERE duty = \(old) AND step LIKE 'demand%'")
    try tx.execute(
      """
      UPDATE duty_notice_reader SET waits = 1 WHERE seen IS NULL AND notice IN (
        SELECT n.id FROM duty_notice n JOIN duty ON duty.id = n.duty
        WHERE duty.ended IS NULL AND (duty.id = \(new) OR (\(sql: answers(to: "duty.id = \(new)")))))
      """)
  }

  private static let outlived = "督办的事已经办结"

  private static func answers(to duties: SQL) -> SQL {
    """
    duty.kind = \(Demands.answerKind) AND duty.subject_kind = \(RefKind.duty)
      AND duty.subject IN (SELECT duty.id FROM duty WHERE \(sql: duties) AND duty.ended IS NULL)
    """
  }

  /// A pressed duty in a list: the last demand, and how many there were.
  struct Pressed: Sendable {
    let duty: ID<Duty>
    let title: String
    let owner: String
    let last: Demand
    let ended: Instant?
  }

  static func list(
    _ condition: SQL, limit: Int, offset: Int, _ reader: Reader
  ) throws -> [Pressed] {
    try reader.query(
      """
      SELECT m.number, m.words, m.answer_by, m.actor, m.at, m.answer, m.answered_by, m.answered_at, duty.id, duty.title,
        account.name, duty.ended \(sql: from) WHERE \(sql: condition)
      ORDER BY m.at DESC, duty.id LIMIT \(limit) OFFSET \(offset)
      """
    ) { row in
      Pressed(
        duty: try row.id(8), title: try row.text(9), owner: try row.text(10), last: try demand(row),
        ended: try row.maybeInstant(11))
    }
  }

  static func count(_ condition: SQL, _ reader: Reader) throws -> Int64 {
    try reader.number("SELECT COUNT(*) \(sql: from) WHERE \(sql: condition)")
  }

  private static let from: SQL = """
    FROM duty_demand m JOIN duty ON duty.id = m.duty JOIN account ON account.id = duty.owner
    """

  /// Of each duty the last demand only.
  static let isLast: SQL = " AND m.number = (SELECT MAX(o.number) FROM duty_demand o WHERE o.duty = m.duty)"
  /// Duties that somebody pressed; a part of a condition.
  static let isPressed: SQL = " AND EXISTS (SELECT 1 FROM duty_demand m WHERE m.duty = duty.id)"
  /// The groups of the list, by the name in its address.
  static let groups: [String: SQL] = [
    "silent": " AND m.answer IS NULL AND duty.ended IS NULL",
    "answered": " AND m.answer IS NOT NULL AND duty.ended IS NULL",
    "ended": " AND duty.ended IS NOT NULL",
  ]

  private static func demand(_ row: Row) throws -> Demand {
    Demand(
      number: Int(try row.int(0)), words: try row.text(1), answerBy: try row.date(2), by: try row.text(3),
      at: try row.instant(4), answer: try row.maybeText(5), answeredBy: try row.maybeText(6),
      answeredAt: try row.maybeInstant(7))
  }
}
