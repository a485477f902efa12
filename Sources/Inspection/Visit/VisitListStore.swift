import Kit
import Registers
import Storage
import Web

/// The filters and orders of the list of visits, and the same list by place.
enum VisitListStore {
  static let filters = [
    "state", "campaign", "task", "violation", "type", "officer", "premises", "town", "clue", "result",
  ]
  static let sorts = ["date", "number"]

  /// Of the premises as they are on file; 0 where none is known.
  static let town: SQL = Registers.town(kind: "visit.premises_kind", number: "visit.premises")

  /// Visits of a campaign that were made, by town, those that somebody may see.
  static func towns(of campaign: Int64, _ scope: Scope, _ reader: Reader) throws -> [Int64: Int64] {
    let inside = scope.filter(county: "visit.county", agency: "0", owner: "visit.first_officer")
    let rows = try reader.query(
      """
      SELECT \(sql: town), COUNT(*) FROM visit WHERE \(sql: done(inside)) AND visit.campaign = \(campaign) GROUP BY 1
      """
    ) { (try $0.int(0), try $0.int(1)) }
    return Dictionary(rows) { first, _ in first }
  }

  static func filter(_ scope: Scope, _ listing: Listing) -> SQL {
    let inside = scope.filter(county: "visit.county", agency: "0", owner: "visit.first_officer")
    return SQL.join([inside] + conditions(listing, me: scope.viewer.account), " AND ")
  }

  /// Of these, the visits that were made.
  static func done(_ filter: SQL) -> SQL { filter + SQL(" AND visit.state = \(VisitState.done.rawValue)") }

  static func order(_ listing: Listing) -> SQL {
    switch (listing.sort, listing.descending) {
    case ("number", true): "visit.id DESC"
    case ("number", false): "visit.id"
    case (_, true): "visit.date DESC, visit.id DESC"
    case (_, false): "visit.date, visit.id"
    }
  }

  private static func conditions(_ listing: Listing, me: Int64) -> [SQL] {
    var all: [SQL] = []
    if let state = listing.filter("state") { all.append("visit.state = \(state)") }
    if let result = listing.filter("result") { all.append("visit.result = \(result)") }
    if let campaign = listing.filter("campaign") {
      all.append("visit.campaign = \(ID<Visit>(text: campaign)?.value ?? 0)")
    }
    if let task = listing.filter("task") { all.append("visit.task = \(ID<Visit>(text: task)?.value ?? 0)") }
    if let violation = listing.filter("violation") { all.append(condition(violation: violation)) }
    if let town = listing.filter("town") { all.append("\(sql: Self.town) = \(Int64(town) ?? -1)") }
    if let clue = listing.filter("clue") { all.append("visit.clue = \(ID<Visit>(text: clue)?.value ?? 0)") }
    if let type = listing.filter("type") { all.append(condition(type: type)) }
    if listing.filter("officer") != nil { all.append("(visit.first_officer = \(me) OR visit.second_officer = \(me))") }
    if let text = listing.filter("premises") { all.append(condition(premises: RecordLinks.premises(text))) }
    return all
  }

  /// Visits whose checklist found it.
  private static func condition(violation: String) -> SQL {
    """
    EXISTS (SELECT 1 FROM visit_item i WHERE i.visit = visit.id AND i.violation = \(violation)
      AND i.answer = \(VisitAnswer.no.rawValue))
    """
  }

  /// A site has no type of institution, its kind is its type.
  private static func condition(type: String) -> SQL {
    type == Registers.siteType
      ? "(visit.premises_kind = \(RefKind.site) OR visit.premises_type = \(type))" : "visit.premises_type = \(type)"
  }

  private static func condition(premises: Ref?) -> SQL {
    guard let premises else { return "1 = 0" }
    return "visit.premises_kind = \(premises.kind) AND visit.premises = \(premises.number)"
  }
}

/// One place among the visits of a list.
struct VisitedPlace {
  let ref: Ref
  let name: String
  let visits: Int64
  let last: CivilDate
}

enum VisitedPlaceStore {
  static let sorts = ["last", "visits"]

  static func list(_ filter: SQL, _ listing: Listing, _ reader: Reader) throws -> [VisitedPlace] {
    try reader.query(
      """
      SELECT visit.premises_kind, visit.premises, MAX(visit.premises_name), COUNT(*) AS visits, MAX(visit.date) AS last_date
      FROM visit WHERE \(sql: filter) GROUP BY visit.premises_kind, visit.premises
      ORDER BY \(sql: order(listing)), visit.premises LIMIT \(Listing.size) OFFSET \(listing.offset)
      """
    ) { row in
      VisitedPlace(
        ref: Ref(RefKind(try row.text(0)), try row.int(1)), name: try row.text(2), visits: try row.int(3),
        last: try row.date(4))
    }
  }

  private static func order(_ listing: Listing) -> SQL {
    switch (listing.sort, listing.descending) {
    case ("visits", true): "visits DESC"
    case ("visits", false): "visits"
    case (_, true): "last_date DESC"
    case (_, false): "last_date"
    }
  }
}
