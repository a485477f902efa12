import Duties
import Kit
import Storage

/// The questions of `PostChecks`.
enum PostCheckStore {
  private static func posts(_ ground: CheckGround, _ broken: SQL) -> SQL {
    "SELECT p.id, p.name FROM post p WHERE p.county = \(ground.county) AND (\(sql: broken))"
  }

  static func unsupervised(_ ground: CheckGround) -> SQL {
    posts(
      ground,
      """
      p.state = \(PostState.active.rawValue)
      AND NOT EXISTS (SELECT 1 FROM account a WHERE a.id = p.supervisor AND a.active = 1)
      """)
  }

  static func loose(_ ground: CheckGround) -> SQL {
    posts(
      ground,
      """
      EXISTS (SELECT 1 FROM post_device d WHERE d.post = p.id AND d.cut IS NULL AND d.ends > \(Instant(ground.today))
        AND (p.state <> \(PostState.active.rawValue)
          OR NOT EXISTS (SELECT 1 FROM post_contact c WHERE c.id = d.contact AND c.post = p.id AND c.until IS NULL)))
      """)
  }

  static func lostClues(_ ground: CheckGround) -> SQL {
    posts(
      ground,
      """
      EXISTS (SELECT 1 FROM post_report r WHERE r.post = p.id AND r.clue IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM clue c WHERE c.id = r.clue AND c.county = p.county AND c.channel = 'sentinel'))
      """)
  }

  static func unowedAlarms(_ ground: CheckGround) -> SQL {
    posts(
      ground,
      """
      EXISTS (SELECT 1 FROM post_alarm m WHERE m.post = p.id AND m.answered_at IS NULL)
      AND \(sql: OwedCheckStore.open(Sentinels.alarmDuty, on: .post, "p.id")) <> 1
      OR NOT EXISTS (SELECT 1 FROM post_alarm m WHERE m.post = p.id AND m.answered_at IS NULL)
      AND \(sql: OwedCheckStore.open(Sentinels.alarmDuty, on: .post, "p.id")) <> 0
      """)
  }

  static func unowedPatrols(_ ground: CheckGround) -> SQL {
    let owed = OwedCheckStore.open(Sentinels.patrolDuty, on: .patrol, "p.id")
    return """
      SELECT p.id, p.on_day FROM patrol p WHERE p.county = \(ground.county) AND (
        p.state = \(PatrolState.planned.rawValue) AND \(sql: owed) <> 1
        OR p.state <> \(PatrolState.planned.rawValue) AND \(sql: owed) <> 0)
      """
  }

  /// Found means reported: the clue is there, or nothing was found.
  static func lostFindings(_ ground: CheckGround) -> SQL {
    """
    SELECT p.id, p.on_day FROM patrol p WHERE p.county = \(ground.county) AND (
      p.found = 0 AND p.clue IS NOT NULL OR p.found <> 0 AND (p.clue IS NULL OR NOT EXISTS (
        SELECT 1 FROM clue c WHERE c.id = p.clue AND c.county = p.county)))
    """
  }

  static func unowedSurveys(_ ground: CheckGround) -> SQL {
    """
    SELECT s.id, s.title FROM village_survey s WHERE s.county = \(ground.county) AND (
      s.ended IS NULL AND \(sql: OwedCheckStore.open(Sentinels.surveyDuty, on: .survey, "s.id")) <> 1
      OR s.ended IS NOT NULL AND \(sql: OwedCheckStore.open(Sentinels.surveyDuty, on: .survey, "s.id")) <> 0)
    """
  }
}
