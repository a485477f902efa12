import Campaign
import Inspection
import Intake
import Kit
import Offices
import Packs
import Procedure
import Storage
import Web

enum CaseStore {
  private static let columns: SQL = """
    law_case.id, law_case.county, law_case.number, law_case.party, law_case.premises_kind, law_case.premises,
    law_case.premises_name, law_case.clue, law_case.visit, law_case.campaign, law_case.task, law_case.violation,
    law_case.violation_name, law_case.basis, law_case.penalty_basis, law_case.confidence, law_case.summary,
    law_case.filed_on, law_case.first_officer, law_case.first_name, law_case.first_certificate,
    law_case.second_officer, law_case.second_name, law_case.second_certificate, law_case.state, law_case.outcome,
    law_case.decision_number, law_case.decided_on, law_case.decider, law_case.decider_title, law_case.penalties,
    law_case.fine, law_case.gains, law_case.reasons, law_case.paid, law_case.closed_on, law_case.closing,
    law_case.is_organisation, law_case.act_ended, law_case.weights, law_case.stage
    """

  static func insert(_ record: CaseRecord, _ tx: Transaction) throws {
    let (violation, team) = (record.violation, record.team)
    try tx.execute(
      """
      INSERT INTO law_case (id, county, number, party, premises_kind, premises, premises_name, clue, visit, campaign,
        task, violation, violation_name, basis, penalty_basis, confidence, summary, filed_on, first_officer, first_name,
        first_certificate, second_officer, second_name, second_certificate, state, fine, gains, paid, is_organisation,
        act_ended, weights, stage)
      VALUES (\(record.id), \(record.county), \(record.number), \(record.party), \(record.premises?.kind),
        \(record.premises?.number), \(record.premisesName), \(record.clue), \(record.visit), \(record.campaign),
        \(record.task), \(violation.id), \(violation.name), \(violation.basis), \(violation.penalty),
        \(violation.confidence.rawValue), \(record.summary), \(record.filedOn), \(team.first.id), \(team.first.name),
        \(team.first.certificate), \(team.second.id), \(team.second.name), \(team.second.certificate),
        \(record.state.rawValue), 0, 0, 0, \(record.isOrganisation), \(record.actEnded),
        \(CaseWeight.stored(record.weights)), \(record.stage.rawValue))
      """)
    try TallyStore.add(1, to: record.state.rawValue, of: .lawCase, tx)
  }

  static func decide(_ record: CaseRecord, _ decision: CaseDecision, _ tx: Transaction) throws {
    try TallyStore.move(from: record.state.rawValue, to: CaseState.decided.rawValue, of: .lawCase, tx)
    try TallyStore.add((decision.fine + decision.gains).fen, to: CaseTally.owed, of: .lawCase, tx)
    try tx.execute(
      """
      UPDATE law_case SET state = \(CaseState.decided.rawValue), outcome = \(decision.outcome.rawValue),
        decision_number = \(decision.number), decided_on = \(decision.date), decider = \(decision.decider),
        decider_title = \(decision.deciderTitle), penalties = \(Penalty.stored(decision.penalties)),
        fine = \(decision.fine), gains = \(decision.gains), reasons = \(decision.reasons)
      WHERE id = \(record.id)
      """)
  }

  /// What is left of a decision after a contest.
  static func restate(
    _ record: CaseRecord, _ outcome: CaseOutcome, _ penalties: [Penalty], fine: Money, gains: Money, _ tx: Transaction
  ) throws {
    try TallyStore.add((fine + gains - record.owed).fen, to: CaseTally.owed, of: .lawCase, tx)
    try tx.execute(
      """
      UPDATE law_case SET outcome = \(outcome.rawValue), penalties = \(Penalty.stored(penalties)), fine = \(fine),
        gains = \(gains) WHERE id = \(record.id)
      """)
  }

  /// To be decided again: the case is investigated as if it had not been, and it is no longer closed.
  static func reopen(_ record: CaseRecord, _ tx: Transaction) throws {
    try TallyStore.move(from: record.state.rawValue, to: CaseState.investigating.rawValue, of: .lawCase, tx)
    try TallyStore.add((.zero - record.owed).fen, to: CaseTally.owed, of: .lawCase, tx)
    try tx.execute(
      """
      UPDATE law_case SET state = \(CaseState.investigating.rawValue), outcome = NULL, decision_number = NULL,
        decided_on = NULL, decider = NULL, decider_title = NULL, penalties = NULL, fine = 0, gains = 0, reasons = NULL,
        closed_on = NULL, closing = NULL
      WHERE id = \(record.id)
      """)
  }

  static func close(_ record: CaseRecord, on date: CivilDate, _ note: String, _ tx: Transaction) throws {
    try TallyStore.move(from: record.state.rawValue, to: CaseState.closed.rawValue, of: .lawCase, tx)
    try tx.execute(
      """
      UPDATE law_case SET state = \(CaseState.closed.rawValue), closed_on = \(date), closing = \(note)
      WHERE id = \(record.id)
      """)
  }

  static func setTeam(_ id: ID<Case>, _ team: Team, _ tx: Transaction) throws {
    try tx.execute(
      """
      UPDATE law_case SET first_officer = \(team.first.id), first_name = \(team.first.name),
        first_certificate = \(team.first.certificate), second_officer = \(team.second.id),
        second_name = \(team.second.name), second_certificate = \(team.second.certificate) WHERE id = \(id)
      """)
  }

  /// The number of another open case of its visit, of which there is one at most.
  static func openCase(besides record: CaseRecord, _ reader: Reader) throws -> String? {
    guard let visit = record.visit else { return nil }
    return try reader.first(
      """
      SELECT number FROM law_case WHERE visit = \(visit) AND id <> \(record.id) AND state <> \(CaseState.closed.rawValue)
      """
    ) { try $0.text(0) }
  }

  static func unarchived(of account: Int64, _ reader: Reader) throws -> [Int64] {
    try reader.query(
      """
      SELECT id FROM law_case WHERE stage <> \(Stage.archived.rawValue)
        AND (first_officer = \(account) OR second_officer = \(account)) ORDER BY filed_on, id
      """
    ) { try $0.int(0) }
  }

  /// By its numbers it is found, those of decisions that were set aside as well.
  static func index(_ record: CaseRecord, _ tx: Transaction) throws {
    let given = try CaseStepStore.steps(of: record.id, tx).compactMap(\.number)
    let numbers = [record.number] + given.filter { $0 != record.number }
    try SearchIndex.put(
      [
        SearchItem(
          record.ref, county: record.county, permission: Permission.caseSee.name,
          title: "\(record.number)　\(record.party)",
          detail: "案件，\(record.violation.name)，\(record.state.title)，\(record.premisesName ?? "")",
          numbers: numbers)
      ], tx)
  }

  static func find(_ id: ID<Case>, _ reader: Reader) throws -> CaseRecord? {
    try reader.once("case \(id)") { try reader.first("SELECT \(sql: columns) FROM law_case WHERE id = \(id)", record) }
  }

  /// The oldest first.
  static func since(_ filter: SQL, _ reader: Reader) throws -> [CaseRecord] {
    try reader.query(
      "SELECT \(sql: columns) FROM law_case WHERE \(sql: filter) ORDER BY law_case.filed_on, law_case.id", record)
  }

  static func list(_ filter: SQL, order: SQL, limit: Int, offset: Int = 0, _ reader: Reader) throws -> [CaseRecord] {
    try reader.query(
      "SELECT \(sql: columns) FROM law_case WHERE " + filter + " ORDER BY " + order
        + " LIMIT \(limit) OFFSET \(offset)",
      record)
  }

  static func record(_ row: Row) throws -> CaseRecord {
    CaseRecord(
      id: try row.id(0), county: try row.county(1), number: try row.text(2), party: try row.text(3),
      isOrganisation: try row.bool(37), premises: try premises(row), premisesName: try row.maybeText(6),
      clue: try row.maybeID(7),
      visit: try row.maybeID(8), campaign: try row.maybeID(9), task: try row.maybeID(10),
      violation: CaseViolation(
        id: try row.text(11), name: try row.text(12), basis: try row.text(13), penalty: try row.text(14),
        confidence: Confidence(rawValue: try row.text(15)) ?? .doubtful),
      summary: try row.text(16), filedOn: try row.date(17), actEnded: try row.maybeDate(38),
      weights: CaseWeight.read(try row.text(39)), team: try TeamStore.team(row, from: 18),
      state: CaseState(rawValue: try row.text(24)) ?? .closed,
      stage: Stage(rawValue: try row.text(40)) ?? .investigation,
      decision: try decision(row), paid: try row.money(34),
      closedOn: try row.maybeDate(35), closing: try row.maybeText(36))
  }

  private static func premises(_ row: Row) throws -> Ref? {
    guard let kind = try row.maybeText(4), let number = try row.maybeInt(5) else { return nil }
    return Ref(RefKind(kind), number)
  }

  private static func decision(_ row: Row) throws -> CaseDecision? {
    guard let outcome = CaseOutcome(rawValue: try row.maybeText(25) ?? "") else { return nil }
    return CaseDecision(
      outcome: outcome, number: try row.text(26), date: try row.date(27), decider: try row.id(28),
      deciderTitle: try row.text(29), penalties: Penalty.read(try row.text(30)), fine: try row.money(31),
      gains: try row.money(32), reasons: try row.text(33))
  }
}
