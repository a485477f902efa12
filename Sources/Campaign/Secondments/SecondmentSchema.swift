internal import Storage

enum SecondmentSchema {
  static let changes: [SchemaChange] = [
    SchemaChange("campaign-secondment-1") { _ in
      [
        // `until` is that of the last term, so that lists need no more than this table. `last` is the last day of whoever has gone back.
        """
        CREATE TABLE campaign_secondment (id BIGINT PRIMARY KEY, county BIGINT NOT NULL, campaign BIGINT NOT NULL,
          name TEXT NOT NULL, post TEXT NOT NULL, unit TEXT NOT NULL, account BIGINT, work TEXT NOT NULL,
          authority TEXT NOT NULL, certificate TEXT, since TEXT NOT NULL, until TEXT NOT NULL, last TEXT, ended_by TEXT,
          reason TEXT)
        """,
        "CREATE INDEX campaign_secondment_campaign ON campaign_secondment (campaign, until)",
        """
        CREATE TABLE campaign_secondment_term (secondment BIGINT NOT NULL, county BIGINT NOT NULL, number BIGINT NOT NULL,
          until TEXT NOT NULL, document TEXT NOT NULL, at BIGINT NOT NULL, actor TEXT NOT NULL,
          PRIMARY KEY (secondment, number))
        """,
      ]
    }
  ]
}
