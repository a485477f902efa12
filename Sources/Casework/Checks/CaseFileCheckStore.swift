internal import Inspection
internal import Kit
internal import Offices
internal import Papers
internal import Procedure
internal import Storage

/// The questions of `CaseFileChecks`.
enum CaseFileCheckStore {
  private static func cases(_ ground: CheckGround, _ broken: SQL) -> SQL {
    "SELECT k.id, k.number FROM law_case k WHERE k.county = \(ground.county) AND (\(sql: broken))"
  }

  /// `templates` are those of papers with a number.
  static func unnumbered(_ templates: [String], _ ground: CheckGround) -> SQL {
    cases(
      ground,
      """
      EXISTS (SELECT 1 FROM case_paper p WHERE p.law_case = k.id AND p.issued_at IS NOT NULL
        AND p.document_number IS NULL AND p.template IN \(sql: .list(templates)))
      """)
  }

  /// Numbers that papers draw, those that decisions draw, and those of cases of the simple procedure.
  static func gaps(ofPapers drawn: Set<String>, ofDecisions own: Set<String>, _ ground: CheckGround, _ reader: Reader)
    throws -> [Breach]
  {
    let papers: SQL = "SELECT p.document_number FROM case_paper p WHERE p.county = \(ground.county)"
    let steps: SQL = "SELECT s.paper FROM case_step s WHERE s.county = \(ground.county)"
    let simple: SQL = """
      SELECT k.number FROM law_case k WHERE k.county = \(ground.county) AND k.track = \(Track.simple.rawValue)
      """
    return try SeriesCheckStore.gaps(drawn, papers, ground, reader)
      + SeriesCheckStore.gaps(own, steps, ground, reader)
      + SeriesCheckStore.gaps([Series.onTheSpot.sign], simple, ground, reader)
  }

  static func busy(_ ground: CheckGround) -> SQL {
    cases(
      ground,
      """
      k.state = \(CaseState.closed.rawValue) AND EXISTS (SELECT 1 FROM duty d WHERE d.subject_kind = \(RefKind.lawCase)
        AND d.subject = k.id AND d.ended IS NULL
        AND (d.kind LIKE 'case.%' OR d.kind LIKE 'wait.%' OR d.kind LIKE 'party.%'))
      """)
  }

  static func torn(_ ground: CheckGround) -> SQL {
    cases(
      ground,
      """
      (SELECT COUNT(*) FROM case_step s WHERE s.law_case = k.id)
        <> (SELECT COALESCE(MAX(s.number), 0) FROM case_step s WHERE s.law_case = k.id)
      """)
  }

  static func unstepped(_ ground: CheckGround) -> SQL {
    cases(
      ground,
      """
      k.decision_number IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM case_step s WHERE s.law_case = k.id AND s.paper = k.decision_number)
      """)
  }

  /// Cases in which a hearing was held, with all their steps.
  static func heard(_ ground: CheckGround, _ reader: Reader) throws -> [(id: ID<Case>, number: String, steps: [Taken])]
  {
    let ids: SQL = """
      SELECT h.law_case FROM case_step h WHERE h.county = \(ground.county) AND h.kind = \(StepKind.hearing.rawValue)
      """
    let steps = try CaseStepStore.steps(ofCases: ids, reader)
    return try CaseStore.list("id IN (" + ids + ")", order: "id", limit: Int(Int32.max), reader)
      .map { ($0.id, $0.number, steps[$0.id] ?? []) }
  }
}
