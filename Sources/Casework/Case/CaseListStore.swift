import Inspection
import Intake
import Kit
import Registers
import Storage
import Web

/// The filters and orders of the list of cases.
enum CaseListStore {
  static let filters = [
    "state", "campaign", "task", "violation", "officer", "money", "premises", "town", "clue", "visit",
  ]
  static let sorts = ["filed", "amount"]
  static let newest: SQL = "law_case.filed_on DESC, law_case.id DESC"

  /// Of the premises as they are on file; 0 where the case names none.
  static let town: SQL = Registers.town(kind: "law_case.premises_kind", number: "law_case.premises")

  /// Cases of a campaign by town, those that somebody may see.
  static func towns(of campaign: Int64, _ scope: Scope, _ reader: Reader) throws -> [Int64: Int64] {
    let inside = scope.filter(county: "law_case.county", agency: "0", owner: "law_case.first_officer")
    let rows = try reader.query(
      """
      SELECT \(sql: town), COUNT(*) FROM law_case WHERE \(sql: inside) AND law_case.campaign = \(campaign) GROUP BY 1
      """
    ) { (try $0.int(0), try $0.int(1)) }
    return Dictionary(rows) { first, _ in first }
  }

  static func filter(_ scope: Scope, _ listing: Listing) -> SQL {
    let inside = scope.filter(county: "law_case.county", agency: "0", owner: "law_case.first_officer")
    return SQL.join([inside] + conditions(listing, me: scope.viewer.account), " AND ")
  }

  static func filter(_ ref: Ref, _ scope: Scope) -> SQL {
    let inside = scope.filter(county: "law_case.county", agency: "0", owner: "law_case.first_officer")
    return switch ref.kind {
    case .clue: inside + SQL(" AND law_case.clue = \(ref.number)")
    case .visit: inside + SQL(" AND law_case.visit = \(ref.number)")
    default: inside + " AND " + condition(premises: ref)
    }
  }

  static func order(_ listing: Listing) -> SQL {
    switch (listing.sort, listing.descending) {
    case ("amount", true): "law_case.fine + law_case.gains DESC, law_case.id DESC"
    case ("amount", false): "law_case.fine + law_case.gains, law_case.id"
    case (_, true): newest
    case (_, false): "law_case.filed_on, law_case.id"
    }
  }

  /// Of the cases of a list.
  static func tally(_ scope: Scope, _ listing: Listing, _ reader: Reader) throws -> CaseTally {
    if scope.reach == .jurisdiction, !listing.isFiltered {
      return CaseTally(kept: try TallyStore.parts(of: .lawCase, in: scope.viewer.counties, reader))
    }
    return try tally(filter(scope, listing), reader)
  }

  /// Of all cases that a condition lets through.
  static func tally(_ filter: SQL, _ reader: Reader) throws -> CaseTally {
    try reader.first(
      """
      SELECT COUNT(*), CAST(COALESCE(SUM(law_case.fine + law_case.gains), 0) AS BIGINT),
        CAST(COALESCE(SUM(law_case.paid), 0) AS BIGINT)
      FROM law_case WHERE \(sql: filter)
      """
    ) { CaseTally(count: try $0.int(0), owed: try $0.money(1), paid: try $0.money(2)) } ?? CaseTally(kept: [:])
  }

  private static func conditions(_ listing: Listing, me: Int64) -> [SQL] {
    var all: [SQL] = []
    if let state = listing.filter("state") { all.append(condition(state: state)) }
    if let money = listing.filter("money") { all.append(condition(money: money)) }
    if listing.filter("officer") != nil {
      all.append("(law_case.first_officer = \(me) OR law_case.second_officer = \(me))")
    }
    if let text = listing.filter("campaign") { all.append("law_case.campaign = \(number(text))") }
    if let text = listing.filter("task") { all.append("law_case.task = \(number(text))") }
    if let text = listing.filter("violation") { all.append("law_case.violation = \(text)") }
    if let text = listing.filter("town") { all.append("\(sql: Self.town) = \(Int64(text) ?? -1)") }
    if let text = listing.filter("clue") { all.append("law_case.clue = \(number(text))") }
    if let text = listing.filter("visit") { all.append("law_case.visit = \(number(text))") }
    if let text = listing.filter("premises") {
      all.append(RecordLinks.premises(text).map(condition(premises:)) ?? "1 = 0")
    }
    return all
  }

  private static func number(_ text: String) -> Int64 { ID<Case>(text: text)?.value ?? 0 }

  /// `open` is everything that is not closed.
  private static func condition(state: String) -> SQL {
    state == "open" ? "law_case.state <> \(CaseState.closed.rawValue)" : "law_case.state = \(state)"
  }

  private static func condition(money: String) -> SQL {
    switch money {
    case "paid": "law_case.paid > 0"
    case "overpaid": "law_case.paid > law_case.fine + law_case.gains"
    case "unpaid": "law_case.fine + law_case.gains > law_case.paid"
    default: "law_case.fine + law_case.gains > 0"
    }
  }

  private static func condition(premises: Ref) -> SQL {
    "law_case.premises_kind = \(premises.kind) AND law_case.premises = \(premises.number)"
  }
}
