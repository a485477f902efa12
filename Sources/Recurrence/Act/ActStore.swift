import Casework
import Kit
import Offenders
import Offices
import Storage

/// All SQL of new acts.
enum ActStore {
  private static let columns: SQL = """
    recurrence.id, recurrence.county, recurrence.person, recurrence.subject_kind, recurrence.subject,
    recurrence.subject_title, recurrence.law_case, recurrence.act_on, recurrence.standing, recurrence.state,
    recurrence.head, recurrence.raised_count, recurrence.raised_reading, recurrence.raised_at, recurrence.decision,
    recurrence.decider, recurrence.decided_at, recurrence.at
    """

  static func insert(_ act: ActRecord, _ tx: Transaction) throws {
    try tx.execute(
      """
      INSERT INTO recurrence (id, county, person, subject_kind, subject, subject_title, law_case, act_on, standing, state, at)
      VALUES (\(act.id), \(act.county), \(act.person), \(act.subject.kind), \(act.subject.number), \(act.subjectTitle),
        \(act.lawCase), \(act.on), \(act.standing), \(act.state.rawValue), \(act.at))
      """)
  }

  static func raise(_ id: ID<NewAct>, _ raised: ActRecord.Raised, _ tx: Transaction) throws {
    try tx.execute(
      """
      UPDATE recurrence SET state = \(ActState.waiting.rawValue), raised_count = \(raised.number),
        raised_reading = \(raised.reading), raised_at = \(raised.at) WHERE id = \(id)
      """)
  }

  static func setHead(_ head: ID<Account>, of id: ID<NewAct>, _ tx: Transaction) throws {
    try tx.execute("UPDATE recurrence SET head = \(head) WHERE id = \(id)")
  }

  static func decide(_ id: ID<NewAct>, _ state: ActState, _ decision: ActRecord.Decision, _ tx: Transaction) throws {
    try tx.execute(
      """
      UPDATE recurrence SET state = \(state.rawValue), decision = \(decision.words), decider = \(decision.by),
        decided_at = \(decision.at) WHERE id = \(id)
      """)
  }

  /// Acts found in a clue or a visit go along into the case that was filed from it.
  static func follow(_ source: Ref, into lawCase: ID<Case>, _ tx: Transaction) throws {
    try tx.execute(
      """
      UPDATE recurrence SET law_case = \(lawCase)
      WHERE subject_kind = \(source.kind) AND subject = \(source.number) AND law_case IS NULL
      """)
  }

  static func find(_ id: ID<NewAct>, _ reader: Reader) throws -> ActRecord? {
    try reader.first("SELECT \(sql: columns) FROM recurrence WHERE id = \(id)", record)
  }

  static func find(_ person: ID<Offender>, in subject: Ref, _ reader: Reader) throws -> ActRecord? {
    try list(
      "person = \(person) AND subject_kind = \(subject.kind) AND subject = \(subject.number)", limit: 1, reader
    ).first
  }

  static func ofCase(_ id: ID<Case>, _ reader: Reader) throws -> [ActRecord] {
    try list("law_case = \(id)", limit: 50, reader)
  }

  static func ofSubject(_ subject: Ref, _ reader: Reader) throws -> [ActRecord] {
    try list("subject_kind = \(subject.kind) AND subject = \(subject.number)", limit: 50, reader)
  }

  static func ofPerson(_ id: ID<Offender>, _ reader: Reader) throws -> [ActRecord] {
    try list("person = \(id)", limit: 50, reader)
  }

  /// What waits or is watched in a county, the oldest first, from one on: the sweep goes through all of them in pieces.
  static func open(in county: County, after id: Int64, _ reader: Reader) throws -> [ActRecord] {
    try reader.query(
      """
      SELECT \(sql: columns) FROM recurrence WHERE county = \(county)
        AND state IN \(sql: .list([ActState.watched.rawValue, ActState.waiting.rawValue])) AND id > \(id)
      ORDER BY id LIMIT 200
      """, record)
  }

  static func counties(_ reader: Reader) throws -> [County] {
    try reader.query(
      """
      SELECT DISTINCT county FROM recurrence
      WHERE state IN \(sql: .list([ActState.watched.rawValue, ActState.waiting.rawValue])) ORDER BY county
      """
    ) { try $0.county(0) }
  }

  static func waiting(for account: Int64, _ reader: Reader) throws -> [ActRecord] {
    try list("head = \(account) AND state = \(ActState.waiting.rawValue)", limit: 2000, reader)
  }

  static func count(_ condition: SQL, _ reader: Reader) throws -> Int64 {
    try reader.number("SELECT COUNT(*) FROM recurrence WHERE " + condition)
  }

  /// The newest first unless turned round.
  static func list(
    _ condition: SQL, limit: Int, offset: Int = 0, newestFirst: Bool = true, _ reader: Reader
  ) throws -> [ActRecord] {
    let order: SQL = newestFirst ? "recurrence.id DESC" : "recurrence.id"
    return try reader.query(
      "SELECT \(sql: columns) FROM recurrence WHERE " + condition + " ORDER BY " + order
        + " LIMIT \(limit) OFFSET \(offset)", record)
  }

  private static func record(_ row: Row) throws -> ActRecord {
    let raised = try row.maybeInt(11).map {
      ActRecord.Raised(number: Int($0), reading: try row.text(12), at: try row.instant(13))
    }
    let decision = try row.maybeText(14).map {
      ActRecord.Decision(words: $0, by: try row.text(15), at: try row.instant(16))
    }
    return ActRecord(
      id: try row.id(0), county: try row.county(1), person: try row.id(2),
      subject: Ref(RefKind(try row.text(3)), try row.int(4)), subjectTitle: try row.text(5),
      lawCase: try row.maybeID(6),
      on: try row.date(7), standing: try row.maybeText(8), state: ActState(rawValue: try row.text(9)) ?? .watched,
      head: try row.maybeID(10), raised: raised, decision: decision, at: try row.instant(17))
  }
}
