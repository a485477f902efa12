import Storage

enum PostImportSchema {
  static let changes: [SchemaChange] = [
    SchemaChange("sentinels-import-1") { _ in
      [
        """
        CREATE TABLE post_import (id BIGINT PRIMARY KEY, county BIGINT NOT NULL, at BIGINT NOT NULL, actor TEXT NOT NULL,
          file TEXT NOT NULL, sha256 TEXT NOT NULL, added BIGINT NOT NULL, changed BIGINT NOT NULL, same BIGINT NOT NULL)
        """,
        "CREATE INDEX post_import_county ON post_import (county, at)",
        // Sealed: the rows name contact persons.
        """
        CREATE TABLE scratch_post_import (id BIGINT PRIMARY KEY, county BIGINT NOT NULL, at BIGINT NOT NULL,
          file TEXT NOT NULL, sha256 TEXT NOT NULL, sealed TEXT NOT NULL)
        """,
      ]
    }
  ]
}
