import Kit
import Storage

enum JudgementStore {
  private static let columns: SQL = """
    id, county, person, subject_kind, subject, answer, reason, account, title, at
    """

  static func insert(_ one: Judgement, _ tx: Transaction) throws {
    try tx.execute(
      """
      INSERT INTO offender_judgement (\(sql: columns))
      VALUES (\(one.id), \(one.county), \(one.person), \(one.subject.kind), \(one.subject.number), \(one.answer.rawValue),
        \(one.reason), \(one.account), \(one.title), \(one.at))
      """)
  }

  static func judgements(on subject: Ref, _ reader: Reader) throws -> [Judgement] {
    try reader.query(
      """
      SELECT \(sql: columns) FROM offender_judgement WHERE subject_kind = \(subject.kind) AND subject = \(subject.number)
      ORDER BY id
      """, judgement)
  }

  /// The newest first.
  static func judgements(of person: ID<Offender>, _ reader: Reader) throws -> [Judgement] {
    try reader.query(
      "SELECT \(sql: columns) FROM offender_judgement WHERE person = \(person) ORDER BY id DESC LIMIT 200", judgement)
  }

  private static func judgement(_ row: Row) throws -> Judgement {
    Judgement(
      id: try row.id(0), county: try row.county(1), person: try row.id(2),
      subject: Ref(RefKind(try row.text(3)), try row.int(4)),
      answer: JudgedAnswer(rawValue: try row.text(5)) ?? .unsure, reason: try row.text(6), account: try row.int(7),
      title: try row.text(8), at: try row.instant(9))
  }
}
