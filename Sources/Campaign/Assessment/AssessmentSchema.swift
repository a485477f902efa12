internal import Storage

enum AssessmentSchema {
  static let changes: [SchemaChange] = [
    SchemaChange("campaign-assessment-1") { _ in
      [
        """
        CREATE TABLE assessment (id BIGINT PRIMARY KEY, county BIGINT NOT NULL, campaign BIGINT NOT NULL, title TEXT NOT NULL,
          source TEXT NOT NULL, least_points BIGINT NOT NULL, least_items BIGINT NOT NULL, object_days BIGINT NOT NULL,
          decide_days BIGINT NOT NULL, made_by TEXT NOT NULL, made_at BIGINT NOT NULL, fixed_by TEXT, fixed_at BIGINT)
        """,
        "CREATE UNIQUE INDEX assessment_campaign ON assessment (campaign)",
        """
        CREATE TABLE assessment_line (assessment BIGINT NOT NULL, county BIGINT NOT NULL, position BIGINT NOT NULL,
          key TEXT NOT NULL, part TEXT NOT NULL, title TEXT NOT NULL, formula TEXT NOT NULL, points BIGINT NOT NULL,
          each_points BIGINT NOT NULL, PRIMARY KEY (assessment, position))
        """,
        """
        CREATE TABLE assessment_unit (assessment BIGINT NOT NULL, county BIGINT NOT NULL, agency BIGINT NOT NULL,
          name TEXT NOT NULL, town BIGINT, PRIMARY KEY (assessment, agency))
        """,
        // What was counted, as it was: the points and places are kept, not counted again.
        """
        CREATE TABLE assessment_result (id BIGINT PRIMARY KEY, county BIGINT NOT NULL, assessment BIGINT NOT NULL,
          campaign BIGINT NOT NULL, number BIGINT NOT NULL, day TEXT NOT NULL, reason TEXT, made_by TEXT NOT NULL,
          made_at BIGINT NOT NULL, document_number TEXT, record TEXT, digest TEXT, issued_by TEXT, issued_at BIGINT,
          dropped_by TEXT, dropped_at BIGINT, replaced_by BIGINT)
        """,
        "CREATE UNIQUE INDEX assessment_result_number ON assessment_result (assessment, number)",
        """
        CREATE TABLE assessment_place (result BIGINT NOT NULL, county BIGINT NOT NULL, position BIGINT NOT NULL,
          agency BIGINT NOT NULL, name TEXT NOT NULL, town BIGINT, place BIGINT, tied BIGINT NOT NULL, remark TEXT,
          PRIMARY KEY (result, agency))
        """,
        """
        CREATE TABLE assessment_figure (result BIGINT NOT NULL, county BIGINT NOT NULL, agency BIGINT NOT NULL,
          line BIGINT NOT NULL, have BIGINT NOT NULL, need BIGINT NOT NULL, tenths BIGINT,
          PRIMARY KEY (result, agency, line))
        """,
        // `marks` says under which indicators it stands, and whether it counts above: `1+ 8-`.
        """
        CREATE TABLE assessment_item (result BIGINT NOT NULL, county BIGINT NOT NULL, agency BIGINT NOT NULL,
          position BIGINT NOT NULL, marks TEXT NOT NULL, kind TEXT NOT NULL, title TEXT NOT NULL, subject_kind TEXT NOT NULL,
          subject BIGINT NOT NULL, owner_name TEXT NOT NULL, due TEXT, done TEXT, demands BIGINT NOT NULL, note TEXT NOT NULL,
          PRIMARY KEY (result, agency, position))
        """,
      ]
    }
  ]
}
