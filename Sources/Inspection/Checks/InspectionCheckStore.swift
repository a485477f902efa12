internal import Duties
internal import Offices
internal import Storage

/// The questions of `InspectionChecks`.
enum InspectionCheckStore {
  private static func visits(_ ground: CheckGround, _ broken: SQL) -> SQL {
    "SELECT v.id, v.number FROM visit v WHERE v.county = \(ground.county) AND (\(sql: broken))"
  }

  private static func orders(_ ground: CheckGround, _ broken: SQL) -> SQL {
    "SELECT r.id, r.visit_number FROM rectification r WHERE r.county = \(ground.county) AND (\(sql: broken))"
  }

  static func alone(_ ground: CheckGround) -> SQL {
    visits(ground, "v.first_officer = v.second_officer OR v.first_officer = 0 OR v.second_officer = 0")
  }

  static func uncertified(_ ground: CheckGround) -> SQL {
    visits(ground, "v.first_certificate = '' OR v.second_certificate = ''")
  }

  static func unrecorded(_ ground: CheckGround) -> SQL {
    visits(
      ground,
      """
      v.state = \(VisitState.done.rawValue) AND (v.place IS NULL OR v.summary IS NULL OR v.result IS NULL
        OR EXISTS (SELECT 1 FROM visit_item i WHERE i.visit = v.id AND i.answer IS NULL))
      """)
  }

  static func ahead(_ ground: CheckGround) -> SQL {
    visits(ground, "v.state = \(VisitState.done.rawValue) AND v.date > \(ground.today)")
  }

  static func unevenDuties(_ ground: CheckGround) -> SQL {
    visits(
      ground,
      """
      \(sql: OwedCheckStore.open(DutyKind.record, on: .visit, "v.id"))
        <> CASE v.state WHEN \(VisitState.planned.rawValue) THEN 1 ELSE 0 END
      """)
  }

  static func dueBeforeOrder(_ ground: CheckGround) -> SQL { orders(ground, "r.due < r.ordered_on") }

  static func orderless(_ ground: CheckGround) -> SQL {
    visits(
      ground,
      """
      v.result = \(VisitResult.correct.rawValue)
        AND NOT EXISTS (SELECT 1 FROM rectification r WHERE r.county = v.county AND r.visit = v.id)
      """)
  }

  static func recheckAlone(_ ground: CheckGround) -> SQL {
    orders(
      ground,
      """
      r.state <> \(RectificationState.open.rawValue) AND (r.checked_on IS NULL
        OR r.first_officer IS NULL OR r.second_officer IS NULL OR r.first_officer = r.second_officer
        OR COALESCE(r.first_certificate, '') = '' OR COALESCE(r.second_certificate, '') = '')
      """)
  }

  static func unevenRechecks(_ ground: CheckGround) -> SQL {
    orders(
      ground,
      """
      \(sql: OwedCheckStore.open(DutyKind.recheck, on: .rectification, "r.id"))
        <> CASE r.state WHEN \(RectificationState.open.rawValue) THEN 1 ELSE 0 END
      """)
  }

  static func gaps(_ ground: CheckGround) -> SQL {
    SeriesCheckStore.gaps(Series.visit.sign, "SELECT v.number FROM visit v WHERE v.county = \(ground.county)", ground)
  }
}
