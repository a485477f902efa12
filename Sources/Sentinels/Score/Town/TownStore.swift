import Kit
import Offices
import Storage
import Web

/// All SQL of what townships fill in.
enum TownStore {
  static func accounts(of county: County, _ reader: Reader) throws -> [Int64: ID<Account>] {
    let pairs = try reader.query("SELECT town, account FROM score_town WHERE county = \(county)") {
      (try $0.int(0), try $0.id(1, Account.self))
    }
    return Dictionary(pairs) { first, _ in first }
  }

  static func set(_ town: Int64, to account: ID<Account>?, _ tx: Transaction) throws {
    try tx.execute("DELETE FROM score_town WHERE county = \(tx.county) AND town = \(town)")
    guard let account else { return }
    try tx.execute("INSERT INTO score_town (county, town, account) VALUES (\(tx.county), \(town), \(account))")
  }

  /// `places` are those of the sheet's lines.
  static func open(_ id: ID<Score>, account: ID<Account>, _ places: [Int], _ tx: Transaction) throws {
    try tx.execute(
      """
      INSERT INTO score_town_sheet (sheet, county, account, places)
      VALUES (\(id), \(tx.county), \(account), \(places.map { "\($0)" }.joined(separator: ",")))
      """)
  }

  static func fill(_ id: ID<Score>, by account: ID<Account>, _ tx: Transaction) throws {
    try tx.execute("UPDATE score_town_sheet SET filled_by = \(account), filled_at = \(tx.now) WHERE sheet = \(id)")
  }

  static func hand(_ id: ID<Score>, from old: ID<Account>, to new: ID<Account>, _ tx: Transaction) throws {
    try tx.execute("UPDATE score_town_sheet SET account = \(new) WHERE sheet = \(id)")
    try tx.execute("UPDATE score_town SET account = \(new) WHERE county = \(tx.county) AND account = \(old)")
  }

  static func find(_ id: ID<Score>, _ reader: Reader) throws -> TownSheet? {
    guard let sheet = try ScoreStore.find(id, reader) else { return nil }
    return try reader.first(
      "SELECT account, places, filled_by, filled_at FROM score_town_sheet WHERE sheet = \(id)"
    ) { row in
      TownSheet(
        sheet: sheet, account: try row.id(0), places: Set(try row.text(1).commaParts.compactMap { Int($0) }),
        filledBy: try row.maybeID(2), filledAt: try row.maybeInstant(3))
    }
  }

  /// Of whom they wait for, the open ones first.
  static func list(_ listing: Listing, _ scope: Scope, _ reader: Reader) throws -> (total: Int64, sheets: [TownSheet]) {
    let from: SQL =
      "FROM score_town_sheet t JOIN score_sheet s ON s.id = t.sheet WHERE "
      + scope.filter(county: "t.county", agency: "0", owner: "t.account")
    let ids = try reader.query(
      """
      SELECT t.sheet \(sql: from) ORDER BY CASE WHEN t.filled_at IS NULL AND s.state IN ('opened', 'filled') THEN 0 ELSE 1 END,
        t.sheet DESC LIMIT \(Listing.size) OFFSET \(listing.offset)
      """
    ) { try $0.id(0, Score.self) }
    return (try reader.number("SELECT COUNT(*) \(sql: from)"), try ids.compactMap { try find($0, reader) })
  }

  static func open(of account: Int64, _ reader: Reader) throws -> [Int64] {
    try reader.query(
      """
      SELECT t.sheet FROM score_town_sheet t JOIN score_sheet s ON s.id = t.sheet
      WHERE t.account = \(account) AND t.filled_at IS NULL AND s.state IN ('opened', 'filled') ORDER BY t.sheet
      """
    ) { try $0.int(0) }
  }
}
