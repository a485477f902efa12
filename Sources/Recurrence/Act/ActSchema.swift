import Storage

enum RecurrenceSchema {
  static let changes: [SchemaChange] = [
    SchemaChange("recurrence-1") { _ in
      [
        """
        CREATE TABLE recurrence (id BIGINT PRIMARY KEY, county BIGINT NOT NULL, person BIGINT NOT NULL,
          subject_kind TEXT NOT NULL, subject BIGINT NOT NULL, subject_title TEXT NOT NULL, law_case BIGINT,
          act_on TEXT NOT NULL, standing TEXT, state TEXT NOT NULL, head BIGINT, raised_count BIGINT, raised_reading TEXT,
          raised_at BIGINT, decision TEXT, decider TEXT, decided_at BIGINT, at BIGINT NOT NULL)
        """,
        "CREATE UNIQUE INDEX recurrence_once ON recurrence (subject_kind, subject, person)",
        "CREATE INDEX recurrence_state ON recurrence (county, state, id)",
        "CREATE INDEX recurrence_case ON recurrence (law_case, id)",
        "CREATE INDEX recurrence_person ON recurrence (person, id)",
        // Only appended to: the newest choice holds.
        """
        CREATE TABLE recurrence_reading (county BIGINT NOT NULL, number BIGINT NOT NULL, reading TEXT NOT NULL,
          because TEXT NOT NULL, account BIGINT NOT NULL, title TEXT NOT NULL, at BIGINT NOT NULL,
          PRIMARY KEY (county, number))
        """,
      ]
    }
  ]
}
