import Kit
import Storage
import Web

enum ClueSchema {
  static let changes: [SchemaChange] = [
    SchemaChange("intake-1") { _ in
      [
        """
        CREATE TABLE clue (id BIGINT PRIMARY KEY, county BIGINT NOT NULL, number TEXT NOT NULL, channel TEXT NOT NULL,
          text TEXT NOT NULL, place TEXT NOT NULL, town BIGINT NOT NULL, happened TEXT, origin TEXT,
          state TEXT NOT NULL, owner BIGINT NOT NULL, campaign BIGINT, task BIGINT, premises_kind TEXT,
          premises BIGINT, received_at BIGINT NOT NULL, accepted_at BIGINT, ended_at BIGINT, answer TEXT,
          due TEXT NOT NULL, due_provisional BIGINT NOT NULL, code_hash TEXT NOT NULL, once_hash TEXT NOT NULL)
        """,
        "CREATE UNIQUE INDEX clue_number ON clue (county, number)",
        "CREATE UNIQUE INDEX clue_once ON clue (county, once_hash)",
        // The one look-up that knows no county: the reporter has nothing but the code.
        "CREATE UNIQUE INDEX clue_code ON clue (code_hash)",
        // Lists: each filter with the usual order behind it, so that a page reads twenty rows and sorts none.
        "CREATE INDEX clue_received ON clue (county, received_at, id)",
        "CREATE INDEX clue_due ON clue (county, due, id)",
        "CREATE INDEX clue_state ON clue (county, state, received_at, id)",
        "CREATE INDEX clue_owner ON clue (county, owner, received_at, id)",
        "CREATE INDEX clue_campaign ON clue (county, campaign, received_at, id)",
        // Counts: figures and panels.
        "CREATE INDEX clue_campaign_state ON clue (county, campaign, state)",
        "CREATE INDEX clue_premises ON clue (county, premises_kind, premises)",
      ]
    },
    SchemaChange("intake-2") { _ in
      [
        """
        INSERT INTO tally (kind, county, part, number)
        SELECT \(RefKind.clue), county, state, COUNT(*) FROM clue GROUP BY county, state
        """
      ]
    },
    // Each way to narrow a list carries the list's order, or a planner walks the whole county in that order instead.
    SchemaChange("intake-3") { _ in
      [
        "DROP INDEX clue_premises",
        "CREATE INDEX clue_premises ON clue (county, premises_kind, premises, received_at, id)",
      ]
    },
    SchemaChange("intake-4") { _ in
      ["CREATE TABLE clue_reporter (clue BIGINT PRIMARY KEY, county BIGINT NOT NULL, sealed TEXT NOT NULL)"]
    },
  ]
}
