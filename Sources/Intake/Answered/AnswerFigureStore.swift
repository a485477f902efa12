import Kit
import Storage
import Web

/// The SQL of how named reports were answered. Of several answers the last one counts.
enum AnswerFigureStore {
  private static let joined: SQL = """
    FROM clue_reporter n JOIN clue c ON c.id = n.clue
      LEFT JOIN clue_answered a ON a.id = (SELECT MAX(l.id) FROM clue_answered l WHERE l.clue = c.id) AND c.ended_at IS NOT NULL
      LEFT JOIN clue_feedback f ON f.answered = a.id
    """

  private static func condition(_ standing: AnswerStanding, _ today: CivilDate) -> SQL {
    switch standing {
    case .inTime: "c.ended_at IS NOT NULL AND a.late = 0"
    case .late: "c.ended_at IS NOT NULL AND a.late = 1"
    case .undated: "c.ended_at IS NOT NULL AND a.late IS NULL"
    case .open: "c.ended_at IS NULL AND c.due >= \(today)"
    case .overdue: "c.ended_at IS NULL AND c.due < \(today)"
    }
  }

  private static func condition(_ filter: AnswerFilter) -> SQL {
    var condition: SQL =
      filter.scope.filter(county: "n.county", agency: "0", owner: "c.owner")
      + ConcealedStore.visible("c.id", to: filter.scope.viewer)
    if let standing = filter.standing {
      condition = condition + SQL(" AND \(sql: self.condition(standing, filter.today))")
    }
    if let month = filter.month {
      condition =
        condition + SQL(" AND c.received_at >= \(Instant(month.from)) AND c.received_at < \(Instant(month.to))")
    }
    if let channel = filter.channel { condition = condition + SQL(" AND c.channel = \(channel)") }
    if let campaign = filter.campaign { condition = condition + SQL(" AND c.campaign = \(campaign)") }
    if let level = filter.level { condition = condition + SQL(" AND f.level = \(level)") }
    return condition
  }

  /// Numbers in the order of `AnswerStanding.allCases`, for each value of a column.
  static func counts(
    by column: SQL, _ filter: AnswerFilter, _ reader: Reader
  ) throws -> [(value: String, numbers: [Int64])] {
    let sums = AnswerStanding.allCases.map { standing -> SQL in
      "CAST(COALESCE(SUM(CASE WHEN \(sql: condition(standing, filter.today)) THEN 1 ELSE 0 END), 0) AS BIGINT)"
    }
    return try reader.query(
      """
      SELECT \(sql: column), \(sql: SQL.join(sums, ", ")) \(sql: joined) WHERE \(sql: condition(filter))
      GROUP BY \(sql: column) ORDER BY \(sql: column)
      """
    ) { row in
      let value: String =
        switch try row.value(0) {
        case .text(let text): text
        case .int(let number): "\(number)"
        default: ""
        }
      return (value: value, numbers: try AnswerStanding.allCases.indices.map { try row.int($0 + 1) })
    }
  }

  static func levels(_ filter: AnswerFilter, _ reader: Reader) throws -> [String: Int64] {
    let rows = try reader.query(
      "SELECT f.level, COUNT(*) \(sql: joined) WHERE f.level IS NOT NULL AND \(sql: condition(filter)) GROUP BY f.level"
    ) { (try $0.text(0), try $0.int(1)) }
    return Dictionary(rows) { first, _ in first }
  }

  /// The newest first.
  static func page(_ filter: AnswerFilter, offset: Int, _ reader: Reader) throws -> (total: Int64, lines: [AnswerLine])
  {
    let from: SQL = "\(sql: joined) WHERE \(sql: condition(filter))"
    let lines = try reader.query(
      """
      SELECT \(sql: ClueStore.columns), a.at, a.late, f.level \(sql: from)
      ORDER BY c.id DESC LIMIT \(Listing.size) OFFSET \(offset)
      """
    ) { try line($0, filter.today) }
    return (try reader.number("SELECT COUNT(*) \(sql: from)"), lines)
  }

  private static func line(_ row: Row, _ today: CivilDate) throws -> AnswerLine {
    let clue = try ClueStore.record(row)
    return AnswerLine(
      clue: clue, answeredAt: try row.maybeInstant(21), standing: standing(clue, late: try row.maybeInt(22), today),
      level: try row.maybeText(23).flatMap { SatisfactionLevel(rawValue: $0) })
  }

  private static func standing(_ clue: ClueRecord, late: Int64?, _ today: CivilDate) -> AnswerStanding {
    guard clue.endedAt != nil else {
      guard let due = clue.due, due < today else { return .open }
      return .overdue
    }
    guard let late else { return .undated }
    return late == 1 ? .late : .inTime
  }
}
