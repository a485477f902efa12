import Storage

enum OffenderSchema {
  static let changes: [SchemaChange] = [
    SchemaChange("offenders-1") { dialect in
      [
        """
        CREATE TABLE offender (id BIGINT PRIMARY KEY, county BIGINT NOT NULL, name TEXT NOT NULL, other_names TEXT NOT NULL,
          sex TEXT NOT NULL, birth_year TEXT NOT NULL, home_place TEXT NOT NULL, records BIGINT NOT NULL,
          penalties BIGINT NOT NULL, counties BIGINT NOT NULL, first_on TEXT, last_on TEXT, evidence_at BIGINT NOT NULL,
          into_person BIGINT, folded TEXT NOT NULL)
        """,
        "CREATE INDEX offender_last ON offender (into_person, last_on, id)",
        "CREATE INDEX offender_penalties ON offender (into_person, penalties, id)",
        """
        CREATE TABLE offender_record (id BIGINT PRIMARY KEY, person BIGINT NOT NULL, county BIGINT NOT NULL,
          origin TEXT NOT NULL, source TEXT NOT NULL, subject_kind TEXT, subject BIGINT, batch BIGINT, name TEXT NOT NULL,
          aliases TEXT NOT NULL, former_names TEXT NOT NULL, sex TEXT NOT NULL, birth_year TEXT NOT NULL,
          sealed TEXT NOT NULL, ethnicity TEXT NOT NULL, home_place TEXT NOT NULL, practice_county TEXT NOT NULL,
          address TEXT NOT NULL, institution TEXT NOT NULL, case_date TEXT NOT NULL, decision_number TEXT NOT NULL,
          authority TEXT NOT NULL, decided_on TEXT, kinds TEXT NOT NULL, violation TEXT NOT NULL,
          violation_name TEXT NOT NULL, served_on TEXT, remedy_end TEXT, standing TEXT NOT NULL,
          qualification TEXT NOT NULL, transferred_on TEXT, act_ended TEXT, fingerprint TEXT NOT NULL, at BIGINT NOT NULL)
        """,
        "CREATE INDEX offender_record_person ON offender_record (person, id)",
        "CREATE UNIQUE INDEX offender_record_subject ON offender_record (subject_kind, subject)",
        "CREATE UNIQUE INDEX offender_record_fingerprint ON offender_record (fingerprint)",
        // Under which a record is found: everything that a look-up reads lies in the key itself.
        """
        CREATE TABLE offender_key (k BIGINT NOT NULL, record BIGINT NOT NULL, PRIMARY KEY (k, record))\
        \(sql: dialect.clustered)
        """,
        // How often surnames, characters and counties occur. By county, so that deeds of two counties never wait here.
        """
        CREATE TABLE offender_census (k BIGINT NOT NULL, county BIGINT NOT NULL, n BIGINT NOT NULL,
          PRIMARY KEY (k, county))\(sql: dialect.clustered)
        """,
        // Every look-up with its purpose; what was asked lies sealed. `screening` and `line` where it is one of a list.
        """
        CREATE TABLE offender_look (id BIGINT PRIMARY KEY, county BIGINT NOT NULL, account BIGINT NOT NULL,
          title TEXT NOT NULL, purpose TEXT NOT NULL, subject_kind TEXT, subject BIGINT, sealed TEXT NOT NULL,
          verdict TEXT NOT NULL, score BIGINT NOT NULL, person BIGINT, found BIGINT NOT NULL, screening BIGINT,
          line BIGINT NOT NULL, at BIGINT NOT NULL)
        """,
        "CREATE INDEX offender_look_county ON offender_look (county, screening, id)",
        "CREATE INDEX offender_look_subject ON offender_look (subject_kind, subject, id)",
        "CREATE INDEX offender_look_screening ON offender_look (screening, line)",
        """
        CREATE TABLE offender_screening (id BIGINT PRIMARY KEY, county BIGINT NOT NULL, account BIGINT NOT NULL,
          title TEXT NOT NULL, purpose TEXT NOT NULL, file TEXT NOT NULL, sha256 TEXT NOT NULL, lines BIGINT NOT NULL,
          same BIGINT NOT NULL, possible BIGINT NOT NULL, at BIGINT NOT NULL)
        """,
        "CREATE INDEX offender_screening_county ON offender_screening (county, id)",
        // What somebody judged of a person and a look-up, a case or another person; the newest of a pair holds.
        """
        CREATE TABLE offender_judgement (id BIGINT PRIMARY KEY, county BIGINT NOT NULL, person BIGINT NOT NULL,
          subject_kind TEXT NOT NULL, subject BIGINT NOT NULL, answer TEXT NOT NULL, reason TEXT NOT NULL,
          account BIGINT NOT NULL, title TEXT NOT NULL, at BIGINT NOT NULL)
        """,
        "CREATE INDEX offender_judgement_person ON offender_judgement (person, id)",
        "CREATE INDEX offender_judgement_subject ON offender_judgement (subject_kind, subject, id)",
        // Merges and splits: which records go from one person to another, who proposed it, who confirmed it.
        """
        CREATE TABLE offender_move (id BIGINT PRIMARY KEY, county BIGINT NOT NULL, kind TEXT NOT NULL,
          source BIGINT NOT NULL, target BIGINT NOT NULL, records TEXT NOT NULL, reason TEXT NOT NULL,
          proposer BIGINT NOT NULL, proposer_title TEXT NOT NULL, proposed_at BIGINT NOT NULL, state TEXT NOT NULL,
          decider BIGINT, decider_title TEXT, decided_at BIGINT, words TEXT)
        """,
        "CREATE INDEX offender_move_state ON offender_move (county, state, id)",
        "CREATE INDEX offender_move_source ON offender_move (source, id)",
        "CREATE INDEX offender_move_target ON offender_move (target, id)",
        // Lists of other counties and old ledgers: staged with every cell that cannot stand, then applied whole.
        """
        CREATE TABLE offender_import (id BIGINT PRIMARY KEY, county BIGINT NOT NULL, at BIGINT NOT NULL,
          actor TEXT NOT NULL, file TEXT NOT NULL, sha256 TEXT NOT NULL, origin TEXT NOT NULL, lines BIGINT NOT NULL,
          added BIGINT NOT NULL)
        """,
        "CREATE INDEX offender_import_county ON offender_import (county, id)",
        """
        CREATE TABLE scratch_offender_import (id BIGINT PRIMARY KEY, county BIGINT NOT NULL, at BIGINT NOT NULL,
          file TEXT NOT NULL, sha256 TEXT NOT NULL, origin TEXT NOT NULL, lines BIGINT NOT NULL, bad BIGINT NOT NULL)
        """,
        """
        CREATE TABLE scratch_offender_row (batch BIGINT NOT NULL, line BIGINT NOT NULL, sealed TEXT NOT NULL,
          PRIMARY KEY (batch, line))\(sql: dialect.clustered)
        """,
        """
        CREATE TABLE scratch_offender_fault (batch BIGINT NOT NULL, place BIGINT NOT NULL, line BIGINT NOT NULL,
          title TEXT NOT NULL, shown TEXT NOT NULL, reason TEXT NOT NULL, PRIMARY KEY (batch, place))\
        \(sql: dialect.clustered)
        """,
      ]
    },
    SchemaChange("offenders-2") { _ in
      [
        // With which lists of characters and counties the keys of a county's records were made.
        "CREATE TABLE offender_edition (county BIGINT PRIMARY KEY, edition TEXT NOT NULL)",
        // The records of a county, in their order.
        "CREATE INDEX offender_record_county ON offender_record (county, id)",
      ]
    },
    SchemaChange("offenders-3") { _ in
      [
        // The black list: whom on which basis, who proposed it, what the person was told and said, who decided, why it ended.
        """
        CREATE TABLE offender_black (id BIGINT PRIMARY KEY, county BIGINT NOT NULL, person BIGINT NOT NULL,
          basis TEXT NOT NULL, title TEXT NOT NULL, reason TEXT NOT NULL, least BIGINT NOT NULL, state TEXT NOT NULL, proposer BIGINT NOT NULL,
          proposer_title TEXT NOT NULL, proposed_at BIGINT NOT NULL, told_on TEXT, told_how TEXT, object_until TEXT,
          has_objection BIGINT, objection TEXT, objected_on TEXT, decider BIGINT, decider_title TEXT, decided_at BIGINT,
          words TEXT, answer TEXT, begins TEXT, ends TEXT, removal TEXT, removed_at BIGINT)
        """,
        "CREATE INDEX offender_black_person ON offender_black (person, id)",
        "CREATE INDEX offender_black_state ON offender_black (state, ends, id)",
        // The penalties that an entry rests on.
        """
        CREATE TABLE offender_black_ground (entry BIGINT NOT NULL, record BIGINT NOT NULL, PRIMARY KEY (entry, record))
        """,
        "CREATE INDEX offender_black_ground_record ON offender_black_ground (record)",
        // Who asked to be taken off, and what came of it.
        """
        CREATE TABLE offender_black_repair (id BIGINT PRIMARY KEY, entry BIGINT NOT NULL, asked_on TEXT NOT NULL,
          words TEXT NOT NULL, account BIGINT NOT NULL, title TEXT NOT NULL, state TEXT NOT NULL, at BIGINT NOT NULL,
          decider BIGINT, decider_title TEXT, decided_at BIGINT, answer TEXT)
        """,
        "CREATE INDEX offender_black_repair_entry ON offender_black_repair (entry, id)",
      ]
    },
  ]
}
