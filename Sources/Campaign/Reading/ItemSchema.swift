internal import Storage

enum ItemSchema {
  static let changes: [SchemaChange] = [
    SchemaChange("campaign-item-1") { _ in
      [
        """
        CREATE TABLE plan_item (id BIGINT PRIMARY KEY, county BIGINT NOT NULL, plan BIGINT NOT NULL,
          number BIGINT NOT NULL, kind TEXT NOT NULL, state TEXT NOT NULL, fields TEXT NOT NULL, first TEXT,
          source TEXT NOT NULL)
        """,
        "CREATE UNIQUE INDEX plan_item_number ON plan_item (plan, number)",
      ]
    }
  ]
}
