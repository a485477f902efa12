import Storage

enum CasePaperSchema {
  static let change = SchemaChange("casework-5-papers") { _ in
    [
      """
      CREATE TABLE case_paper (law_case BIGINT NOT NULL, number BIGINT NOT NULL, county BIGINT NOT NULL,
        template TEXT NOT NULL, step BIGINT, day TEXT NOT NULL, typing TEXT NOT NULL, author BIGINT NOT NULL,
        made BIGINT NOT NULL, document_number TEXT, issued_by BIGINT, issued_at BIGINT, digest TEXT, record TEXT,
        PRIMARY KEY (law_case, number))
      """,
      // The number of a decision stands on one paper only.
      "CREATE UNIQUE INDEX case_paper_number ON case_paper (county, document_number)",
      // Whoever holds a paper knows its hash and no county.
      "CREATE INDEX case_paper_digest ON case_paper (digest)",
      """
      CREATE TABLE agency_detail (county BIGINT NOT NULL, name TEXT NOT NULL, value TEXT NOT NULL, by_account BIGINT NOT NULL,
        at BIGINT NOT NULL, PRIMARY KEY (county, name))
      """,
    ]
  }
}
