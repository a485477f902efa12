import Storage

enum ImportSchema {
  static let changes: [SchemaChange] = [
    SchemaChange("registers-import-1") { dialect in
      [
        """
        CREATE TABLE institution_book (county BIGINT PRIMARY KEY, revision BIGINT NOT NULL)
        """,
        """
        CREATE TABLE institution_import (id BIGINT PRIMARY KEY, county BIGINT NOT NULL, at BIGINT NOT NULL,
          actor TEXT NOT NULL, file TEXT NOT NULL, sha256 TEXT NOT NULL, lines BIGINT NOT NULL, added BIGINT NOT NULL,
          changed BIGINT NOT NULL, same BIGINT NOT NULL, absent BIGINT NOT NULL)
        """,
        "CREATE INDEX institution_import_county ON institution_import (county, at)",
        """
        CREATE TABLE scratch_import (id BIGINT PRIMARY KEY, county BIGINT NOT NULL, at BIGINT NOT NULL,
          file TEXT NOT NULL, sha256 TEXT NOT NULL, revision BIGINT NOT NULL, lines BIGINT NOT NULL,
          added BIGINT NOT NULL, changed BIGINT NOT NULL, same BIGINT NOT NULL, absent BIGINT NOT NULL,
          bad BIGINT NOT NULL, faults BIGINT NOT NULL, ready BIGINT NOT NULL)
        """,
        """
        CREATE TABLE scratch_import_row (batch BIGINT NOT NULL, kind TEXT NOT NULL, line BIGINT NOT NULL,
          id BIGINT NOT NULL, \(sql: InstitutionSchema.values), folded TEXT NOT NULL, fingerprint BIGINT NOT NULL,
          PRIMARY KEY (batch, kind, line))\(sql: dialect.clustered)
        """,
        """
        CREATE TABLE scratch_import_fault (batch BIGINT NOT NULL, place BIGINT NOT NULL, line BIGINT NOT NULL,
          title TEXT NOT NULL, shown TEXT NOT NULL, reason TEXT NOT NULL, PRIMARY KEY (batch, place))\
        \(sql: dialect.clustered)
        """,
      ]
    },
    // What agencies call their columns: of a file on its way in, remembered by heading, and in the order of the last
    // file that was applied.
    SchemaChange("registers-import-2") { dialect in
      [
        "ALTER TABLE scratch_import ADD COLUMN agency BIGINT NOT NULL DEFAULT 0",
        "ALTER TABLE scratch_import ADD COLUMN type TEXT NOT NULL DEFAULT ''",
        "ALTER TABLE scratch_import ADD COLUMN remark TEXT NOT NULL DEFAULT ''",
        """
        CREATE TABLE scratch_import_column (batch BIGINT NOT NULL, place BIGINT NOT NULL, heading TEXT NOT NULL,
          choice TEXT NOT NULL, sample TEXT NOT NULL, PRIMARY KEY (batch, place))\(sql: dialect.clustered)
        """,
        """
        CREATE TABLE institution_column (agency BIGINT NOT NULL, heading TEXT NOT NULL, choice TEXT NOT NULL,
          PRIMARY KEY (agency, heading))\(sql: dialect.clustered)
        """,
        """
        CREATE TABLE institution_layout (agency BIGINT NOT NULL, place BIGINT NOT NULL, heading TEXT NOT NULL,
          field TEXT NOT NULL, PRIMARY KEY (agency, place))\(sql: dialect.clustered)
        """,
      ]
    },
    // The bytes of a file that waits: whoever says what its columns are may speak to another server than who sent it.
    SchemaChange("registers-import-3") { dialect in
      [
        """
        CREATE TABLE scratch_import_file (batch BIGINT NOT NULL, part BIGINT NOT NULL, bytes \(sql: dialect.blob) NOT NULL,
          PRIMARY KEY (batch, part))
        """
      ]
    },
  ]
}
