import Kit
import Offices
import Storage
import Web

enum DutyStore {
  static let columns: SQL = """
    duty.id, duty.county, duty.kind, duty.title, duty.subject_kind, duty.subject, duty.owner, account.name, duty.agency,
    duty.due, duty.provisional, duty.basis, duty.term, duty.began, duty.counted_to, duty.suspended, duty.extended
    """

  static func insert(_ new: NewDuty, _ id: ID<Duty>, _ owner: Person, _ tx: Transaction) throws {
    try tx.execute(
      """
      INSERT INTO duty (id, county, kind, title, subject_kind, subject, owner, agency, due, provisional, basis, campaign,
        begun, ended, outcome, term, began, counted_to, suspended, extended)
      VALUES (\(id), \(tx.county), \(new.kind), \(new.title), \(new.subject.kind),
        \(new.subject.number), \(new.owner), \(owner.agency), \(new.due), \(new.provisional), \(new.basis),
        \(new.campaign), \(tx.now), NULL, NULL, \(new.term?.key), \(new.term?.began), \(new.countedTo), NULL, 0)
      """)
  }

  static func settle(_ subject: Ref, kind: String, outcome: String, _ tx: Transaction) throws {
    let which = SQL("subject_kind = \(subject.kind) AND subject = \(subject.number) AND kind = \(kind)")
    try DemandStore.keepPressed(which, tx)
    try NoticeStore.withdraw(of: which, tx)
    try DemandStore.endAnswers(of: which, tx)
    try tx.execute("UPDATE duty SET ended = \(tx.now), outcome = \(outcome) WHERE \(sql: which) AND ended IS NULL")
  }

  static func settle(_ id: ID<Duty>, outcome: String, _ tx: Transaction) throws {
    try DemandStore.keepPressed("duty.id = \(id)", tx)
    try NoticeStore.withdraw(of: "duty.id = \(id)", tx)
    try DemandStore.endAnswers(of: "duty.id = \(id)", tx)
    try tx.execute("UPDATE duty SET ended = \(tx.now), outcome = \(outcome) WHERE id = \(id) AND ended IS NULL")
  }

  static func handOver(_ subject: Ref, kind: String?, to owner: Person, _ tx: Transaction) throws {
    let only = kind.map { SQL(" AND kind = \($0)") } ?? ""
    try handOver(SQL("subject_kind = \(subject.kind) AND subject = \(subject.number)") + only, to: owner, tx)
  }

  static func handOver(_ subject: Ref, from: Int64, to owner: Person, _ tx: Transaction) throws {
    try handOver(
      "subject_kind = \(subject.kind) AND subject = \(subject.number) AND owner = \(from)", to: owner, tx)
  }

  static func handOver(_ id: ID<Duty>, to owner: Person, _ tx: Transaction) throws {
    try handOver("duty.id = \(id)", to: owner, tx)
  }

  /// Open duties of sealed kinds, of whatever owner, also of one who is no account any more.
  static func sealed(_ kinds: [String], in county: County, _ reader: Reader) throws -> [SealedDuty] {
    try reader.query(
      """
      SELECT id, title, subject_kind, subject, owner FROM duty
      WHERE county = \(county) AND ended IS NULL AND kind IN \(sql: .list(kinds)) ORDER BY id
      """
    ) {
      SealedDuty(
        id: try $0.id(0), title: try $0.text(1), subject: Ref(RefKind(try $0.text(2)), try $0.int(3)),
        owner: try $0.id(4))
    }
  }

  /// What the owner was told of goes with the duty: whoever has it now has not read it.
  private static func handOver(_ which: SQL, to owner: Person, _ tx: Transaction) throws {
    try NoticeStore.addReader(owner.id, of: which, tx)
    try keepOwner(of: which, before: owner.id.value, tx)
    try DemandStore.moveAnswers(of: which, to: owner.id.value, agency: owner.agency.value, tx)
    try tx.execute(
      """
      UPDATE duty SET owner = \(owner.id), agency = \(owner.agency) WHERE \(sql: which) AND ended IS NULL
      """)
  }

  /// Whose it was until now, for whoever asks later who had it when. Before the owner is written.
  static func keepOwner(of which: SQL, before owner: Int64, _ tx: Transaction) throws {
    try tx.execute(
      """
      INSERT INTO duty_holder (county, duty, number, at, from_owner, to_owner)
      SELECT duty.county, duty.id, (SELECT COUNT(*) + 1 FROM duty_holder o WHERE o.duty = duty.id),
        CAST(\(tx.now) AS BIGINT), duty.owner, CAST(\(owner) AS BIGINT)
      FROM duty WHERE \(sql: which) AND duty.ended IS NULL AND duty.owner <> \(owner)
      """)
  }

  static func move(_ subject: Ref, kind: String, under campaign: Int64?, _ tx: Transaction) throws {
    try tx.execute(
      """
      UPDATE duty SET campaign = \(campaign)
      WHERE subject_kind = \(subject.kind) AND subject = \(subject.number) AND kind = \(kind) AND ended IS NULL
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

  /// Of sealed kinds those alone that the viewer owns himself; a part of a condition.
  static func visible(to viewer: Viewer, _ sealed: [String]) -> SQL {
    sealed.isEmpty ? "" : " AND (duty.kind NOT IN \(sql: .list(sealed)) OR duty.owner = \(viewer.account))"
  }

  /// All but the sealed kinds; a part of a condition.
  static func unsealed(_ sealed: [String]) -> SQL {
    sealed.isEmpty ? "" : " AND duty.kind NOT IN \(sql: .list(sealed))"
  }

  /// Stops counting at `most`: it stands on every page.
  static func count(of viewer: Viewer, _ sealed: [String], most: Int64, _ reader: Reader) throws -> Int64 {
    try reader.number(
      """
      SELECT COUNT(*) FROM (SELECT 1 FROM duty WHERE ended IS NULL AND owner IN \(sql: .list(viewer.accounts))
        \(sql: visible(to: viewer, sealed)) LIMIT \(most)) AS waiting
      """)
  }

  /// Open or ended, with the moment and the words of its end.
  static func find(_ id: ID<Duty>, _ reader: Reader) throws -> (duty: OpenDuty, ended: Instant?, outcome: String?)? {
    try reader.first(
      """
      SELECT \(sql: columns), duty.ended, duty.outcome FROM duty JOIN account ON account.id = duty.owner
      WHERE duty.id = \(id)
      """
    ) { (try duty($0), try $0.maybeInstant(17), try $0.maybeText(18)) }
  }

  /// Of each record the name of whoever owes a kind on it, or owed it last.
  static func owners(
    _ kind: String, on record: RefKind, among numbers: [Int64], _ reader: Reader
  ) throws -> [Int64: String] {
    guard !numbers.isEmpty else { return [:] }
    let rows = try reader.query(
      """
      SELECT duty.subject, account.name FROM duty JOIN account ON account.id = duty.owner
      WHERE duty.subject_kind = \(record) AND duty.subject IN \(sql: .list(numbers)) AND duty.kind = \(kind)
      ORDER BY duty.begun, duty.id
      """
    ) { (try $0.int(0), try $0.text(1)) }
    return Dictionary(rows) { _, last in last }
  }

  static func face(_ id: ID<Duty>, _ reader: Reader) throws -> (title: String, place: Placement)? {
    try reader.first("SELECT title, county, agency, owner FROM duty WHERE id = \(id)") { row in
      (
        title: try row.text(0),
        place: Placement(county: try row.county(1), agency: try row.int(2), owner: try row.int(3))
      )
    }
  }

  /// Records of a kind on which an open duty waits that a condition holds of.
  static func subjects(_ kind: RefKind, _ condition: SQL, in county: County, _ reader: Reader) throws -> [Int64] {
    try reader.query(
      """
      SELECT DISTINCT subject FROM duty WHERE county = \(county) AND subject_kind = \(kind) AND ended IS NULL
        AND \(sql: condition) ORDER BY subject
      """
    ) { try $0.int(0) }
  }

  static func duty(_ row: Row) throws -> OpenDuty {
    OpenDuty(
      id: try row.id(0), county: try row.county(1), kind: try row.text(2), title: try row.text(3),
      subject: Ref(RefKind(try row.text(4)), try row.int(5)), owner: try row.id(6), ownerName: try row.text(7),
      agency: try row.int(8), due: try row.date(9),
      countedTo: try row.maybeDate(14) ?? row.date(9), provisional: try row.bool(10), basis: try row.text(11),
      term: try term(row), suspended: try row.maybeDate(15), extended: Int(try row.int(16)))
  }

  private static func term(_ row: Row) throws -> DutyTerm? {
    guard let key = try row.maybeText(12) else { return nil }
    return DutyTerm(key: key, began: try row.date(13), countedTo: try row.date(14))
  }
}
