internal import Storage

enum VersionSchema {
  static let changes: [SchemaChange] = [
    SchemaChange("campaign-version-1") { _ in
      [
        // The campaign that a supplement changes; empty for a plan that becomes a campaign of its own.
        "ALTER TABLE plan ADD COLUMN supplements BIGINT",
        """
        CREATE TABLE plan_amendment (plan BIGINT NOT NULL, county BIGINT NOT NULL, item BIGINT NOT NULL, act TEXT NOT NULL,
          target BIGINT, owner BIGINT, PRIMARY KEY (plan, item))
        """,
        """
        CREATE TABLE campaign_version (campaign BIGINT NOT NULL, county BIGINT NOT NULL, number BIGINT NOT NULL,
          plan BIGINT NOT NULL, title TEXT NOT NULL, at BIGINT NOT NULL, actor TEXT NOT NULL, person BIGINT NOT NULL,
          PRIMARY KEY (campaign, number))
        """,
        "CREATE UNIQUE INDEX campaign_version_plan ON campaign_version (plan)",
        """
        CREATE TABLE campaign_version_change (campaign BIGINT NOT NULL, county BIGINT NOT NULL, version BIGINT NOT NULL,
          position BIGINT NOT NULL, what TEXT NOT NULL, before_words TEXT, after_words TEXT NOT NULL, sentence TEXT NOT NULL,
          PRIMARY KEY (campaign, version, position))
        """,
      ]
    }
  ]
}
