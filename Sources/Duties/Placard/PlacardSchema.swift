import Storage

enum PlacardSchema {
  static let change = SchemaChange("duty-placard-1") { _ in
    [
      """
      CREATE TABLE placard (id BIGINT PRIMARY KEY, county BIGINT NOT NULL, subject_kind TEXT NOT NULL,
        subject BIGINT NOT NULL, campaign BIGINT, matter TEXT NOT NULL, number BIGINT NOT NULL, above BIGINT NOT NULL,
        reason TEXT NOT NULL, demands TEXT NOT NULL, due TEXT NOT NULL, agency BIGINT NOT NULL, agency_name TEXT NOT NULL,
        by_title TEXT NOT NULL, by_account BIGINT NOT NULL, by_region BIGINT NOT NULL, at BIGINT NOT NULL,
        lifted_for TEXT, lifted_by TEXT, lifted_at BIGINT)
      """,
      "CREATE INDEX placard_subject ON placard (subject_kind, subject, number)",
      "CREATE INDEX placard_campaign ON placard (campaign, lifted_at)",
      "CREATE INDEX placard_open ON placard (county, subject_kind, lifted_at)",
    ]
  }
}
