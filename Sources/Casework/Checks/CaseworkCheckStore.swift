internal import Duties
internal import Inspection
internal import Kit
internal import Offices
internal import Procedure
internal import Storage

/// The questions of `CaseworkChecks`.
enum CaseworkCheckStore {
  fileprivate static func cases(_ ground: CheckGround, _ broken: SQL) -> SQL {
    "SELECT k.id, k.number FROM law_case k WHERE k.county = \(ground.county) AND (\(sql: broken))"
  }

  /// The register of offenders says something else of the decision than the case does.
  static func registeredOtherwise(_ ground: CheckGround) -> SQL {
    cases(
      ground,
      """
      EXISTS (SELECT 1 FROM offender_record r WHERE r.subject_kind = \(RefKind.lawCase) AND r.subject = k.id
        AND (r.decision_number <> '' AND r.decision_number <> COALESCE(k.decision_number, '')
          OR k.outcome = \(CaseOutcome.revoked.rawValue) AND r.standing IN ('stands', 'changed')
          OR k.outcome = \(CaseOutcome.penalty.rawValue) AND r.standing = 'stands' AND r.kinds <> k.penalties))
      """)
  }

  static func alone(_ ground: CheckGround) -> SQL {
    cases(ground, "k.first_officer = k.second_officer OR k.first_officer = 0 OR k.second_officer = 0")
  }

  static func uncertified(_ ground: CheckGround) -> SQL {
    cases(ground, "k.first_certificate = '' OR k.second_certificate = ''")
  }

  static func decidedByOfficer(_ ground: CheckGround) -> SQL {
    // On the spot the officers decide themselves (《行政处罚法》第五十二条).
    cases(ground, "k.track <> \(Track.simple.rawValue) AND k.decider IN (k.first_officer, k.second_officer)")
  }

  static func undecided(_ ground: CheckGround) -> SQL {
    cases(
      ground,
      """
      k.state <> \(CaseState.investigating.rawValue) AND NOT \(sql: has([.referral, .withdrawal, .crimeTransfer])) AND (k.outcome IS NULL OR k.decision_number IS NULL
        OR k.decided_on IS NULL OR k.decider IS NULL)
      """)
  }

  static func outOfOrder(_ ground: CheckGround) -> SQL {
    cases(
      ground,
      """
      k.decided_on < k.filed_on OR k.closed_on < k.decided_on OR EXISTS (
        SELECT 1 FROM case_payment p WHERE p.county = k.county AND p.law_case = k.id AND p.date < k.decided_on)
        AND NOT \(sql: has([.challengeResult]))
      """)
  }

  static func unevenDuties(_ ground: CheckGround) -> SQL {
    cases(
      ground,
      """
      k.state <> \(CaseState.investigating.rawValue) AND \(sql: open(.decision)) > 0
      OR k.state = \(CaseState.investigating.rawValue) AND \(sql: open(.decision)) <> 1
        AND NOT \(sql: has([.referral, .withdrawal, .crimeTransfer, .suspension, .challengeResult]))
      OR k.state = \(CaseState.closed.rawValue) AND \(sql: open(.payment)) > 0
      OR k.stage = \(Stage.enforcement.rawValue) AND k.paid < k.fine + k.gains AND NOT \(sql: has([.courtApplication, .challenge]))
        AND \(sql: open(.payment)) + \(sql: open(.courtApplication)) = 0
      """)
  }

  private static func open(_ clock: ClockName) -> SQL {
    OwedCheckStore.open(CaseDuty.kind(clock), on: .lawCase, "k.id")
  }

  private static func has(_ kinds: [StepKind]) -> SQL {
    "EXISTS (SELECT 1 FROM case_step s WHERE s.law_case = k.id AND s.kind IN \(sql: .list(kinds.map(\.rawValue))))"
  }

  static func unfiled(_ ground: CheckGround) -> SQL {
    """
    SELECT v.id, v.number FROM visit v WHERE v.county = \(ground.county) AND v.result = \(VisitResult.lawCase.rawValue)
      AND NOT EXISTS (SELECT 1 FROM law_case k WHERE k.county = v.county AND k.visit = v.id)
      AND \(sql: OwedCheckStore.open(Inspection.filingDuty, on: .visit, "v.id")) = 0
    """
  }
}

/// Of money, and of what is kept beside the cases.
extension CaseworkCheckStore {
  static func overpaid(_ ground: CheckGround) -> SQL {
    cases(
      ground,
      """
      k.paid > k.fine + k.gains AND NOT \(sql: has([.challengeResult]))
      OR k.paid > k.fine + k.gains AND k.state = \(CaseState.closed.rawValue) AND NOT \(sql: contestedSinceClosing)
      """)
  }

  /// A result after closing takes away what was paid; it is given back in a step of its own.
  private static let contestedSinceClosing: SQL = """
    EXISTS (SELECT 1 FROM case_step s WHERE s.law_case = k.id AND s.kind = \(StepKind.challengeResult.rawValue)
      AND s.number > (SELECT MAX(c.number) FROM case_step c WHERE c.law_case = k.id
        AND c.kind = \(StepKind.closing.rawValue)))
    """

  static func unevenPayments(_ ground: CheckGround) -> SQL {
    cases(
      ground,
      """
      k.paid <> (SELECT COALESCE(SUM(p.amount), 0) FROM case_payment p
        WHERE p.county = k.county AND p.law_case = k.id)
      """)
  }

  static func closedUnpaid(_ ground: CheckGround) -> SQL {
    cases(
      ground,
      """
      k.state = \(CaseState.closed.rawValue) AND k.paid < k.fine + k.gains AND NOT \(sql: has([.courtRuling, .challengeResult]))
      """)
  }

  /// Kinds are kept as `fine,gains`.
  static func unevenPenalty(_ ground: CheckGround) -> SQL {
    let (fine, gains) = (held(.fine), held(.gains))
    return cases(
      ground,
      """
      k.outcome IN (\(CaseOutcome.none.rawValue), \(CaseOutcome.revoked.rawValue)) AND (k.fine <> 0 OR k.gains <> 0 OR COALESCE(k.penalties, '') <> '')
      OR k.outcome = \(CaseOutcome.penalty.rawValue) AND (COALESCE(k.penalties, '') = ''
        OR k.fine > 0 AND NOT \(sql: fine) OR k.fine <= 0 AND \(sql: fine)
        OR k.gains > 0 AND NOT \(sql: gains) OR k.gains <= 0 AND \(sql: gains))
      """)
  }

  private static func held(_ penalty: Penalty) -> SQL {
    "(',' || COALESCE(k.penalties, '') || ',' LIKE \("%,\(penalty.rawValue),%"))"
  }

  static func unfound(_ ground: CheckGround) -> SQL {
    cases(ground, SearchCheckStore.unfound(.lawCase, "k.id"))
  }

  static func unevenTally(_ ground: CheckGround) -> SQL {
    let here: SQL = "FROM law_case k WHERE k.county = \(ground.county)"
    let real: SQL = """
      SELECT k.state AS part, COUNT(*) AS number \(sql: here) GROUP BY k.state
      UNION ALL SELECT CAST(\(CaseTally.owed) AS TEXT), COALESCE(SUM(k.fine + k.gains), 0) \(sql: here)
      UNION ALL SELECT CAST(\(CaseTally.paid) AS TEXT), COALESCE(SUM(k.paid), 0) \(sql: here)
      """
    let titles = CaseState.allCases.map { (part: $0.rawValue, title: $0.title) }
    return TallyCheckStore.uneven(
      .lawCase, real, titles: titles + [(CaseTally.owed, "罚没款"), (CaseTally.paid, "已缴款")], ground)
  }

  static func gaps(_ ground: CheckGround) -> SQL {
    SeriesCheckStore.gaps(
      Series.filing.sign,
      "SELECT k.number FROM law_case k WHERE k.county = \(ground.county) AND k.track <> \(Track.simple.rawValue)",
      ground)
  }
}
