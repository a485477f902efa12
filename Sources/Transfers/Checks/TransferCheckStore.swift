import Duties
import Kit
import Storage

/// The questions of `TransferChecks`.
enum TransferCheckStore {
  private static func transfers(_ ground: CheckGround, _ broken: SQL) -> SQL {
    "SELECT t.id, COALESCE(t.letter, t.case_number) FROM transfer t WHERE t.county = \(ground.county) AND (\(sql: broken))"
  }

  private static func has(_ action: TransferAction) -> SQL {
    "EXISTS (SELECT 1 FROM transfer_event e WHERE e.transfer = t.id AND e.action IN \(sql: .list([action.rawValue])))"
  }

  private static let handed = TransferState.allCases.filter(\.isHandedOver).map(\.rawValue)

  /// From the day after the twenty-four hours: a check knows the day, not the hour.
  static func overdue(_ ground: CheckGround) -> SQL {
    let latest = Instant(ground.today).adding(seconds: -24 * 3600)
    return transfers(ground, "t.state = \(TransferState.approved.rawValue) AND t.approved_at < \(latest)")
  }

  /// Approved and not handed over yet.
  static func approved(in county: County, _ reader: Reader) throws -> [TransferRecord] {
    try TransferStore.list(
      "county = \(county) AND state = \(TransferState.approved.rawValue)", limit: Check.most, offset: 0,
      newestFirst: false, reader)
  }

  static func unapproved(_ ground: CheckGround) -> SQL {
    transfers(ground, "t.state IN \(sql: .list(handed)) AND (t.approved_at IS NULL OR NOT \(sql: has(.approve)))")
  }

  static func fined(_ ground: CheckGround) -> SQL {
    let over = TransferState.allCases.filter { !$0.isHandedOver || $0 == .returned }.map(\.rawValue)
    return transfers(
      ground,
      """
      t.state NOT IN \(sql: .list(over)) AND EXISTS (SELECT 1 FROM case_step s JOIN law_case k ON k.id = s.law_case
        WHERE s.law_case = t.law_case AND s.number > t.case_step AND s.kind = 'decision' AND k.fine > 0)
      """)
  }

  static func selfDecided(_ ground: CheckGround) -> SQL {
    transfers(ground, "t.head IN (t.first_officer, t.second_officer) OR t.first_officer = t.second_officer")
  }

  /// Every state is where its last move leads; the copy is no move.
  static func uneven(_ ground: CheckGround) -> SQL {
    let last: SQL = """
      (SELECT e.action FROM transfer_event e WHERE e.transfer = t.id AND e.action <> \(TransferAction.copy.rawValue)
        ORDER BY e.number DESC LIMIT 1)
      """
    let right = TransferState.allCases.map { state -> SQL in
      let actions = TransferMoves.leading(to: state).map(\.rawValue)
      return "t.state = \(state.rawValue) AND \(sql: last) IN \(sql: .list(actions))"
    }
    return transfers(ground, "NOT (" + SQL.join(right, " OR ") + ")")
  }

  static func closedMeanwhile(_ ground: CheckGround) -> SQL {
    let over = TransferState.allCases.filter(\.isOver).map(\.rawValue)
    return transfers(
      ground,
      """
      t.state NOT IN \(sql: .list(over))
        AND EXISTS (SELECT 1 FROM law_case k WHERE k.id = t.law_case AND k.state = 'closed')
      """)
  }

  /// In a state whose term the law sets somebody owes the next act.
  static func idle(_ ground: CheckGround) -> SQL {
    let timed = TransferState.allCases.filter {
      TransferTerms.term(in: $0, TransferAct(.propose, on: ground.today)) != nil
    }
    let owed: SQL = """
      SELECT 1 FROM duty d WHERE d.subject_kind = \(RefKind.transfer) AND d.subject = t.id AND d.ended IS NULL
        AND d.kind <> \(TransferTerms.copy)
      """
    return transfers(ground, "t.state IN \(sql: .list(timed.map(\.rawValue))) AND NOT EXISTS (\(sql: owed))")
  }
}
