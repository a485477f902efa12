import Campaign
import Intake
import Kit
import Offices
import Storage
import Web

enum VisitStore {
  private static let columns: SQL = """
    visit.id, visit.county, visit.number, visit.premises_kind, visit.premises, visit.premises_name, visit.premises_type,
    visit.clue, visit.campaign, visit.task, visit.date, visit.first_officer, visit.first_name, visit.first_certificate,
    visit.second_officer, visit.second_name, visit.second_certificate, visit.checklist, visit.state, visit.place,
    visit.began, visit.ended, visit.summary, visit.result
    """

  static func insert(_ visit: VisitRecord, _ tx: Transaction) throws {
    try tx.execute(
      """
      INSERT INTO visit (id, county, number, premises_kind, premises, premises_name, premises_type, clue, campaign, task,
        date, first_officer, first_name, first_certificate, second_officer, second_name, second_certificate, checklist,
        state)
      VALUES (\(visit.id), \(visit.county), \(visit.number), \(visit.premises.kind), \(visit.premises.number),
        \(visit.premisesName), \(visit.premisesType), \(visit.clue), \(visit.campaign), \(visit.task), \(visit.date),
        \(visit.team.first.id), \(visit.team.first.name), \(visit.team.first.certificate), \(visit.team.second.id),
        \(visit.team.second.name), \(visit.team.second.certificate), \(visit.checklist), \(visit.state.rawValue))
      """)
  }

  static func finish(_ id: ID<Visit>, _ report: VisitReport, _ tx: Transaction) throws {
    let finding = report.finding
    try tx.execute(
      """
      UPDATE visit SET state = \(VisitState.done.rawValue), date = \(report.date), place = \(finding.place),
        began = \(finding.began), ended = \(finding.ended), summary = \(finding.summary),
        result = \(finding.result.rawValue)
      WHERE id = \(id)
      """)
  }

  static func setTeam(_ id: ID<Visit>, _ team: Team, _ tx: Transaction) throws {
    try tx.execute(
      """
      UPDATE visit SET first_officer = \(team.first.id), first_name = \(team.first.name),
        first_certificate = \(team.first.certificate), second_officer = \(team.second.id),
        second_name = \(team.second.name), second_certificate = \(team.second.certificate) WHERE id = \(id)
      """)
  }

  static func open(of account: Int64, _ reader: Reader) throws -> [Int64] {
    try reader.query(
      """
      SELECT id FROM visit WHERE state = \(VisitState.planned.rawValue)
        AND (first_officer = \(account) OR second_officer = \(account)) ORDER BY date, id
      """
    ) { try $0.int(0) }
  }

  static func set(_ state: VisitState, _ id: ID<Visit>, _ tx: Transaction) throws {
    try tx.execute("UPDATE visit SET state = \(state.rawValue) WHERE id = \(id)")
  }

  static func index(_ visit: VisitRecord, _ tx: Transaction) throws {
    try SearchIndex.put(
      [
        SearchItem(
          visit.ref, county: visit.county, permission: Permission.visitSee.name, title: visit.title,
          detail: "检查，\(visit.date.iso)，\(visit.team.names)，\(visit.finding?.result.title ?? visit.state.title)",
          numbers: [visit.number])
      ], tx)
  }

  static func find(_ id: ID<Visit>, _ reader: Reader) throws -> VisitRecord? {
    try reader.first("SELECT \(sql: columns) FROM visit WHERE id = \(id)", visit)
  }

  /// The number of a planned visit to the same place on the same day for the same clue.
  static func planned(_ premises: Ref, on date: CivilDate, clue: ID<Clue>?, _ tx: Transaction) throws -> String? {
    try tx.first(
      """
      SELECT number FROM visit WHERE county = \(tx.county) AND premises_kind = \(premises.kind)
        AND premises = \(premises.number) AND state = \(VisitState.planned.rawValue) AND date = \(date)
        AND COALESCE(clue, 0) = \(clue?.value ?? 0)
      """
    ) { try $0.text(0) }
  }

  static func list(_ filter: SQL, order: SQL, offset: Int, _ reader: Reader) throws -> [VisitRecord] {
    try reader.query(
      "SELECT \(sql: columns) FROM visit WHERE " + filter + " ORDER BY " + order
        + " LIMIT \(Listing.size) OFFSET \(offset)", visit)
  }

  static func count(_ filter: SQL, _ reader: Reader) throws -> Int64 {
    try reader.number("SELECT COUNT(*) FROM visit WHERE " + filter)
  }

  /// Different places among the visits of a list.
  static func places(_ filter: SQL, _ reader: Reader) throws -> Int64 {
    try reader.number(
      "SELECT COUNT(*) FROM (SELECT DISTINCT premises_kind, premises FROM visit WHERE " + filter + ") AS place")
  }

  /// Those that took place, the oldest first.
  static func done(_ filter: SQL, _ reader: Reader) throws -> [VisitRecord] {
    try reader.query(
      "SELECT \(sql: columns) FROM visit WHERE \(sql: filter) AND visit.state = \(VisitState.done.rawValue) ORDER BY date, id",
      visit)
  }

  /// The newest visits of a clue or of premises.
  static func latest(_ filter: SQL, limit: Int, _ reader: Reader) throws -> [VisitRecord] {
    try reader.query(
      "SELECT \(sql: columns) FROM visit WHERE " + filter + " ORDER BY date DESC, id DESC LIMIT \(limit)", visit)
  }

  static func visit(_ row: Row) throws -> VisitRecord {
    VisitRecord(
      id: try row.id(0), county: try row.county(1), number: try row.text(2),
      premises: Ref(RefKind(try row.text(3)), try row.int(4)), premisesName: try row.text(5),
      premisesType: try row.maybeText(6), clue: try row.maybeID(7), campaign: try row.maybeID(8),
      task: try row.maybeID(9), date: try row.date(10), team: try TeamStore.team(row, from: 11),
      checklist: try row.text(17), state: VisitState(rawValue: try row.text(18)) ?? .cancelled,
      finding: try finding(row))
  }

  private static func finding(_ row: Row) throws -> VisitFinding? {
    guard let place = try row.maybeText(19), let summary = try row.maybeText(22),
      let result = VisitResult(rawValue: try row.maybeText(23) ?? "")
    else { return nil }
    return VisitFinding(
      place: place, began: try row.maybeText(20), ended: try row.maybeText(21), summary: summary, result: result)
  }
}
