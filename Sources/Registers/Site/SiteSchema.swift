import Storage

enum SiteSchema {
  static let changes: [SchemaChange] = [
    SchemaChange("registers-site-1") { _ in
      [
        """
        CREATE TABLE site (id BIGINT PRIMARY KEY, county BIGINT NOT NULL, name TEXT NOT NULL, address TEXT NOT NULL,
          town BIGINT NOT NULL, note TEXT NOT NULL, state TEXT NOT NULL, since BIGINT NOT NULL, folded TEXT NOT NULL)
        """,
        "CREATE UNIQUE INDEX site_place ON site (county, folded)",
        "CREATE INDEX site_state ON site (county, state)",
      ]
    }
  ]
}
