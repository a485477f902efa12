import Storage

enum PostSchema {
  static let changes: [SchemaChange] = [
    SchemaChange("sentinels-1") { _ in
      [
        """
        CREATE TABLE post (id BIGINT PRIMARY KEY, county BIGINT NOT NULL, name TEXT NOT NULL, folded TEXT NOT NULL,
          kind TEXT NOT NULL, level BIGINT NOT NULL, town BIGINT NOT NULL, village BIGINT NOT NULL,
          address TEXT NOT NULL, institution BIGINT, supervisor BIGINT NOT NULL, plaque TEXT, file TEXT,
          begun TEXT NOT NULL, state TEXT NOT NULL)
        """,
        "CREATE INDEX post_county ON post (county, state, town, id)",
        "CREATE INDEX post_institution ON post (institution)",
        "CREATE INDEX post_supervisor ON post (supervisor)",
        """
        CREATE TABLE post_contact (id BIGINT PRIMARY KEY, county BIGINT NOT NULL, post BIGINT NOT NULL,
          part TEXT NOT NULL, name TEXT NOT NULL, telephone TEXT NOT NULL, time TEXT NOT NULL, since TEXT NOT NULL,
          until TEXT)
        """,
        // One contact person and one backup at a time.
        "CREATE UNIQUE INDEX post_contact_part ON post_contact (post, part) WHERE until IS NULL",
        "CREATE INDEX post_contact_post ON post_contact (post, id)",
        """
        CREATE TABLE post_code (id BIGINT PRIMARY KEY, county BIGINT NOT NULL, post BIGINT NOT NULL,
          contact BIGINT NOT NULL, code_hash TEXT NOT NULL, issued BIGINT NOT NULL, ends BIGINT NOT NULL,
          used BIGINT, dropped BIGINT)
        """,
        "CREATE UNIQUE INDEX post_code_hash ON post_code (code_hash)",
        "CREATE INDEX post_code_post ON post_code (post, id)",
        """
        CREATE TABLE post_device (id BIGINT PRIMARY KEY, county BIGINT NOT NULL, post BIGINT NOT NULL,
          contact BIGINT NOT NULL, token_hash TEXT NOT NULL, begun BIGINT NOT NULL, ends BIGINT NOT NULL, cut BIGINT)
        """,
        "CREATE UNIQUE INDEX post_device_token ON post_device (token_hash)",
        "CREATE INDEX post_device_post ON post_device (post, id)",
        """
        CREATE TABLE post_report (id BIGINT PRIMARY KEY, county BIGINT NOT NULL, post BIGINT NOT NULL,
          contact BIGINT NOT NULL, topic TEXT NOT NULL, span TEXT NOT NULL, clue BIGINT, at BIGINT NOT NULL)
        """,
        "CREATE UNIQUE INDEX post_report_clue ON post_report (clue)",
        // A period is told to hold nothing once.
        "CREATE UNIQUE INDEX post_report_zero ON post_report (post, span) WHERE clue IS NULL",
        "CREATE INDEX post_report_post ON post_report (post, at, id)",
        "CREATE INDEX post_report_county ON post_report (county, at, id)",
      ]
    }
  ]
}
