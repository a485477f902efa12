import Storage

enum VisitSchema {
  static let changes: [SchemaChange] = [
    SchemaChange("inspection-visit-1") { _ in
      [
        """
        CREATE TABLE visit (id BIGINT PRIMARY KEY, county BIGINT NOT NULL, number TEXT NOT NULL,
          premises_kind TEXT NOT NULL, premises BIGINT NOT NULL, premises_name TEXT NOT NULL, premises_type TEXT,
          clue BIGINT, campaign BIGINT, task BIGINT, date TEXT NOT NULL, first_officer BIGINT NOT NULL,
          first_name TEXT NOT NULL, first_certificate TEXT NOT NULL, second_officer BIGINT NOT NULL,
          second_name TEXT NOT NULL, second_certificate TEXT NOT NULL, checklist TEXT NOT NULL, state TEXT NOT NULL,
          place TEXT, began TEXT, ended TEXT, summary TEXT, result TEXT)
        """,
        "CREATE UNIQUE INDEX visit_number ON visit (county, number)",
        "CREATE INDEX visit_date ON visit (county, date, id)",
        "CREATE INDEX visit_state ON visit (county, state, date)",
        "CREATE INDEX visit_campaign ON visit (county, campaign, state)",
        "CREATE INDEX visit_premises ON visit (county, premises_kind, premises)",
        "CREATE INDEX visit_clue ON visit (county, clue)",
        """
        CREATE TABLE visit_item (visit BIGINT NOT NULL, county BIGINT NOT NULL, place BIGINT NOT NULL,
          item TEXT NOT NULL, question TEXT NOT NULL, basis TEXT NOT NULL, confidence TEXT NOT NULL, violation TEXT,
          answer TEXT, note TEXT, PRIMARY KEY (visit, item))
        """,
      ]
    },
    // Each way to narrow a list carries the list's order, or a planner walks the whole county in that order instead.
    SchemaChange("inspection-visit-2") { _ in
      [
        "DROP INDEX visit_premises",
        "CREATE INDEX visit_premises ON visit (county, premises_kind, premises, date, id)",
        "DROP INDEX visit_clue",
        "CREATE INDEX visit_clue ON visit (county, clue, date, id)",
        "DROP INDEX visit_state",
        "CREATE INDEX visit_state ON visit (county, state, date, id)",
        "CREATE INDEX visit_campaign_date ON visit (county, campaign, date, id)",
      ]
    },
  ]
}
