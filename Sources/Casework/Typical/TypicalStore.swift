import Kit
import Storage

enum TypicalSchema {
  static let change = SchemaChange("casework-7-across") { _ in
    [
      """
      CREATE TABLE typical_case (id BIGINT PRIMARY KEY, county BIGINT NOT NULL, law_case BIGINT NOT NULL, title TEXT NOT NULL,
        text TEXT NOT NULL, state TEXT NOT NULL, author BIGINT NOT NULL, approver BIGINT, published_on TEXT,
        withdrawn_for TEXT, at BIGINT NOT NULL)
      """,
      "CREATE UNIQUE INDEX typical_case_case ON typical_case (county, law_case)",
      "CREATE INDEX typical_case_public ON typical_case (state, published_on, id)",
    ]
  }
}

enum TypicalWordSchema {
  static let change = SchemaChange("casework-10-mend-a") { _ in
    [
      """
      CREATE TABLE typical_no_name (county BIGINT NOT NULL, law_case BIGINT NOT NULL, word TEXT NOT NULL,
        account BIGINT NOT NULL, at BIGINT NOT NULL, PRIMARY KEY (county, law_case, word))
      """
    ]
  }
}

/// All SQL of typical cases.
enum TypicalStore {
  private static let columns: SQL = "id, county, law_case, title, text, state, author, published_on, withdrawn_for"

  /// One for each case: the text is written anew in its place.
  static func put(_ record: TypicalRecord, _ tx: Transaction) throws {
    try tx.execute(
      """
      INSERT INTO typical_case (id, county, law_case, title, text, state, author, at)
      VALUES (\(record.id), \(record.county), \(record.lawCase), \(record.title), \(record.text), \(record.state.rawValue),
        \(record.author), \(tx.now))
      ON CONFLICT (county, law_case) DO UPDATE SET title = excluded.title, text = excluded.text, state = excluded.state,
        author = excluded.author, approver = NULL, published_on = NULL, withdrawn_for = NULL, at = excluded.at
      """)
  }

  static func addNoName(_ word: String, of id: ID<Case>, _ tx: Transaction) throws {
    try tx.execute(
      """
      INSERT INTO typical_no_name (county, law_case, word, account, at)
      VALUES (\(tx.county), \(id), \(word), \(tx.actor.number), \(tx.now)) ON CONFLICT DO NOTHING
      """)
  }

  /// Words that the head confirmed to be no names, for one case.
  static func noNames(of id: ID<Case>, in county: County, _ reader: Reader) throws -> Set<String> {
    Set(
      try reader.query("SELECT word FROM typical_no_name WHERE county = \(county) AND law_case = \(id)") {
        try $0.text(0)
      })
  }

  static func publish(_ id: ID<Typical>, on day: CivilDate, by account: Int64, _ tx: Transaction) throws {
    try tx.execute(
      "UPDATE typical_case SET state = 'published', published_on = \(day), approver = \(account) WHERE id = \(id)")
  }

  static func withdraw(_ id: ID<Typical>, _ reason: String, _ tx: Transaction) throws {
    try tx.execute("UPDATE typical_case SET state = 'withdrawn', withdrawn_for = \(reason) WHERE id = \(id)")
  }

  static func ofCase(_ id: ID<Case>, _ reader: Reader) throws -> TypicalRecord? {
    try reader.first("SELECT \(sql: columns) FROM typical_case WHERE law_case = \(id)", record)
  }

  /// For everybody: what is published now, the newest first.
  static func published(offset: Int, limit: Int, _ reader: Reader) throws -> [TypicalRecord] {
    try reader.query(
      """
      SELECT \(sql: columns) FROM typical_case WHERE state = 'published' ORDER BY published_on DESC, id DESC
      LIMIT \(limit) OFFSET \(offset)
      """, record)
  }

  static func publishedCount(_ reader: Reader) throws -> Int64 {
    try reader.number("SELECT COUNT(*) FROM typical_case WHERE state = 'published'")
  }

  static func published(_ id: ID<Typical>, _ reader: Reader) throws -> TypicalRecord? {
    try reader.first("SELECT \(sql: columns) FROM typical_case WHERE id = \(id) AND state = 'published'", record)
  }

  private static func record(_ row: Row) throws -> TypicalRecord {
    TypicalRecord(
      id: try row.id(0), county: try row.county(1), lawCase: try row.id(2), title: try row.text(3),
      text: try row.text(4),
      state: TypicalState(rawValue: try row.text(5)) ?? .withdrawn, author: try row.int(6),
      publishedOn: try row.maybeDate(7),
      withdrawnFor: try row.maybeText(8))
  }
}
