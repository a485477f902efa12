internal import Storage

enum CampaignSchema {
  static let changes: [SchemaChange] = [
    SchemaChange("campaign-1") { _ in
      [
        """
        CREATE TABLE campaign (id BIGINT PRIMARY KEY, county BIGINT NOT NULL, plan BIGINT NOT NULL,
          title TEXT NOT NULL, folded TEXT NOT NULL, starts TEXT, ends TEXT, released_at BIGINT NOT NULL,
          released_by BIGINT NOT NULL)
        """,
        "CREATE INDEX campaign_county ON campaign (county, released_at)",
        "CREATE UNIQUE INDEX campaign_plan ON campaign (plan)",
        """
        CREATE TABLE campaign_phase (id BIGINT PRIMARY KEY, county BIGINT NOT NULL, campaign BIGINT NOT NULL,
          position BIGINT NOT NULL, name TEXT NOT NULL, starts TEXT NOT NULL, ends TEXT NOT NULL, text TEXT NOT NULL)
        """,
        "CREATE INDEX campaign_phase_campaign ON campaign_phase (campaign, position)",
        """
        CREATE TABLE campaign_task (id BIGINT PRIMARY KEY, county BIGINT NOT NULL, campaign BIGINT NOT NULL,
          position BIGINT NOT NULL, no TEXT NOT NULL, text TEXT NOT NULL, lead TEXT NOT NULL,
          cooperating TEXT NOT NULL, violations TEXT NOT NULL)
        """,
        "CREATE INDEX campaign_task_campaign ON campaign_task (campaign, position)",
        """
        CREATE TABLE campaign_target (campaign BIGINT NOT NULL, county BIGINT NOT NULL, type TEXT NOT NULL,
          hundredths BIGINT NOT NULL, subject TEXT NOT NULL, PRIMARY KEY (campaign, type))
        """,
      ]
    }
  ]
}
