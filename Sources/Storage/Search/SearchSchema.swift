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
    },
    SchemaChange("search-2", filling: SearchMoving.fill) { dialect in
      [
        """
        CREATE TABLE search_shelf (id BIGINT PRIMARY KEY, kind TEXT NOT NULL, county BIGINT NOT NULL,
          permission TEXT NOT NULL, agency BIGINT NOT NULL, used BIGINT NOT NULL)
        """,
        "CREATE UNIQUE INDEX search_shelf_sort ON search_shelf (county, kind, permission, agency)",
        "CREATE TABLE search_shelves (id BIGINT PRIMARY KEY, made BIGINT NOT NULL)",
        "INSERT INTO search_shelves (id, made) VALUES (1, 0)",
        """
        CREATE TABLE search_record (id BIGINT PRIMARY KEY, kind TEXT NOT NULL, number BIGINT NOT NULL,
          county BIGINT NOT NULL, title TEXT NOT NULL, detail TEXT NOT NULL, numbers TEXT NOT NULL)
        """,
        "CREATE UNIQUE INDEX search_record_ref ON search_record (kind, number)",
        """
        CREATE TABLE search_posting (gram BIGINT NOT NULL, shelf BIGINT NOT NULL, chunk BIGINT NOT NULL,
          bits \(sql: dialect.blob) NOT NULL, PRIMARY KEY (gram, shelf, chunk))\(sql: dialect.clustered)
        """,
      ]
    },
    SchemaChange("search-3") { _ in ["DROP TABLE search_gram", "DROP TABLE search_item"] },
  ]
}
