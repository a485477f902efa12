internal import Kit
internal import Offices
internal import Storage
internal import Web

enum FileReadingStore {
  private static let columns: SQL = """
    f.id, f.county, f.draw, f.assessment, f.campaign, f.agency, f.agency_name, f.position, f.subject_kind, f.subject,
    f.reader_name, f.arbiter, f.arbiter_name, f.due, f.points, f.words, f.read_by, f.read_at, f.object_until, f.objection,
    f.answered_at, f.decided_points, f.decision, f.decided_by, f.decided_at FROM file_reading f
    """

  static func insert(_ draw: FileDrawRecord, _ unit: AssessedUnit, _ one: ID<Assessment>, _ tx: Transaction) throws {
    try tx.execute(
      """
      INSERT INTO file_draw (id, county, assessment, agency, agency_name, seed, pool, wanted, drawn_by, drawn_at)
      VALUES (\(draw.id), \(tx.county), \(one), \(unit.agency), \(unit.name), \(draw.seed),
        \(draw.pool.joined(separator: "\n")), \(draw.wanted), \(draw.by), \(draw.at))
      """)
  }

  /// Answers its place among the files of the unit.
  static func insert(
    _ id: ID<FileReading>, _ subject: Ref, of draw: ID<FileDraw>, _ one: AssessmentRecord, _ unit: AssessedUnit,
    _ reader: Person, _ arbiter: Person, _ due: CivilDate, _ tx: Transaction
  ) throws -> Int64 {
    let position =
      try tx.number(
        "SELECT COUNT(*) FROM file_reading WHERE assessment = \(one.id) AND agency = \(unit.agency)") + 1
    try tx.execute(
      """
      INSERT INTO file_reading (id, county, draw, assessment, campaign, agency, agency_name, position, subject_kind, subject,
        reader_name, arbiter, arbiter_name, due)
      VALUES (\(id), \(tx.county), \(draw), \(one.id), \(one.campaign), \(unit.agency), \(unit.name), \(position),
        \(subject.kind), \(subject.number), \(reader.label), \(arbiter.id), \(arbiter.label), \(due))
      """)
    return position
  }

  static func read(
    _ id: ID<FileReading>, points: Int64, words: String, until: CivilDate?, _ tx: Transaction
  ) throws {
    try tx.execute(
      """
      UPDATE file_reading SET points = \(points), words = \(words), read_by = \(tx.actor.number), read_at = \(tx.now),
        object_until = \(until) WHERE id = \(id)
      """)
  }

  static func answer(_ id: ID<FileReading>, objection: String?, _ tx: Transaction) throws {
    try tx.execute("UPDATE file_reading SET objection = \(objection), answered_at = \(tx.now) WHERE id = \(id)")
  }

  static func decide(_ id: ID<FileReading>, points: Int64, words: String, _ tx: Transaction) throws {
    try tx.execute(
      """
      UPDATE file_reading SET decided_points = \(points), decision = \(words), decided_by = \(tx.actor.title),
        decided_at = \(tx.now) WHERE id = \(id)
      """)
  }

  static func setArbiter(_ person: Person, of id: ID<FileReading>, _ tx: Transaction) throws {
    try tx.execute(
      "UPDATE file_reading SET arbiter = \(person.id), arbiter_name = \(person.label) WHERE id = \(id)")
  }

  static func setReader(_ person: Person, of id: ID<FileReading>, _ tx: Transaction) throws {
    try tx.execute("UPDATE file_reading SET reader_name = \(person.label) WHERE id = \(id)")
  }

  static func find(_ id: ID<FileReading>, _ reader: Reader) throws -> FileReadingRecord? {
    try reader.first("SELECT \(sql: columns) WHERE f.id = \(id)") { try reading($0, reader.today) }
  }

  /// By unit, in the order in which they were drawn.
  static func all(of one: ID<Assessment>, _ reader: Reader) throws -> [FileReadingRecord] {
    try reader.query("SELECT \(sql: columns) WHERE f.assessment = \(one) ORDER BY f.agency, f.position") {
      try reading($0, reader.today)
    }
  }

  /// Those whose points stand.
  static func counted(of one: ID<Assessment>, _ reader: Reader) throws -> [FileReadingRecord] {
    try all(of: one, reader).filter { $0.finalPoints != nil }
  }

  static func draws(of one: ID<Assessment>, _ reader: Reader) throws -> [FileDrawRecord] {
    try reader.query(
      """
      SELECT id, agency_name, seed, pool, wanted, drawn_by, drawn_at FROM file_draw WHERE assessment = \(one) ORDER BY id
      """
    ) { row in
      FileDrawRecord(
        id: try row.id(0), agencyName: try row.text(1), seed: try row.text(2),
        pool: try row.text(3).split(separator: "\n").map(String.init), wanted: try row.int(4), by: try row.text(5),
        at: try row.instant(6))
    }
  }

  static func face(_ number: Int64, _ reader: Reader) throws -> RecordFace? {
    try find(ID(number), reader).map { RecordFace(title: $0.title, place: Placement(county: $0.county)) }
  }

  private static func reading(_ row: Row, _ today: CivilDate) throws -> FileReadingRecord {
    let finding = try row.maybeInt(14).map { points in
      FileReadingRecord.Finding(
        points: points, words: try row.maybeText(15) ?? "", by: try row.int(16), at: try row.instant(17),
        objectUntil: try row.maybeDate(18))
    }
    let decision = try row.maybeInt(21).map { points in
      FileReadingRecord.Decision(
        points: points, words: try row.maybeText(22) ?? "", by: try row.text(23), at: try row.instant(24))
    }
    return FileReadingRecord(
      id: try row.id(0), county: try row.county(1), draw: try row.id(2), assessment: try row.id(3),
      campaign: try row.id(4), agency: try row.int(5), agencyName: try row.text(6), position: try row.int(7),
      subject: Ref(RefKind(try row.text(8)), try row.int(9)), readerName: try row.text(10), arbiter: try row.int(11),
      arbiterName: try row.text(12), due: try row.date(13), finding: finding, answeredAt: try row.maybeInstant(20),
      objection: try row.maybeText(19), decision: decision, today: today)
  }
}
