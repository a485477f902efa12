internal import Storage

enum PlanSchema {
  static let changes: [SchemaChange] = [
    SchemaChange("campaign-plan-1") { _ in
      [
        """
        CREATE TABLE plan (id BIGINT PRIMARY KEY, county BIGINT NOT NULL, title TEXT NOT NULL, folded TEXT NOT NULL,
          state TEXT NOT NULL, campaign BIGINT, text TEXT NOT NULL, file_name TEXT NOT NULL, sha256 TEXT NOT NULL,
          range_start BIGINT NOT NULL, range_end BIGINT NOT NULL, received_at BIGINT NOT NULL,
          received_by BIGINT NOT NULL)
        """,
        "CREATE INDEX plan_county ON plan (county, received_at)",
        "CREATE INDEX plan_hash ON plan (county, sha256)",
        // A file with several plans waits here, for a day, until somebody chose one.
        """
        CREATE TABLE scratch_plan_text (id BIGINT PRIMARY KEY, county BIGINT NOT NULL, owner BIGINT NOT NULL,
          name TEXT NOT NULL, sha256 TEXT NOT NULL, text TEXT NOT NULL, at BIGINT NOT NULL)
        """,
      ]
    }
  ]
}
