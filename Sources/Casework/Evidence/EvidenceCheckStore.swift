import Kit
import Procedure
import Storage

/// The questions of `EvidenceChecks`.
enum EvidenceCheckStore {
  static func unheld(_ ground: CheckGround) -> SQL {
    """
    SELECT e.id, k.number || ' 证据 ' || CAST(e.number AS TEXT) FROM evidence e JOIN law_case k ON k.id = e.law_case
    WHERE e.county = \(ground.county) AND COALESCE((SELECT c.to_holder FROM custody c WHERE c.evidence = e.id
      ORDER BY c.number DESC LIMIT 1), '') = ''
    """
  }

  static func undisposed(_ lists: [GoodsListKind], _ ground: CheckGround) -> SQL {
    let ends = lists.compactMap(\.end).map(\.rawValue)
    return """
      SELECT k.id, k.number FROM law_case k WHERE k.county = \(ground.county) AND EXISTS (
        SELECT 1 FROM case_step s JOIN goods_item g ON g.law_case = s.law_case AND g.step = s.about
        WHERE s.law_case = k.id AND g.county = k.county AND s.kind IN \(sql: .list(ends))
          AND NOT EXISTS (SELECT 1 FROM goods_disposal d WHERE d.item = g.id))
      """
  }
}
