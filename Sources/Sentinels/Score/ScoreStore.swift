import Kit
import Offices
import Storage
import Web

/// All SQL of score sheets.
enum ScoreStore {
  private static let columns: SQL = """
    s.id, s.county, s.post, p.name, p.supervisor, s.span, s.span_title, s.state, s.verifier, s.filled_by, s.verified_by,
    s.verified_on, s.object_until, s.veto, s.total, s.objection, s.answer
    """
  private static let tables: SQL = "score_sheet s JOIN post p ON p.id = s.post"

  static func open(
    _ post: PostRecord, _ span: ReportPeriod.Span, verifier: ID<Account>, _ lines: [ScoreLine], _ tx: Transaction
  ) throws -> ID<Score> {
    let id = tx.world.newID(Score.self)
    try tx.execute(
      """
      INSERT INTO score_sheet (id, county, post, span, span_title, state, verifier, veto, begun)
      VALUES (\(id), \(tx.county), \(post.id), \(span.key), \(span.title), \(ScoreState.opened.rawValue), \(verifier), '',
        \(tx.now))
      """)
    for line in lines { try insert(line, of: id, tx) }
    return id
  }

  private static func insert(_ line: ScoreLine, of id: ID<Score>, _ tx: Transaction) throws {
    try tx.execute(
      """
      INSERT INTO score_line (sheet, place, part, title, most, pre, basis, own_reason, reason)
      VALUES (\(id), \(Int64(line.place)), \(line.group), \(line.title), \(Int64(line.most)), \(line.pre.map(Int64.init)),
        \(line.basis), '', '')
      """)
    for (place, evidence) in line.evidence.enumerated() {
      try tx.execute(
        """
        INSERT INTO score_evidence (sheet, line, place, words, record_kind, record)
        VALUES (\(id), \(Int64(line.place)), \(Int64(place)), \(evidence.words), \(evidence.record.kind),
          \(evidence.record.number))
        """)
    }
  }

  /// Points before somebody looks on site.
  static func say(_ points: [ScorePoint], on id: ID<Score>, _ tx: Transaction) throws {
    for point in points {
      try tx.execute(
        """
        UPDATE score_line SET own = \(Int64(point.points)), own_reason = \(point.reason)
        WHERE sheet = \(id) AND place = \(Int64(point.place))
        """)
    }
  }

  static func fill(_ id: ID<Score>, _ points: [ScorePoint], by officer: ID<Account>?, _ tx: Transaction) throws {
    try say(points, on: id, tx)
    try tx.execute(
      "UPDATE score_sheet SET state = \(ScoreState.filled.rawValue), filled_by = \(officer) WHERE id = \(id)")
  }

  static func verify(
    _ id: ID<Score>, _ points: [ScorePoint], veto: String, on day: CivilDate, until: CivilDate, by account: ID<Account>,
    _ tx: Transaction
  ) throws {
    try give(points, to: id, tx)
    try tx.execute(
      """
      UPDATE score_sheet SET state = \(ScoreState.verified.rawValue), verified_by = \(account), verified_on = \(day),
        object_until = \(until), veto = \(veto) WHERE id = \(id)
      """)
  }

  static func object(_ id: ID<Score>, _ words: String, _ tx: Transaction) throws {
    try tx.execute(
      "UPDATE score_sheet SET state = \(ScoreState.objected.rawValue), objection = \(words) WHERE id = \(id)")
  }

  static func answer(_ id: ID<Score>, _ points: [ScorePoint], _ words: String, _ tx: Transaction) throws {
    try give(points, to: id, tx)
    try tx.execute(
      "UPDATE score_sheet SET state = \(ScoreState.settled.rawValue), answer = \(words) WHERE id = \(id)")
  }

  private static func give(_ points: [ScorePoint], to id: ID<Score>, _ tx: Transaction) throws {
    for point in points {
      try tx.execute(
        """
        UPDATE score_line SET given = \(Int64(point.points)), reason = \(point.reason)
        WHERE sheet = \(id) AND place = \(Int64(point.place))
        """)
    }
    try tx.execute("UPDATE score_sheet SET total = \(Int64(points.reduce(0) { $0 + $1.points })) WHERE id = \(id)")
  }

  /// Posts of a county that have a sheet for a period.
  static func posts(in county: County, span: String, _ reader: Reader) throws -> Set<Int64> {
    Set(
      try reader.query("SELECT post FROM score_sheet WHERE county = \(county) AND span = \(span)") { try $0.int(0) })
  }

  static func find(_ id: ID<Score>, _ reader: Reader) throws -> ScoreSheet? {
    try reader.first("SELECT \(sql: columns) FROM \(sql: tables) WHERE s.id = \(id)", sheet)
  }

  /// Of a post, the latest period first.
  static func all(of post: ID<Post>, _ reader: Reader) throws -> [ScoreSheet] {
    try reader.query(
      "SELECT \(sql: columns) FROM \(sql: tables) WHERE s.post = \(post) ORDER BY s.span DESC LIMIT 20", sheet)
  }

  /// By points, the best first; those without a result last.
  static func list(_ listing: Listing, _ scope: Scope, _ reader: Reader) throws -> (total: Int64, sheets: [ScoreSheet])
  {
    var parts = [scope.filter(county: "s.county", agency: "0", owner: "p.supervisor")]
    if let span = listing.filter("span") { parts.append("s.span = \(span)") }
    if let state = listing.filter("state") { parts.append("s.state = \(state)") }
    let from = SQL("FROM \(sql: tables) WHERE \(sql: .join(parts, " AND "))")
    let order: SQL = listing.descending ? "COALESCE(s.total, -1) DESC, s.id" : "COALESCE(s.total, -1), s.id"
    return (
      try reader.number("SELECT COUNT(*) \(sql: from)"),
      try reader.query(
        """
        SELECT \(sql: columns) \(sql: from) ORDER BY s.span DESC, \(sql: order)
        LIMIT \(Listing.size) OFFSET \(listing.offset)
        """, sheet)
    )
  }

  static func lines(of id: ID<Score>, _ reader: Reader) throws -> [ScoreLine] {
    let evidence = try reader.query(
      "SELECT line, words, record_kind, record FROM score_evidence WHERE sheet = \(id) ORDER BY line, place"
    ) {
      (Int(try $0.int(0)), ScoreEvidence(words: try $0.text(1), record: Ref(RefKind(try $0.text(2)), try $0.int(3))))
    }
    return try reader.query(
      """
      SELECT place, part, title, most, pre, basis, own, own_reason, given, reason FROM score_line WHERE sheet = \(id)
      ORDER BY place
      """
    ) { row in
      let place = Int(try row.int(0))
      return ScoreLine(
        place: place, group: try row.text(1), title: try row.text(2), most: Int(try row.int(3)),
        pre: try row.maybeInt(4).map { Int($0) }, basis: try row.text(5),
        evidence: evidence.filter { $0.0 == place }.map(\.1), own: try row.maybeInt(6).map { Int($0) },
        ownReason: try row.text(7), given: try row.maybeInt(8).map { Int($0) }, reason: try row.text(9))
    }
  }

  private static func sheet(_ row: Row) throws -> ScoreSheet {
    ScoreSheet(
      id: try row.id(0), county: try row.county(1), post: try row.id(2), postName: try row.text(3),
      supervisor: try row.id(4), span: try row.text(5), spanTitle: try row.text(6),
      state: ScoreState(rawValue: try row.text(7)) ?? .opened, verifier: try row.id(8), filledBy: try row.maybeID(9),
      verifiedBy: try row.maybeID(10), verifiedOn: try row.maybeDate(11), objectUntil: try row.maybeDate(12),
      veto: try row.text(13), total: try row.maybeInt(14), objection: try row.maybeText(15),
      answer: try row.maybeText(16))
  }
}
