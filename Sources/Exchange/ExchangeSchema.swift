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
    },
    SchemaChange("exchange-2") { _ in
      [
        // What a county delivers to the province; the lines lie sealed, so that the file can be taken again byte for byte.
        """
        CREATE TABLE exchange_delivery (id BIGINT PRIMARY KEY, county BIGINT NOT NULL, number BIGINT NOT NULL,
          row_count BIGINT NOT NULL, sha256 TEXT NOT NULL, head TEXT NOT NULL, maker TEXT NOT NULL, at BIGINT NOT NULL,
          frontier BIGINT NOT NULL, answered_at BIGINT, receiver TEXT, taken BIGINT, revised BIGINT, known BIGINT, refused BIGINT, receipt TEXT)
        """,
        "CREATE UNIQUE INDEX exchange_delivery_number ON exchange_delivery (county, number)",
        """
        CREATE TABLE exchange_delivery_line (delivery BIGINT NOT NULL, line BIGINT NOT NULL, record BIGINT NOT NULL,
          sealed TEXT NOT NULL, state TEXT NOT NULL, reasons TEXT NOT NULL, words TEXT NOT NULL,
          PRIMARY KEY (delivery, line))
        """,
        "CREATE INDEX exchange_delivery_line_state ON exchange_delivery_line (state, record)",
        // Which change of a record was delivered last.
        "CREATE TABLE exchange_delivered (record BIGINT PRIMARY KEY, at BIGINT NOT NULL)",
        // What was taken in, and which record of the register a sender's key is.
        """
        CREATE TABLE exchange_intake (id BIGINT PRIMARY KEY, county BIGINT NOT NULL, sender_key TEXT NOT NULL,
          sender TEXT NOT NULL, batch BIGINT NOT NULL, sha256 TEXT NOT NULL, row_count BIGINT NOT NULL,
          receipt TEXT NOT NULL, actor TEXT NOT NULL, at BIGINT NOT NULL)
        """,
        "CREATE UNIQUE INDEX exchange_intake_batch ON exchange_intake (sender_key, batch)",
        """
        CREATE TABLE exchange_taken (sender_key TEXT NOT NULL, record_key TEXT NOT NULL, record BIGINT NOT NULL,
          revision BIGINT NOT NULL, PRIMARY KEY (sender_key, record_key))
        """,
      ]
    },
    SchemaChange("exchange-3") { _ in
      [
        // Questions to the province: person and answer lie sealed.
        """
        CREATE TABLE exchange_query (id BIGINT PRIMARY KEY, county BIGINT NOT NULL, number TEXT NOT NULL, look BIGINT NOT NULL,
          subject_kind TEXT, subject BIGINT, sealed TEXT NOT NULL, purpose TEXT NOT NULL, due TEXT NOT NULL,
          account BIGINT NOT NULL, asker TEXT NOT NULL, at BIGINT NOT NULL, answer TEXT, answerer TEXT, answered_at BIGINT)
        """,
        "CREATE UNIQUE INDEX exchange_query_number ON exchange_query (county, number)",
        "CREATE INDEX exchange_query_look ON exchange_query (look, id)",
        "CREATE INDEX exchange_query_subject ON exchange_query (subject_kind, subject, id)",
        // Questions of counties that were answered here: for what, and what came out.
        """
        CREATE TABLE exchange_question (id BIGINT PRIMARY KEY, county BIGINT NOT NULL, sender TEXT NOT NULL,
          number TEXT NOT NULL, purpose TEXT NOT NULL, verdict TEXT NOT NULL, actor TEXT NOT NULL, at BIGINT NOT NULL)
        """,
        "CREATE INDEX exchange_question_county ON exchange_question (county, id)",
      ]
    },
  ]
}
