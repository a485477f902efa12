import Kit
import Storage
import Web

/// The SQL of the conservation of clues: each cell is one condition, which both counts and lists.
enum ConservationStore {
  typealias Period = ConservationPeriod

  /// Of `clue c` and its handing on `r`: how many of the county's own clues, by county.
  static func own(
    _ cell: ConservationCell, _ period: Period, _ scope: Scope, _ reader: Reader
  ) throws -> [(County, Int64)] {
    try reader.query(
      "SELECT c.county, COUNT(*) \(sql: ownFrom(cell, period, scope)) GROUP BY c.county ORDER BY c.county"
    ) { (try $0.county(0), try $0.int(1)) }
  }

  static func bodies(
    _ cell: ConservationCell, _ period: Period, _ scope: Scope, _ reader: Reader
  ) throws -> [(County, ReferralLevel, String, Int64)] {
    try reader.query(
      """
      SELECT c.county, r.level, r.target, COUNT(*) \(sql: bodyFrom(cell, period, scope))
      GROUP BY c.county, r.level, r.target ORDER BY c.county, r.level, r.target
      """
    ) {
      (
        try $0.county(0), ReferralLevel(rawValue: try $0.text(1)) ?? .department, try $0.text(2), try $0.int(3)
      )
    }
  }

  static func whole(_ cell: ConservationCell, _ period: Period, _ scope: Scope, _ reader: Reader) throws -> Int64 {
    guard let condition = wholeCondition(cell, period) else { return 0 }
    return try reader.number(
      "SELECT COUNT(*) FROM clue c WHERE \(sql: DocketFilter.seen(by: scope)) AND \(sql: condition)")
  }

  /// What a figure stands for: the clues, newest first.
  static func clues(
    _ cell: ConservationCell, of holder: ConservationHolder, _ period: Period, _ scope: Scope, _ listing: Listing,
    _ reader: Reader
  ) throws -> (Int64, [ClueRecord]) {
    let from: SQL
    switch holder {
    case .own(let county): from = ownFrom(cell, period, scope) + " AND c.county = \(county)"
    case .body(let county, let level, let name):
      from =
        bodyFrom(cell, period, scope)
        + " AND c.county = \(county) AND r.level = \(level.rawValue) AND r.target = \(name)"
    case .whole:
      from =
        "FROM clue c WHERE \(sql: DocketFilter.seen(by: scope)) AND \(sql: wholeCondition(cell, period) ?? "1 = 0")"
    }
    let total = try reader.number("SELECT COUNT(*) " + from)
    let order: SQL = listing.descending ? "c.received_at DESC, c.id DESC" : "c.received_at, c.id"
    let clues = try reader.query(
      "SELECT \(sql: ClueStore.columns) \(sql: from) ORDER BY \(sql: order) LIMIT \(Listing.size) OFFSET \(listing.offset)",
      ClueStore.record)
    return (total, clues)
  }

  private static func ownFrom(_ cell: ConservationCell, _ period: Period, _ scope: Scope) -> SQL {
    let seen = DocketFilter.seen(by: scope)
    let clues = { (condition: SQL) -> SQL in "FROM clue c WHERE \(sql: seen) AND \(sql: condition)" }
    let moves = { (condition: SQL) -> SQL in
      """
      FROM clue_referral r JOIN clue c ON c.id = r.clue
      WHERE \(sql: seen) AND r.parent = 0 AND r.accepted_at IS NOT NULL AND \(sql: condition)
      """
    }
    switch cell {
    case .opening: return clues(open(at: period.begins) + " AND NOT " + elsewhere(at: period.begins))
    case .closing: return clues(open(at: period.ends) + " AND NOT " + elsewhere(at: period.ends))
    case .received: return clues(within("c.received_at", period) + " AND NOT " + takenOut)
    case .split: return clues(within("c.received_at", period) + " AND " + takenOut)
    case .ended: return clues(within("c.ended_at", period) + " AND NOT " + endedThere)
    case .passed: return moves(within("r.accepted_at", period))
    case .back: return moves(within("r.ended_at", period) + " AND NOT (r.state = 'answered' AND r.reply = 'receiver')")
    case .returned: return clues("1 = 0")
    }
  }

  private static func bodyFrom(_ cell: ConservationCell, _ period: Period, _ scope: Scope) -> SQL {
    let seen = DocketFilter.seen(by: scope)
    let had = { (condition: SQL) -> SQL in
      """
      FROM clue_referral r JOIN clue c ON c.id = r.clue
      WHERE \(sql: seen) AND r.accepted_at IS NOT NULL AND \(sql: condition)
      """
    }
    // What it passed on itself, told by the row that passed it.
    let passed = { (condition: SQL) -> SQL in
      """
      FROM clue_referral r JOIN clue_referral p ON p.parent = r.id JOIN clue c ON c.id = r.clue
      WHERE \(sql: seen) AND p.accepted_at IS NOT NULL AND \(sql: condition)
      """
    }
    switch cell {
    case .opening: return had(holding(at: period.begins))
    case .closing: return had(holding(at: period.ends))
    case .received: return had(within("r.accepted_at", period))
    case .ended: return had(within("r.ended_at", period) + " AND r.state = 'answered'")
    case .returned: return had(within("r.ended_at", period) + " AND r.state <> 'answered'")
    case .split: return had("1 = 0")
    case .passed: return passed(within("p.accepted_at", period))
    case .back: return passed(within("p.ended_at", period))
    }
  }

  private static func wholeCondition(_ cell: ConservationCell, _ period: Period) -> SQL? {
    switch cell {
    case .opening: open(at: period.begins)
    case .closing: open(at: period.ends)
    case .received: within("c.received_at", period) + " AND NOT " + takenOut
    case .split: within("c.received_at", period) + " AND " + takenOut
    case .ended: within("c.ended_at", period)
    case .back, .returned, .passed: nil
    }
  }

  private static func within(_ column: SQL, _ period: Period) -> SQL {
    column + " >= \(period.begins) AND " + column + " < \(period.ends)"
  }

  private static func open(at moment: Instant) -> SQL {
    "c.received_at < \(moment) AND (c.ended_at IS NULL OR c.ended_at >= \(moment))"
  }

  private static func elsewhere(at moment: Instant) -> SQL {
    """
    EXISTS (SELECT 1 FROM clue_referral e WHERE e.clue = c.id AND e.parent = 0 AND e.accepted_at < \(moment)
      AND (e.ended_at IS NULL OR e.ended_at >= \(moment)))
    """
  }

  /// It came in by being taken out of another writing.
  private static let takenOut: SQL = "EXISTS (SELECT 1 FROM clue_split t WHERE t.clue = c.id)"

  /// The body that had it answered the citizen, and the clue ended with that.
  private static let endedThere: SQL = """
    EXISTS (SELECT 1 FROM clue_referral e WHERE e.clue = c.id AND e.parent = 0 AND e.state = 'answered'
      AND e.reply = 'receiver' AND e.accepted_at IS NOT NULL)
    """

  /// Accepted, not over, and not with somebody to whom it was passed on.
  private static func holding(at moment: Instant) -> SQL {
    """
    r.accepted_at < \(moment) AND (r.ended_at IS NULL OR r.ended_at >= \(moment)) AND NOT EXISTS (
      SELECT 1 FROM clue_referral e WHERE e.parent = r.id AND e.accepted_at < \(moment)
        AND (e.ended_at IS NULL OR e.ended_at >= \(moment)))
    """
  }
}
