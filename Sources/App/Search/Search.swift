import Kit
import Storage
import Web

/// The one search box: institutions, clues, cases, plans, within the reader's rights.
struct Search: Room {
  var routes: [Route] { SearchRoutes.routes }

  /// What this person may find, as a filter over the shelves of the index: per right as far as it reaches.
  static func allowed(_ viewer: Viewer) -> SQL {
    let parts = viewer.grants.keys.sorted { $0.name < $1.name }.compactMap { permission -> SQL? in
      guard let scope = viewer.scope(permission) else { return nil }
      return SQL("(permission = \(permission.name) AND ")
        + scope.filter(county: "county", agency: "agency", owner: "0") + ")"
    }
    return parts.isEmpty ? "1 = 0" : SQL.join(parts, " OR ")
  }
}
