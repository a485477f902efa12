enum SearchSchema {
  static let changes: [SchemaChange] = [
    SchemaChange("search-1") { dialect in
      [
        """
        CREATE TABLE search_item (id BIGINT PRIMARY KEY, kind TEXT NOT NULL, number BIGINT NOT NULL,
          county BIGINT NOT NULL, permission TEXT NOT NULL, agency BIGINT NOT NULL, title TEXT NOT NULL,
          detail TEXT NOT NULL, numbers TEXT NOT NULL, folded TEXT NOT NULL,
          block BIGINT NOT NULL)
        """,
        "CREATE UNIQUE INDEX search_item_record ON search_item (kind, number)",
        "CREATE INDEX search_item_block ON search_item (block)",
        """
        CREATE TABLE search_gram (gram BIGINT NOT NULL, block BIGINT NOT NULL, PRIMARY KEY (gram, block))\
        \(sql: dialect.clustered)
        """,
      ]
    }
  ]
}
