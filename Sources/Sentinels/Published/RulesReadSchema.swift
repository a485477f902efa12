import Storage

enum RulesReadSchema {
  static let changes: [SchemaChange] = [
    SchemaChange("sentinels-rules-1") { _ in
      [
        """
        CREATE TABLE post_rules_read (contact BIGINT NOT NULL, county BIGINT NOT NULL, post BIGINT NOT NULL,
          digest TEXT NOT NULL, at BIGINT NOT NULL, PRIMARY KEY (contact, digest))
        """
      ]
    }
  ]
}
