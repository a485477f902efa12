internal import Duties
internal import Kit
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

  static func unevenFilings(_ ground: CheckGround) -> SQL {
    """
    SELECT f.id, f.agency_name || '报送' || f.what FROM campaign_filing f WHERE f.county = \(ground.county)
      AND \(sql: OwedCheckStore.open(Filings.duty, on: .filing, "f.id")) <> CASE WHEN f.filed_at IS NULL THEN 1 ELSE 0 END
    """
  }

  static func unevenFindings(_ ground: CheckGround) -> SQL {
    """
    SELECT f.id, f.due FROM supervision_finding f WHERE f.county = \(ground.county)
      AND (\(sql: OwedCheckStore.open(Findings.duty, on: .finding, "f.id"))
        <> CASE WHEN f.answered_at IS NULL THEN 1 ELSE 0 END OR (f.accepted_at IS NOT NULL AND f.answered_at IS NULL))
    """
  }
}
