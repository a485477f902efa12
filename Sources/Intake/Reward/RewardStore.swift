import Kit
import Storage
import Web

/// The SQL of rewards.
enum RewardStore {
  private static let columns: SQL = """
    r.id, r.county, r.clue, r.scheme, r.state, r.claimed_at, r.amount, r.reasons, r.proposed_by, r.words, r.collect_by
    """

  static func adopt(_ key: String, basis: String, _ tx: Transaction) throws {
    try tx.execute(
      """
      INSERT INTO reward_scheme_adopted (county, scheme, basis, by_account, at)
      VALUES (\(tx.county), \(key), \(basis), \(tx.actor.number), \(tx.now))
      ON CONFLICT (county) DO UPDATE SET scheme = excluded.scheme, basis = excluded.basis,
        by_account = excluded.by_account, at = excluded.at
      """)
  }

  static func adopted(
    in county: County, _ reader: Reader
  ) throws -> (key: String, basis: String, by: Int64, at: Instant)? {
    try reader.first("SELECT scheme, basis, by_account, at FROM reward_scheme_adopted WHERE county = \(county)") {
      (key: try $0.text(0), basis: try $0.text(1), by: try $0.int(2), at: try $0.instant(3))
    }
  }

  static func insert(_ reward: Reward, _ tx: Transaction) throws {
    try tx.execute(
      """
      INSERT INTO reward (id, county, clue, scheme, state, claimed_at)
      VALUES (\(reward.id), \(reward.county), \(reward.clue), \(reward.scheme), \(reward.state.rawValue), \(reward.claimedAt))
      """)
  }

  static func propose(_ id: ID<Reward>, _ amount: Money, _ reasons: String, _ tx: Transaction) throws {
    try tx.execute(
      """
      UPDATE reward SET state = \(Reward.State.proposed.rawValue), amount = \(amount), reasons = \(reasons),
        proposed_by = \(tx.actor.number), proposed_at = \(tx.now) WHERE id = \(id) AND county = \(tx.county)
      """)
  }

  static func decide(
    _ id: ID<Reward>, _ state: Reward.State, words: String, collectBy: CivilDate?, _ tx: Transaction
  ) throws {
    try tx.execute(
      """
      UPDATE reward SET state = \(state.rawValue), words = \(words), decided_by = \(tx.actor.number),
        decided_at = \(tx.now), collect_by = \(collectBy) WHERE id = \(id) AND county = \(tx.county)
      """)
  }

  static func setState(_ id: ID<Reward>, _ state: Reward.State, _ tx: Transaction) throws {
    try tx.execute("UPDATE reward SET state = \(state.rawValue) WHERE id = \(id) AND county = \(tx.county)")
  }

  static func insert(_ payment: RewardPayment, of reward: ID<Reward>, _ tx: Transaction) throws {
    try tx.execute(
      """
      INSERT INTO reward_payment (id, county, reward, amount, way, paid_on, voucher, by_account)
      VALUES (\(tx.world.newID(RewardPayment.self)), \(tx.county), \(reward), \(payment.amount), \(payment.way.rawValue),
        \(payment.on), \(payment.voucher), \(tx.actor.number))
      """)
  }

  static func payments(of reward: ID<Reward>, _ reader: Reader) throws -> [RewardPayment] {
    try reader.query("SELECT amount, way, paid_on, voucher FROM reward_payment WHERE reward = \(reward) ORDER BY id") {
      RewardPayment(
        amount: try $0.money(0), way: RewardPayment.Way(rawValue: try $0.text(1)) ?? .bank,
        on: try $0.date(2), voucher: try $0.text(3))
    }
  }

  static func find(_ id: ID<Reward>, _ reader: Reader) throws -> Reward? {
    try reader.first("SELECT \(sql: columns) FROM reward r WHERE r.id = \(id)", reward)
  }

  static func find(clue: ID<Clue>, _ reader: Reader) throws -> Reward? {
    try reader.first("SELECT \(sql: columns) FROM reward r WHERE r.clue = \(clue)", reward)
  }

  /// The newest first; nil for all states. `late` narrows to those whose last day to collect is past.
  static func page(
    _ scope: Scope, _ state: Reward.State?, late: CivilDate?, offset: Int, _ reader: Reader
  ) throws -> (total: Int64, lines: [RewardLine]) {
    let from = SQL("FROM reward r JOIN clue c ON c.id = r.clue WHERE ") + condition(scope, state, late)
    let lines = try reader.query(
      SQL("SELECT \(sql: columns), c.number ") + from
        + SQL(" ORDER BY r.id DESC LIMIT \(Listing.size) OFFSET \(offset)")
    ) { RewardLine(reward: try reward($0), number: try $0.text(11)) }
    return (try reader.number(SQL("SELECT COUNT(*) ") + from), lines)
  }

  static func count(_ scope: Scope, _ state: Reward.State?, late: CivilDate?, _ reader: Reader) throws -> Int64 {
    try reader.number(
      SQL("SELECT COUNT(*) FROM reward r JOIN clue c ON c.id = r.clue WHERE ") + condition(scope, state, late))
  }

  private static func condition(_ scope: Scope, _ state: Reward.State?, _ late: CivilDate?) -> SQL {
    var condition: SQL = scope.filter(county: "r.county", agency: "0", owner: "c.owner")
    if let state { condition = condition + SQL(" AND r.state = \(state.rawValue)") }
    if let late {
      condition = condition + SQL(" AND r.state = \(Reward.State.approved.rawValue) AND r.collect_by < \(late)")
    }
    return condition
  }

  private static func reward(_ row: Row) throws -> Reward {
    Reward(
      id: try row.id(0), county: try row.county(1), clue: try row.id(2), scheme: try row.text(3),
      state: Reward.State(rawValue: try row.text(4)) ?? .claimed, claimedAt: try row.instant(5),
      amount: try row.isNull(6) ? nil : try row.money(6), reasons: try row.maybeText(7),
      proposedBy: try row.maybeInt(8), words: try row.maybeText(9),
      collectBy: try row.maybeText(10).flatMap { CivilDate(iso: $0) })
  }
}

/// A reward in a list: the number of its clue and nothing of who reported.
struct RewardLine: Sendable {
  let reward: Reward
  let number: String
}
