import Storage

enum ExchangeSchema {
  static let changes: [SchemaChange] = [
    SchemaChange("exchange-1") { _ in
      [
        """
        CREATE TABLE exchange_token (id BIGINT PRIMARY KEY, county BIGINT NOT NULL, system TEXT NOT NULL,
          purpose TEXT NOT NULL, scopes TEXT NOT NULL, until TEXT NOT NULL, per_minute BIGINT NOT NULL, hash TEXT NOT NULL,
          maker TEXT NOT NULL, at BIGINT NOT NULL, revoked_at BIGINT, revoker TEXT, because TEXT)
        """,
        "CREATE INDEX exchange_token_county ON exchange_token (county, id)",
        // One line a call; what was asked and answered stands nowhere.
        """
        CREATE TABLE exchange_call (id BIGINT PRIMARY KEY, token BIGINT NOT NULL, county BIGINT NOT NULL, scope TEXT NOT NULL,
          outcome TEXT NOT NULL, rows_taken BIGINT NOT NULL, rows_refused BIGINT NOT NULL, at BIGINT NOT NULL)
        """,
        "CREATE INDEX exchange_call_token ON exchange_call (token, at)",
        """
        CREATE TABLE exchange_request (id BIGINT PRIMARY KEY, county BIGINT NOT NULL, other BIGINT NOT NULL,
          number TEXT NOT NULL, sealed TEXT NOT NULL, purpose TEXT NOT NULL, due TEXT NOT NULL, account BIGINT NOT NULL,
          asker TEXT NOT NULL, state TEXT NOT NULL, at BIGINT NOT NULL, answer TEXT, answerer TEXT, answered_at BIGINT,
          is_open BIGINT NOT NULL)
        """,
        "CREATE UNIQUE INDEX exchange_request_number ON exchange_request (county, number)",
        "CREATE INDEX exchange_request_other ON exchange_request (other, id)",
        // What the asked county chose to give.
        """
        CREATE TABLE exchange_given (request BIGINT NOT NULL, number BIGINT NOT NULL, person BIGINT NOT NULL,
          record BIGINT NOT NULL, PRIMARY KEY (request, number))
        """,
      ]
    }
  ]
}
