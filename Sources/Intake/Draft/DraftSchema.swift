import Storage

enum DraftSchema {
  static let changes: [SchemaChange] = [
    SchemaChange("intake-9") { _ in
      [
        // A draft kept in a browser is one report, in whatever county: the key is the draft alone.
        "CREATE TABLE report_draft (hash TEXT PRIMARY KEY, county BIGINT NOT NULL, once_hash TEXT NOT NULL)",
        // Of a clue, or of a report that waits: the hash that its reporter was told, and the files that went into it.
        """
        CREATE TABLE report_receipt (kind TEXT NOT NULL, record BIGINT NOT NULL, county BIGINT NOT NULL,
          sha256 TEXT NOT NULL, files TEXT NOT NULL, PRIMARY KEY (kind, record))
        """,
      ]
    }
  ]
}
