/// What several processes on one store agree on. Rows that may be lost: after a restore the first process writes them
/// anew.
enum SharingSchema {
  static let changes: [SchemaChange] = [
    SchemaChange("sharing-1") { _ in
      [
        "CREATE TABLE scratch_key (name TEXT PRIMARY KEY, mark TEXT NOT NULL)",
        """
        CREATE TABLE scratch_seat (node BIGINT PRIMARY KEY, holder TEXT NOT NULL, since BIGINT NOT NULL,
          until BIGINT NOT NULL)
        """,
        """
        CREATE TABLE scratch_turn (job TEXT PRIMARY KEY, due BIGINT NOT NULL, holder TEXT, until BIGINT NOT NULL)
        """,
      ]
    }
  ]
}
