internal import Storage

enum PlacardReportSchema {
  static let changes: [SchemaChange] = [
    SchemaChange("campaign-placard-1") { _ in
      [
        """
        CREATE TABLE placard_report (placard BIGINT NOT NULL, county BIGINT NOT NULL, number BIGINT NOT NULL,
          due TEXT NOT NULL, text TEXT NOT NULL, files BIGINT NOT NULL, by_title TEXT NOT NULL, at BIGINT NOT NULL,
          owner BIGINT NOT NULL, returned_by TEXT, returned_at BIGINT, reason TEXT, PRIMARY KEY (placard, number))
        """
      ]
    }
  ]
}
