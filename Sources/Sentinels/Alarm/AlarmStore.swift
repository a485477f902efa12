import Kit
import Offices
import Storage
import Web

/// All SQL of alarms.
enum AlarmStore {
  static func insert(_ alarm: AlarmRecord, _ signals: [Signal], _ tx: Transaction) throws {
    try tx.execute(
      """
      INSERT INTO post_alarm (id, county, post, rule, silence, at, due)
      VALUES (\(alarm.id), \(alarm.county), \(alarm.post), \(alarm.rule), \(alarm.silence), \(alarm.at), \(alarm.due))
      """)
    for signal in signals {
      try tx.execute(
        """
        INSERT INTO post_alarm_signal (post, record_kind, record, alarm, kind, on_day, title)
        VALUES (\(alarm.post), \(signal.record.kind), \(signal.record.number), \(alarm.id), \(signal.kind.rawValue),
          \(signal.on), \(signal.title))
        """)
    }
  }

  static func answer(_ id: ID<AlarmRecord>, _ finding: AlarmFinding, _ words: String, _ tx: Transaction) throws {
    try tx.execute(
      """
      UPDATE post_alarm SET found = \(finding.rawValue), answer = \(words), answered_at = \(tx.now),
        answered_by = \(tx.actor.number) WHERE id = \(id)
      """)
  }

  /// Posts of a county with an open alarm.
  static func open(in county: County, _ reader: Reader) throws -> Set<Int64> {
    Set(
      try reader.query("SELECT post FROM post_alarm WHERE county = \(county) AND answered_at IS NULL") { try $0.int(0) }
    )
  }

  static func open(of post: ID<Post>, _ reader: Reader) throws -> AlarmRecord? {
    try reader.first("SELECT \(sql: columns) FROM post_alarm WHERE post = \(post) AND answered_at IS NULL", alarm)
  }

  /// The latest first.
  static func all(of post: ID<Post>, _ reader: Reader) throws -> [AlarmRecord] {
    try reader.query(
      "SELECT \(sql: columns) FROM post_alarm WHERE post = \(post) ORDER BY at DESC, id DESC LIMIT 20", alarm)
  }

  static func list(
    _ scope: Scope, open: Bool?, offset: Int, _ reader: Reader
  ) throws -> (total: Int64, alarms: [(alarm: AlarmRecord, post: String)]) {
    var condition = scope.filter(county: "post_alarm.county", agency: "0", owner: "post.supervisor")
    if let open { condition = condition + (open ? " AND answered_at IS NULL" : " AND answered_at IS NOT NULL") }
    let from = SQL("FROM post_alarm JOIN post ON post.id = post_alarm.post WHERE \(sql: condition)")
    let alarms = try reader.query(
      """
      SELECT \(sql: columns), post.name \(sql: from) ORDER BY post_alarm.at DESC, post_alarm.id DESC
      LIMIT \(Listing.size) OFFSET \(offset)
      """
    ) { (alarm: try alarm($0), post: try $0.text(11)) }
    return (try reader.number("SELECT COUNT(*) \(sql: from)"), alarms)
  }

  /// What the alarms of a post named already.
  static func spoken(of post: ID<Post>, _ reader: Reader) throws -> Set<Ref> {
    Set(
      try reader.query("SELECT record_kind, record FROM post_alarm_signal WHERE post = \(post)") {
        Ref(RefKind(try $0.text(0)), try $0.int(1))
      })
  }

  static func signals(of alarm: ID<AlarmRecord>, _ reader: Reader) throws -> [Signal] {
    try reader.query(
      """
      SELECT kind, record_kind, record, on_day, title FROM post_alarm_signal WHERE alarm = \(alarm) ORDER BY on_day, record
      """
    ) { row in
      Signal(
        SignalKind(rawValue: try row.text(0)) ?? .clue, Ref(RefKind(try row.text(1)), try row.int(2)), town: 0,
        on: try row.date(3), title: try row.text(4), address: "")
    }
  }

  private static let columns: SQL = """
    post_alarm.id, post_alarm.county, post_alarm.post, post_alarm.rule, post_alarm.silence, post_alarm.at, post_alarm.due,
    post_alarm.found, post_alarm.answer, post_alarm.answered_at, post_alarm.answered_by
    """

  private static func alarm(_ row: Row) throws -> AlarmRecord {
    AlarmRecord(
      id: try row.id(0), county: try row.county(1), post: try row.id(2), rule: try row.text(3),
      silence: try row.text(4),
      at: try row.instant(5), due: try row.date(6), found: try row.maybeText(7).flatMap { AlarmFinding(rawValue: $0) },
      answer: try row.maybeText(8), answeredAt: try row.maybeInstant(9), answeredBy: try row.maybeID(10))
  }
}
