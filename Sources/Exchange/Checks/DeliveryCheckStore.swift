import Duties
import Storage

/// The questions about deliveries.
enum DeliveryCheckStore {
  private static func deliveries(_ ground: CheckGround, _ broken: SQL) -> SQL {
    """
    SELECT d.id, '第 ' || d.number || ' 批上报' FROM exchange_delivery d WHERE d.county = \(ground.county) AND (\(sql: broken))
    """
  }

  /// The number before is missing, lines are missing, or a later batch went out before this one was answered.
  static func broken(_ ground: CheckGround) -> SQL {
    deliveries(
      ground,
      """
      (d.number > 1 AND NOT EXISTS (SELECT 1 FROM exchange_delivery p WHERE p.county = d.county AND p.number = d.number - 1))
        OR d.row_count <> (SELECT COUNT(*) FROM exchange_delivery_line l WHERE l.delivery = d.id)
        OR (d.answered_at IS NULL AND EXISTS (SELECT 1 FROM exchange_delivery n WHERE n.county = d.county
          AND n.number > d.number))
      """)
  }

  /// A receipt or refused lines that nobody owes, or that are owed though they are done.
  static func idle(_ ground: CheckGround) -> SQL {
    let receipt = OwedCheckStore.open(Exchange.receiptDuty, on: .delivery, "d.id")
    let mend = OwedCheckStore.open(Exchange.mendDuty, on: .delivery, "d.id")
    return deliveries(
      ground,
      """
      \(sql: receipt) <> (CASE WHEN d.answered_at IS NULL THEN 1 ELSE 0 END)
        OR \(sql: mend) <> (CASE WHEN EXISTS (SELECT 1 FROM exchange_delivery_line l WHERE l.delivery = d.id
          AND l.state = 'refused') THEN 1 ELSE 0 END)
      """)
  }
}
