import Kit
import Storage

/// The SQL of one clue; lists stand in `DocketStore`.
enum ClueStore {
  /// Of `clue c`, in the order that `record` reads.
  static let columns: SQL = """
    c.id, c.county, c.number, c.channel, c.text, c.place, c.state, c.campaign, c.task, c.premises_kind, c.premises,
    c.owner, c.received_at, c.town, c.happened, c.origin, c.accepted_at, c.ended_at, c.answer, c.due, c.due_provisional
    """

  /// Stands for «nothing is due»: a date of its own keeps the sort order the same on both stores, NULL would not.
  static let noDue = "9999-12-31"

  static func insert(_ clue: ClueRecord, codeHash: String, onceHash: String, _ tx: Transaction) throws {
    try tx.execute(
      """
      INSERT INTO clue (id, county, number, channel, text, place, town, happened, origin, state, owner, campaign, task,
        premises_kind, premises, received_at, accepted_at, ended_at, answer, due, due_provisional, code_hash, once_hash)
      VALUES (\(clue.id), \(clue.county), \(clue.number), \(clue.channel.rawValue), \(clue.text), \(clue.place),
        \(clue.town), \(clue.happened), \(clue.origin), \(clue.state.rawValue), \(clue.owner), NULL, NULL, NULL, NULL,
        \(clue.receivedAt), NULL, NULL, NULL, \(clue.due?.iso ?? noDue), \(clue.dueIsProvisional), \(codeHash),
        \(onceHash))
      """)
    try TallyStore.add(1, to: clue.state.rawValue, of: .clue, tx)
  }

  static func find(_ id: ID<Clue>, _ reader: Reader) throws -> ClueRecord? {
    try reader.first("SELECT \(sql: columns) FROM clue c WHERE c.id = \(id)", record)
  }

  static func find(codeHash: String, _ reader: Reader) throws -> ClueRecord? {
    try reader.first("SELECT \(sql: columns) FROM clue c WHERE c.code_hash = \(codeHash)", record)
  }

  static func find(onceHash: String, _ county: County, _ reader: Reader) throws -> ClueRecord? {
    try reader.first(
      "SELECT \(sql: columns) FROM clue c WHERE c.county = \(county) AND c.once_hash = \(onceHash)", record)
  }

  static func since(_ moment: Instant, in county: County, _ reader: Reader) throws -> [ClueRecord] {
    try reader.query(
      """
      SELECT \(sql: columns) FROM clue c WHERE c.county = \(county) AND c.received_at >= \(moment)
        AND c.id NOT IN (SELECT clue FROM clue_concealed)
      ORDER BY c.received_at, c.id
      """, record)
  }

  static func record(_ row: Row) throws -> ClueRecord {
    let due = try row.text(19)
    return ClueRecord(
      id: try row.id(0), county: try row.county(1), number: try row.text(2),
      channel: ClueChannel(rawValue: try row.text(3)) ?? .web, text: try row.text(4), place: try row.text(5),
      state: ClueState(rawValue: try row.text(6)) ?? .received, campaign: try row.maybeID(7), task: try row.maybeID(8),
      premises: try premises(row, kind: 9, number: 10), owner: try row.id(11), receivedAt: try row.instant(12),
      town: try row.int(13), happened: try row.maybeText(14), origin: try row.maybeText(15),
      acceptedAt: try row.maybeInstant(16),
      endedAt: try row.maybeInstant(17), answer: try row.maybeText(18), due: due == noDue ? nil : CivilDate(iso: due),
      dueIsProvisional: try row.bool(20))
  }

  /// The institution or site, from the two columns that name it.
  static func premises(_ row: Row, kind: Int, number: Int) throws -> Ref? {
    guard let kind = try row.maybeText(kind), let number = try row.maybeInt(number) else { return nil }
    return Ref(RefKind(kind), number)
  }
}
