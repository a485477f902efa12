import Kit
import Offices
import Storage

enum DutyStore {
  private static let columns: SQL = """
    duty.id, duty.county, duty.kind, duty.title, duty.subject_kind, duty.subject, duty.owner, account.name, duty.due,
    duty.provisional, duty.basis
    """

  static func insert(_ new: NewDuty, _ owner: Person, _ tx: Transaction) throws {
    try tx.execute(
      """
      INSERT INTO duty (id, county, kind, title, subject_kind, subject, owner, agency, due, provisional, basis, campaign,
        begun, ended, outcome)
      VALUES (\(tx.world.newID(Duty.self)), \(tx.county), \(new.kind), \(new.title), \(new.subject.kind),
        \(new.subject.number), \(new.owner), \(owner.agency), \(new.due), \(new.provisional), \(new.basis),
        \(new.campaign), \(tx.now), NULL, NULL)
      """)
  }

  static func settle(_ subject: Ref, kind: String, outcome: String, _ tx: Transaction) throws {
    try tx.execute(
      """
      UPDATE duty SET ended = \(tx.now), outcome = \(outcome)
      WHERE subject_kind = \(subject.kind) AND subject = \(subject.number) AND kind = \(kind) AND ended IS NULL
      """)
  }

  static func settle(_ id: ID<Duty>, outcome: String, _ tx: Transaction) throws {
    try tx.execute("UPDATE duty SET ended = \(tx.now), outcome = \(outcome) WHERE id = \(id) AND ended IS NULL")
  }

  static func handOver(_ subject: Ref, kind: String?, to owner: Person, _ tx: Transaction) throws {
    let only = kind.map { SQL(" AND kind = \($0)") } ?? ""
    try tx.execute(
      SQL(
        """
        UPDATE duty SET owner = \(owner.id), agency = \(owner.agency)
        WHERE subject_kind = \(subject.kind) AND subject = \(subject.number) AND ended IS NULL
        """) + only)
  }

  static func handOver(_ subject: Ref, from: Int64, to owner: Person, _ tx: Transaction) throws {
    try tx.execute(
      """
      UPDATE duty SET owner = \(owner.id), agency = \(owner.agency)
      WHERE subject_kind = \(subject.kind) AND subject = \(subject.number) AND owner = \(from) AND ended IS NULL
      """)
  }

  static func open(_ condition: SQL, limit: Int = 2000, offset: Int = 0, _ reader: Reader) throws -> [OpenDuty] {
    try reader.query(
      """
      SELECT \(sql: columns) FROM duty JOIN account ON account.id = duty.owner
      WHERE duty.ended IS NULL AND \(sql: condition) ORDER BY duty.due, duty.id LIMIT \(limit) OFFSET \(offset)
      """, duty)
  }

  static func count(_ condition: SQL, _ reader: Reader) throws -> Int64 {
    try reader.number("SELECT COUNT(*) FROM duty WHERE ended IS NULL AND \(sql: condition)")
  }

  /// Stops counting at `most`: it stands on every page.
  static func count(owners: [Int64], most: Int64, _ reader: Reader) throws -> Int64 {
    try reader.number(
      """
      SELECT COUNT(*) FROM (SELECT 1 FROM duty WHERE ended IS NULL AND owner IN \(sql: .list(owners)) LIMIT \(most)) AS waiting
      """)
  }

  private static func duty(_ row: Row) throws -> OpenDuty {
    OpenDuty(
      id: try row.id(0), county: try row.county(1), kind: try row.text(2), title: try row.text(3),
      subject: Ref(RefKind(try row.text(4)), try row.int(5)), owner: try row.id(6), ownerName: try row.text(7),
      due: try row.date(8), provisional: try row.bool(9), basis: try row.text(10))
  }
}
