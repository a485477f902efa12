internal import Storage

enum SupervisionSchema {
  static let changes: [SchemaChange] = [
    SchemaChange("campaign-supervision-1") { _ in
      [
        """
        CREATE TABLE campaign_supervision (id BIGINT PRIMARY KEY, county BIGINT NOT NULL, campaign BIGINT NOT NULL,
          unit BIGINT NOT NULL, unit_name TEXT NOT NULL, on_date TEXT NOT NULL, visitors TEXT NOT NULL,
          subject TEXT NOT NULL, planned_by TEXT NOT NULL, planned_at BIGINT NOT NULL, summary TEXT NOT NULL)
        """,
        "CREATE INDEX campaign_supervision_campaign ON campaign_supervision (campaign, on_date)",
        """
        CREATE TABLE supervision_finding (id BIGINT PRIMARY KEY, county BIGINT NOT NULL, visit BIGINT NOT NULL,
          position BIGINT NOT NULL, text TEXT NOT NULL, round BIGINT NOT NULL, due TEXT NOT NULL, answered_at BIGINT,
          accepted_at BIGINT)
        """,
        "CREATE UNIQUE INDEX supervision_finding_visit ON supervision_finding (visit, position)",
        """
        CREATE TABLE supervision_round (finding BIGINT NOT NULL, county BIGINT NOT NULL, number BIGINT NOT NULL,
          due TEXT NOT NULL, answer TEXT NOT NULL, answered_by TEXT, answerer BIGINT, answered_at BIGINT, judged_by TEXT,
          judged_at BIGINT, reason TEXT, PRIMARY KEY (finding, number))
        """,
      ]
    },
    // Where the planner stands: whoever judges stands there or above. Who owed the answer: somebody may have stood in for him.
    SchemaChange("campaign-supervision-2") { _ in
      [
        "ALTER TABLE campaign_supervision ADD COLUMN planned_from BIGINT",
        "ALTER TABLE supervision_round ADD COLUMN owner BIGINT",
      ]
    },
  ]
}
