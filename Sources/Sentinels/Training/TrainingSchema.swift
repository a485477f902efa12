import Storage

enum TrainingSchema {
  static let changes: [SchemaChange] = [
    SchemaChange("sentinels-training-1") { _ in
      [
        """
        CREATE TABLE training (id BIGINT PRIMARY KEY, county BIGINT NOT NULL, title TEXT NOT NULL, on_day TEXT NOT NULL,
          place TEXT NOT NULL, content TEXT NOT NULL, account BIGINT NOT NULL, at BIGINT NOT NULL)
        """,
        "CREATE UNIQUE INDEX training_county ON training (county, on_day, title)",
        """
        CREATE TABLE training_seat (training BIGINT NOT NULL, contact BIGINT NOT NULL, post BIGINT NOT NULL,
          PRIMARY KEY (training, contact))
        """,
        "CREATE INDEX training_seat_contact ON training_seat (contact)",
        "CREATE INDEX training_seat_post ON training_seat (post)",
        // Contact persons named since training is asked for; those from before owe none.
        """
        CREATE TABLE training_owed (contact BIGINT PRIMARY KEY, county BIGINT NOT NULL, post BIGINT NOT NULL)
        """,
        "CREATE INDEX training_owed_post ON training_owed (post)",
      ]
    }
  ]
}
