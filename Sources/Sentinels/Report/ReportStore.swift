import Intake
import Kit
import Storage

/// All SQL of what posts told.
enum ReportStore {
  static func insert(_ report: ReportRecord, _ tx: Transaction) throws {
    try tx.execute(
      """
      INSERT INTO post_report (id, county, post, contact, topic, span, clue, at)
      VALUES (\(report.id), \(report.county), \(report.post), \(report.contact), \(report.topic), \(report.span),
        \(report.clue), \(report.at))
      """)
  }

  /// Periods that were told to hold nothing.
  static func toldZero(_ post: ID<Post>, _ reader: Reader) throws -> Set<String> {
    Set(try reader.query("SELECT span FROM post_report WHERE post = \(post) AND clue IS NULL") { try $0.text(0) })
  }

  static func find(_ id: ID<ReportRecord>, _ reader: Reader) throws -> ReportRecord? {
    try reader.first("SELECT \(sql: columns) FROM post_report WHERE id = \(id)", report)
  }

  static func of(_ clue: ID<Clue>, _ reader: Reader) throws -> ReportRecord? {
    try reader.first("SELECT \(sql: columns) FROM post_report WHERE clue = \(clue)", report)
  }

  /// The latest first.
  static func latest(of post: ID<Post>, limit: Int, _ reader: Reader) throws -> [ReportRecord] {
    try reader.query(
      "SELECT \(sql: columns) FROM post_report WHERE post = \(post) ORDER BY at DESC, id DESC LIMIT \(limit)", report)
  }

  static func count(of post: ID<Post>, zero: Bool, _ reader: Reader) throws -> Int64 {
    let which: SQL = zero ? "clue IS NULL" : "clue IS NOT NULL"
    return try reader.number("SELECT COUNT(*) FROM post_report WHERE post = \(post) AND \(sql: which)")
  }

  /// When a post told anything last, by post.
  static func last(of posts: [Int64], _ reader: Reader) throws -> [Int64: Instant] {
    let rows = try reader.query(
      "SELECT post, MAX(at) FROM post_report WHERE post IN \(sql: .list(posts)) GROUP BY post"
    ) { (try $0.int(0), try $0.instant(1)) }
    return Dictionary(rows) { first, _ in first }
  }

  /// What the posts of a county told of some periods.
  static func told(in county: County, spans: [String], _ reader: Reader) throws -> [ReportRecord] {
    try reader.query(
      "SELECT \(sql: columns) FROM post_report WHERE county = \(county) AND span IN \(sql: .list(spans)) ORDER BY id",
      report)
  }

  private static let columns: SQL = "id, county, post, contact, topic, span, clue, at"

  private static func report(_ row: Row) throws -> ReportRecord {
    ReportRecord(
      id: try row.id(0), county: try row.county(1), post: try row.id(2), contact: try row.id(3), topic: try row.text(4),
      span: try row.text(5), clue: try row.maybeID(6), at: try row.instant(7))
  }
}
