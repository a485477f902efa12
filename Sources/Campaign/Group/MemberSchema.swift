internal import Storage

enum MemberSchema {
  static let changes: [SchemaChange] = [
    SchemaChange("campaign-member-1") { _ in
      [
        """
        CREATE TABLE campaign_member (id BIGINT PRIMARY KEY, county BIGINT NOT NULL, campaign BIGINT NOT NULL,
          part TEXT NOT NULL, seat TEXT, name TEXT NOT NULL, post TEXT NOT NULL, body TEXT NOT NULL, telephone TEXT NOT NULL,
          account BIGINT, since TEXT NOT NULL, until TEXT, document TEXT NOT NULL, follows BIGINT)
        """,
        "CREATE INDEX campaign_member_campaign ON campaign_member (campaign)",
        // One leader, one head of the office, one liaison for each body at a time.
        "CREATE UNIQUE INDEX campaign_member_seat ON campaign_member (campaign, seat) WHERE until IS NULL",
      ]
    }
  ]
}
