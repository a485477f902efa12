import Kit
import Storage

/// Of rooms about persons: alerts on whoever acts again, and what counties ask each other.
extension CheckMutation {
  /// The demonstration has no alert: one is put in beside the deeds.
  private static func alert(_ id: Int64, _ state: String) -> SQL {
    """
    INSERT INTO recurrence (id, county, person, subject_kind, subject, subject_title, law_case, act_on, state, at)
    VALUES (\(id), 110, 1, 'case', \(id), '案件', \(id), '2026-01-05', \(state), 0)
    """
  }

  private static let openCase: SQL = """
    SELECT MIN(id) FROM law_case WHERE county = 110 AND state <> 'closed' AND id NOT IN (SELECT law_case FROM transfer)
    """

  static let recurrences: [CheckMutation] = [
    .init("C117", "recurrence", openCase) { [alert($0, "waiting")] },
    .init("C118", "recurrence", openCase) {
      [
        alert($0, "kept"),
        // Of a duty that is not late.
        """
        INSERT INTO duty (id, county, kind, title, subject_kind, subject, owner, agency, due, provisional, basis, begun, extended)
        SELECT -id, county, 'recurrence.decide', title, 'recurrence', CAST(\($0) AS BIGINT), owner, agency, '2099-12-31', 0,
          basis, begun, 0
        FROM duty WHERE county = 110 AND ended IS NULL ORDER BY id LIMIT 1
        """,
      ]
    },
    .init("C119", "recurrence", openCase) { [alert($0, "transfer")] },
  ]

  private static let asked: SQL = "SELECT MIN(id) FROM exchange_request WHERE other = 110 AND state = 'sent'"

  private static let delivered: SQL = "SELECT MIN(id) FROM exchange_delivery WHERE county = 110"

  static let deliveries: [CheckMutation] = [
    .init("C149", "delivery", delivered) { ["UPDATE exchange_delivery SET number = 3 WHERE id = \($0)"] },
    .init("C149", "delivery", delivered) { ["DELETE FROM exchange_delivery_line WHERE delivery = \($0) AND line = 1"] },
    .init("C150", "delivery", delivered) { ["UPDATE exchange_delivery SET answered_at = 1 WHERE id = \($0)"] },
    .init("C150", "delivery", delivered) {
      ["UPDATE exchange_delivery_line SET state = 'refused' WHERE delivery = \($0) AND line = 1"]
    },
  ]

  static let requests: [CheckMutation] = [
    .init("C115", "person-request-received", asked) {
      [
        """
        UPDATE duty SET ended = begun, outcome = '' WHERE subject_kind = 'person-request-received' AND subject = \($0)
        """
      ]
    },
    .init("C116", "person-request-received", asked) {
      ["UPDATE exchange_request SET state = 'refused' WHERE id = \($0)"]
    },
  ]
}
