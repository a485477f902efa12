import Kit
import Matching
import Storage
import Web

/// All SQL of look-ups. What was asked lies sealed: it names people.
enum LookStore {
  private static let columns: SQL = """
    id, county, account, title, purpose, subject_kind, subject, sealed, verdict, score, person, found, screening, line, at
    """

  static func insert(_ look: LookRecord, _ tx: Transaction) throws {
    let text = MatchRecord.columns.map { look.asked[keyPath: $0.field] }.joined(separator: "\u{1F}")
    let sealed = try SealedText.seal(Array(text.utf8), for: subject(look.id), try tx.keys(), tx.world)
    try tx.execute(
      """
      INSERT INTO offender_look (\(sql: columns))
      VALUES (\(look.id), \(look.county), \(look.account), \(look.title), \(look.purpose), \(look.subject?.kind),
        \(look.subject?.number), \(sealed), \(look.verdict.rawValue), \(Int64(look.score * 1000)), \(look.person), \(look.found),
        \(look.screening), \(look.line), \(look.at))
      """)
  }

  static func look(_ id: ID<Look>, _ reader: Reader) throws -> LookRecord? {
    let keys = try reader.keys()
    return try reader.first("SELECT \(sql: columns) FROM offender_look WHERE id = \(id)") { try look($0, keys) }
  }

  /// Those typed by hand or asked from a case; the lines of lists stand on the page of their list. The newest first.
  static func page(
    _ scope: SQL, offset: Int, limit: Int, _ reader: Reader
  ) throws -> (total: Int64, looks: [LookRecord]) {
    let keys = try reader.keys()
    let condition = scope + " AND screening IS NULL"
    let total = try reader.number("SELECT COUNT(*) FROM offender_look WHERE " + condition)
    let looks = try reader.query(
      "SELECT \(sql: columns) FROM offender_look WHERE " + condition
        + " ORDER BY id DESC LIMIT \(limit) OFFSET \(offset)"
    ) { try look($0, keys) }
    return (total, looks)
  }

  /// The newest first.
  static func looks(on subject: Ref, _ reader: Reader) throws -> [LookRecord] {
    let keys = try reader.keys()
    return try reader.query(
      """
      SELECT \(sql: columns) FROM offender_look WHERE subject_kind = \(subject.kind) AND subject = \(subject.number)
      ORDER BY id DESC LIMIT 20
      """
    ) { try look($0, keys) }
  }

  static func looks(
    of screening: ID<Screening>, verdict: String?, offset: Int, limit: Int, _ reader: Reader
  ) throws -> [LookRecord] {
    let keys = try reader.keys()
    let narrow = verdict.map { SQL(" AND verdict = \($0)") } ?? ""
    return try reader.query(
      "SELECT \(sql: columns) FROM offender_look WHERE screening = \(screening)" + narrow
        + " ORDER BY line LIMIT \(limit) OFFSET \(offset)"
    ) { try look($0, keys) }
  }

  private static func subject(_ id: ID<Look>) -> String { "offender-look:\(id.value)" }

  private static func look(_ row: Row, _ keys: Keys) throws -> LookRecord {
    let id = try row.id(0, Look.self)
    guard let plain = try SealedText.open(try row.text(7), for: subject(id), keys) else {
      throw OffenderRefusal.sealBroken
    }
    var asked = MatchRecord()
    let parts = plain.split(separator: 0x1F, omittingEmptySubsequences: false)
    for (column, part) in zip(MatchRecord.columns, parts) {
      asked[keyPath: column.field] = String(decoding: part, as: UTF8.self)
    }
    let kind = try row.maybeText(5)
    return LookRecord(
      id: id, county: try row.county(1), account: try row.int(2), title: try row.text(3), purpose: try row.text(4),
      subject: try row.maybeInt(6).flatMap { number in kind.map { Ref(RefKind($0), number) } }, asked: asked,
      verdict: Verdict(rawValue: try row.text(8)) ?? .none, score: Double(try row.int(9)) / 1000,
      person: try row.maybeID(10),
      found: try row.int(11), screening: try row.maybeID(12), line: try row.int(13), at: try row.instant(14))
  }
}
