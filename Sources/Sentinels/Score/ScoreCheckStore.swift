import Duties
import Kit
import Storage

/// The questions about sheets, models and training.
enum ScoreCheckStore {
  /// Each state of a sheet owes its own step and nothing else; a proposal owes its decision.
  static func unowed(_ ground: CheckGround) -> SQL {
    let proposed: SQL = "EXISTS (SELECT 1 FROM model_post m WHERE m.sheet = s.id AND m.state = 'proposed')"
    return """
      SELECT s.id, s.span FROM score_sheet s WHERE s.county = \(ground.county) AND (
        \(sql: wrong(Sentinels.fillDuty, "s.state = 'opened'")) OR \(sql: wrong(Sentinels.verifyDuty, "s.state = 'filled'"))
        OR \(sql: wrong(Sentinels.objectionDuty, "s.state = 'objected'")) OR \(sql: wrong(Sentinels.modelDuty, proposed)))
      """
  }

  private static func wrong(_ duty: String, _ waits: SQL) -> SQL {
    "\(sql: OwedCheckStore.open(duty, on: .score, "s.id")) <> CASE WHEN \(sql: waits) THEN 1 ELSE 0 END"
  }

  static func unfair(_ ground: CheckGround) -> SQL {
    """
    SELECT s.id, s.span FROM score_sheet s WHERE s.county = \(ground.county)
      AND s.state IN ('verified', 'objected', 'settled') AND (
        s.verified_by IS NULL OR s.verified_by = s.filled_by
        OR COALESCE(s.total, -1) <> (SELECT SUM(l.given) FROM score_line l WHERE l.sheet = s.id)
        OR EXISTS (SELECT 1 FROM score_line l WHERE l.sheet = s.id AND (l.given IS NULL OR l.given > l.most
          OR l.own <> l.given AND l.reason = '')))
    """
  }

  static func untrained(_ ground: CheckGround) -> SQL {
    """
    SELECT p.id, p.name FROM post p WHERE p.county = \(ground.county)
      AND \(sql: OwedCheckStore.open(Sentinels.trainingDuty, on: .post, "p.id"))
        <> CASE WHEN p.state <> \(PostState.closed.rawValue) AND \(sql: TrainingStore.owing) THEN 1 ELSE 0 END
    """
  }

  static func unfairModels(_ ground: CheckGround) -> SQL {
    """
    SELECT s.id, s.span FROM model_post m JOIN score_sheet s ON s.id = m.sheet
    WHERE m.county = \(ground.county) AND m.state IN ('named', 'withdrawn')
      AND (m.decided_by IS NULL OR m.decided_by = m.proposed_by OR m.words = '' OR s.veto <> '' OR s.total IS NULL)
    """
  }
}
