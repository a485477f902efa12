import Storage

enum TownSchema {
  static let changes: [SchemaChange] = [
    SchemaChange("sentinels-score-2") { _ in
      [
        // Who fills in for a township.
        """
        CREATE TABLE score_town (county BIGINT NOT NULL, town BIGINT NOT NULL, account BIGINT NOT NULL,
          PRIMARY KEY (county, town))
        """,
        """
        CREATE TABLE score_town_sheet (sheet BIGINT PRIMARY KEY, county BIGINT NOT NULL, account BIGINT NOT NULL,
          places TEXT NOT NULL, filled_by BIGINT, filled_at BIGINT)
        """,
        "CREATE INDEX score_town_sheet_account ON score_town_sheet (account, sheet)",
      ]
    }
  ]
}
