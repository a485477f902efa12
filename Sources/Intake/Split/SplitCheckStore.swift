import Kit
import Offices
import Storage

/// The question of check C138.
enum SplitCheckStore {
  /// The writing is gone or lies in another county, was taken out of something itself, or only one of the two knows who wrote.
  static func torn(_ ground: CheckGround) -> SQL {
    """
    SELECT c.id, c.number FROM clue_split s JOIN clue c ON c.id = s.clue WHERE s.county = \(ground.county) AND (
      NOT EXISTS (SELECT 1 FROM clue o WHERE o.id = s.origin AND o.county = s.county)
      OR s.origin IN (SELECT clue FROM clue_split)
      OR (SELECT COUNT(*) FROM clue_reporter r WHERE r.clue = s.clue)
        <> (SELECT COUNT(*) FROM clue_reporter r WHERE r.clue = s.origin))
    """
  }

  static let checks: [Check] = [
    Check(
      "C138", "拆分出来的线索找不到原来那一条，或者两条里只有一条封存了举报人身份", source: "内部规则（一份来信拆开也不丢）", .grave, on: .clue,
      remedy: "按台账里拆分时的记录核对，用备份补回。", torn)
  ]
}
