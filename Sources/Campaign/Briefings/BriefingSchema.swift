internal import Storage

enum BriefingSchema {
  static let changes: [SchemaChange] = [
    SchemaChange("campaign-briefing-1") { _ in
      [
        """
        CREATE TABLE campaign_briefing (id BIGINT PRIMARY KEY, county BIGINT NOT NULL, campaign BIGINT NOT NULL,
          kind TEXT NOT NULL, about BIGINT, title TEXT NOT NULL, typing TEXT NOT NULL, author BIGINT NOT NULL,
          author_name TEXT NOT NULL, editor BIGINT NOT NULL, made BIGINT NOT NULL, document_number TEXT, issued_at BIGINT,
          issued_name TEXT, digest TEXT, record TEXT)
        """,
        "CREATE INDEX campaign_briefing_campaign ON campaign_briefing (campaign, made)",
        "CREATE UNIQUE INDEX campaign_briefing_number ON campaign_briefing (county, document_number)",
      ]
    },
    // Drafts that were given up, and issued papers that no longer hold: the row and its number stay.
    SchemaChange("campaign-briefing-2") { _ in
      [
        """
        CREATE TABLE campaign_briefing_void (briefing BIGINT PRIMARY KEY, county BIGINT NOT NULL, at BIGINT NOT NULL,
          actor TEXT NOT NULL, reason TEXT)
        """
      ]
    },
  ]
}
