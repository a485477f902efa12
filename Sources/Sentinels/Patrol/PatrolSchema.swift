import Storage

enum PatrolSchema {
  static let changes: [SchemaChange] = [
    SchemaChange("sentinels-patrol-1") { _ in
      [
        """
        CREATE TABLE patrol (id BIGINT PRIMARY KEY, county BIGINT NOT NULL, town BIGINT NOT NULL,
          village BIGINT NOT NULL, state TEXT NOT NULL, wanted TEXT NOT NULL, owner BIGINT NOT NULL, due TEXT,
          mark TEXT NOT NULL, looked TEXT NOT NULL, place TEXT NOT NULL, clue BIGINT, found BIGINT NOT NULL,
          post BIGINT, account BIGINT, on_day TEXT NOT NULL, begun BIGINT NOT NULL)
        """,
        // One sending of one form makes one patrol.
        "CREATE UNIQUE INDEX patrol_mark ON patrol (mark) WHERE mark <> ''",
        "CREATE INDEX patrol_county ON patrol (county, state, on_day, id)",
        "CREATE INDEX patrol_village ON patrol (village, on_day)",
        "CREATE INDEX patrol_post ON patrol (post, on_day)",
      ]
    }
  ]
}
