internal import Storage

enum DeadlineSchema {
  static let changes: [SchemaChange] = [
    SchemaChange("campaign-deadline-1") { _ in
      [
        """
        CREATE TABLE campaign_deadline (id BIGINT PRIMARY KEY, county BIGINT NOT NULL, campaign BIGINT NOT NULL,
          what TEXT NOT NULL, addressee TEXT NOT NULL, due TEXT NOT NULL, owner BIGINT NOT NULL, basis TEXT NOT NULL,
          met_at BIGINT, outcome TEXT)
        """,
        "CREATE INDEX campaign_deadline_campaign ON campaign_deadline (campaign, due)",
      ]
    }
  ]
}
