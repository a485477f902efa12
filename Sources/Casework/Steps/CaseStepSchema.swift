import Storage

/// Every case has its steps from filing on; cases of older stores get those that their columns tell of.
enum CaseStepSchema {
  static let change = SchemaChange("casework-4") { _ in
    [
      """
      CREATE TABLE case_step (law_case BIGINT NOT NULL, number BIGINT NOT NULL, county BIGINT NOT NULL, kind TEXT NOT NULL,
        on_date TEXT NOT NULL, account BIGINT NOT NULL, officers TEXT NOT NULL, about BIGINT, facts TEXT NOT NULL,
        note TEXT NOT NULL, at BIGINT NOT NULL, PRIMARY KEY (law_case, number))
      """,
      "CREATE INDEX case_step_kind ON case_step (county, kind, on_date)",
      "ALTER TABLE law_case ADD COLUMN stage TEXT NOT NULL DEFAULT 'investigation'",
      "ALTER TABLE law_case ADD COLUMN is_organisation BIGINT NOT NULL DEFAULT 0",
      "ALTER TABLE law_case ADD COLUMN act_ended TEXT",
      "ALTER TABLE law_case ADD COLUMN weights TEXT NOT NULL DEFAULT ''",
      "UPDATE law_case SET is_organisation = 1 WHERE premises_kind = 'institution'",
      "UPDATE law_case SET stage = 'service' WHERE state = 'decided'",
      "UPDATE law_case SET stage = 'closing' WHERE state = 'closed'",
      filings, decisions, payments, closings,
    ]
  }

  /// A decision that was set aside keeps its number in its step.
  static let numbers = SchemaChange("casework-5") { _ in
    [
      "ALTER TABLE case_step ADD COLUMN paper TEXT",
      "UPDATE case_step SET paper = (SELECT k.number FROM law_case k WHERE k.id = case_step.law_case) WHERE kind = 'filing'",
      """
      UPDATE case_step SET paper = (SELECT k.decision_number FROM law_case k WHERE k.id = case_step.law_case)
      WHERE kind IN ('decision', 'no-penalty', 'on-the-spot')
      """,
    ]
  }

  private static let filings: SQL = """
    INSERT INTO case_step (law_case, number, county, kind, on_date, account, officers, about, facts, note, at)
    SELECT id, 1, county, 'filing', filed_on, first_officer,
      CAST(first_officer AS TEXT) || ',' || CAST(second_officer AS TEXT), NULL, '{}', summary, 0 FROM law_case
    """

  private static let decisions: SQL = """
    INSERT INTO case_step (law_case, number, county, kind, on_date, account, officers, about, facts, note, at)
    SELECT id, 2, county, CASE outcome WHEN 'penalty' THEN 'decision' ELSE 'no-penalty' END, decided_on, decider, '', NULL,
      CASE outcome WHEN 'penalty' THEN '{"fine":' || CAST(fine AS TEXT) || ',"gains":' || CAST(gains AS TEXT)
        || ',"penalties":["' || REPLACE(COALESCE(penalties, ''), ',', '","') || '"]}' ELSE '{}' END, COALESCE(reasons, ''), 0
    FROM law_case WHERE outcome IS NOT NULL
    """

  private static let payments: SQL = """
    INSERT INTO case_step (law_case, number, county, kind, on_date, account, officers, about, facts, note, at)
    SELECT law_case, (SELECT MAX(s.number) FROM case_step s WHERE s.law_case = p.law_case) + ROW_NUMBER() OVER (PARTITION BY law_case ORDER BY date, id), county,
      'payment', date, account, '',
      NULL, '{"amount":' || CAST(amount AS TEXT) || '}', '', 0 FROM case_payment p
    """

  private static let closings: SQL = """
    INSERT INTO case_step (law_case, number, county, kind, on_date, account, officers, about, facts, note, at)
    SELECT c.id, (SELECT MAX(s.number) + 1 FROM case_step s WHERE s.law_case = c.id), c.county, 'closing', c.closed_on,
      c.first_officer, '', NULL, '{}', COALESCE(c.closing, ''), 0 FROM law_case c WHERE c.state = 'closed'
    """
}
