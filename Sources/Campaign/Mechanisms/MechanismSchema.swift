internal import Storage

enum MechanismSchema {
  static let changes: [SchemaChange] = [
    SchemaChange("campaign-mechanism-1") { _ in
      [
        // `origin` is the first of a line that was carried from campaign to campaign: it stands in a campaign once.
        """
        CREATE TABLE campaign_mechanism (id BIGINT PRIMARY KEY, county BIGINT NOT NULL, campaign BIGINT NOT NULL,
          position BIGINT NOT NULL, kind TEXT NOT NULL, problem TEXT NOT NULL, cause TEXT NOT NULL, name TEXT NOT NULL,
          words TEXT NOT NULL, due TEXT NOT NULL, state TEXT NOT NULL, document TEXT, force_date TEXT, reason TEXT,
          settled_by TEXT, settled_at BIGINT, carried_from BIGINT, origin BIGINT NOT NULL, written_by TEXT NOT NULL,
          written_at BIGINT NOT NULL)
        """,
        "CREATE UNIQUE INDEX campaign_mechanism_position ON campaign_mechanism (campaign, position)",
        "CREATE UNIQUE INDEX campaign_mechanism_origin ON campaign_mechanism (campaign, origin)",
        "CREATE INDEX campaign_mechanism_carried ON campaign_mechanism (carried_from)",
        """
        CREATE TABLE mechanism_source (mechanism BIGINT NOT NULL, county BIGINT NOT NULL, position BIGINT NOT NULL,
          kind TEXT NOT NULL, record BIGINT NOT NULL, PRIMARY KEY (mechanism, kind, record))
        """,
      ]
    }
  ]
}
