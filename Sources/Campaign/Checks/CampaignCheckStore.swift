internal import Duties
internal import Kit
internal import Offices
internal import Storage

/// The questions of `CampaignChecks`.
enum CampaignCheckStore {
  static func releasedIntoNothing(_ ground: CheckGround) -> SQL {
    """
    SELECT p.id, p.title FROM plan p WHERE p.county = \(ground.county) AND p.state = \(PlanState.released.rawValue)
      AND NOT EXISTS (SELECT 1 FROM campaign c WHERE c.id = p.campaign AND (c.plan = p.id OR p.supplements = c.id))
    """
  }

  static func backwardsPhases(_ ground: CheckGround) -> SQL {
    """
    SELECT f.campaign, f.name FROM campaign_phase f WHERE f.county = \(ground.county) AND f.ends < f.starts
    """
  }

  static func unevenDeadlines(_ ground: CheckGround) -> SQL {
    """
    SELECT d.id, d.due FROM campaign_deadline d WHERE d.county = \(ground.county)
      AND \(sql: OwedCheckStore.open(Deadlines.duty, on: .deadline, "d.id"))
        <> CASE WHEN d.met_at IS NULL THEN 1 ELSE 0 END
    """
  }

  /// Of the office's papers: the signs are those of the templates.
  static func briefingGaps(_ signs: Set<String>, _ ground: CheckGround, _ reader: Reader) throws -> [Breach] {
    try SeriesCheckStore.gaps(
      signs,
      """
      SELECT b.document_number FROM campaign_briefing b WHERE b.county = \(ground.county)
      UNION ALL SELECT r.document_number FROM assessment_result r WHERE r.county = \(ground.county)
      """, ground, reader)
  }

  static func unevenPlanApprovals(_ ground: CheckGround) -> SQL {
    """
    SELECT p.id, p.title FROM plan p WHERE p.county = \(ground.county)
      AND \(sql: OwedCheckStore.open(Approvals.duty, on: .plan, "p.id")) <> \(sql: undecided(.plan, "p.id"))
    """
  }

  /// What a paper is called may name people: its number stands for it.
  static func unevenBriefingApprovals(_ ground: CheckGround) -> SQL {
    """
    SELECT b.id, COALESCE(b.document_number, '草稿') FROM campaign_briefing b WHERE b.county = \(ground.county)
      AND \(sql: OwedCheckStore.open(Approvals.duty, on: .briefing, "b.id")) <> \(sql: undecided(.briefing, "b.id"))
    """
  }

  /// How many of a matter's requests wait: only the last one can.
  private static func undecided(_ kind: RefKind, _ number: SQL) -> SQL {
    """
    (SELECT COUNT(*) FROM campaign_approval a WHERE a.subject_kind = \(kind) AND a.subject = \(sql: number)
      AND a.decided_at IS NULL AND NOT EXISTS (SELECT 1 FROM campaign_approval o
        WHERE o.subject_kind = a.subject_kind AND o.subject = a.subject AND o.number > a.number))
    """
  }

  static func unevenFilings(_ ground: CheckGround) -> SQL {
    """
    SELECT f.id, f.agency_name || '报送' || f.what FROM campaign_filing f WHERE f.county = \(ground.county)
      AND \(sql: OwedCheckStore.open(Filings.duty, on: .filing, "f.id")) <> CASE WHEN f.filed_at IS NULL THEN 1 ELSE 0 END
    """
  }

  /// A copy of a paper that was withdrawn is not signed any more; its receiver owes to know it where a day stands.
  static func unevenCopies(_ ground: CheckGround) -> SQL {
    """
    SELECT y.id, b.document_number FROM campaign_copy y JOIN campaign_briefing b ON b.id = y.briefing
    WHERE y.county = \(ground.county) AND (
      \(sql: OwedCheckStore.open(Circulation.duty, on: .sentCopy, "y.id"))
        <> CASE WHEN y.signed_at IS NULL AND y.void_at IS NULL THEN 1 ELSE 0 END
      OR \(sql: OwedCheckStore.open(Circulation.knowing, on: .sentCopy, "y.id"))
        <> CASE WHEN y.void_due IS NOT NULL AND y.known_at IS NULL THEN 1 ELSE 0 END)
    """
  }

  static func unevenSecondments(_ ground: CheckGround) -> SQL {
    """
    SELECT s.id, '抽调人员（' || s.unit || '）' FROM campaign_secondment s WHERE s.county = \(ground.county)
      AND \(sql: OwedCheckStore.open(Secondments.duty, on: .secondment, "s.id"))
        <> CASE WHEN s.last IS NULL THEN 1 ELSE 0 END
    """
  }

  static func unevenFindings(_ ground: CheckGround) -> SQL {
    """
    SELECT f.id, f.due FROM supervision_finding f WHERE f.county = \(ground.county)
      AND (\(sql: OwedCheckStore.open(Findings.duty, on: .finding, "f.id"))
        <> CASE WHEN f.answered_at IS NULL THEN 1 ELSE 0 END OR (f.accepted_at IS NOT NULL AND f.answered_at IS NULL))
    """
  }

  /// Or in force without its document. What it is called stands for it: names of rules name nobody.
  static func unevenMechanisms(_ ground: CheckGround) -> SQL {
    """
    SELECT m.id, m.name FROM campaign_mechanism m WHERE m.county = \(ground.county)
      AND (\(sql: OwedCheckStore.open(Mechanisms.duty, on: .mechanism, "m.id"))
        <> CASE WHEN m.state = 'drafting' THEN 1 ELSE 0 END OR (m.state = 'in-force' AND m.document IS NULL))
    """
  }

  /// Results whose kept figures are not those that were approved and issued.
  static func changedResults(_ ground: CheckGround, _ reader: Reader) throws -> [Breach] {
    let issued = try reader.query(
      "SELECT id, number, digest FROM assessment_result WHERE county = \(ground.county) AND issued_at IS NOT NULL"
    ) { (try $0.id(0, AssessmentResult.self), try $0.int(1), try $0.text(2)) }
    return try issued.filter { try Results.digest($0.0, reader) != $0.2 }.map { one in
      Breach(record: Ref(.assessmentResult, one.0), title: "考核结果第 \(one.1) 版")
    }
  }

  static func unevenAssessments(_ ground: CheckGround) -> SQL {
    """
    SELECT t.id, t.title FROM assessment t WHERE t.county = \(ground.county)
      AND \(sql: OwedCheckStore.open(Approvals.duty, on: .assessment, "t.id")) <> \(sql: undecided(.assessment, "t.id"))
    """
  }

  static func unevenResults(_ ground: CheckGround) -> SQL {
    """
    SELECT r.id, r.day FROM assessment_result r WHERE r.county = \(ground.county)
      AND \(sql: OwedCheckStore.open(Approvals.duty, on: .assessmentResult, "r.id")) <> \(sql: undecided(.assessmentResult, "r.id"))
    """
  }

  /// Each step of a file that was drawn has one person who owes it.
  static func unevenReadings(_ ground: CheckGround) -> SQL {
    """
    SELECT f.id, f.agency_name FROM file_reading f WHERE f.county = \(ground.county)
      AND (\(sql: OwedCheckStore.open(FileReadings.duty, on: .fileReading, "f.id")) <> CASE WHEN f.points IS NULL THEN 1 ELSE 0 END
        OR \(sql: OwedCheckStore.open(FileReadings.answerDuty, on: .fileReading, "f.id"))
          <> CASE WHEN f.object_until IS NOT NULL AND f.answered_at IS NULL THEN 1 ELSE 0 END
        OR \(sql: OwedCheckStore.open(FileReadings.decideDuty, on: .fileReading, "f.id"))
          <> CASE WHEN f.objection IS NOT NULL AND f.decided_at IS NULL THEN 1 ELSE 0 END)
    """
  }

  /// Cases that are listed owe their reports in their own room.
  static func unevenPlacards(_ ground: CheckGround) -> SQL {
    """
    SELECT p.id, p.agency_name FROM placard p WHERE p.county = \(ground.county) AND p.campaign IS NOT NULL
      AND \(sql: OwedCheckStore.open(CampaignPlacards.duty, on: .placard, "p.id")) <> CASE WHEN p.lifted_at IS NULL
        AND NOT EXISTS (SELECT 1 FROM placard_report r WHERE r.placard = p.id AND r.returned_at IS NULL) THEN 1 ELSE 0 END
    """
  }
}
