internal import Kit
internal import Storage
internal import Web

enum ClosingStore {
  static func insert(_ end: PhaseEnd, of campaign: ID<CampaignRecord>, _ tx: Transaction) throws {
    try tx.execute(
      """
      INSERT INTO campaign_phase_end (campaign, county, position, at, actor, person, open_items, reason)
      VALUES (\(campaign), \(tx.county), \(end.position), \(end.at), \(end.by), \(tx.actor.number), \(end.open), \(end.reason))
      """)
  }

  static func insert(_ end: CampaignEnd, of campaign: ID<CampaignRecord>, _ tx: Transaction) throws {
    try tx.execute(
      """
      INSERT INTO campaign_end (campaign, county, at, actor, person, open_items, reason, accountability, mechanism)
      VALUES (\(campaign), \(tx.county), \(end.at), \(end.by), \(tx.actor.number), \(end.open), \(end.reason),
        \(end.accountability), \(end.mechanism))
      """)
  }

  static func ends(of campaign: ID<CampaignRecord>, _ reader: Reader) throws -> [PhaseEnd] {
    try reader.query(
      """
      SELECT position, at, actor, open_items, reason FROM campaign_phase_end WHERE campaign = \(campaign) ORDER BY position
      """
    ) { row in
      PhaseEnd(
        position: try row.int(0), at: try row.instant(1), by: try row.text(2), open: try row.int(3),
        reason: try row.maybeText(4))
    }
  }

  static func end(of campaign: ID<CampaignRecord>, _ reader: Reader) throws -> CampaignEnd? {
    try reader.first(
      """
      SELECT at, actor, open_items, reason, accountability, mechanism FROM campaign_end WHERE campaign = \(campaign)
      """
    ) { row in
      CampaignEnd(
        at: try row.instant(0), by: try row.text(1), open: try row.int(2), reason: try row.maybeText(3),
        accountability: try row.text(4), mechanism: try row.text(5))
    }
  }
}
