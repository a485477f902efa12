import Storage

enum InstitutionSchema {
  /// The values of `InstitutionValues`, the same in all tables that hold them.
  static let values: SQL = """
    name TEXT NOT NULL, credit TEXT NOT NULL, type TEXT NOT NULL, town BIGINT NOT NULL, address TEXT NOT NULL,
    licence TEXT NOT NULL, valid_from TEXT, valid_to TEXT, subjects TEXT NOT NULL, representative TEXT NOT NULL
    """

  static let changes: [SchemaChange] = [
    SchemaChange("registers-institution-1") { _ in
      [
        """
        CREATE TABLE institution (id BIGINT PRIMARY KEY, county BIGINT NOT NULL, \(sql: values), folded TEXT NOT NULL,
          fingerprint BIGINT NOT NULL, version BIGINT NOT NULL, batch BIGINT NOT NULL, since BIGINT NOT NULL)
        """,
        "CREATE UNIQUE INDEX institution_licence ON institution (county, licence)",
        "CREATE INDEX institution_type ON institution (county, type)",
        "CREATE INDEX institution_end ON institution (county, valid_to)",
        """
        CREATE TABLE institution_version (county BIGINT NOT NULL, institution BIGINT NOT NULL, version BIGINT NOT NULL,
          \(sql: values), batch BIGINT NOT NULL, since BIGINT NOT NULL, PRIMARY KEY (institution, version))
        """,
      ]
    },
    // An import compares with every institution of the county: it reads this index alone, not all their texts.
    SchemaChange("registers-institution-2") { _ in
      ["CREATE INDEX institution_known ON institution (county, licence, id, fingerprint)"]
    },
  ]
}
