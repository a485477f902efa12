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

  /// Every request, the oldest first.
  static func all(of matter: Ref, _ reader: Reader) throws -> [Approval] {
    try reader.query(
      """
      SELECT number, digest, asker, asker_name, asked_at, approver_name, due, decider, decider_name, decided_at, approved,
        reason FROM campaign_approval WHERE subject_kind = \(matter.kind) AND subject = \(matter.number) ORDER BY number
      """, approval)
  }

  private static func approval(_ row: Row) throws -> Approval {
    let decision = try row.maybeInt(7).map { person in
      Approval.Decision(
        person: person, by: try row.text(8), at: try row.instant(9), isApproved: try row.bool(10),
        reason: try row.maybeText(11))
    }
    return Approval(
      number: try row.int(0), digest: try row.text(1), asker: try row.int(2), askerName: try row.text(3),
      askedAt: try row.instant(4), approverName: try row.text(5), due: try row.date(6), decision: decision)
  }
}
