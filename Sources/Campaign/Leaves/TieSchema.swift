internal import Storage

enum TieSchema {
  static let changes: [SchemaChange] = [
    SchemaChange("campaign-tie-1") { _ in
      [
        // What a person tied to the tasks of a plan that is not released yet.
        """
        CREATE TABLE plan_tie (plan BIGINT NOT NULL, county BIGINT NOT NULL, item BIGINT NOT NULL, position BIGINT NOT NULL,
          leaf TEXT NOT NULL, violation TEXT NOT NULL, PRIMARY KEY (plan, item, position))
        """,
        """
        CREATE TABLE task_violation (task BIGINT NOT NULL, county BIGINT NOT NULL, campaign BIGINT NOT NULL,
          position BIGINT NOT NULL, leaf TEXT NOT NULL, violation TEXT NOT NULL, PRIMARY KEY (task, position))
        """,
        "CREATE INDEX task_violation_campaign ON task_violation (campaign, task, position)",
      ]
    }
  ]
}
