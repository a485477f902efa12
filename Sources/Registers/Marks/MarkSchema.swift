import Storage

enum MarkSchema {
  static let changes: [SchemaChange] = [
    SchemaChange("registers-marks-1") { _ in
      [
        """
        CREATE TABLE licence_mark (id BIGINT PRIMARY KEY, county BIGINT NOT NULL, premises_kind TEXT NOT NULL,
          premises BIGINT NOT NULL, kind TEXT NOT NULL, subjects TEXT NOT NULL, since TEXT NOT NULL, until TEXT,
          paper TEXT NOT NULL, source_kind TEXT NOT NULL, source BIGINT NOT NULL, at BIGINT NOT NULL, lifted TEXT,
          lifted_by TEXT)
        """,
        "CREATE INDEX licence_mark_premises ON licence_mark (county, premises_kind, premises)",
        "CREATE INDEX licence_mark_source ON licence_mark (county, source_kind, source)",
      ]
    }
  ]
}
