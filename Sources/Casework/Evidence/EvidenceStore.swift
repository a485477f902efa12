import Kit
import Storage

enum EvidenceStore {
  private static let columns: SQL = """
    evidence.id, evidence.county, evidence.law_case, evidence.number, evidence.kind, evidence.name, evidence.proves,
    evidence.taken_on, evidence.taken_at, evidence.place, evidence.takers, evidence.source, evidence.original, evidence.step,
    evidence.count, evidence.unit, evidence.spec, evidence.began, evidence.ended, evidence.device, evidence.medium,
    evidence.medium_hash, evidence.at
    """

  static func insert(_ item: EvidenceRecord, _ tx: Transaction) throws {
    let what = item.what
    try tx.execute(
      """
      INSERT INTO evidence (id, county, law_case, number, kind, name, proves, taken_on, taken_at, place, takers, source,
        original, step, count, unit, spec, began, ended, device, medium, medium_hash, account, at)
      VALUES (\(item.id), \(item.county), \(item.lawCase), \(item.number), \(what.kind), \(what.name), \(what.proves),
        \(what.takenOn), \(what.takenAt), \(what.place), \(item.takers), \(what.source), \(what.original.rawValue),
        \(what.step), \(what.exhibit?.count), \(what.exhibit?.unit), \(what.exhibit?.spec), \(what.recording?.began),
        \(what.recording?.ended), \(what.recording?.device), \(what.recording?.medium), \(what.recording?.mediumHash),
        \(tx.actor.number), \(item.recordedAt))
      """)
  }

  static func count(of id: ID<Case>, _ county: County, _ reader: Reader) throws -> Int64 {
    try reader.number("SELECT COUNT(*) FROM evidence WHERE county = \(county) AND law_case = \(id)")
  }

  static func find(_ id: ID<EvidenceItem>, _ reader: Reader) throws -> EvidenceRecord? {
    try reader.first("SELECT \(sql: columns) FROM evidence WHERE id = \(id)", item)
  }

  static func list(of id: ID<Case>, _ county: County, _ reader: Reader) throws -> [EvidenceRecord] {
    try reader.query(
      "SELECT \(sql: columns) FROM evidence WHERE county = \(county) AND law_case = \(id) ORDER BY number", item)
  }

  private static func item(_ row: Row) throws -> EvidenceRecord {
    let what = NewEvidence(
      kind: try row.text(4), name: try row.text(5), proves: try row.text(6), takenOn: try row.date(7),
      takenAt: try row.maybeText(8), place: try row.text(9), source: try row.text(11),
      original: EvidenceOriginal(rawValue: try row.text(12)) ?? .unchecked, step: try row.maybeInt(13),
      exhibit: try exhibit(row), recording: try recording(row), holder: "")
    return EvidenceRecord(
      id: try row.id(0), county: try row.county(1), lawCase: try row.id(2), number: try row.int(3), what: what,
      takers: try row.text(10), recordedAt: try row.instant(22))
  }

  private static func exhibit(_ row: Row) throws -> Exhibit? {
    guard let count = try row.maybeText(14) else { return nil }
    return Exhibit(count: count, unit: try row.maybeText(15), spec: try row.maybeText(16))
  }

  private static func recording(_ row: Row) throws -> Recording? {
    guard let began = try row.maybeText(17), let ended = try row.maybeText(18) else { return nil }
    return Recording(
      began: began, ended: ended, device: try row.maybeText(19), medium: try row.maybeText(20),
      mediumHash: try row.maybeText(21))
  }
}

enum CustodyStore {
  private static let columns: SQL = "c.from_holder, c.to_holder, c.on_date, c.on_time, c.why, c.state"

  static func add(_ move: CustodyMove, to id: ID<EvidenceItem>, _ tx: Transaction) throws {
    let number = try tx.number("SELECT COUNT(*) FROM custody WHERE evidence = \(id)") + 1
    try tx.execute(
      """
      INSERT INTO custody (evidence, number, county, from_holder, to_holder, on_date, on_time, why, state, account, at)
      VALUES (\(id), \(number), \(tx.county), \(move.from), \(move.to), \(move.on), \(move.at), \(move.why), \(move.state),
        \(tx.actor.number), \(tx.now))
      """)
  }

  /// Oldest first.
  static func chain(of id: ID<EvidenceItem>, _ reader: Reader) throws -> [CustodyMove] {
    try reader.query("SELECT \(sql: columns) FROM custody c WHERE c.evidence = \(id) ORDER BY c.number", move)
  }

  /// Of every item of a case: who has it now.
  static func holders(of id: ID<Case>, _ county: County, _ reader: Reader) throws -> [ID<EvidenceItem>: String] {
    let rows = try reader.query(
      """
      SELECT c.evidence, c.to_holder FROM custody c JOIN evidence e ON e.id = c.evidence
      WHERE e.county = \(county) AND e.law_case = \(id) ORDER BY c.number
      """
    ) { (try $0.id(0, EvidenceItem.self), try $0.text(1)) }
    return Dictionary(rows) { $1 }
  }

  private static func move(_ row: Row) throws -> CustodyMove {
    CustodyMove(
      from: try row.text(0), to: try row.text(1), on: try row.date(2), at: try row.maybeText(3), why: try row.text(4),
      state: try row.text(5))
  }
}
