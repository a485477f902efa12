internal import Storage

enum MeetingSchema {
  static let changes: [SchemaChange] = [
    SchemaChange("campaign-meeting-1") { _ in
      [
        """
        CREATE TABLE campaign_meeting (id BIGINT PRIMARY KEY, county BIGINT NOT NULL, campaign BIGINT NOT NULL,
          title TEXT NOT NULL, on_date TEXT NOT NULL, place TEXT NOT NULL, chair TEXT NOT NULL, agenda TEXT NOT NULL,
          attendance TEXT NOT NULL, minutes TEXT NOT NULL, convened_at BIGINT NOT NULL, convened_by BIGINT NOT NULL)
        """,
        "CREATE INDEX campaign_meeting_campaign ON campaign_meeting (campaign, on_date)",
        """
        CREATE TABLE meeting_resolution (id BIGINT PRIMARY KEY, county BIGINT NOT NULL, meeting BIGINT NOT NULL,
          position BIGINT NOT NULL, text TEXT NOT NULL, due TEXT NOT NULL, done_at BIGINT, outcome TEXT)
        """,
        "CREATE UNIQUE INDEX meeting_resolution_meeting ON meeting_resolution (meeting, position)",
      ]
    },
    // What was convened before there were kinds was a joint meeting.
    SchemaChange("campaign-meeting-2") { _ in
      ["ALTER TABLE campaign_meeting ADD COLUMN kind TEXT NOT NULL DEFAULT 'joint'"]
    },
    // Not known of meetings from before.
    SchemaChange("campaign-meeting-3") { _ in
      ["ALTER TABLE campaign_meeting ADD COLUMN at_time TEXT NOT NULL DEFAULT ''"]
    },
    SchemaChange("campaign-meeting-4") { _ in
      [
        "ALTER TABLE campaign_meeting ADD COLUMN called_off_at BIGINT",
        "ALTER TABLE campaign_meeting ADD COLUMN note TEXT NOT NULL DEFAULT ''",
      ]
    },
  ]
}
