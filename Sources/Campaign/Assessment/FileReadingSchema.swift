internal import Storage

enum FileReadingSchema {
  static let changes: [SchemaChange] = [
    SchemaChange("campaign-file-reading-1") { _ in
      [
        // `pool` is the list from which was drawn, as it was: with the seed anybody can draw it again.
        """
        CREATE TABLE file_draw (id BIGINT PRIMARY KEY, county BIGINT NOT NULL, assessment BIGINT NOT NULL,
          agency BIGINT NOT NULL, agency_name TEXT NOT NULL, seed TEXT NOT NULL, pool TEXT NOT NULL, wanted BIGINT NOT NULL,
          drawn_by TEXT NOT NULL, drawn_at BIGINT NOT NULL)
        """,
        "CREATE INDEX file_draw_assessment ON file_draw (assessment)",
        """
        CREATE TABLE file_reading (id BIGINT PRIMARY KEY, county BIGINT NOT NULL, draw BIGINT NOT NULL,
          assessment BIGINT NOT NULL, campaign BIGINT NOT NULL, agency BIGINT NOT NULL, agency_name TEXT NOT NULL,
          position BIGINT NOT NULL, subject_kind TEXT NOT NULL, subject BIGINT NOT NULL, reader_name TEXT NOT NULL,
          arbiter BIGINT NOT NULL, arbiter_name TEXT NOT NULL, due TEXT NOT NULL, points BIGINT, words TEXT,
          read_by BIGINT, read_at BIGINT, object_until TEXT, objection TEXT, answered_at BIGINT, decided_points BIGINT,
          decision TEXT, decided_by TEXT, decided_at BIGINT)
        """,
        "CREATE UNIQUE INDEX file_reading_subject ON file_reading (assessment, subject_kind, subject)",
      ]
    }
  ]
}
