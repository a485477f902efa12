import Casework
import Inspection
import Kit
import Offices
import Storage

enum TransferStore {
  private static let columns: SQL = """
    id, county, law_case, case_number, cause, party, threshold, crime, state, first_officer, second_officer, head, letter,
    police, procuratorate, approved_at, handed_at, copied_on, case_step, package_hash, suspects, sentenced, campaign
    """

  static func insert(_ id: ID<Transfer>, _ new: NewTransfer, _ record: CaseRecord, _ crime: String, _ tx: Transaction)
    throws
  {
    try tx.execute(
      """
      INSERT INTO transfer (id, county, law_case, case_number, cause, party, threshold, crime, state, first_officer, second_officer, head, facts, proof,
        items, police, procuratorate, proposed_on, suspects, sentenced, campaign)
      VALUES (\(id), \(tx.county), \(record.id), \(record.number), \(record.violation.name),
        \(record.party), \(new.check), \(crime), \(TransferState.proposed.rawValue),
        \(record.team.first.id), \(record.team.second.id), \(new.head), \(new.facts), \(new.proof), \(new.items),
        \(new.police), \(new.procuratorate), \(tx.today), 0, 0, \(record.campaign))
      """)
  }

  static func append(_ event: TransferEvent, to id: ID<Transfer>, _ tx: Transaction) throws {
    try tx.execute(
      """
      INSERT INTO transfer_event (transfer, number, county, action, on_date, clock, account, title, document, count, words, at)
      VALUES (\(id), \(event.number), \(tx.county), \(event.action.rawValue), \(event.on), \(event.clock), \(event.by),
        \(event.byTitle), \(event.document), \(event.count), \(event.words), \(event.recordedAt))
      """)
  }

  static func setState(_ state: TransferState, of id: ID<Transfer>, _ tx: Transaction) throws {
    try tx.execute("UPDATE transfer SET state = \(state.rawValue) WHERE id = \(id)")
  }

  static func approve(_ id: ID<Transfer>, letter: String, at: Instant, _ tx: Transaction) throws {
    try tx.execute("UPDATE transfer SET letter = \(letter), approved_at = \(at) WHERE id = \(id)")
  }

  static func handOver(_ id: ID<Transfer>, step: Int64, _ package: PreparedPackage, at: Instant, _ tx: Transaction)
    throws
  {
    try tx.execute(
      """
      UPDATE transfer SET handed_at = \(at), case_step = \(step), package_hash = \(package.file.sha256),
        package_list = \(package.list) WHERE id = \(id)
      """)
  }

  static func copied(_ id: ID<Transfer>, on day: CivilDate, _ tx: Transaction) throws {
    try tx.execute("UPDATE transfer SET copied_on = \(day) WHERE id = \(id)")
  }

  static func count(suspects: Int64?, sentenced: Int64?, of id: ID<Transfer>, _ tx: Transaction) throws {
    if let suspects { try tx.execute("UPDATE transfer SET suspects = \(suspects) WHERE id = \(id)") }
    if let sentenced { try tx.execute("UPDATE transfer SET sentenced = \(sentenced) WHERE id = \(id)") }
  }

  static func moveOfficer(_ id: ID<Transfer>, from: Int64, to: Int64, _ tx: Transaction) throws {
    try tx.execute("UPDATE transfer SET first_officer = \(to) WHERE id = \(id) AND first_officer = \(from)")
    try tx.execute("UPDATE transfer SET second_officer = \(to) WHERE id = \(id) AND second_officer = \(from)")
  }

  static func move(_ id: ID<Transfer>, from: Int64, to: Int64, _ tx: Transaction) throws {
    try moveOfficer(id, from: from, to: to, tx)
    try tx.execute("UPDATE transfer SET head = \(to) WHERE id = \(id) AND head = \(from)")
  }

  static func find(_ id: ID<Transfer>, _ reader: Reader) throws -> TransferRecord? {
    try reader.first("SELECT \(sql: columns) FROM transfer WHERE id = \(id)", record)
  }

  static func newest(of lawCase: ID<Case>, _ reader: Reader) throws -> TransferRecord? {
    try all(of: lawCase, reader).first
  }

  /// The newest first.
  static func all(of lawCase: ID<Case>, _ reader: Reader) throws -> [TransferRecord] {
    try reader.query(
      "SELECT \(sql: columns) FROM transfer WHERE law_case = \(lawCase) ORDER BY id DESC", record)
  }

  static func list(_ filter: SQL, limit: Int, offset: Int, newestFirst: Bool, _ reader: Reader) throws
    -> [TransferRecord]
  {
    let order: SQL = newestFirst ? "id DESC" : "id"
    return try reader.query(
      "SELECT \(sql: columns) FROM transfer WHERE \(sql: filter) ORDER BY \(sql: order) LIMIT \(limit) OFFSET \(offset)",
      record)
  }

  static func tally(_ filter: SQL, _ reader: Reader) throws -> (count: Int64, suspects: Int64, sentenced: Int64) {
    try reader.first(
      """
      SELECT COUNT(*), CAST(COALESCE(SUM(suspects), 0) AS BIGINT), CAST(COALESCE(SUM(sentenced), 0) AS BIGINT)
      FROM transfer WHERE \(sql: filter)
      """
    ) { (try $0.int(0), try $0.int(1), try $0.int(2)) } ?? (0, 0, 0)
  }

  static func open(of account: Int64, _ reader: Reader) throws -> [Int64] {
    let over = TransferState.allCases.filter(\.isOver).map(\.rawValue)
    return try reader.query(
      """
      SELECT id FROM transfer WHERE state NOT IN \(sql: .list(over))
        AND (first_officer = \(account) OR second_officer = \(account) OR head = \(account)) ORDER BY id
      """
    ) { try $0.int(0) }
  }

  static func events(of id: ID<Transfer>, _ reader: Reader) throws -> [TransferEvent] {
    try reader.query(
      """
      SELECT number, action, on_date, clock, account, title, document, count, words, at FROM transfer_event
      WHERE transfer = \(id) ORDER BY number
      """
    ) { row in
      TransferEvent(
        number: try row.int(0), action: try action(row.text(1)), on: try row.date(2), clock: try row.maybeText(3),
        by: try row.int(4), byTitle: try row.text(5), document: try row.maybeText(6), count: try row.maybeInt(7),
        words: try row.text(8), recordedAt: try row.instant(9))
    }
  }

  /// What was written for the report: facts, proof and the things, one per line.
  static func report(of id: ID<Transfer>, _ reader: Reader) throws -> TransferReport? {
    try reader.first("SELECT facts, proof, items FROM transfer WHERE id = \(id)") {
      TransferReport(facts: try $0.text(0), proof: try $0.text(1), items: try $0.text(2))
    }
  }

  /// Name, size and hash of every file of the package, a line each.
  static func packageList(of id: ID<Transfer>, _ reader: Reader) throws -> String {
    try reader.first("SELECT package_list FROM transfer WHERE id = \(id)") { try $0.maybeText(0) ?? "" } ?? ""
  }

  private static func action(_ name: String) throws -> TransferAction {
    guard let action = TransferAction(rawValue: name) else { throw UnknownAction(name: name) }
    return action
  }

  private static func record(_ row: Row) throws -> TransferRecord {
    guard let state = TransferState(rawValue: try row.text(8)) else { throw UnknownAction(name: try row.text(8)) }
    return TransferRecord(
      id: try row.id(0), county: try row.county(1), lawCase: try row.id(2), caseNumber: try row.text(3),
      cause: try row.text(4), party: try row.text(5), check: try row.id(6), crime: try row.text(7), state: state,
      first: try row.id(9), second: try row.id(10), head: try row.id(11), letter: try row.maybeText(12),
      police: try row.text(13), procuratorate: try row.text(14), approvedAt: try row.maybeInstant(15),
      handedAt: try row.maybeInstant(16), copiedOn: try row.maybeDate(17), caseStep: try row.maybeInt(18),
      packageHash: try row.maybeText(19), suspects: try row.int(20), sentenced: try row.int(21),
      campaign: try row.maybeInt(22))
  }
}

/// A store written by a newer program: its transfers cannot be judged.
struct UnknownAction: Error { let name: String }
