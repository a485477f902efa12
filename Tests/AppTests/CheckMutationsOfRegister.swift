import Storage

/// Of the register of offenders.
extension CheckMutation {
  /// Of the county, standing, and of no merge or split that waits.
  private static let person: SQL = """
    SELECT MIN(id) FROM offender WHERE county = 110 AND into_person IS NULL
      AND id NOT IN (SELECT source FROM offender_move UNION SELECT target FROM offender_move)
    """

  /// Somebody without records, who went to another.
  private static func emptied(_ id: Int64, into other: SQL) -> SQL {
    """
    INSERT INTO offender (id, county, name, other_names, sex, birth_year, home_place, records, penalties, counties, evidence_at,
      into_person, folded)
    SELECT \(id), 110, 'x', '', '', '', '', 0, 0, 0, 0, \(sql: other), '' FROM offender WHERE id = (\(sql: person))
    """
  }

  static let offenders: [CheckMutation] = [
    .init("C125", "offender", person) { ["UPDATE offender SET into_person = id WHERE id = \($0)"] },
    .init("C126", "offender", person) { ["UPDATE offender SET penalties = penalties + 1 WHERE id = \($0)"] },
    .init("C126", "offender", person) { ["UPDATE offender SET records = records + 1 WHERE id = \($0)"] },
    .init("C127", "offender", "SELECT 7") { [emptied($0, into: "id")] },
    .init("C128", "offender-move", "SELECT 9") {
      [
        emptied(8, into: "8"),
        """
        INSERT INTO offender_move (id, county, kind, source, target, records, reason, proposer, proposer_title, proposed_at, state)
        SELECT \($0), 110, 'merge', 8, MIN(id), '1', '', 1, '', 0, 'proposed' FROM offender WHERE into_person IS NULL
        """,
      ]
    },
    .init("C129", "offender", person) {
      ["DELETE FROM offender_key WHERE record = (SELECT MIN(id) FROM offender_record WHERE person = \($0))"]
    },
    .init("C130", "region", "SELECT 110") { ["UPDATE offender_census SET n = n + 1 WHERE k = 0 AND county = \($0)"] },
    .init(
      "C131", "case",
      "SELECT MIN(subject) FROM offender_record WHERE county = 110 AND decision_number <> '' AND subject_kind = 'case'"
    ) {
      ["UPDATE offender_record SET decision_number = 'x' WHERE subject = \($0)"]
    },
    .init(
      "C131", "case",
      "SELECT MIN(subject) FROM offender_record WHERE county = 110 AND decision_number <> '' AND subject_kind = 'case'"
    ) {
      ["UPDATE offender_record SET kinds = kinds || ',warning' WHERE subject = \($0)"]
    },
  ]
}
