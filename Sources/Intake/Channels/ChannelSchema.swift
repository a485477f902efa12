import Storage

enum ChannelSchema {
  static let changes: [SchemaChange] = [
    SchemaChange("intake-5") { _ in
      [
        """
        CREATE TABLE clue_entry (clue BIGINT PRIMARY KEY, county BIGINT NOT NULL, matter TEXT NOT NULL,
          order_number TEXT, outlet TEXT, address TEXT, sender TEXT, came TEXT)
        """,
        // One order of the hotline is one clue, however often its file is read.
        "CREATE UNIQUE INDEX clue_entry_order ON clue_entry (county, order_number)",
        """
        CREATE TABLE channel_term (county BIGINT NOT NULL, channel TEXT NOT NULL, matter TEXT NOT NULL,
          step TEXT NOT NULL, days BIGINT NOT NULL, basis TEXT NOT NULL, PRIMARY KEY (county, channel, matter, step))
        """,
        "CREATE INDEX clue_channel ON clue (county, channel, received_at, id)",
        """
        CREATE TABLE clue_merge (clue BIGINT PRIMARY KEY, county BIGINT NOT NULL, lead_clue BIGINT NOT NULL,
          at BIGINT NOT NULL, state TEXT NOT NULL, due TEXT NOT NULL, due_provisional BIGINT NOT NULL)
        """,
        "CREATE INDEX clue_merge_lead ON clue_merge (county, lead_clue, clue)",
        """
        CREATE TABLE clue_import (id BIGINT PRIMARY KEY, county BIGINT NOT NULL, at BIGINT NOT NULL,
          actor TEXT NOT NULL, file TEXT NOT NULL, sha256 TEXT NOT NULL, lines BIGINT NOT NULL, added BIGINT NOT NULL,
          known BIGINT NOT NULL, left_out BIGINT NOT NULL)
        """,
        "CREATE INDEX clue_import_county ON clue_import (county, at)",
        // Sealed: the rows name who called.
        """
        CREATE TABLE scratch_clue_import (id BIGINT PRIMARY KEY, county BIGINT NOT NULL, agency BIGINT NOT NULL,
          at BIGINT NOT NULL, file TEXT NOT NULL, sha256 TEXT NOT NULL, sealed TEXT NOT NULL)
        """,
        """
        CREATE TABLE clue_column (agency BIGINT NOT NULL, heading TEXT NOT NULL, choice TEXT NOT NULL,
          PRIMARY KEY (agency, heading))
        """,
        // Reports beyond the budget: taken, not yet clues. `fingerprint` is the same for the same words.
        """
        CREATE TABLE flood_report (id BIGINT PRIMARY KEY, county BIGINT NOT NULL, received_at BIGINT NOT NULL,
          code_hash TEXT NOT NULL, once_hash TEXT NOT NULL, fingerprint TEXT NOT NULL, matter TEXT NOT NULL,
          text TEXT NOT NULL, place TEXT NOT NULL, town BIGINT NOT NULL, happened TEXT, poster BIGINT, reporter TEXT,
          state TEXT NOT NULL, clue BIGINT, decided_at BIGINT, answer TEXT)
        """,
        "CREATE UNIQUE INDEX flood_report_once ON flood_report (county, once_hash)",
        "CREATE UNIQUE INDEX flood_report_code ON flood_report (code_hash)",
        "CREATE INDEX flood_report_waiting ON flood_report (county, state, fingerprint, id)",
        // A poster in an institution: the code in its address, and which clues came by it.
        """
        CREATE TABLE report_poster (id BIGINT PRIMARY KEY, county BIGINT NOT NULL, institution BIGINT NOT NULL,
          code TEXT NOT NULL, issued_at BIGINT NOT NULL, issued_by TEXT NOT NULL)
        """,
        "CREATE UNIQUE INDEX report_poster_code ON report_poster (code)",
        "CREATE UNIQUE INDEX report_poster_institution ON report_poster (county, institution)",
        "CREATE TABLE clue_poster (clue BIGINT PRIMARY KEY, county BIGINT NOT NULL, poster BIGINT NOT NULL)",
        "CREATE INDEX clue_poster_poster ON clue_poster (county, poster, clue)",
      ]
    },
    SchemaChange("intake-8") { _ in
      // What stands on all posters of a county.
      ["CREATE TABLE poster_site (county BIGINT PRIMARY KEY, address TEXT NOT NULL, phone TEXT NOT NULL)"]
    },
  ]
}
