import Storage

enum ScoreSchema {
  static let changes: [SchemaChange] = [
    SchemaChange("sentinels-score-1") { _ in
      [
        """
        CREATE TABLE score_sheet (id BIGINT PRIMARY KEY, county BIGINT NOT NULL, post BIGINT NOT NULL,
          span TEXT NOT NULL, span_title TEXT NOT NULL, state TEXT NOT NULL, verifier BIGINT NOT NULL,
          filled_by BIGINT, verified_by BIGINT, verified_on TEXT, object_until TEXT, veto TEXT NOT NULL, total BIGINT,
          objection TEXT, answer TEXT, begun BIGINT NOT NULL)
        """,
        // One sheet of a post in a period.
        "CREATE UNIQUE INDEX score_sheet_post ON score_sheet (post, span)",
        "CREATE INDEX score_sheet_county ON score_sheet (county, span, total, id)",
        """
        CREATE TABLE score_line (sheet BIGINT NOT NULL, place BIGINT NOT NULL, part TEXT NOT NULL, title TEXT NOT NULL,
          most BIGINT NOT NULL, pre BIGINT, basis TEXT NOT NULL, own BIGINT, own_reason TEXT NOT NULL, given BIGINT,
          reason TEXT NOT NULL, PRIMARY KEY (sheet, place))
        """,
        """
        CREATE TABLE score_evidence (sheet BIGINT NOT NULL, line BIGINT NOT NULL, place BIGINT NOT NULL,
          words TEXT NOT NULL, record_kind TEXT NOT NULL, record BIGINT NOT NULL, PRIMARY KEY (sheet, line, place))
        """,
        """
        CREATE TABLE model_post (sheet BIGINT PRIMARY KEY, county BIGINT NOT NULL, post BIGINT NOT NULL,
          state TEXT NOT NULL, proposed_by BIGINT NOT NULL, proposed_on TEXT NOT NULL, decided_by BIGINT,
          decided_on TEXT, words TEXT NOT NULL, withdrawn_by BIGINT, withdrawn_on TEXT, reason TEXT NOT NULL)
        """,
        // A post is proposed or a model once at a time.
        "CREATE UNIQUE INDEX model_post_post ON model_post (post) WHERE state IN ('proposed', 'named')",
        "CREATE INDEX model_post_county ON model_post (county, state, sheet)",
      ]
    }
  ]
}
