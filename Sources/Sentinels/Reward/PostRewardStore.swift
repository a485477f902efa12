import Kit
import Offices
import Storage
import Web

/// All SQL of the rewards of posts.
enum PostRewardStore {
  private static let columns: SQL = """
    w.id, w.county, w.post, p.name, p.supervisor, w.span_title, w.rule, w.words, w.state, w.amount, w.basis, w.proposed_by,
    w.decided_by, w.decided_on, w.decision, w.paid_on, w.voucher, w.paid_by
    """
  private static let tables: SQL = "post_reward w JOIN post p ON p.id = w.post"

  static func insert(
    _ rule: PostRewardRule, of post: PostRecord, _ span: ReportPeriod.Span, _ words: String, _ tx: Transaction
  ) throws -> ID<PostReward> {
    let id = tx.world.newID(PostReward.self)
    try tx.execute(
      """
      INSERT INTO post_reward (id, county, post, span, span_title, rule_key, rule, words, state, basis, decision, voucher, at)
      VALUES (\(id), \(tx.county), \(post.id), \(span.key), \(span.title), \(rule.key), \(rule.title), \(words),
        \(PostRewardState.earned.rawValue), '', '', '', \(tx.now))
      """)
    return id
  }

  static func propose(
    _ id: ID<PostReward>, _ amount: Money, basis: String, by account: ID<Account>, _ tx: Transaction
  ) throws {
    try tx.execute(
      """
      UPDATE post_reward SET state = \(PostRewardState.proposed.rawValue), amount = \(amount.fen), basis = \(basis),
        proposed_by = \(account) WHERE id = \(id)
      """)
  }

  static func decide(
    _ id: ID<PostReward>, _ state: PostRewardState, _ words: String, by account: ID<Account>, _ tx: Transaction
  ) throws {
    try tx.execute(
      """
      UPDATE post_reward SET state = \(state.rawValue), decision = \(words), decided_by = \(account),
        decided_on = \(tx.today) WHERE id = \(id)
      """)
  }

  static func pay(
    _ id: ID<PostReward>, on day: CivilDate, voucher: String, by account: ID<Account>, _ tx: Transaction
  ) throws {
    try tx.execute(
      """
      UPDATE post_reward SET state = \(PostRewardState.paid.rawValue), paid_on = \(day), voucher = \(voucher),
        paid_by = \(account) WHERE id = \(id)
      """)
  }

  /// `post rule` of what is on the list of a period.
  static func known(in county: County, span: String, _ reader: Reader) throws -> Set<String> {
    Set(
      try reader.query("SELECT post, rule_key FROM post_reward WHERE county = \(county) AND span = \(span)") {
        "\(try $0.int(0)) \(try $0.text(1))"
      })
  }

  static func find(_ id: ID<PostReward>, _ reader: Reader) throws -> PostRewardRecord? {
    try reader.first("SELECT \(sql: columns) FROM \(sql: tables) WHERE w.id = \(id)", record)
  }

  /// Of a post that were approved or paid, the latest first: what it may know of.
  static func granted(to post: ID<Post>, _ reader: Reader) throws -> [PostRewardRecord] {
    try reader.query(
      """
      SELECT \(sql: columns) FROM \(sql: tables) WHERE w.post = \(post) AND w.state IN ('approved', 'paid')
      ORDER BY w.id DESC LIMIT 5
      """, record)
  }

  static func list(_ listing: Listing, _ scope: Scope, _ reader: Reader) throws
    -> (total: Int64, rewards: [PostRewardRecord])
  {
    var condition = scope.filter(county: "w.county", agency: "0", owner: "p.supervisor")
    if let state = listing.filter("state") { condition = condition + SQL(" AND w.state = \(state)") }
    return (
      try reader.number("SELECT COUNT(*) FROM \(sql: tables) WHERE \(sql: condition)"),
      try reader.query(
        """
        SELECT \(sql: columns) FROM \(sql: tables) WHERE \(sql: condition) ORDER BY w.id DESC
        LIMIT \(Listing.size) OFFSET \(listing.offset)
        """, record)
    )
  }

  private static func record(_ row: Row) throws -> PostRewardRecord {
    PostRewardRecord(
      id: try row.id(0), county: try row.county(1), post: try row.id(2), postName: try row.text(3),
      supervisor: try row.id(4), spanTitle: try row.text(5), rule: try row.text(6), words: try row.text(7),
      state: PostRewardState(rawValue: try row.text(8)) ?? .declined,
      amount: try row.maybeInt(9).map { Money(fen: $0) }, basis: try row.text(10), proposedBy: try row.maybeID(11),
      decidedBy: try row.maybeID(12), decidedOn: try row.maybeDate(13), decision: try row.text(14),
      paidOn: try row.maybeDate(15), voucher: try row.text(16), paidBy: try row.maybeID(17))
  }
}
