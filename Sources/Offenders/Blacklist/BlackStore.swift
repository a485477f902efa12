import Kit
import Storage

/// All SQL of the black list.
enum BlackStore {
  private static let columns: SQL = """
    id, county, person, basis, title, reason, least, state, proposer, proposer_title, proposed_at, told_on, told_how,
    object_until, has_objection, objection, objected_on, decider_title, words, answer, begins, ends, removal
    """

  static func insert(_ entry: BlackEntry, _ grounds: [ID<OffenderRecord>], _ tx: Transaction) throws {
    try tx.execute(
      """
      INSERT INTO offender_black (id, county, person, basis, title, reason, least, state, proposer, proposer_title,
        proposed_at)
      VALUES (\(entry.id), \(entry.county), \(entry.person), \(entry.basis), \(entry.title), \(entry.reason), \(entry.least),
        \(entry.state.rawValue), \(entry.proposer), \(entry.proposerTitle), \(entry.proposedAt))
      """)
    try tx.insert(
      into: "offender_black_ground (entry, record)", rows: grounds.map { [.int(entry.id.value), .int($0.value)] })
  }

  static func tell(_ id: ID<BlackEntry>, _ telling: BlackEntry.Telling, _ tx: Transaction) throws {
    try tx.execute(
      """
      UPDATE offender_black SET state = 'told', told_on = \(telling.on), told_how = \(telling.way.rawValue),
        object_until = \(telling.until) WHERE id = \(id)
      """)
  }

  static func hear(_ id: ID<BlackEntry>, _ objection: BlackEntry.Objection, _ tx: Transaction) throws {
    try tx.execute(
      """
      UPDATE offender_black SET has_objection = \(objection.isObjection), objection = \(objection.words),
        objected_on = \(objection.on) WHERE id = \(id)
      """)
  }

  /// `term` nil: it was not agreed to.
  static func decide(
    _ id: ID<BlackEntry>, _ term: (begins: CivilDate, ends: CivilDate)?, _ words: String, answer: String?,
    _ tx: Transaction
  ) throws {
    let state: BlackEntry.State = term == nil ? .refused : .listed
    try tx.execute(
      """
      UPDATE offender_black SET state = \(state.rawValue), words = \(words), answer = \(answer),
        decider = \(tx.actor.number), decider_title = \(tx.actor.title), decided_at = \(tx.now), begins = \(term?.begins),
        ends = \(term?.ends) WHERE id = \(id)
      """)
  }

  static func end(_ id: ID<BlackEntry>, _ state: BlackEntry.State, _ words: String?, _ tx: Transaction) throws {
    try tx.execute(
      "UPDATE offender_black SET state = \(state.rawValue), removal = \(words), removed_at = \(tx.now) WHERE id = \(id)"
    )
  }

  static func move(_ id: ID<BlackEntry>, to person: ID<Offender>, _ tx: Transaction) throws {
    try tx.execute("UPDATE offender_black SET person = \(person) WHERE id = \(id)")
  }

  static func entry(_ id: ID<BlackEntry>, _ reader: Reader) throws -> BlackEntry? {
    try reader.first("SELECT \(sql: columns) FROM offender_black WHERE id = \(id)", entry)
  }

  /// Numbers of the records that an entry rests on.
  static func grounds(of id: ID<BlackEntry>, _ reader: Reader) throws -> [Int64] {
    try reader.query("SELECT record FROM offender_black_ground WHERE entry = \(id) ORDER BY record") { try $0.int(0) }
  }

  /// The newest first.
  static func entries(of person: ID<Offender>, _ reader: Reader) throws -> [BlackEntry] {
    try reader.query(
      "SELECT \(sql: columns) FROM offender_black WHERE person = \(person) ORDER BY id DESC LIMIT 50", entry)
  }

  static func isOpen(_ person: ID<Offender>, _ basis: String, _ reader: Reader) throws -> Bool {
    try reader.number(
      """
      SELECT COUNT(*) FROM offender_black WHERE person = \(person) AND basis = \(basis)
        AND state IN ('proposed', 'told', 'listed')
      """) > 0
  }

  /// Those under way or standing that rest on one of these records.
  static func open(restingOn records: [Int64], _ reader: Reader) throws -> [BlackEntry] {
    guard !records.isEmpty else { return [] }
    return try reader.query(
      """
      SELECT \(sql: columns) FROM offender_black WHERE state IN ('proposed', 'told', 'listed')
        AND id IN (SELECT entry FROM offender_black_ground WHERE record IN \(sql: .list(records))) ORDER BY id
      """, entry)
  }

  static func page(_ state: BlackEntry.State?, _ listing: (offset: Int, limit: Int), _ reader: Reader) throws -> (
    total: Int64, entries: [BlackEntry]
  ) {
    let condition: SQL = state.map { "state = \($0.rawValue)" } ?? "1 = 1"
    let entries = try reader.query(
      "SELECT \(sql: columns) FROM offender_black WHERE " + condition
        + " ORDER BY id DESC LIMIT \(listing.limit) OFFSET \(listing.offset)", entry)
    return (try reader.number("SELECT COUNT(*) FROM offender_black WHERE " + condition), entries)
  }

  /// What stands on a day of some persons, the newest first.
  static func standing(of persons: [Int64], on day: CivilDate, _ reader: Reader) throws -> [Int64: [BlackEntry]] {
    guard !persons.isEmpty else { return [:] }
    let entries = try reader.query(
      """
      SELECT \(sql: columns) FROM offender_black WHERE state = 'listed' AND ends >= \(day)
        AND person IN \(sql: .list(persons)) ORDER BY id DESC
      """, entry)
    return Dictionary(grouping: entries, by: \.person.value)
  }

  /// What stands on a basis on a day: how many, and the newest of them.
  static func standing(on basis: String, day: CivilDate, most: Int, _ reader: Reader) throws -> (Int64, [BlackEntry]) {
    let condition: SQL = " FROM offender_black WHERE state = 'listed' AND ends >= \(day) AND basis = \(basis)"
    return (
      try reader.number("SELECT COUNT(*)" + condition),
      try reader.query(
        "SELECT \(sql: columns)" + condition + " ORDER BY id DESC LIMIT \(most)", entry)
    )
  }

  static func overdue(on day: CivilDate, _ reader: Reader) throws -> [BlackEntry] {
    try reader.query(
      "SELECT \(sql: columns) FROM offender_black WHERE state = 'listed' AND ends < \(day) ORDER BY id LIMIT 1000",
      entry)
  }

  // MARK: Requests to be taken off

  private static let repairColumns: SQL = "id, entry, asked_on, words, account, title, state, decider_title, answer"

  static func insert(_ repair: BlackRepair, _ tx: Transaction) throws {
    try tx.execute(
      """
      INSERT INTO offender_black_repair (id, entry, asked_on, words, account, title, state, at)
      VALUES (\(repair.id), \(repair.entry), \(repair.askedOn), \(repair.words), \(repair.account), \(repair.title),
        \(repair.state.rawValue), \(tx.now))
      """)
  }

  static func decide(_ id: ID<BlackRepair>, _ state: BlackRepair.State, _ words: String, _ tx: Transaction) throws {
    try tx.execute(
      """
      UPDATE offender_black_repair SET state = \(state.rawValue), answer = \(words), decider = \(tx.actor.number),
        decider_title = \(tx.actor.title), decided_at = \(tx.now) WHERE id = \(id)
      """)
  }

  /// The newest first.
  static func repairs(of id: ID<BlackEntry>, _ reader: Reader) throws -> [BlackRepair] {
    try reader.query(
      "SELECT \(sql: repairColumns) FROM offender_black_repair WHERE entry = \(id) ORDER BY id DESC LIMIT 50", repair)
  }

  static func waitingRepair(of id: ID<BlackEntry>, _ reader: Reader) throws -> BlackRepair? {
    try reader.first(
      "SELECT \(sql: repairColumns) FROM offender_black_repair WHERE entry = \(id) AND state = 'asked'", repair)
  }

  private static func repair(_ row: Row) throws -> BlackRepair {
    BlackRepair(
      id: try row.id(0), entry: try row.id(1), askedOn: try row.date(2), words: try row.text(3),
      account: try row.int(4), title: try row.text(5), state: BlackRepair.State(rawValue: try row.text(6)) ?? .refused,
      decider: try row.maybeText(7), answer: try row.maybeText(8))
  }

  private static func entry(_ row: Row) throws -> BlackEntry {
    let way = BlackEntry.Way(rawValue: try row.maybeText(12) ?? "") ?? .notice
    let until = try row.maybeDate(13)
    let telling = try row.maybeDate(11).map { BlackEntry.Telling(on: $0, way: way, until: until ?? $0) }
    let words = try row.maybeText(15) ?? ""
    let isObjection = try row.maybeInt(14) == 1
    let objection = try row.maybeDate(16).map {
      BlackEntry.Objection(isObjection: isObjection, words: words, on: $0)
    }
    return BlackEntry(
      id: try row.id(0), county: try row.county(1), person: try row.id(2), basis: try row.text(3),
      title: try row.text(4), reason: try row.text(5), least: try row.int(6),
      state: BlackEntry.State(rawValue: try row.text(7)) ?? .refused,
      proposer: try row.int(8), proposerTitle: try row.text(9), proposedAt: try row.instant(10), telling: telling,
      objection: objection, decider: try row.maybeText(17), words: try row.maybeText(18),
      answer: try row.maybeText(19), begins: try row.maybeDate(20), ends: try row.maybeDate(21),
      removal: try row.maybeText(22))
  }
}
