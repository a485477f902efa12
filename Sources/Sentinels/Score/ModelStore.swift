import Kit
import Offices
import Storage
import Web

/// All SQL of model posts.
enum ModelStore {
  private static let columns: SQL = """
    m.sheet, m.post, p.name, s.span_title, s.total, m.state, m.proposed_by, m.decided_by, m.decided_on, m.words,
    m.withdrawn_on, m.reason
    """
  private static let tables: SQL = """
    model_post m JOIN post p ON p.id = m.post JOIN score_sheet s ON s.id = m.sheet
    """

  static func insert(_ sheet: ScoreSheet, by account: ID<Account>, _ tx: Transaction) throws {
    try tx.execute(
      """
      INSERT INTO model_post (sheet, county, post, state, proposed_by, proposed_on, words, reason)
      VALUES (\(sheet.id), \(tx.county), \(sheet.post), \(ModelPost.State.proposed.rawValue), \(account), \(tx.today), '', '')
      """)
  }

  static func decide(
    _ id: ID<Score>, _ state: ModelPost.State, _ words: String, by account: ID<Account>, _ tx: Transaction
  )
    throws
  {
    try tx.execute(
      """
      UPDATE model_post SET state = \(state.rawValue), decided_by = \(account), decided_on = \(tx.today), words = \(words)
      WHERE sheet = \(id)
      """)
  }

  static func withdraw(_ id: ID<Score>, _ reason: String, by account: ID<Account>, _ tx: Transaction) throws {
    try tx.execute(
      """
      UPDATE model_post SET state = \(ModelPost.State.withdrawn.rawValue), withdrawn_by = \(account),
        withdrawn_on = \(tx.today), reason = \(reason) WHERE sheet = \(id)
      """)
  }

  static func isOpen(_ post: ID<Post>, _ reader: Reader) throws -> Bool {
    try reader.number(
      "SELECT COUNT(*) FROM model_post WHERE post = \(post) AND state IN ('proposed', 'named')") > 0
  }

  static func find(_ id: ID<Score>, _ reader: Reader) throws -> ModelPost? {
    try reader.first("SELECT \(sql: columns) FROM \(sql: tables) WHERE m.sheet = \(id)", model)
  }

  /// On the list now.
  static func named(in county: County, _ reader: Reader) throws -> [ModelPost] {
    try reader.query(
      """
      SELECT \(sql: columns) FROM \(sql: tables) WHERE m.county = \(county)
        AND m.state = \(ModelPost.State.named.rawValue) ORDER BY m.decided_on DESC, m.sheet DESC LIMIT 500
      """, model)
  }

  /// What everybody may know: named, in use, with a plaque that hangs, of a kind that is no single person.
  private static func open(_ kinds: [String]) -> SQL {
    """
    FROM model_post m JOIN post p ON p.id = m.post WHERE m.state = \(ModelPost.State.named.rawValue)
      AND p.state = \(PostState.active.rawValue) AND p.plaque IS NOT NULL AND p.kind IN \(sql: .list(kinds))
    """
  }

  static func publicCount(_ kinds: [String], _ reader: Reader) throws -> Int64 {
    try reader.number("SELECT COUNT(*) \(sql: open(kinds))")
  }

  static func published(_ kinds: [String], offset: Int, _ reader: Reader) throws -> [PublishedPost] {
    try reader.query(
      """
      SELECT p.name, p.county, p.town, p.village, m.decided_on \(sql: open(kinds)) ORDER BY p.county, p.town, p.name, p.id
      LIMIT \(Listing.size) OFFSET \(offset)
      """
    ) { row in
      PublishedPost(
        name: try row.text(0), county: try row.county(1), town: try row.int(2), village: try row.int(3),
        since: try row.maybeDate(4))
    }
  }

  static func list(_ listing: Listing, _ scope: Scope, _ reader: Reader) throws -> (total: Int64, models: [ModelPost]) {
    var condition = scope.filter(county: "m.county", agency: "0", owner: "p.supervisor")
    if let state = listing.filter("state") { condition = condition + SQL(" AND m.state = \(state)") }
    return (
      try reader.number("SELECT COUNT(*) FROM \(sql: tables) WHERE \(sql: condition)"),
      try reader.query(
        """
        SELECT \(sql: columns) FROM \(sql: tables) WHERE \(sql: condition) ORDER BY m.sheet DESC
        LIMIT \(Listing.size) OFFSET \(listing.offset)
        """, model)
    )
  }

  private static func model(_ row: Row) throws -> ModelPost {
    ModelPost(
      sheet: try row.id(0), post: try row.id(1), postName: try row.text(2), spanTitle: try row.text(3),
      total: try row.maybeInt(4) ?? 0, state: ModelPost.State(rawValue: try row.text(5)) ?? .declined,
      proposedBy: try row.id(6), decidedBy: try row.maybeID(7), decidedOn: try row.maybeDate(8), words: try row.text(9),
      withdrawnOn: try row.maybeDate(10), reason: try row.text(11))
  }
}

/// A model post as its row tells it to everybody; places still by number.
struct PublishedPost: Sendable {
  let name: String
  let county: County
  let town: Int64
  let village: Int64
  let since: CivilDate?
}
