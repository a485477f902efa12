enum AttachmentSchema {
  static let changes: [SchemaChange] = [
    SchemaChange("attachment-1") { dialect in
      [
        """
        CREATE TABLE attachment (id BIGINT PRIMARY KEY, county BIGINT NOT NULL, owner_kind TEXT NOT NULL,
          owner BIGINT NOT NULL, name TEXT NOT NULL, type TEXT NOT NULL, size BIGINT NOT NULL, sha256 TEXT NOT NULL)
        """,
        "CREATE INDEX attachment_owner ON attachment (owner_kind, owner)",
        """
        CREATE TABLE attachment_chunk (sha256 TEXT NOT NULL, part BIGINT NOT NULL, bytes \(sql: dialect.blob) NOT NULL,
          PRIMARY KEY (sha256, part))
        """,
      ]
    }
  ]
}
