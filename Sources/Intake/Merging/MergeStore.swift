import Kit
import Offices
import Storage

/// The SQL of merging.
enum MergeStore {
  /// More than these are not compared: the latest are the likeliest.
  private static let mostNear = 200

  static func merged(_ clue: ID<Clue>, _ reader: Reader) throws -> MergedClue? {
    try reader.first(
      "SELECT clue, lead_clue, at, state, due, due_provisional FROM clue_merge WHERE clue = \(clue)"
    ) { row in
      let due = try row.text(4)
      return MergedClue(
        clue: try row.id(0), lead: try row.id(1), at: try row.instant(2),
        state: ClueState(rawValue: try row.text(3)) ?? .received,
        due: due == ClueStore.noDue ? nil : CivilDate(iso: due),
        dueIsProvisional: try row.bool(5))
    }
  }

  static func followers(of lead: ID<Clue>, _ reader: Reader) throws -> [(clue: ClueRecord, isNamed: Bool)] {
    try reader.query(
      """
      SELECT \(sql: ClueStore.columns), CASE WHEN r.clue IS NULL THEN 0 ELSE 1 END
      FROM clue_merge m JOIN clue c ON c.id = m.clue LEFT JOIN clue_reporter r ON r.clue = c.id
      WHERE m.lead_clue = \(lead) ORDER BY m.clue
      """
    ) { (clue: try ClueStore.record($0), isNamed: try $0.bool(21)) }
  }

  /// What came in the days around and is still open, the latest first.
  static func near(_ clue: ClueRecord, _ scope: SQL, _ reader: Reader) throws -> [Neighbour] {
    let reach = Int64(Likeness.days) * 86_400
    let (from, to) = (clue.receivedAt.adding(seconds: -reach), clue.receivedAt.adding(seconds: reach))
    return try reader.query(
      """
      SELECT c.id, SUBSTR(c.text, 1, \(Likeness.looked)), c.place, c.premises_kind, c.premises, c.received_at, c.town
      FROM clue c WHERE \(sql: scope) AND c.county = \(clue.county)
        AND c.received_at >= \(from) AND c.received_at <= \(to) AND c.id <> \(clue.id)
        AND c.state IN \(sql: .list(ClueState.allCases.filter(\.isOpen).map(\.rawValue)))
      ORDER BY c.received_at DESC, c.id DESC LIMIT \(mostNear)
      """
    ) { row in
      Neighbour(
        clue: try row.id(0), text: try row.text(1), place: try row.text(2),
        premises: try ClueStore.premises(row, kind: 3, number: 4), receivedAt: try row.instant(5), town: try row.int(6))
    }
  }

  static func find(number: String, in county: County, _ reader: Reader) throws -> ID<Clue>? {
    try reader.first("SELECT id FROM clue WHERE county = \(county) AND number = \(number)") { try $0.id(0) }
  }

  static func insert(_ clue: ClueRecord, into lead: ID<Clue>, _ tx: Transaction) throws {
    try tx.execute(
      """
      INSERT INTO clue_merge (clue, county, lead_clue, at, state, due, due_provisional)
      VALUES (\(clue.id), \(tx.county), \(lead), \(tx.now), \(clue.state.rawValue), \(clue.due?.iso ?? ClueStore.noDue),
        \(clue.dueIsProvisional))
      """)
  }

  static func setMerged(_ clue: ClueRecord, _ tx: Transaction) throws {
    try TallyStore.move(from: clue.state.rawValue, to: ClueState.merged.rawValue, of: .clue, tx)
    try tx.execute(
      """
      UPDATE clue SET state = \(ClueState.merged.rawValue), ended_at = \(tx.now), due = \(ClueStore.noDue),
        due_provisional = 0 WHERE county = \(tx.county) AND id = \(clue.id)
      """)
  }

  static func restore(
    _ clue: ClueRecord, _ merged: MergedClue, owner: ID<Account>, due: CivilDate, _ tx: Transaction
  ) throws {
    try TallyStore.move(from: ClueState.merged.rawValue, to: merged.state.rawValue, of: .clue, tx)
    try tx.execute("DELETE FROM clue_merge WHERE county = \(tx.county) AND clue = \(clue.id)")
    try tx.execute(
      """
      UPDATE clue SET state = \(merged.state.rawValue), owner = \(owner), ended_at = NULL, due = \(due),
        due_provisional = \(merged.dueIsProvisional) WHERE county = \(tx.county) AND id = \(clue.id)
      """)
  }
}
