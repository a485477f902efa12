import Foundation
import Kit
import Matching
import Offenders
import Storage

/// All SQL of questions to the province, and of those that were answered here. Persons lie sealed, in both directions.
enum QueryStore {
  private static let columns: SQL = """
    id, county, number, look, subject_kind, subject, sealed, purpose, due, account, asker, at, answer, answerer, answered_at
    """

  static func insert(_ query: QueryRecord, _ tx: Transaction) throws {
    let said = try JSONCall.write(AskedPerson(query.said))
    let sealed = try SealedText.seal(said, for: subject(query.id), try tx.keys(), tx.world)
    try tx.execute(
      """
      INSERT INTO exchange_query (id, county, number, look, subject_kind, subject, sealed, purpose, due, account, asker, at)
      VALUES (\(query.id), \(query.county), \(query.number), \(query.look), \(query.subject?.kind),
        \(query.subject?.number), \(sealed), \(query.purpose), \(query.due), \(query.account), \(query.asker), \(query.at))
      """)
  }

  static func answer(_ id: ID<Query>, _ answer: QueryAnswer, _ tx: Transaction) throws {
    let sealed = try SealedText.seal(try JSONCall.write(answer), for: subject(id), try tx.keys(), tx.world)
    try tx.execute(
      """
      UPDATE exchange_query SET answer = \(sealed), answerer = \(tx.actor.title), answered_at = \(tx.now) WHERE id = \(id)
      """)
  }

  static func query(_ id: ID<Query>, _ reader: Reader) throws -> QueryRecord? {
    try list("id = \(id)", offset: 0, limit: 1, reader).first
  }

  static func query(number: String, in county: County, _ reader: Reader) throws -> QueryRecord? {
    try list("county = \(county) AND number = \(number)", offset: 0, limit: 1, reader).first
  }

  /// Those on which nobody answered, the oldest last.
  static func waiting(in county: County, _ reader: Reader) throws -> [QueryRecord] {
    try list("county = \(county) AND answered_at IS NULL", offset: 0, limit: 100, reader)
  }

  static func on(look id: ID<Look>, _ reader: Reader) throws -> [QueryRecord] {
    try list("look = \(id)", offset: 0, limit: 20, reader)
  }

  static func on(subject: Ref, _ reader: Reader) throws -> [QueryRecord] {
    try list("subject_kind = \(subject.kind) AND subject = \(subject.number)", offset: 0, limit: 20, reader)
  }

  static func count(_ filter: SQL, _ reader: Reader) throws -> Int64 {
    try reader.number("SELECT COUNT(*) FROM exchange_query WHERE " + filter)
  }

  /// The newest first.
  static func list(_ filter: SQL, offset: Int, limit: Int, _ reader: Reader) throws -> [QueryRecord] {
    let keys = try reader.keys()
    return try reader.query(
      "SELECT \(sql: columns) FROM exchange_query WHERE " + filter
        + " ORDER BY id DESC LIMIT \(limit) OFFSET \(offset)"
    ) { try query($0, keys) }
  }

  private static func subject(_ id: ID<Query>) -> String { "province-query:\(id.value)" }

  private static func query(_ row: Row, _ keys: Keys) throws -> QueryRecord {
    let id = try row.id(0, Query.self)
    func opened(_ text: String) throws -> [UInt8] {
      guard let plain = try SealedText.open(text, for: subject(id), keys) else { throw OffenderRefusal.sealBroken }
      return plain
    }
    let kind = try row.maybeText(4)
    let about = try row.maybeInt(5).flatMap { number in kind.map { Ref(RefKind($0), number) } }
    let person = try JSONDecoder().decode(AskedPerson.self, from: Data(try opened(try row.text(6))))
    let answered = try row.maybeText(12).map {
      QueryRecord.Answered(
        answer: try QueryAnswer.read(try opened($0)), by: try row.text(13), at: try row.instant(14))
    }
    return QueryRecord(
      id: id, county: try row.county(1), number: try row.text(2), look: try row.id(3), subject: about,
      said: person.said,
      purpose: try row.text(7), due: try row.date(8), account: try row.int(9), asker: try row.text(10),
      at: try row.instant(11), answered: answered)
  }

  // MARK: What was answered here

  static func insert(_ question: AnsweredQuestion, _ tx: Transaction) throws {
    try tx.execute(
      """
      INSERT INTO exchange_question (id, county, sender, number, purpose, verdict, actor, at)
      VALUES (\(question.id), \(question.county), \(question.sender), \(question.number), \(question.purpose),
        \(question.verdict.rawValue), \(question.actor), \(question.at))
      """)
  }

  static func questions(_ filter: SQL, offset: Int, limit: Int, _ reader: Reader) throws -> (Int64, [AnsweredQuestion])
  {
    (
      try reader.number("SELECT COUNT(*) FROM exchange_question WHERE " + filter),
      try reader.query(
        "SELECT id, county, sender, number, purpose, verdict, actor, at FROM exchange_question WHERE " + filter
          + " ORDER BY id DESC LIMIT \(limit) OFFSET \(offset)"
      ) { row in
        AnsweredQuestion(
          id: try row.id(0), county: try row.county(1), sender: try row.text(2), number: try row.text(3),
          purpose: try row.text(4), verdict: Verdict(rawValue: try row.text(5)) ?? .none, actor: try row.text(6),
          at: try row.instant(7))
      }
    )
  }
}
