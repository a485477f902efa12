import Casework
import Kit
import Packs
import Storage

enum ThresholdStore {
  private static let columns: SQL = """
    c.id, c.law_case, c.crime, c.title, c.article, c.confidence, c.verdict, c.reasons, c.answers, c.earlier, c.note, c.on_date
    """

  static func insert(_ check: CheckRecord, _ confidence: Confidence, _ tx: Transaction) throws {
    try tx.execute(
      """
      INSERT INTO transfer_check (id, county, law_case, crime, title, article, confidence, verdict, reasons, answers, earlier,
        note, on_date, account, at)
      VALUES (\(check.id), \(tx.county), \(check.lawCase), \(check.crime), \(check.title), \(check.article),
        \(confidence.rawValue), \(check.verdict.outcome.rawValue), \(check.verdict.reasons.joined(separator: "\n")),
        \(check.answers.joined(separator: "\n")), \(check.earlier), \(check.note), \(check.on), \(tx.actor.number), \(tx.now))
      """)
  }

  /// The newest first.
  static func checks(of lawCase: ID<Case>, _ reader: Reader) throws -> [CheckRecord] {
    try reader.query(
      "SELECT \(sql: columns) FROM transfer_check c WHERE c.law_case = \(lawCase) ORDER BY c.id DESC", check)
  }

  static func find(_ id: ID<ThresholdCheck>, _ reader: Reader) throws -> CheckRecord? {
    try reader.first("SELECT \(sql: columns) FROM transfer_check c WHERE c.id = \(id)", check)
  }

  /// Cases whose newest check of a crime reached the threshold, and that were not handed to the police: those that the
  /// procuratorate asks about.
  static func reached(_ inside: SQL, limit: Int, _ reader: Reader) throws -> [CheckRecord] {
    let handed = TransferState.allCases.filter(\.isHandedOver).map(\.rawValue)
    return try reader.query(
      """
      SELECT \(sql: columns) FROM transfer_check c WHERE \(sql: inside) AND c.verdict = \(Verdict.Outcome.reached.rawValue)
        AND NOT EXISTS (SELECT 1 FROM transfer_check n WHERE n.law_case = c.law_case AND n.crime = c.crime AND n.id > c.id)
        AND NOT EXISTS (SELECT 1 FROM transfer t WHERE t.law_case = c.law_case AND t.state IN \(sql: .list(handed)))
      ORDER BY c.id DESC LIMIT \(limit)
      """, check)
  }

  private static func check(_ row: Row) throws -> CheckRecord {
    func lines(_ column: Int) throws -> [String] { try row.text(column).split(separator: "\n").map(String.init) }
    return CheckRecord(
      id: try row.id(0), lawCase: try row.id(1), crime: try row.text(2), title: try row.text(3),
      article: try row.text(4),
      isFirm: (Confidence(rawValue: try row.text(5)) ?? .doubtful).isFirm,
      verdict: Verdict(outcome: Verdict.Outcome(rawValue: try row.text(6)) ?? .unknown, reasons: try lines(7)),
      answers: try lines(8), earlier: try row.text(9), note: try row.text(10), on: try row.date(11))
  }
}
