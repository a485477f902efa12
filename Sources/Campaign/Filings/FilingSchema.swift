internal import Storage

enum FilingSchema {
  static let changes: [SchemaChange] = [
    SchemaChange("campaign-filing-1") { _ in
      [
        // `round`, `due` and `filed_at` are those of the present round, so that lists need no more than this table.
        """
        CREATE TABLE campaign_filing (id BIGINT PRIMARY KEY, county BIGINT NOT NULL, campaign BIGINT NOT NULL,
          agency BIGINT NOT NULL, agency_name TEXT NOT NULL, what TEXT NOT NULL, words TEXT NOT NULL, asked_by TEXT NOT NULL,
          asker BIGINT NOT NULL, asked_at BIGINT NOT NULL, round BIGINT NOT NULL, due TEXT NOT NULL, filed_at BIGINT)
        """,
        "CREATE INDEX campaign_filing_campaign ON campaign_filing (campaign, due)",
        """
        CREATE TABLE campaign_filing_round (filing BIGINT NOT NULL, county BIGINT NOT NULL, number BIGINT NOT NULL,
          due TEXT NOT NULL, filed_at BIGINT, filed_by TEXT, filer BIGINT, note TEXT NOT NULL, plan BIGINT,
          files BIGINT NOT NULL, returned_at BIGINT, returned_by TEXT, reason TEXT, PRIMARY KEY (filing, number))
        """,
      ]
    },
    // Who owed the round when it was filed: somebody else may have stood in for him.
    SchemaChange("campaign-filing-2") { _ in
      ["ALTER TABLE campaign_filing_round ADD COLUMN owner BIGINT"]
    },
    // What the filed plan said then: a plan that is not released can be changed afterwards. Not known of rounds from before.
    SchemaChange("campaign-filing-3") { _ in
      ["ALTER TABLE campaign_filing_round ADD COLUMN plan_digest TEXT"]
    },
  ]
}
