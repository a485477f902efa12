import Storage

enum DutySchema {
  static let changes: [SchemaChange] = [
    SchemaChange("duty-1") { _ in
      [
        """
        CREATE TABLE duty (id BIGINT PRIMARY KEY, county BIGINT NOT NULL, kind TEXT NOT NULL, title TEXT NOT NULL,
          subject_kind TEXT NOT NULL, subject BIGINT NOT NULL, owner BIGINT NOT NULL, agency BIGINT NOT NULL,
          due TEXT NOT NULL, provisional BIGINT NOT NULL, basis TEXT NOT NULL, campaign BIGINT, begun BIGINT NOT NULL,
          ended BIGINT, outcome TEXT)
        """,
        "CREATE INDEX duty_subject ON duty (subject_kind, subject)",
        "CREATE INDEX duty_owner ON duty (owner, due) WHERE ended IS NULL",
        "CREATE INDEX duty_open ON duty (county, due) WHERE ended IS NULL",
        "CREATE INDEX duty_campaign ON duty (campaign) WHERE ended IS NULL",
      ]
    },
    // The term that a date rests on, what stopped or extended it, what it was before; and who was told when. Dates of
    // older duties rest on nothing that could be counted again.
    SchemaChange("duty-2") { _ in
      [
        "ALTER TABLE duty ADD COLUMN term TEXT",
        "ALTER TABLE duty ADD COLUMN began TEXT",
        "ALTER TABLE duty ADD COLUMN counted_to TEXT",
        "ALTER TABLE duty ADD COLUMN suspended TEXT",
        "ALTER TABLE duty ADD COLUMN extended BIGINT NOT NULL DEFAULT 0",
        """
        CREATE TABLE duty_pause (id BIGINT PRIMARY KEY, county BIGINT NOT NULL, duty BIGINT NOT NULL,
          starts TEXT NOT NULL, ends TEXT, document TEXT NOT NULL, decider TEXT NOT NULL, decided TEXT NOT NULL)
        """,
        "CREATE INDEX duty_pause_duty ON duty_pause (duty)",
        "CREATE UNIQUE INDEX duty_pause_standing ON duty_pause (duty) WHERE ends IS NULL",
        """
        CREATE TABLE duty_extension (county BIGINT NOT NULL, duty BIGINT NOT NULL, step BIGINT NOT NULL,
          document TEXT NOT NULL, decider TEXT NOT NULL, decided TEXT NOT NULL, PRIMARY KEY (duty, step))
        """,
        """
        CREATE TABLE duty_change (id BIGINT PRIMARY KEY, county BIGINT NOT NULL, duty BIGINT NOT NULL, at BIGINT NOT NULL,
          actor TEXT NOT NULL, words TEXT NOT NULL, due_before TEXT NOT NULL, due_after TEXT)
        """,
        "CREATE INDEX duty_change_duty ON duty_change (duty, id)",
        """
        CREATE TABLE duty_notice (id BIGINT PRIMARY KEY, county BIGINT NOT NULL, duty BIGINT NOT NULL, due TEXT NOT NULL,
          step TEXT NOT NULL, at BIGINT NOT NULL, days BIGINT NOT NULL)
        """,
        // A step is told once for one date; a date that was put off has steps of its own.
        "CREATE UNIQUE INDEX duty_notice_once ON duty_notice (duty, step, due)",
        """
        CREATE TABLE duty_notice_reader (notice BIGINT NOT NULL, county BIGINT NOT NULL, person BIGINT NOT NULL,
          waits BIGINT NOT NULL, seen BIGINT, seen_by BIGINT, PRIMARY KEY (notice, person))
        """,
        // What was never looked at must not pile up behind every page: it waits no longer than its duty and date.
        "CREATE INDEX duty_notice_waiting ON duty_notice_reader (person) WHERE waits = 1",
      ]
    },
    SchemaChange("duty-digest-1") { _ in
      [
        """
        CREATE TABLE duty_digest (county BIGINT NOT NULL, person BIGINT NOT NULL, day TEXT NOT NULL, at BIGINT NOT NULL,
          words TEXT NOT NULL, PRIMARY KEY (person, day))
        """
      ]
    },
    SchemaChange("duty-demand-1") { _ in
      [
        """
        CREATE TABLE duty_demand (county BIGINT NOT NULL, duty BIGINT NOT NULL, number BIGINT NOT NULL, words TEXT NOT NULL,
          answer_by TEXT NOT NULL, actor TEXT NOT NULL, person BIGINT NOT NULL, at BIGINT NOT NULL, answer TEXT,
          answered_by TEXT, answered_at BIGINT, PRIMARY KEY (duty, number))
        """,
        "CREATE INDEX duty_demand_county ON duty_demand (county, at)",
      ]
    },
    // Who had a duty when, and when whoever took it over was told. Hand-overs of before stand in the ledger alone.
    SchemaChange("duty-owner-1") { _ in
      [
        """
        CREATE TABLE duty_holder (county BIGINT NOT NULL, duty BIGINT NOT NULL, number BIGINT NOT NULL, at BIGINT NOT NULL,
          from_owner BIGINT NOT NULL, to_owner BIGINT NOT NULL, PRIMARY KEY (duty, number))
        """,
        "ALTER TABLE duty_notice_reader ADD COLUMN added BIGINT",
        "CREATE INDEX duty_of_campaign ON duty (campaign, begun) WHERE campaign IS NOT NULL",
      ]
    },
    // A province's superior has tens of thousands waiting: the oldest are found without sorting all.
    SchemaChange("duty-notice-2") { _ in
      [
        "DROP INDEX duty_notice_waiting",
        "CREATE INDEX duty_notice_waiting ON duty_notice_reader (person, notice) WHERE waits = 1",
      ]
    },
  ]
}
