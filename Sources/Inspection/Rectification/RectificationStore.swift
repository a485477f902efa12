import Campaign
import Kit
import Offices
import Storage
import Web

enum RectificationStore {
  private static let columns: SQL = """
    rectification.id, rectification.county, rectification.visit, rectification.visit_number,
    rectification.premises_kind, rectification.premises, rectification.premises_name, rectification.campaign,
    rectification.owner, rectification.text, rectification.ordered_on, rectification.due, rectification.state,
    rectification.checked_on, rectification.first_officer, rectification.first_name, rectification.first_certificate,
    rectification.second_officer, rectification.second_name, rectification.second_certificate, rectification.note
    """

  static func insert(_ record: RectificationRecord, _ tx: Transaction) throws {
    try tx.execute(
      """
      INSERT INTO rectification (id, county, visit, visit_number, premises_kind, premises, premises_name, campaign,
        owner, text, ordered_on, due, state)
      VALUES (\(record.id), \(record.county), \(record.visit), \(record.visitNumber), \(record.premises.kind),
        \(record.premises.number), \(record.premisesName), \(record.campaign), \(record.owner), \(record.text),
        \(record.orderedOn), \(record.due), \(record.state.rawValue))
      """)
  }

  static func close(
    _ id: ID<Rectification>, _ state: RectificationState, _ check: Recheck, _ tx: Transaction
  ) throws {
    try tx.execute(
      """
      UPDATE rectification SET state = \(state.rawValue), checked_on = \(check.date),
        first_officer = \(check.team.first.id), first_name = \(check.team.first.name),
        first_certificate = \(check.team.first.certificate), second_officer = \(check.team.second.id),
        second_name = \(check.team.second.name), second_certificate = \(check.team.second.certificate),
        note = \(check.note)
      WHERE id = \(id)
      """)
  }

  static func setOwner(_ id: ID<Rectification>, _ owner: ID<Account>, _ tx: Transaction) throws {
    try tx.execute("UPDATE rectification SET owner = \(owner) WHERE id = \(id)")
  }

  static func open(of account: Int64, _ reader: Reader) throws -> [Int64] {
    try reader.query(
      """
      SELECT id FROM rectification WHERE owner = \(account) AND state = \(RectificationState.open.rawValue)
      ORDER BY due, id
      """
    ) { try $0.int(0) }
  }

  static func find(_ id: ID<Rectification>, _ reader: Reader) throws -> RectificationRecord? {
    try reader.first("SELECT \(sql: columns) FROM rectification WHERE id = \(id)", record)
  }

  static func of(_ visit: VisitRecord, _ reader: Reader) throws -> [RectificationRecord] {
    try reader.query(
      """
      SELECT \(sql: columns) FROM rectification WHERE county = \(visit.county) AND visit = \(visit.id) ORDER BY id
      """, record)
  }

  static func list(_ filter: SQL, order: SQL, offset: Int, _ reader: Reader) throws -> [RectificationRecord] {
    try reader.query(
      "SELECT \(sql: columns) FROM rectification WHERE " + filter + " ORDER BY " + order
        + " LIMIT \(Listing.size) OFFSET \(offset)", record)
  }

  static func count(_ filter: SQL, _ reader: Reader) throws -> Int64 {
    try reader.number("SELECT COUNT(*) FROM rectification WHERE " + filter)
  }

  static func record(_ row: Row) throws -> RectificationRecord {
    RectificationRecord(
      id: try row.id(0), county: try row.county(1), visit: try row.id(2), visitNumber: try row.text(3),
      premises: Ref(RefKind(try row.text(4)), try row.int(5)), premisesName: try row.text(6),
      campaign: try row.maybeID(7), owner: try row.id(8), text: try row.text(9), orderedOn: try row.date(10),
      due: try row.date(11), state: RectificationState(rawValue: try row.text(12)) ?? .open,
      recheck: try recheck(row))
  }

  private static func recheck(_ row: Row) throws -> Recheck? {
    guard let date = try row.maybeDate(13) else { return nil }
    return Recheck(date: date, team: try TeamStore.team(row, from: 14), note: try row.maybeText(20) ?? "")
  }
}
