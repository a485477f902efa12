import Storage

enum TransferSchema {
  static let changes: [SchemaChange] = [
    SchemaChange("transfers-1") { _ in
      [
        """
        CREATE TABLE transfer_check (id BIGINT PRIMARY KEY, county BIGINT NOT NULL, law_case BIGINT NOT NULL,
          crime TEXT NOT NULL, title TEXT NOT NULL, article TEXT NOT NULL, confidence TEXT NOT NULL, verdict TEXT NOT NULL,
          reasons TEXT NOT NULL, answers TEXT NOT NULL, earlier TEXT NOT NULL, note TEXT NOT NULL, on_date TEXT NOT NULL,
          account BIGINT NOT NULL, at BIGINT NOT NULL)
        """,
        "CREATE INDEX transfer_check_case ON transfer_check (law_case, crime, id)",
        "CREATE INDEX transfer_check_verdict ON transfer_check (county, verdict, id)",
        """
        CREATE TABLE transfer (id BIGINT PRIMARY KEY, county BIGINT NOT NULL, law_case BIGINT NOT NULL,
          case_number TEXT NOT NULL, cause TEXT NOT NULL, party TEXT NOT NULL, threshold BIGINT NOT NULL, crime TEXT NOT NULL, state TEXT NOT NULL, first_officer BIGINT NOT NULL,
          second_officer BIGINT NOT NULL, head BIGINT NOT NULL, facts TEXT NOT NULL, proof TEXT NOT NULL, items TEXT NOT NULL,
          letter TEXT, police TEXT NOT NULL, procuratorate TEXT NOT NULL, proposed_on TEXT NOT NULL, approved_at BIGINT,
          handed_at BIGINT, copied_on TEXT, case_step BIGINT, package_hash TEXT, package_list TEXT, suspects BIGINT NOT NULL,
          sentenced BIGINT NOT NULL, campaign BIGINT)
        """,
        "CREATE INDEX transfer_county ON transfer (county, id)",
        "CREATE INDEX transfer_state ON transfer (county, state, id)",
        "CREATE INDEX transfer_case ON transfer (law_case, id)",
        "CREATE INDEX transfer_campaign ON transfer (county, campaign, state)",
        "CREATE UNIQUE INDEX transfer_letter ON transfer (county, letter)",
        // One transfer at a time, and none after a sentence.
        "CREATE UNIQUE INDEX transfer_open ON transfer (law_case) WHERE state <> 'refused' AND state <> 'returned'",
        """
        CREATE TABLE transfer_event (transfer BIGINT NOT NULL, number BIGINT NOT NULL, county BIGINT NOT NULL,
          action TEXT NOT NULL, on_date TEXT NOT NULL, clock TEXT, account BIGINT NOT NULL, title TEXT NOT NULL,
          document TEXT, count BIGINT, words TEXT NOT NULL, at BIGINT NOT NULL, PRIMARY KEY (transfer, number))
        """,
        """
        CREATE TABLE transfer_incident (id BIGINT PRIMARY KEY, county BIGINT NOT NULL, law_case BIGINT NOT NULL,
          on_date TEXT NOT NULL, place TEXT NOT NULL, words TEXT NOT NULL, injured BIGINT NOT NULL, injuries TEXT NOT NULL,
          called_police BIGINT NOT NULL, receipt TEXT, account BIGINT NOT NULL, at BIGINT NOT NULL)
        """,
        "CREATE INDEX transfer_incident_case ON transfer_incident (law_case, id)",
      ]
    },
    SchemaChange("transfers-2-mend-a") { _ in
      [
        // An approval that was taken back is over too: the case may be reported anew.
        """
        CREATE UNIQUE INDEX transfer_open_2 ON transfer (law_case)
          WHERE state <> 'refused' AND state <> 'revoked' AND state <> 'returned'
        """,
        "DROP INDEX transfer_open",
      ]
    },
  ]
}
