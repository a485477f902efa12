import Storage

enum AlarmSchema {
  static let changes: [SchemaChange] = [
    SchemaChange("sentinels-alarm-1") { _ in
      [
        """
        CREATE TABLE post_alarm (id BIGINT PRIMARY KEY, county BIGINT NOT NULL, post BIGINT NOT NULL, rule TEXT NOT NULL,
          silence TEXT NOT NULL, at BIGINT NOT NULL, due TEXT NOT NULL, found TEXT, answer TEXT, answered_at BIGINT,
          answered_by BIGINT)
        """,
        // One open alarm of a post at a time.
        "CREATE UNIQUE INDEX post_alarm_open ON post_alarm (post) WHERE answered_at IS NULL",
        "CREATE INDEX post_alarm_county ON post_alarm (county, at, id)",
        // A signal is named to a post once.
        """
        CREATE TABLE post_alarm_signal (post BIGINT NOT NULL, record_kind TEXT NOT NULL, record BIGINT NOT NULL,
          alarm BIGINT NOT NULL, kind TEXT NOT NULL, on_day TEXT NOT NULL, title TEXT NOT NULL,
          PRIMARY KEY (post, record_kind, record))
        """,
        "CREATE INDEX post_alarm_signal_alarm ON post_alarm_signal (alarm)",
      ]
    }
  ]
}
