import Duties
import Kit
import Storage

/// The question of check C139.
enum TownCheckStore {
  static func unowed(_ ground: CheckGround) -> SQL {
    """
    SELECT s.id, s.span FROM score_town_sheet t JOIN score_sheet s ON s.id = t.sheet WHERE t.county = \(ground.county)
      AND (\(sql: OwedCheckStore.open(Sentinels.townDuty, on: .townScore, "t.sheet"))
        <> CASE WHEN t.filled_at IS NULL AND s.state IN ('opened', 'filled') THEN 1 ELSE 0 END
        OR t.filled_by = s.verified_by)
    """
  }
}
