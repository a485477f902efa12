internal import Storage

enum ApprovalSchema {
  static let changes: [SchemaChange] = [
    SchemaChange("campaign-approval-1") { _ in
      [
        """
        CREATE TABLE campaign_approval (county BIGINT NOT NULL, subject_kind TEXT NOT NULL, subject BIGINT NOT NULL,
          number BIGINT NOT NULL, digest TEXT NOT NULL, asker BIGINT NOT NULL, asker_name TEXT NOT NULL,
          asked_at BIGINT NOT NULL, approver BIGINT NOT NULL, approver_name TEXT NOT NULL, due TEXT NOT NULL,
          decider BIGINT, decider_name TEXT, decided_at BIGINT, approved BIGINT, reason TEXT,
          PRIMARY KEY (subject_kind, subject, number))
        """
      ]
    },
    SchemaChange("campaign-approval-2") { _ in
      [
        """
        CREATE TABLE campaign_author (county BIGINT NOT NULL, subject_kind TEXT NOT NULL, subject BIGINT NOT NULL,
          person BIGINT NOT NULL, PRIMARY KEY (subject_kind, subject, person))
        """,
        "CREATE INDEX campaign_approval_waiting ON campaign_approval (approver) WHERE decided_at IS NULL",
      ]
    },
  ]
}
