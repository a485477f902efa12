import Kit
import Storage
import Web

enum AssistanceSchema {
  static let change = SchemaChange("casework-6-across") { _ in
    [
      """
      CREATE TABLE assistance (id BIGINT PRIMARY KEY, county BIGINT NOT NULL, other BIGINT NOT NULL, law_case BIGINT NOT NULL,
        number TEXT NOT NULL, kind TEXT NOT NULL, what TEXT NOT NULL, why TEXT NOT NULL, due TEXT NOT NULL,
        account BIGINT NOT NULL, asker TEXT NOT NULL, state TEXT NOT NULL, at BIGINT NOT NULL, answer TEXT, answerer TEXT,
        answered_at BIGINT, statement TEXT, stater TEXT, stated_at BIGINT, ruling TEXT, ruler TEXT, ruled_at BIGINT,
        ruled_for BIGINT)
      """,
      "CREATE UNIQUE INDEX assistance_number ON assistance (county, number)",
      "CREATE INDEX assistance_other ON assistance (other, id)",
      "CREATE INDEX assistance_case ON assistance (county, law_case, id)",
    ]
  }
}

/// All SQL of requests between counties.
enum AssistanceStore {
  private static let columns: SQL = """
    id, county, other, law_case, number, kind, what, why, due, account, asker, state, at, answer, answerer, answered_at,
    statement, stater, stated_at, ruling, ruler, ruled_at, ruled_for
    """

  static func insert(_ record: AssistanceRecord, _ tx: Transaction) throws {
    let new = record.new
    try tx.execute(
      """
      INSERT INTO assistance (id, county, other, law_case, number, kind, what, why, due, account, asker, state, at)
      VALUES (\(record.id), \(record.county), \(new.other), \(record.lawCase), \(record.number), \(new.kind.rawValue),
        \(new.what), \(new.why), \(new.due), \(record.account), \(record.asker), \(record.state.rawValue), \(record.at))
      """)
  }

  static func setAnswer(_ word: AssistanceWord, _ state: AssistanceState, of id: ID<Assistance>, _ tx: Transaction)
    throws
  {
    try tx.execute(
      """
      UPDATE assistance SET state = \(state.rawValue), answer = \(word.text), answerer = \(word.by), answered_at = \(word.at)
      WHERE id = \(id)
      """)
  }

  static func setStatement(_ word: AssistanceWord, of id: ID<Assistance>, _ tx: Transaction) throws {
    try tx.execute(
      """
      UPDATE assistance SET state = 'escalated', statement = \(word.text), stater = \(word.by), stated_at = \(word.at)
      WHERE id = \(id)
      """)
  }

  static func setRuling(_ word: AssistanceWord, for county: County, of id: ID<Assistance>, _ tx: Transaction) throws {
    try tx.execute(
      """
      UPDATE assistance SET state = 'ruled', ruling = \(word.text), ruler = \(word.by), ruled_at = \(word.at),
        ruled_for = \(county) WHERE id = \(id)
      """)
  }

  static func find(_ id: ID<Assistance>, _ reader: Reader) throws -> AssistanceRecord? {
    try reader.first("SELECT \(sql: columns) FROM assistance WHERE id = \(id)", record)
  }

  static func found(_ id: ID<Assistance>, _ reader: Reader) throws -> AssistanceRecord {
    guard let record = try find(id, reader) else { throw MissingRecord("件协查") }
    return record
  }

  static func ofCase(_ id: ID<Case>, in county: County, _ reader: Reader) throws -> [AssistanceRecord] {
    try list("county = \(county) AND law_case = \(id)", reader)
  }

  /// The ruling that gives a case to another county; nil where there is none, or the last one left it here.
  static func ruledElsewhere(_ id: ID<Case>, in county: County, _ reader: Reader) throws -> AssistanceRecord? {
    try reader.first(
      """
      SELECT \(sql: columns) FROM assistance WHERE county = \(county) AND law_case = \(id) AND state = 'ruled'
      ORDER BY ruled_at DESC, id DESC LIMIT 1
      """, record
    ).flatMap { $0.ruledFor == county ? nil : $0 }
  }

  /// Sent by counties of the scope, the newest first.
  static func sent(_ scope: Scope, _ reader: Reader) throws -> [AssistanceRecord] {
    try list(scope.filter(county: "county", agency: "0", owner: "account"), reader)
  }

  /// Received by counties of the scope.
  static func received(_ scope: Scope, _ reader: Reader) throws -> [AssistanceRecord] {
    try list(scope.filter(county: "other", agency: "0", owner: "0"), reader)
  }

  private static func list(_ condition: SQL, _ reader: Reader) throws -> [AssistanceRecord] {
    try reader.query(
      "SELECT \(sql: columns) FROM assistance WHERE " + condition + " ORDER BY id DESC LIMIT 500", record)
  }

  private static func record(_ row: Row) throws -> AssistanceRecord {
    let new = NewAssistance(
      AssistanceKind(rawValue: try row.text(5)) ?? .help, of: try row.county(2), what: try row.text(6),
      why: try row.text(7),
      due: try row.date(8))
    return AssistanceRecord(
      id: try row.id(0), county: try row.county(1), lawCase: try row.id(3), number: try row.text(4), new: new,
      account: try row.int(9), asker: try row.text(10), state: AssistanceState(rawValue: try row.text(11)) ?? .sent,
      at: try row.instant(12), answer: try word(row, 13), statement: try word(row, 16), ruling: try word(row, 19),
      ruledFor: try row.maybeInt(22).map { County($0) })
  }

  private static func word(_ row: Row, _ first: Int) throws -> AssistanceWord? {
    guard let text = try row.maybeText(first) else { return nil }
    return AssistanceWord(text: text, by: try row.text(first + 1), at: try row.instant(first + 2))
  }
}
