internal import Kit
internal import Offices
internal import Storage

enum ApprovalStore {
  static func insert(
    _ matter: ApprovalMatter, number: Int64, _ approver: Person, _ due: CivilDate, _ tx: Transaction
  ) throws {
    try tx.execute(
      """
      INSERT INTO campaign_approval (county, subject_kind, subject, number, digest, asker, asker_name, asked_at, approver,
        approver_name, due)
      VALUES (\(tx.county), \(matter.ref.kind), \(matter.ref.number), \(number), \(matter.digest), \(tx.actor.number),
        \(tx.actor.title), \(tx.now), \(approver.id), \(approver.label), \(due))
      """)
  }

  static func decide(_ matter: Ref, number: Int64, approved: Bool, _ reason: String?, _ tx: Transaction) throws {
    try tx.execute(
      """
      UPDATE campaign_approval SET decider = \(tx.actor.number), decider_name = \(tx.actor.title), decided_at = \(tx.now),
        approved = \(approved), reason = \(reason)
      WHERE subject_kind = \(matter.kind) AND subject = \(matter.number) AND number = \(number)
      """)
  }

  /// The actor had a hand in it: part of every deed that changes what is approved.
  static func addAuthor(of matter: Ref, _ tx: Transaction) throws {
    try tx.execute(
      """
      INSERT INTO campaign_author (county, subject_kind, subject, person)
      VALUES (\(tx.county), \(matter.kind), \(matter.number), \(tx.actor.number)) ON CONFLICT DO NOTHING
      """)
  }

  static func authors(of matter: Ref, _ reader: Reader) throws -> Set<Int64> {
    Set(
      try reader.query(
        "SELECT person FROM campaign_author WHERE subject_kind = \(matter.kind) AND subject = \(matter.number)"
      ) { try $0.int(0) })
  }

  /// Every request, the oldest first.
  static func all(of matter: Ref, _ reader: Reader) throws -> [Approval] {
    try reader.query(
      """
      SELECT \(sql: columns) FROM campaign_approval WHERE subject_kind = \(matter.kind) AND subject = \(matter.number) ORDER BY number
      """, approval)
  }

  /// What waits for a person's answer: the last request of a matter, not answered.
  static func waiting(for approver: Int64, _ reader: Reader) throws -> [Ref] {
    try reader.query(
      """
      SELECT a.subject_kind, a.subject FROM campaign_approval a WHERE a.approver = \(approver) AND a.decided_at IS NULL
        AND NOT EXISTS (SELECT 1 FROM campaign_approval o WHERE o.subject_kind = a.subject_kind AND o.subject = a.subject
          AND o.number > a.number) ORDER BY a.subject_kind, a.subject
      """
    ) { Ref(RefKind(try $0.text(0)), try $0.int(1)) }
  }

  static func setApprover(_ person: Person, of matter: Ref, number: Int64, _ tx: Transaction) throws {
    try tx.execute(
      """
      UPDATE campaign_approval SET approver = \(person.id), approver_name = \(person.label)
      WHERE subject_kind = \(matter.kind) AND subject = \(matter.number) AND number = \(number)
      """)
  }

  /// Of each matter of a kind, the oldest first.
  static func all(_ kind: RefKind, among numbers: [Int64], _ reader: Reader) throws -> [Int64: [Approval]] {
    guard !numbers.isEmpty else { return [:] }
    let rows = try reader.query(
      """
      SELECT \(sql: columns), subject FROM campaign_approval WHERE subject_kind = \(kind)
        AND subject IN \(sql: .list(numbers)) ORDER BY subject, number
      """
    ) { (try $0.int(13), try approval($0)) }
    return Dictionary(grouping: rows, by: \.0).mapValues { $0.map(\.1) }
  }

  private static let columns: SQL = """
    number, digest, asker, asker_name, asked_at, approver, approver_name, due, decider, decider_name, decided_at, approved,
    reason
    """

  private static func approval(_ row: Row) throws -> Approval {
    let decision = try row.maybeInt(8).map { person in
      Approval.Decision(
        person: person, by: try row.text(9), at: try row.instant(10), isApproved: try row.bool(11),
        reason: try row.maybeText(12))
    }
    return Approval(
      number: try row.int(0), digest: try row.text(1), asker: try row.int(2), askerName: try row.text(3),
      askedAt: try row.instant(4), approver: try row.int(5), approverName: try row.text(6),
      due: try row.date(7), decision: decision)
  }
}
