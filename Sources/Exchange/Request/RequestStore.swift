import Kit
import Matching
import Offenders
import Storage
import Web

/// All SQL of requests between counties. Whom they ask for lies sealed.
enum RequestStore {
  private static let columns: SQL = """
    id, county, other, number, sealed, purpose, due, account, asker, state, at, answer, answerer, answered_at, is_open
    """

  static func insert(_ record: RequestRecord, _ tx: Transaction) throws {
    let new = record.new
    let plain = fields.map { new.said[keyPath: $0] }.joined(separator: "\u{1F}")
    let sealed = try SealedText.seal(Array(plain.utf8), for: subject(record.id), try tx.keys(), tx.world)
    try tx.execute(
      """
      INSERT INTO exchange_request (id, county, other, number, sealed, purpose, due, account, asker, state, at, is_open)
      VALUES (\(record.id), \(record.county), \(new.other), \(record.number), \(sealed), \(new.purpose), \(new.due),
        \(record.account), \(record.asker), \(record.state.rawValue), \(record.at), 0)
      """)
  }

  static func answer(
    _ id: ID<PersonRequest>, _ state: RequestState, _ answer: RequestRecord.Answer, isOpen: Bool, _ tx: Transaction
  ) throws {
    try tx.execute(
      """
      UPDATE exchange_request SET state = \(state.rawValue), answer = \(answer.words), answerer = \(answer.by),
        answered_at = \(answer.at), is_open = \(isOpen) WHERE id = \(id)
      """)
  }

  static func give(_ records: [OffenderRecord], to id: ID<PersonRequest>, _ tx: Transaction) throws {
    try tx.insert(
      into: "exchange_given (request, number, person, record)",
      rows: records.enumerated().map { number, record in
        [.int(id.value), .int(Int64(number) + 1), .int(record.person.value), .int(record.id.value)]
      })
  }

  /// Persons and records that were given, in their order.
  static func given(_ id: ID<PersonRequest>, _ reader: Reader) throws -> [(
    person: ID<Offender>, record: ID<OffenderRecord>
  )] {
    try reader.query("SELECT person, record FROM exchange_given WHERE request = \(id) ORDER BY number") {
      (try $0.id(0), try $0.id(1))
    }
  }

  static func find(_ id: ID<PersonRequest>, _ reader: Reader) throws -> RequestRecord? {
    let keys = try reader.keys()
    return try reader.first("SELECT \(sql: columns) FROM exchange_request WHERE id = \(id)") { try record($0, keys) }
  }

  static func found(_ id: ID<PersonRequest>, _ reader: Reader) throws -> RequestRecord {
    guard let record = try find(id, reader) else { throw MissingRecord("件跨县查询") }
    return record
  }

  /// The newest first.
  static func list(_ filter: SQL, offset: Int, limit: Int, _ reader: Reader) throws -> [RequestRecord] {
    let keys = try reader.keys()
    return try reader.query(
      "SELECT \(sql: columns) FROM exchange_request WHERE " + filter
        + " ORDER BY id DESC LIMIT \(limit) OFFSET \(offset)"
    ) { try record($0, keys) }
  }

  static func count(_ filter: SQL, _ reader: Reader) throws -> Int64 {
    try reader.number("SELECT COUNT(*) FROM exchange_request WHERE " + filter)
  }

  private static let fields: [MatchRecord.Field] = [
    \.name, \.aliases, \.sex, \.birthYear, \.idNumber, \.phone, \.homePlace,
  ]

  private static func subject(_ id: ID<PersonRequest>) -> String { "person-request:\(id.value)" }

  private static func record(_ row: Row, _ keys: Keys) throws -> RequestRecord {
    let id = try row.id(0, PersonRequest.self)
    var said = MatchRecord()
    if let plain = try SealedText.open(try row.text(4), for: subject(id), keys) {
      let parts = plain.split(separator: 0x1F, omittingEmptySubsequences: false)
      for (field, part) in zip(fields, parts) { said[keyPath: field] = String(decoding: part, as: UTF8.self) }
    }
    let answer = try row.maybeText(11).map {
      RequestRecord.Answer(words: $0, by: try row.text(12), at: try row.instant(13))
    }
    return RequestRecord(
      id: id, county: try row.county(1), number: try row.text(3),
      new: NewRequest(of: try row.county(2), said, purpose: try row.text(5), due: try row.date(6)),
      account: try row.int(7), asker: try row.text(8), state: RequestState(rawValue: try row.text(9)) ?? .sent,
      at: try row.instant(10), answer: answer, isOpen: try row.bool(14))
  }
}
