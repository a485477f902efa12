import Storage

enum ReferralSchema {
  static let changes: [SchemaChange] = [
    SchemaChange("intake-6") { _ in
      [
        """
        CREATE TABLE clue_referral (id BIGINT PRIMARY KEY, county BIGINT NOT NULL, clue BIGINT NOT NULL,
          parent BIGINT NOT NULL, number TEXT NOT NULL, paper TEXT NOT NULL, level TEXT NOT NULL, target TEXT NOT NULL,
          away BIGINT NOT NULL, agency BIGINT NOT NULL, receiver BIGINT NOT NULL, sender BIGINT NOT NULL,
          sender_name TEXT NOT NULL, sender_agency BIGINT NOT NULL, ground TEXT NOT NULL, matter TEXT NOT NULL,
          asks TEXT NOT NULL, again TEXT, reply TEXT NOT NULL, state TEXT NOT NULL, sent_at BIGINT NOT NULL,
          accept_due TEXT NOT NULL, due TEXT NOT NULL, accepted_at BIGINT, accepted_by TEXT, ended_at BIGINT,
          ended_by TEXT, words TEXT, digest TEXT NOT NULL, record TEXT NOT NULL)
        """,
        "CREATE UNIQUE INDEX clue_referral_number ON clue_referral (county, number)",
        // One hand at a time: a clue lies with one body, and that body passes it on to one.
        """
        CREATE UNIQUE INDEX clue_referral_open ON clue_referral (clue, parent) WHERE state IN ('sent', 'accepted')
        """,
        "CREATE INDEX clue_referral_clue ON clue_referral (clue, id)",
        "CREATE INDEX clue_referral_sent ON clue_referral (county, sent_at, id)",
        "CREATE INDEX clue_referral_received ON clue_referral (away, agency, sent_at, id)",
        "CREATE INDEX clue_referral_receiver ON clue_referral (receiver, state)",
      ]
    },
    SchemaChange("intake-6-links") { _ in
      [
        """
        CREATE TABLE clue_referral_link (referral BIGINT NOT NULL, county BIGINT NOT NULL, position BIGINT NOT NULL,
          address TEXT NOT NULL, result TEXT, PRIMARY KEY (referral, position))
        """
      ]
    },
    SchemaChange("intake-6-concealed") { _ in
      [
        """
        CREATE TABLE clue_concealed (clue BIGINT PRIMARY KEY, county BIGINT NOT NULL, agency BIGINT NOT NULL,
          agency_name TEXT NOT NULL, receiver BIGINT NOT NULL, receiver_agency BIGINT NOT NULL,
          receiver_name TEXT NOT NULL, ground TEXT NOT NULL, due TEXT NOT NULL, at BIGINT NOT NULL, by_name TEXT NOT NULL)
        """,
        "CREATE INDEX clue_concealed_agency ON clue_concealed (agency, clue)",
        "CREATE INDEX clue_concealed_receiver ON clue_concealed (county, receiver_agency, clue)",
      ]
    },
  ]
}
