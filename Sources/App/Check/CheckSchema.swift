import Storage

/// Outcomes may be lost: the next run makes them anew.
enum CheckSchema {
  static let changes: [SchemaChange] = [
    SchemaChange("check-1") { _ in
      [
        """
        CREATE TABLE scratch_check_run (county BIGINT PRIMARY KEY, at BIGINT NOT NULL, thorough BIGINT NOT NULL)
        """,
        """
        CREATE TABLE scratch_check_finding (county BIGINT NOT NULL, rule TEXT NOT NULL, place BIGINT NOT NULL,
          kind TEXT NOT NULL, number BIGINT NOT NULL, title TEXT NOT NULL, PRIMARY KEY (county, rule, place))
        """,
        """
        CREATE TABLE scratch_ledger_walk (id BIGINT PRIMARY KEY, at BIGINT NOT NULL, entries BIGINT NOT NULL,
          faults BIGINT NOT NULL, first TEXT)
        """,
      ]
    }
  ]
}
