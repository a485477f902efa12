import Duties
import Kit
import Offices
import Storage

/// The questions of `ReferralChecks`.
enum ReferralCheckStore {
  private static let open = SQL("r.state IN ('sent', 'accepted')")

  private static func referrals(_ ground: CheckGround, _ broken: SQL) -> SQL {
    "SELECT r.id, r.number FROM clue_referral r WHERE r.county = \(ground.county) AND (\(sql: broken))"
  }

  static func ownerless(_ ground: CheckGround) -> SQL {
    referrals(
      ground,
      """
      \(sql: open) AND r.receiver <> 0
      AND NOT EXISTS (SELECT 1 FROM account a WHERE a.id = r.receiver AND a.active = 1)
      """)
  }

  static func twofold(_ ground: CheckGround) -> SQL {
    referrals(
      ground,
      """
      \(sql: open) AND r.parent <> 0 AND NOT EXISTS (
        SELECT 1 FROM clue_referral p WHERE p.id = r.parent AND p.clue = r.clue AND p.state = 'accepted')
      """)
  }

  static func afterEnd(_ ground: CheckGround) -> SQL {
    referrals(ground, "\(sql: open) AND EXISTS (SELECT 1 FROM clue c WHERE c.id = r.clue AND c.ended_at IS NOT NULL)")
  }

  static func unowed(_ ground: CheckGround) -> SQL {
    let owed = { (kind: String) -> SQL in
      """
      (SELECT COUNT(*) FROM duty o WHERE o.subject = r.id AND o.kind = \(kind) AND o.ended IS NULL
        AND o.subject_kind = CASE WHEN r.receiver = 0 THEN \(RefKind.referral) ELSE \(RefKind.referralReceived) END)
      """
    }
    return referrals(
      ground,
      """
      r.state = 'sent' AND \(sql: owed(ReferralDuty.accept)) <> 1
      OR r.state = 'accepted' AND \(sql: owed(ReferralDuty.result)) <> 1
      """)
  }

  static func idle(_ ground: CheckGround) -> SQL {
    referrals(
      ground,
      """
      NOT \(sql: open) AND EXISTS (
        SELECT 1 FROM duty o WHERE o.subject = r.id AND o.ended IS NULL
          AND o.kind IN (\(ReferralDuty.accept), \(ReferralDuty.result)))
      """)
  }

  private static func concealed(_ ground: CheckGround, _ broken: SQL) -> SQL {
    """
    SELECT k.clue, '移出的线索' FROM clue_concealed k JOIN clue c ON c.id = k.clue
    WHERE k.county = \(ground.county) AND c.ended_at IS NULL AND \(sql: broken)
    """
  }

  static func concealedUnowed(_ ground: CheckGround) -> SQL {
    concealed(ground, OwedCheckStore.open(ConcealedDuty.answer, on: .concealed, "k.clue") + " <> 1")
  }

  static func withItself(_ ground: CheckGround) -> SQL { concealed(ground, "k.receiver_agency = k.agency") }

  /// A series for each letter.
  static func gaps(_ ground: CheckGround) -> SQL {
    let numbers = SQL("SELECT r.number FROM clue_referral r WHERE r.county = \(ground.county)")
    return SQL.join(
      ReferralPaper.allCases.map { SeriesCheckStore.gaps($0.sign, numbers, ground) }, " UNION ")
  }

  static func unbalanced(_ ground: CheckGround) -> SQL {
    """
    SELECT s.county, '线索' FROM (
      SELECT c.county AS county, COUNT(*) AS received,
        SUM(CASE WHEN c.ended_at IS NULL THEN 0 ELSE 1 END) AS ended,
        SUM(CASE WHEN c.state IN (\(ClueState.received.rawValue), \(ClueState.accepted.rawValue)) THEN 1 ELSE 0 END) AS waiting
      FROM clue c WHERE c.county = \(ground.county) GROUP BY c.county) AS s
    WHERE s.received <> s.ended + s.waiting
    """
  }
}
