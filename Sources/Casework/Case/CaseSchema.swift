import Kit
import Storage
import Web

enum CaseSchema {
  static let changes: [SchemaChange] = [
    SchemaChange("casework-1") { _ in
      [
        """
        CREATE TABLE law_case (id BIGINT PRIMARY KEY, county BIGINT NOT NULL, number TEXT NOT NULL, party TEXT NOT NULL,
          premises_kind TEXT, premises BIGINT, premises_name TEXT, clue BIGINT, visit BIGINT, campaign BIGINT,
          task BIGINT, violation TEXT NOT NULL, violation_name TEXT NOT NULL, basis TEXT NOT NULL,
          penalty_basis TEXT NOT NULL, confidence TEXT NOT NULL, summary TEXT NOT NULL, filed_on TEXT NOT NULL,
          first_officer BIGINT NOT NULL, first_name TEXT NOT NULL, first_certificate TEXT NOT NULL,
          second_officer BIGINT NOT NULL, second_name TEXT NOT NULL, second_certificate TEXT NOT NULL,
          state TEXT NOT NULL, outcome TEXT, decision_number TEXT, decided_on TEXT, decider BIGINT, decider_title TEXT,
          penalties TEXT, fine BIGINT NOT NULL, gains BIGINT NOT NULL, reasons TEXT, paid BIGINT NOT NULL,
          closed_on TEXT, closing TEXT)
        """,
        "CREATE UNIQUE INDEX law_case_number ON law_case (county, number)",
        "CREATE UNIQUE INDEX law_case_decision ON law_case (county, decision_number)",
        // One open case per visit.
        "CREATE UNIQUE INDEX law_case_open_visit ON law_case (visit) WHERE state <> 'closed'",
        "CREATE INDEX law_case_filed ON law_case (county, filed_on, id)",
        "CREATE INDEX law_case_state ON law_case (county, state, filed_on)",
        "CREATE INDEX law_case_campaign ON law_case (county, campaign, state)",
        "CREATE INDEX law_case_premises ON law_case (county, premises_kind, premises)",
        "CREATE INDEX law_case_clue ON law_case (county, clue)",
        """
        CREATE TABLE case_payment (id BIGINT PRIMARY KEY, county BIGINT NOT NULL, law_case BIGINT NOT NULL,
          date TEXT NOT NULL, amount BIGINT NOT NULL, account BIGINT NOT NULL)
        """,
        "CREATE INDEX case_payment_case ON case_payment (county, law_case)",
      ]
    },
    SchemaChange("casework-2") { _ in
      [
        """
        INSERT INTO tally (kind, county, part, number)
        SELECT \(RefKind.lawCase), county, state, COUNT(*) FROM law_case GROUP BY county, state
        """,
        """
        INSERT INTO tally (kind, county, part, number)
        SELECT \(RefKind.lawCase), county, \(CaseTally.owed), SUM(fine + gains) FROM law_case GROUP BY county
        """,
        """
        INSERT INTO tally (kind, county, part, number)
        SELECT \(RefKind.lawCase), county, \(CaseTally.paid), SUM(paid) FROM law_case GROUP BY county
        """,
      ]
    },
    // Each way to narrow a list carries the list's order, or a planner walks the whole county in that order instead.
    SchemaChange("casework-3") { _ in
      [
        "DROP INDEX law_case_premises",
        "CREATE INDEX law_case_premises ON law_case (county, premises_kind, premises, filed_on, id)",
        "DROP INDEX law_case_clue",
        "CREATE INDEX law_case_clue ON law_case (county, clue, filed_on, id)",
        "DROP INDEX law_case_state",
        "CREATE INDEX law_case_state ON law_case (county, state, filed_on, id)",
        "CREATE INDEX law_case_campaign_filed ON law_case (county, campaign, filed_on, id)",
      ]
    },
    CaseStepSchema.change,
    CaseStepSchema.numbers,
    EffectSchema.change,
    AssistanceSchema.change,
    TypicalSchema.change,
    ListedSchema.change,
    DerelictionSchema.change,
    ListedSchema.moved,
    CasePaperSchema.change,
    PartySchema.change,
    EvidenceSchema.change,
    EvidenceSchema.redress,
    EvidenceSchema.supplements,
    TypicalWordSchema.change,
  ]
}
