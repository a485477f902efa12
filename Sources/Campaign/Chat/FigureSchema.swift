internal import Storage

enum FigureSchema {
  static let changes: [SchemaChange] = [
    SchemaChange("campaign-figure-1") { _ in
      [
        """
        CREATE TABLE campaign_figure (briefing BIGINT NOT NULL, county BIGINT NOT NULL, position BIGINT NOT NULL,
          title TEXT NOT NULL, number TEXT NOT NULL, unit TEXT NOT NULL, PRIMARY KEY (briefing, position))
        """
      ]
    }
  ]
}
