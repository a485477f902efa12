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

  /// The demonstration has one person on the list.
  private static let listed: SQL = "SELECT MIN(id) FROM offender_black WHERE county = 110 AND state = 'listed'"

  static let blacklist: [CheckMutation] = [
    .init("C145", "black-entry", listed) { ["UPDATE offender_black SET ends = '2020-01-01' WHERE id = \($0)"] },
    .init("C146", "black-entry", listed) { ["UPDATE offender_black SET decider = proposer WHERE id = \($0)"] },
    .init("C146", "black-entry", listed) {
      ["UPDATE offender_black SET object_until = begins, has_objection = NULL WHERE id = \($0)"]
    },
    .init("C147", "black-entry", listed) { ["UPDATE offender_black SET least = 9 WHERE id = \($0)"] },
    .init("C148", "black-entry", listed) { ["UPDATE offender_black SET state = 'told' WHERE id = \($0)"] },
    .init("C148", "black-entry", listed) {
      [
        """
        INSERT INTO offender_black_repair (id, entry, asked_on, words, account, title, state, at)
        VALUES (5, \($0), '2026-01-01', '', 1, '', 'asked', 0)
        """
      ]
    },
  ]

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
