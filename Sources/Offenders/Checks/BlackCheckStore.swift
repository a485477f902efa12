import Duties
import Kit
import Storage

/// The questions of the black list.
enum BlackCheckStore {
  private static func entries(_ ground: CheckGround, _ broken: SQL) -> SQL {
    "SELECT b.id, b.title FROM offender_black b WHERE b.county = \(ground.county) AND (\(sql: broken))"
  }

  /// A week is more than any round of the job that ends them.
  static func overdue(_ ground: CheckGround) -> SQL {
    entries(ground, "b.state = 'listed' AND (b.ends IS NULL OR b.ends < \(ground.today.adding(days: -7)))")
  }

  static func unheard(_ ground: CheckGround) -> SQL {
    entries(
      ground,
      """
      b.state IN ('listed', 'removed', 'ended') AND b.begins IS NOT NULL AND (b.decider IS NULL OR b.decider = b.proposer
        OR b.told_on IS NULL OR (b.has_objection IS NULL AND b.begins <= b.object_until)
        OR (b.has_objection = 1 AND b.answer IS NULL))
      """)
  }

  static func groundless(_ ground: CheckGround) -> SQL {
    entries(
      ground,
      """
      b.state = 'listed' AND (SELECT COUNT(*) FROM offender_black_ground g JOIN offender_record r ON r.id = g.record
        WHERE g.entry = b.id AND r.person = b.person AND r.standing IN ('stands', 'changed') AND r.kinds <> ''
        AND r.kinds <> 'ban') < b.least
      """)
  }

  /// A step that nobody owes, or a step that is owed though it was taken.
  static func idle(_ ground: CheckGround) -> SQL {
    let tell = OwedCheckStore.open(Offenders.tellDuty, on: .blackEntry, "b.id")
    let decide = OwedCheckStore.open(Offenders.decideDuty, on: .blackEntry, "b.id")
    let repair = OwedCheckStore.open(Offenders.repairDuty, on: .blackEntry, "b.id")
    return entries(
      ground,
      """
      \(sql: tell) <> (CASE WHEN b.state = 'proposed' THEN 1 ELSE 0 END)
        OR \(sql: decide) <> (CASE WHEN b.state = 'told' THEN 1 ELSE 0 END)
        OR \(sql: repair) <> (SELECT COUNT(*) FROM offender_black_repair p WHERE p.entry = b.id AND p.state = 'asked')
      """)
  }
}
