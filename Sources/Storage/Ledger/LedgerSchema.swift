enum LedgerSchema {
  static let changes: [SchemaChange] = [
    SchemaChange("ledger-1") { _ in
      [
        """
        CREATE TABLE ledger_head (county BIGINT PRIMARY KEY, height BIGINT NOT NULL, hash TEXT NOT NULL)
        """,
        """
        CREATE TABLE ledger (county BIGINT NOT NULL, height BIGINT NOT NULL, at BIGINT NOT NULL,
          actor_kind TEXT NOT NULL, actor BIGINT NOT NULL, actor_title TEXT NOT NULL, deed TEXT NOT NULL,
          object_kind TEXT NOT NULL, object BIGINT NOT NULL, sentence TEXT NOT NULL, changes TEXT NOT NULL,
          reason TEXT, previous TEXT NOT NULL, hash TEXT NOT NULL, PRIMARY KEY (county, height))
        """,
        "CREATE INDEX ledger_object ON ledger (object_kind, object, height)",
      ]
    },
    // The head's time spares every deed a look at the entry before it; the index is for pages that go by days.
    SchemaChange("ledger-2") { dialect in
      [
        "ALTER TABLE ledger_head ADD COLUMN at BIGINT NOT NULL DEFAULT 0",
        "CREATE INDEX ledger_time ON ledger (county, at, height)",
      ] + LedgerGuardSchema.statements(dialect)
    },
  ]
}
