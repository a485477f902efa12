internal import Kit
internal import Storage

/// All SQL of approvals. Rows are added; only a withdrawal is filled in later.
enum ApprovalStore {
  private static let columns: SQL = """
    id, county, name, title, words, fingerprint, document, day, note, approver, approver_title, at, withdrawn,
    withdrawn_title, withdrawn_reason
    """

  static func insert(_ new: Approval, _ tx: Transaction) throws {
    try tx.execute(
      """
      INSERT INTO approval (\(sql: columns)) VALUES (\(new.id), \(new.county), \(new.name), \(new.title), \(new.words),
        \(new.fingerprint), \(new.document), \(new.day), \(new.note), \(new.approver), \(new.approverTitle), \(new.at),
        NULL, NULL, NULL)
      """)
  }

  static func withdraw(_ id: ID<Approval>, _ withdrawal: Approval.Withdrawal, _ tx: Transaction) throws {
    try tx.execute(
      """
      UPDATE approval SET withdrawn = \(withdrawal.at), withdrawn_title = \(withdrawal.title),
        withdrawn_reason = \(withdrawal.reason) WHERE id = \(id)
      """)
  }

  static func find(_ id: ID<Approval>, _ reader: Reader) throws -> Approval? {
    try reader.first("SELECT \(sql: columns) FROM approval WHERE id = \(id)", approval)
  }

  static func newest(of name: String, in county: County, _ reader: Reader) throws -> Approval? {
    try all(of: name, in: county, reader).first
  }

  /// The newest first.
  static func all(of name: String, in county: County, _ reader: Reader) throws -> [Approval] {
    try reader.query(
      "SELECT \(sql: columns) FROM approval WHERE county = \(county) AND name = \(name) ORDER BY id DESC", approval)
  }

  /// The newest of every value that was ever approved, by the value's name.
  static func newest(in county: County, _ reader: Reader) throws -> [String: Approval] {
    let all = try reader.query("SELECT \(sql: columns) FROM approval WHERE county = \(county) ORDER BY id", approval)
    return Dictionary(all.map { ($0.name, $0) }) { _, later in later }
  }

  private static func approval(_ row: Row) throws -> Approval {
    let withdrawal = try row.maybeInstant(12).map { at in
      Approval.Withdrawal(at: at, title: try row.text(13), reason: try row.text(14))
    }
    return Approval(
      id: try row.id(0), county: try row.county(1), name: try row.text(2), title: try row.text(3),
      words: try row.text(4),
      fingerprint: try row.text(5), document: try row.text(6), day: try row.date(7), note: try row.maybeText(8),
      approver: try row.int(9), approverTitle: try row.text(10), at: try row.instant(11), withdrawal: withdrawal)
  }
}
