import Storage

enum RectificationSchema {
  static let changes: [SchemaChange] = [
    SchemaChange("inspection-rectification-1") { _ in
      [
        """
        CREATE TABLE rectification (id BIGINT PRIMARY KEY, county BIGINT NOT NULL, visit BIGINT NOT NULL,
          visit_number TEXT NOT NULL, premises_kind TEXT NOT NULL, premises BIGINT NOT NULL,
          premises_name TEXT NOT NULL, campaign BIGINT, owner BIGINT NOT NULL, text TEXT NOT NULL,
          ordered_on TEXT NOT NULL, due TEXT NOT NULL, state TEXT NOT NULL, checked_on TEXT, first_officer BIGINT,
          first_name TEXT, first_certificate TEXT, second_officer BIGINT, second_name TEXT, second_certificate TEXT,
          note TEXT)
        """,
        "CREATE INDEX rectification_due ON rectification (county, due, id)",
        "CREATE INDEX rectification_state ON rectification (county, state, due)",
        "CREATE INDEX rectification_campaign ON rectification (county, campaign, state)",
        "CREATE INDEX rectification_visit ON rectification (county, visit)",
      ]
    }
  ]
}
