import Casework
import Duties
import Storage

/// The questions of `RecurrenceChecks`.
enum RecurrenceCheckStore {
  private static func acts(_ ground: CheckGround, _ broken: SQL) -> SQL {
    "SELECT r.id, r.subject_title FROM recurrence r WHERE r.county = \(ground.county) AND (\(sql: broken))"
  }

  static func idle(_ ground: CheckGround) -> SQL {
    acts(
      ground,
      """
      r.state = \(ActState.waiting.rawValue)
        AND \(sql: OwedCheckStore.open(RecurrenceDuty.decide, on: .recurrence, "r.id")) <> 1
      """)
  }

  static func stray(_ ground: CheckGround) -> SQL {
    acts(
      ground,
      """
      r.state <> \(ActState.waiting.rawValue)
        AND \(sql: OwedCheckStore.open(RecurrenceDuty.decide, on: .recurrence, "r.id")) > 0
      """)
  }

  /// Whoever decided to transfer waits for the report: it was proposed, or somebody owes it.
  static func unreported(_ ground: CheckGround) -> SQL {
    acts(
      ground,
      """
      r.state = \(ActState.transfer.rawValue)
        AND \(sql: OwedCheckStore.open(RecurrenceDuty.report, on: .recurrence, "r.id")) = 0
        AND NOT EXISTS (SELECT 1 FROM transfer t WHERE t.law_case = r.law_case)
        AND NOT EXISTS (SELECT 1 FROM law_case k WHERE k.id = r.law_case AND k.state = 'closed')
      """)
  }
}
