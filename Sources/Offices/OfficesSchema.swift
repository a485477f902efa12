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
    },
    SchemaChange("offices-2") { dialect in
      [
        // Roles with dates; what stood in one column before holds from the account's first day.
        """
        CREATE TABLE appointment (account BIGINT NOT NULL, county BIGINT NOT NULL, role TEXT NOT NULL,
          begins TEXT NOT NULL, ends TEXT, basis TEXT NOT NULL, PRIMARY KEY (account, role, begins))
        """,
        dialect.appointmentsFromColumn,
        """
        CREATE TABLE delegation (id BIGINT PRIMARY KEY, county BIGINT NOT NULL, giver BIGINT NOT NULL,
          taker BIGINT NOT NULL, begins TEXT NOT NULL, ends TEXT NOT NULL, reason TEXT NOT NULL, revoked_at BIGINT)
        """,
        "CREATE INDEX delegation_taker ON delegation (taker, ends)",
        "CREATE INDEX delegation_giver ON delegation (giver, ends)",
        """
        CREATE TABLE recusal (id BIGINT PRIMARY KEY, county BIGINT NOT NULL, account BIGINT NOT NULL,
          kind TEXT NOT NULL, number BIGINT NOT NULL, reason TEXT NOT NULL, made BIGINT NOT NULL, ended BIGINT)
        """,
        "CREATE INDEX recusal_account ON recusal (account)",
        "CREATE INDEX recusal_record ON recusal (kind, number)",
        "ALTER TABLE account ADD COLUMN certificate_from TEXT",
        "ALTER TABLE account ADD COLUMN certificate_to TEXT",
        // A password that somebody else chose must be changed at the first sign-in.
        "ALTER TABLE account ADD COLUMN must_change BIGINT NOT NULL DEFAULT 0",
        // The secret of the code app, sealed; and the last step that was used, so that no code works twice.
        "ALTER TABLE account ADD COLUMN totp TEXT",
        "ALTER TABLE account ADD COLUMN totp_step BIGINT NOT NULL DEFAULT 0",
        """
        CREATE TABLE recovery_code (account BIGINT NOT NULL, hash TEXT NOT NULL, PRIMARY KEY (account, hash))
        """,
        // When the person last proved who he is in this session.
        "ALTER TABLE session ADD COLUMN proved BIGINT NOT NULL DEFAULT 0",
        "ALTER TABLE region ADD COLUMN code TEXT NOT NULL DEFAULT ''",
      ]
    },
    SchemaChange("offices-3-hearing") { _ in
      [
        "ALTER TABLE account ADD COLUMN qualification TEXT", "ALTER TABLE account ADD COLUMN qualified_on TEXT",
      ]
    },
  ]
}

extension Dialect {
  fileprivate var appointmentsFromColumn: SQL {
    switch self {
    case .sqlite:
      """
      INSERT INTO appointment (account, county, role, begins, ends, basis)
      SELECT account.id, account.county, role.value, '1970-01-01', NULL, ''
      FROM account, json_each('["' || REPLACE(account.roles, ',', '","') || '"]') AS role WHERE account.roles <> ''
      """
    case .postgres:
      """
      INSERT INTO appointment (account, county, role, begins, ends, basis)
      SELECT account.id, account.county, role, '1970-01-01', NULL, ''
      FROM account, UNNEST(STRING_TO_ARRAY(account.roles, ',')) AS role WHERE account.roles <> ''
      """
    }
  }

  /// Values of several rows as one text with commas between.
  var joined: SQL { self == .sqlite ? "GROUP_CONCAT" : "STRING_AGG" }
}
