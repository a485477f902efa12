internal import Storage

enum RulebookSchema {
  static let changes: [SchemaChange] = [
    SchemaChange("rulebook-1") { _ in
      [
        // Never updated but for the withdrawal; the words and the fingerprint are those that were approved.
        """
        CREATE TABLE approval (id BIGINT PRIMARY KEY, county BIGINT NOT NULL, name TEXT NOT NULL, title TEXT NOT NULL,
          words TEXT NOT NULL, fingerprint TEXT NOT NULL, document TEXT NOT NULL, day TEXT NOT NULL, note TEXT,
          approver BIGINT NOT NULL, approver_title TEXT NOT NULL, at BIGINT NOT NULL, withdrawn BIGINT,
          withdrawn_title TEXT, withdrawn_reason TEXT)
        """,
        "CREATE INDEX approval_name ON approval (county, name, id)",
        """
        CREATE TABLE edition (id BIGINT PRIMARY KEY, county BIGINT NOT NULL, checklist TEXT NOT NULL,
          number BIGINT NOT NULL, title TEXT NOT NULL, state TEXT NOT NULL, items TEXT, base TEXT NOT NULL,
          reason TEXT NOT NULL, valid_from TEXT, made BIGINT NOT NULL, maker TEXT NOT NULL, enacted BIGINT, enacter TEXT)
        """,
        "CREATE UNIQUE INDEX edition_number ON edition (county, checklist, number)",
      ]
    }
  ]
}
