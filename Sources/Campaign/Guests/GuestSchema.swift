internal import Storage

enum GuestSchema {
  static let changes: [SchemaChange] = [
    SchemaChange("campaign-guest-1") { _ in
      [
        // `agency` is 0 and `account` empty for whoever does not work with the system. `own` is 1 where the guest signed in himself.
        """
        CREATE TABLE meeting_guest (id BIGINT PRIMARY KEY, county BIGINT NOT NULL, meeting BIGINT NOT NULL,
          body TEXT NOT NULL, name TEXT NOT NULL, post TEXT NOT NULL, agency BIGINT NOT NULL, account BIGINT,
          invited_at BIGINT NOT NULL, invited_by TEXT NOT NULL, arrived_at BIGINT, arrived_by TEXT, own BIGINT NOT NULL,
          excused_at BIGINT, excused_by TEXT, reason TEXT)
        """,
        "CREATE INDEX meeting_guest_meeting ON meeting_guest (meeting, id)",
        "CREATE UNIQUE INDEX meeting_guest_account ON meeting_guest (meeting, account)",
      ]
    }
  ]
}
