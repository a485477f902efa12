import Kit
import Law
import Storage

/// Stops and extensions of a clock, and what its date was before.
enum ClockStore {
  struct Pause: Sendable {
    let duty: Int64
    let starts: CivilDate
    let ends: CivilDate?
    let document: String
    let decider: String
    let decided: CivilDate

    var period: ExcludedPeriod? { ends.flatMap { ExcludedPeriod(from: starts, until: $0) } }
  }

  struct Extension: Sendable {
    let step: Int
    let document: String
    let decider: String
    let decided: CivilDate
  }

  struct Moved: Sendable {
    let at: Instant
    let actor: String
    let words: String
    let before: CivilDate
    let after: CivilDate?
  }

  static func open(_ subject: Ref, _ kind: String, _ reader: Reader) throws -> OpenDuty? {
    try DutyStore.open(
      "duty.subject_kind = \(subject.kind) AND duty.subject = \(subject.number) AND duty.kind = \(kind)", limit: 1,
      reader
    ).first
  }

  /// Of one county, in the order of their identities, after one of them: whatever rests on a term.
  static func termed(in county: County, after id: Int64, limit: Int, _ reader: Reader) throws -> [Clock] {
    let ids = try reader.query(
      """
      SELECT id FROM duty WHERE county = \(county) AND ended IS NULL AND term IS NOT NULL AND suspended IS NULL AND id > \(id)
      ORDER BY id LIMIT \(limit)
      """
    ) { try $0.int(0) }
    guard !ids.isEmpty else { return [] }
    let pauses = Dictionary(grouping: try pauses(of: ids, reader), by: \.duty)
    return try DutyStore.open("duty.id IN \(sql: .list(ids))", limit: limit, reader).compactMap { duty in
      duty.term.map { Clock(duty: duty, term: $0, excluded: (pauses[duty.id.value] ?? []).compactMap(\.period)) }
    }.sorted { $0.duty.id < $1.duty.id }
  }

  static func counties(_ reader: Reader) throws -> [County] {
    try reader.query("SELECT DISTINCT county FROM duty WHERE ended IS NULL ORDER BY county") { try $0.county(0) }
  }

  static func pauses(of duties: some Sequence<some SQLBindable>, _ reader: Reader) throws -> [Pause] {
    try reader.query(
      """
      SELECT duty, starts, ends, document, decider, decided FROM duty_pause WHERE duty IN \(sql: .list(duties))
      ORDER BY starts, id
      """
    ) { row in
      Pause(
        duty: try row.int(0), starts: try row.date(1), ends: try row.maybeDate(2), document: try row.text(3),
        decider: try row.text(4), decided: try row.date(5))
    }
  }

  static func extensions(of duty: ID<Duty>, _ reader: Reader) throws -> [Extension] {
    try reader.query("SELECT step, document, decider, decided FROM duty_extension WHERE duty = \(duty) ORDER BY step") {
      row in
      Extension(
        step: Int(try row.int(0)), document: try row.text(1), decider: try row.text(2), decided: try row.date(3))
    }
  }

  static func changes(of duty: ID<Duty>, _ reader: Reader) throws -> [Moved] {
    try reader.query(
      "SELECT at, actor, words, due_before, due_after FROM duty_change WHERE duty = \(duty) ORDER BY id"
    ) { row in
      Moved(
        at: try row.instant(0), actor: try row.text(1), words: try row.text(2), before: try row.date(3),
        after: try row.maybeDate(4))
    }
  }

  static func insertPause(of duty: OpenDuty, from day: CivilDate, _ decision: DutyDecision, _ tx: Transaction) throws {
    try tx.execute(
      """
      INSERT INTO duty_pause (id, county, duty, starts, ends, document, decider, decided)
      VALUES (\(tx.world.newID(Duty.self)), \(tx.county), \(duty.id), \(day), NULL, \(decision.document),
        \(decision.decider), \(decision.on))
      """)
    try tx.execute("UPDATE duty SET suspended = \(day) WHERE id = \(duty.id)")
  }

  static func endPause(of duty: OpenDuty, with day: CivilDate, _ tx: Transaction) throws {
    try tx.execute("UPDATE duty_pause SET ends = \(day) WHERE duty = \(duty.id) AND ends IS NULL")
    try tx.execute("UPDATE duty SET suspended = NULL WHERE id = \(duty.id)")
  }

  static func insertExtension(of duty: OpenDuty, _ decision: DutyDecision, _ tx: Transaction) throws {
    let step = duty.extended + 1
    try tx.execute(
      """
      INSERT INTO duty_extension (county, duty, step, document, decider, decided)
      VALUES (\(tx.county), \(duty.id), \(step), \(decision.document), \(decision.decider), \(decision.on))
      """)
    try tx.execute("UPDATE duty SET extended = \(step) WHERE id = \(duty.id)")
  }

  static func setEvent(_ day: CivilDate, of duty: OpenDuty, _ tx: Transaction) throws {
    try tx.execute("UPDATE duty SET began = \(day) WHERE id = \(duty.id)")
  }

  static func setDue(_ due: Due, of duty: OpenDuty, _ tx: Transaction) throws {
    if due.date != duty.due { try NoticeStore.withdraw(of: "duty.id = \(duty.id)", tx) }
    try tx.execute(
      """
      UPDATE duty SET due = \(due.date), counted_to = \(due.countedTo), provisional = \(due.provisional)
      WHERE id = \(duty.id)
      """)
  }

  /// A date that rests on no term.
  static func setDate(_ due: CivilDate, _ basis: String, of duty: OpenDuty, _ tx: Transaction) throws {
    try NoticeStore.withdraw(of: "duty.id = \(duty.id)", tx)
    try tx.execute("UPDATE duty SET due = \(due), counted_to = NULL, basis = \(basis) WHERE id = \(duty.id)")
  }

  static func insertChange(
    of duty: OpenDuty, _ words: String, from before: CivilDate, to after: CivilDate?, _ tx: Transaction
  ) throws {
    try tx.execute(
      """
      INSERT INTO duty_change (id, county, duty, at, actor, words, due_before, due_after)
      VALUES (\(tx.world.newID(Duty.self)), \(tx.county), \(duty.id), \(tx.now), \(tx.actor.title), \(words), \(before), \(after))
      """)
  }
}
