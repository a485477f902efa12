import Storage

enum DutySchema {
  static let changes: [SchemaChange] = [
    SchemaChange("duty-1") { _ in
      [
        """
        CREATE TABLE duty (id BIGINT PRIMARY KEY, county BIGINT NOT NULL, kind TEXT NOT NULL, title TEXT NOT NULL,
          subject_kind TEXT NOT NULL, subject BIGINT NOT NULL, owner BIGINT NOT NULL, agency BIGINT NOT NULL,
          due TEXT NOT NULL, provisional BIGINT NOT NULL, basis TEXT NOT NULL, campaign BIGINT, begun BIGINT NOT NULL,
          ended BIGINT, outcome TEXT)
        """,
        "CREATE INDEX duty_subject ON duty (subject_kind, subject)",
        "CREATE INDEX duty_owner ON duty (owner, due) WHERE ended IS NULL",
        "CREATE INDEX duty_open ON duty (county, due) WHERE ended IS NULL",
        "CREATE INDEX duty_campaign ON duty (campaign) WHERE ended IS NULL",
      ]
    }
  ]
}
