import Storage

enum OfficesSchema {
  static let changes: [SchemaChange] = [
    SchemaChange("offices-1") { _ in
      [
        """
        CREATE TABLE region (number BIGINT NOT NULL, parent BIGINT, county BIGINT NOT NULL, name TEXT NOT NULL,
          level TEXT NOT NULL, sign TEXT NOT NULL, valid_from TEXT NOT NULL, valid_to TEXT,
          PRIMARY KEY (number, valid_from))
        """,
        "CREATE INDEX region_parent ON region (parent)",
        "CREATE INDEX region_county ON region (county, level)",
        """
        CREATE TABLE agency (id BIGINT PRIMARY KEY, county BIGINT NOT NULL, name TEXT NOT NULL)
        """,
        """
        CREATE TABLE account (id BIGINT PRIMARY KEY, county BIGINT NOT NULL, agency BIGINT NOT NULL,
          region BIGINT NOT NULL, login TEXT NOT NULL, name TEXT NOT NULL, post TEXT NOT NULL, roles TEXT NOT NULL,
          certificate TEXT, password TEXT NOT NULL, active BIGINT NOT NULL, made BIGINT NOT NULL)
        """,
        "CREATE UNIQUE INDEX account_login ON account (login)",
        "CREATE INDEX account_county ON account (county)",
        """
        CREATE TABLE session (token TEXT PRIMARY KEY, account BIGINT NOT NULL, begun BIGINT NOT NULL,
          ends BIGINT NOT NULL)
        """,
        "CREATE INDEX session_account ON session (account)",
        "CREATE TABLE scratch_session_seen (token TEXT PRIMARY KEY, seen BIGINT NOT NULL)",
        "CREATE TABLE scratch_sign_in_failure (login TEXT NOT NULL, at BIGINT NOT NULL)",
        "CREATE INDEX scratch_sign_in_failure_login ON scratch_sign_in_failure (login, at)",
        """
        CREATE TABLE number_series (county BIGINT NOT NULL, series TEXT NOT NULL, year BIGINT NOT NULL,
          last BIGINT NOT NULL, PRIMARY KEY (county, series, year))
        """,
      ]
    }
  ]
}
