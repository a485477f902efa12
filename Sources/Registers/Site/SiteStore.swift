import Kit
import Storage
import Web

/// What is asked of the list of sites.
struct SiteQuery: Sendable {
  let scope: SQL
  let state: SiteState?
  let town: Int64?
  let words: [String]
}

/// All SQL of sites.
enum SiteStore {
  private static let columns: SQL = "id, county, name, address, town, note, state, since"

  static func insert(_ site: SiteRecord, _ tx: Transaction) throws {
    try tx.execute(
      """
      INSERT INTO site (\(sql: columns), folded) VALUES (\(site.id), \(site.county), \(site.name), \(site.address),
        \(site.town), \(site.note), \(site.state.rawValue), \(site.since), \(folded(site)))
      """)
  }

  static func setState(_ id: ID<UnlicensedSite>, _ state: SiteState, _ tx: Transaction) throws {
    try tx.execute("UPDATE site SET state = \(state.rawValue) WHERE id = \(id)")
  }

  static func site(_ id: ID<UnlicensedSite>, _ reader: Reader) throws -> SiteRecord? {
    try reader.first("SELECT \(sql: columns) FROM site WHERE id = \(id)", site)
  }

  static func isKnown(_ site: SiteRecord, _ reader: Reader) throws -> Bool {
    try reader.number("SELECT COUNT(*) FROM site WHERE county = \(site.county) AND folded = \(folded(site))") > 0
  }

  static func premises(_ ids: [Int64], _ reader: Reader) throws -> [Premises] {
    try reader.query("SELECT \(sql: columns) FROM site WHERE id IN \(sql: .list(ids))", site).map(premises)
  }

  static func since(_ moment: Instant, in county: County, _ reader: Reader) throws -> [(Premises, CivilDate)] {
    let sites = try reader.query(
      "SELECT \(sql: columns) FROM site WHERE county = \(county) AND since >= \(moment) ORDER BY since, id", site)
    return sites.map { (premises($0), $0.since.date) }
  }

  private static func premises(_ site: SiteRecord) -> Premises {
    Premises(
      ref: Ref(.site, site.id), county: site.county, name: site.name, address: site.address, town: site.town, type: nil)
  }

  static func list(
    _ query: SiteQuery, descending: Bool, offset: Int, limit: Int, _ reader: Reader
  ) throws -> (total: Int64, sites: [SiteRecord]) {
    let condition = condition(query)
    let total = try reader.number("SELECT COUNT(*) FROM site WHERE " + condition)
    let way: SQL = descending ? " DESC" : ""
    let sites = try reader.query(
      "SELECT \(sql: columns) FROM site WHERE " + condition + " ORDER BY id" + way
        + " LIMIT \(limit) OFFSET \(offset)", site)
    return (total, sites)
  }

  /// How many a person may see; nil where he may not see any.
  static func count(for viewer: Viewer, _ reader: Reader) throws -> Int64? {
    guard let scope = viewer.scope(.siteSee) else { return nil }
    return try reader.number(
      "SELECT COUNT(*) FROM site WHERE " + scope.filter(county: "county", agency: "0", owner: "0"))
  }

  private static func condition(_ query: SiteQuery) -> SQL {
    var parts = [query.scope]
    if let state = query.state { parts.append("state = \(state.rawValue)") }
    if let town = query.town { parts.append("town = \(town)") }
    for word in query.words { parts.append("folded LIKE \("%\(word)%")") }
    return .join(parts, " AND ")
  }

  private static func folded(_ site: SiteRecord) -> String { foldedWords([site.name, site.address]) }

  private static func site(_ row: Row) throws -> SiteRecord {
    SiteRecord(
      id: try row.id(0), county: try row.county(1), name: try row.text(2), address: try row.text(3),
      town: try row.int(4), note: try row.text(5), state: SiteState(rawValue: try row.text(6)) ?? .active,
      since: try row.instant(7))
  }
}
