import Kit
import Storage
import Web

enum RectificationListStore {
  static let filters = ["state", "campaign", "late", "owner", "premises"]
  static let sorts = ["due", "ordered"]

  static func filter(_ scope: Scope, _ listing: Listing, today: CivilDate) -> SQL {
    var all = [scope.filter(county: "rectification.county", agency: "0", owner: "rectification.owner")]
    if let state = listing.filter("state") { all.append("rectification.state = \(state)") }
    if let campaign = listing.filter("campaign") {
      all.append("rectification.campaign = \(ID<Rectification>(text: campaign)?.value ?? 0)")
    }
    if listing.filter("late") != nil {
      all.append("rectification.state = \(RectificationState.open.rawValue) AND rectification.due < \(today)")
    }
    if listing.filter("owner") != nil { all.append("rectification.owner = \(scope.viewer.account)") }
    if let text = listing.filter("premises") { all.append(condition(RecordLinks.premises(text))) }
    return SQL.join(all, " AND ")
  }

  static func order(_ listing: Listing) -> SQL {
    switch (listing.sort, listing.descending) {
    case ("ordered", true): "rectification.ordered_on DESC, rectification.id DESC"
    case ("ordered", false): "rectification.ordered_on, rectification.id"
    case (_, true): "rectification.due DESC, rectification.id DESC"
    case (_, false): "rectification.due, rectification.id"
    }
  }

  private static func condition(_ premises: Ref?) -> SQL {
    guard let premises else { return "1 = 0" }
    return "rectification.premises_kind = \(premises.kind) AND rectification.premises = \(premises.number)"
  }
}
