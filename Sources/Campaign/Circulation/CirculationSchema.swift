internal import Storage

enum CirculationSchema {
  static let changes: [SchemaChange] = [
    SchemaChange("campaign-copy-1") { _ in
      [
        // `owner` is who has to sign, or signed: it opens the copy for him. `void_due` stays empty where another paper took the place of
        // the one that was withdrawn: that one is signed for instead.
        """
        CREATE TABLE campaign_copy (id BIGINT PRIMARY KEY, county BIGINT NOT NULL, campaign BIGINT NOT NULL,
          briefing BIGINT NOT NULL, agency BIGINT NOT NULL, agency_name TEXT NOT NULL, owner BIGINT NOT NULL,
          sent_at BIGINT NOT NULL, sent_by TEXT NOT NULL, due TEXT NOT NULL, signed_at BIGINT, signed_by TEXT,
          void_at BIGINT, void_due TEXT, known_at BIGINT, known_by TEXT)
        """,
        "CREATE INDEX campaign_copy_campaign ON campaign_copy (campaign, due)",
        "CREATE UNIQUE INDEX campaign_copy_agency ON campaign_copy (briefing, agency)",
        """
        CREATE TABLE campaign_briefing_successor (briefing BIGINT PRIMARY KEY, county BIGINT NOT NULL,
          successor BIGINT NOT NULL)
        """,
        "CREATE INDEX campaign_briefing_successor_of ON campaign_briefing_successor (successor)",
      ]
    }
  ]
}
