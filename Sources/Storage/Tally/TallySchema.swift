enum TallySchema {
  static let changes: [SchemaChange] = [
    SchemaChange("tally-1") { dialect in
      [
        """
        CREATE TABLE tally (kind TEXT NOT NULL, county BIGINT NOT NULL, part TEXT NOT NULL, number BIGINT NOT NULL,
          PRIMARY KEY (kind, county, part))\(sql: dialect.clustered)
        """
      ]
    }
  ]
}
