import Campaign
import Kit
import Registers
import Storage
import Web

/// The SQL of lists: clues by what they are narrowed to.
enum DocketStore {
  static func page(
    _ filter: DocketFilter, sort: String, descending: Bool, limit: Int = Listing.size, offset: Int, _ reader: Reader
  ) throws -> [ClueRecord] {
    let order: SQL =
      switch (sort, descending) {
      case ("due", false): "c.due, c.id"
      case ("due", true): "c.due DESC, c.id DESC"
      case (_, false): "c.received_at, c.id"
      case (_, true): "c.received_at DESC, c.id DESC"
      }
    return try reader.query(
      """
      SELECT \(sql: ClueStore.columns) FROM clue c WHERE \(sql: filter.narrowed + filter.inStates) ORDER BY \(sql: order)
      LIMIT \(limit) OFFSET \(offset)
      """, ClueStore.record)
  }

  /// How many clues of each state there are under all other filters.
  static func counts(_ filter: DocketFilter, _ reader: Reader) throws -> [ClueState: Int64] {
    if filter.isWhole, try !ConcealedStore.hidesAny(from: filter.scope.viewer.agencies, reader) {
      return try all(filter.scope.viewer.counties, reader)
    }
    let rows = try reader.query(
      "SELECT c.state, COUNT(*) FROM clue c WHERE \(sql: filter.narrowed) GROUP BY c.state"
    ) { row in (ClueState(rawValue: try row.text(0)), try row.int(1)) }
    return rows.reduce(into: [:]) { counts, row in
      if let state = row.0 { counts[state] = row.1 }
    }
  }

  private static func all(_ counties: [County], _ reader: Reader) throws -> [ClueState: Int64] {
    try TallyStore.parts(of: .clue, in: counties, reader).reduce(into: [:]) { counts, part in
      if let state = ClueState(rawValue: part.key) { counts[state] = part.value }
    }
  }

  /// Stops counting one beyond `Docket.mostLate`.
  static func late(_ scope: SQL, today: CivilDate, _ reader: Reader) throws -> Int64 {
    try reader.number(
      """
      SELECT COUNT(*) FROM (SELECT 1 FROM clue c WHERE \(sql: scope) AND c.due < \(today) LIMIT \(Docket.mostLate + 1)) AS late
      """)
  }

  /// Clues that hold the words, the latest first, at most `Docket.mostFound`; and how many hold them in all. What the
  /// reader may see of them is decided by the list's own condition.
  static func found(
    _ words: String, _ scope: Scope, _ reader: Reader
  ) throws -> (total: Int64, numbers: [Int64]) {
    let (total, hits) = try SearchIndex.find(
      words, allowed: "kind = \(RefKind.clue) AND county IN \(sql: .list(scope.viewer.counties))",
      levels: .told ... .lettered, limit: Docket.mostFound, reader)
    return (total, hits.map(\.ref.number))
  }

  /// By state, of one campaign in one county.
  static func counts(of campaign: Int64, in county: County, _ reader: Reader) throws -> [ClueState: Int64] {
    let rows = try reader.query(
      """
      SELECT c.state, COUNT(*) FROM clue c WHERE c.county = \(county) AND c.campaign = \(campaign) GROUP BY c.state
      """
    ) { row in (ClueState(rawValue: try row.text(0)), try row.int(1)) }
    return rows.reduce(into: [:]) { counts, row in
      if let state = row.0 { counts[state] = row.1 }
    }
  }

  /// Clues under each task of a campaign.
  static func tasks(of campaign: Int64, in county: County, _ reader: Reader) throws -> [ID<CampaignTask>: Int64] {
    let rows = try reader.query(
      """
      SELECT c.task, COUNT(*) FROM clue c WHERE c.county = \(county) AND c.campaign = \(campaign)
        AND c.task IS NOT NULL GROUP BY c.task
      """
    ) { row in (try row.id(0, CampaignTask.self), try row.int(1)) }
    return Dictionary(rows) { first, _ in first }
  }

  /// The town that was told, else that of the place the clue is tied to; 0 for neither.
  static let town: SQL = """
    CASE WHEN c.town <> 0 THEN c.town
      ELSE \(sql: Registers.town(kind: "c.premises_kind", number: "c.premises")) END
    """

  /// Clues of a campaign by town, those that somebody may see.
  static func towns(of campaign: Int64, _ scope: Scope, _ reader: Reader) throws -> [Int64: Int64] {
    let rows = try reader.query(
      """
      SELECT \(sql: town), COUNT(*) FROM clue c WHERE \(sql: DocketFilter.seen(by: scope)) AND c.campaign = \(campaign)
      GROUP BY 1
      """
    ) { (try $0.int(0), try $0.int(1)) }
    return Dictionary(rows) { first, _ in first }
  }

  static func count(at premises: Ref, _ scope: SQL, _ reader: Reader) throws -> Int64 {
    try reader.number("SELECT COUNT(*) FROM clue c WHERE \(sql: at(premises, scope))")
  }

  static func newest(at premises: Ref, _ scope: SQL, limit: Int, _ reader: Reader) throws -> [ClueRecord] {
    try reader.query(
      """
      SELECT \(sql: ClueStore.columns) FROM clue c WHERE \(sql: at(premises, scope))
      ORDER BY c.received_at DESC, c.id DESC LIMIT \(limit)
      """, ClueStore.record)
  }

  private static func at(_ premises: Ref, _ scope: SQL) -> SQL {
    scope + SQL(" AND c.premises_kind = \(premises.kind) AND c.premises = \(premises.number)")
  }
}

extension DocketFilter {
  /// What the reader may see at all.
  static func seen(by scope: Scope) -> SQL {
    scope.filter(county: "c.county", agency: "0", owner: "c.owner") + ConcealedStore.visible("c.id", to: scope.viewer)
  }

  /// The same where the clues are already named one by one: the plus sign keeps SQLite from walking the county's index
  /// instead of looking those few up.
  private static func seen(ofFew scope: Scope) -> SQL {
    scope.filter(county: "+c.county", agency: "0", owner: "c.owner") + ConcealedStore.visible("c.id", to: scope.viewer)
  }

  /// Nothing but states narrows it.
  fileprivate var isWhole: Bool {
    scope.reach == .jurisdiction && campaign == nil && task == nil && owner == nil && premises == nil && town == nil
      && dueBefore == nil && channel == nil && place == nil && found == nil
  }

  /// Everything but the states.
  fileprivate var narrowed: SQL {
    var condition = found == nil ? Self.seen(by: scope) : Self.seen(ofFew: scope)
    if let campaign { condition = condition + SQL(" AND c.campaign = \(campaign)") }
    if let task { condition = condition + SQL(" AND c.task = \(task)") }
    if let town { condition = condition + SQL(" AND \(sql: DocketStore.town) = \(town)") }
    if let owner { condition = condition + SQL(" AND c.owner = \(owner)") }
    if let premises {
      condition = condition + SQL(" AND c.premises_kind = \(premises.kind) AND c.premises = \(premises.number)")
    }
    if let channel { condition = condition + SQL(" AND c.channel = \(channel.rawValue)") }
    if let place { condition = condition + " AND " + ReferralStore.clues(place) }
    if let dueBefore { condition = condition + SQL(" AND c.due < \(dueBefore)") }
    if let found { condition = condition + SQL(" AND c.id IN \(sql: .list(found))") }
    return condition
  }

  fileprivate var inStates: SQL {
    guard states.count < ClueState.allCases.count else { return "" }
    return " AND c.state IN \(sql: .list(states.map(\.rawValue)))"
  }
}
