internal import Storage

enum ClosingSchema {
  static let changes: [SchemaChange] = [
    SchemaChange("campaign-closing-1") { _ in
      [
        """
        CREATE TABLE campaign_phase_end (campaign BIGINT NOT NULL, county BIGINT NOT NULL, position BIGINT NOT NULL,
          at BIGINT NOT NULL, actor TEXT NOT NULL, person BIGINT NOT NULL, open_items BIGINT NOT NULL, reason TEXT,
          PRIMARY KEY (campaign, position))
        """,
        """
        CREATE TABLE campaign_end (campaign BIGINT PRIMARY KEY, county BIGINT NOT NULL, at BIGINT NOT NULL,
          actor TEXT NOT NULL, person BIGINT NOT NULL, open_items BIGINT NOT NULL, reason TEXT,
          accountability TEXT NOT NULL, mechanism TEXT NOT NULL)
        """,
      ]
    }
  ]
}
