import Storage

enum SplitSchema {
  static let changes: [SchemaChange] = [
    SchemaChange("intake-10") { _ in
      [
        // Which clue was taken out of which; `at` is the moment at which it came in.
        """
        CREATE TABLE clue_split (clue BIGINT PRIMARY KEY, county BIGINT NOT NULL, origin BIGINT NOT NULL,
          at BIGINT NOT NULL)
        """,
        "CREATE INDEX clue_split_origin ON clue_split (origin, clue)",
      ]
    }
  ]
}
