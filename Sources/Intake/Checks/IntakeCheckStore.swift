import Duties
import Kit
import Offices
import Registers
import Storage

/// The questions of `IntakeChecks`.
enum IntakeCheckStore {
  private static let open = SQL("c.state IN (\(ClueState.received.rawValue), \(ClueState.accepted.rawValue))")

  private static func clues(_ ground: CheckGround, _ broken: SQL) -> SQL {
    "SELECT c.id, c.number FROM clue c WHERE c.county = \(ground.county) AND (\(sql: broken))"
  }

  static func ownerless(_ ground: CheckGround) -> SQL {
    clues(
      ground, "\(sql: open) AND NOT EXISTS (SELECT 1 FROM account a WHERE a.id = c.owner AND a.active = 1)")
  }

  static func unanswered(_ ground: CheckGround) -> SQL {
    clues(
      ground,
      """
      NOT \(sql: open) AND c.state <> \(ClueState.merged.rawValue)
      AND (c.ended_at IS NULL OR COALESCE(c.answer, '') = '')
      """)
  }

  static func undated(_ ground: CheckGround) -> SQL {
    clues(ground, "\(sql: open) AND c.due >= \(ClueStore.noDue)")
  }

  static func unowed(_ ground: CheckGround) -> SQL {
    clues(
      ground,
      """
      c.id NOT IN (SELECT clue FROM clue_concealed) AND (
      c.state = \(ClueState.received.rawValue) AND \(sql: OwedCheckStore.open(ClueDuty.accept, on: .clue, "c.id")) <> 1
      OR c.state = \(ClueState.accepted.rawValue) AND \(sql: OwedCheckStore.open(ClueDuty.answer, on: .clue, "c.id")) <> 1)
      """)
  }

  static func outOfOrder(_ ground: CheckGround) -> SQL {
    clues(
      ground,
      """
      c.accepted_at < c.received_at OR c.ended_at < COALESCE(c.accepted_at, c.received_at)
      OR c.accepted_at IS NULL AND c.state IN (\(ClueState.accepted.rawValue), \(ClueState.answered.rawValue))
      """)
  }

  static func foreignTask(_ ground: CheckGround) -> SQL {
    clues(
      ground,
      """
      c.task IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM campaign_task t WHERE t.id = c.task AND t.campaign = c.campaign)
      """)
  }

  static func lostPremises(_ ground: CheckGround) -> SQL {
    clues(
      ground,
      """
      c.premises IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM institution i WHERE c.premises_kind = \(RefKind.institution) AND i.id = c.premises)
      AND NOT EXISTS (SELECT 1 FROM site p WHERE c.premises_kind = \(RefKind.site) AND p.id = c.premises)
      """)
  }

  static func idleDuties(_ ground: CheckGround) -> SQL {
    let waiting = { (state: ClueState) -> SQL in
      "SELECT c.id FROM clue c WHERE c.county = \(ground.county) AND c.state = \(state.rawValue)"
    }
    return OwedCheckStore.idle(ClueDuty.accept, waiting(.received), ground) + " UNION "
      + OwedCheckStore.idle(ClueDuty.answer, waiting(.accepted), ground)
  }
}

/// Of what is held and what was merged.
extension IntakeCheckStore {
  static func heldTooLong(_ ground: CheckGround) -> SQL {
    """
    SELECT f.id, '收到的举报' FROM flood_report f WHERE f.county = \(ground.county)
      AND f.state = \(FloodState.waiting.rawValue) AND f.received_at < \(Instant(ground.today).adding(seconds: -7 * 86_400))
    """
  }

  static func leadless(_ ground: CheckGround) -> SQL {
    clues(
      ground,
      """
      c.state = \(ClueState.merged.rawValue) AND NOT EXISTS (
        SELECT 1 FROM clue_merge m JOIN clue l ON l.id = m.lead_clue AND l.county = m.county WHERE m.clue = c.id)
      """)
  }
}

/// Of what is kept beside the clues.
extension IntakeCheckStore {
  static func unfound(_ ground: CheckGround) -> SQL {
    clues(ground, SearchCheckStore.unfound(.clue, "c.id"))
  }

  static func unevenTally(_ ground: CheckGround) -> SQL {
    TallyCheckStore.uneven(
      .clue,
      "SELECT c.state AS part, COUNT(*) AS number FROM clue c WHERE c.county = \(ground.county) GROUP BY c.state",
      titles: ClueState.allCases.map { ($0.rawValue, $0.title) }, ground)
  }

  static func gaps(_ ground: CheckGround) -> SQL {
    SeriesCheckStore.gaps(Series.clue.sign, "SELECT c.number FROM clue c WHERE c.county = \(ground.county)", ground)
  }
}
