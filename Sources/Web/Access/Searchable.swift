package import Storage

extension Viewer {
  /// What this person may find, as a filter over the shelves of the index: per right as far as it reaches.
  package var searchable: SQL {
    let parts = grants.keys.sorted { $0.name < $1.name }.compactMap { permission -> SQL? in
      guard let scope = scope(permission) else { return nil }
      return SQL("(permission = \(permission.name) AND ")
        + scope.filter(county: "county", agency: "agency", owner: "0") + ")"
    }
    return parts.isEmpty ? "1 = 0" : SQL.join(parts, " OR ")
  }
}
