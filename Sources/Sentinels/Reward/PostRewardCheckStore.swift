import Duties
import Kit
import Storage

/// The question of check C140.
enum PostRewardCheckStore {
  /// Each step owes the next and nothing else; the sum has its paper, and three people had their hand in it as they should.
  static func unsound(_ ground: CheckGround) -> SQL {
    """
    SELECT w.id, w.rule FROM post_reward w WHERE w.county = \(ground.county) AND (
      \(sql: wrong(Sentinels.rewardDecisionDuty, "w.state = 'proposed'"))
      OR \(sql: wrong(Sentinels.rewardPaymentDuty, "w.state = 'approved'"))
      OR w.state <> 'earned' AND (w.amount IS NULL OR w.basis = '' OR w.proposed_by IS NULL)
      OR w.state IN ('approved', 'declined', 'paid')
        AND (w.decided_by IS NULL OR w.decided_by = w.proposed_by OR w.decision = '')
      OR w.state = 'paid' AND (w.paid_by IS NULL OR w.paid_by = w.decided_by OR w.paid_on IS NULL OR w.voucher = ''))
    """
  }

  private static func wrong(_ duty: String, _ waits: SQL) -> SQL {
    "\(sql: OwedCheckStore.open(duty, on: .postReward, "w.id")) <> CASE WHEN \(sql: waits) THEN 1 ELSE 0 END"
  }
}
