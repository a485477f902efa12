package import Kit
package import Storage

/// A right, by name: `clue.see`, `case.decide`. Each room declares its own as static members; who holds them stands in
/// `Content/roles/`.
package struct Permission: Hashable, Sendable {
  package let name: String
  package init(_ name: String) { self.name = name }
}

/// How far a right reaches. Wider reaches contain narrower ones.
package enum Reach: Int, Sendable, Comparable {
  /// Records that the person owns.
  case own = 1
  /// Records of the person's agency.
  case agency
  /// Every record of the counties in the person's jurisdiction.
  case jurisdiction

  package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

/// Where a record stands: what a scope decides by.
package struct Placement: Sendable, Hashable {
  package let county: County
  /// 0: no agency in particular.
  package let agency: Int64
  /// 0: nobody yet.
  package let owner: Int64
  /// Agencies that must not know of the record, because it is about them.
  package let hiddenFrom: Set<Int64>

  package init(county: County, agency: Int64 = 0, owner: Int64 = 0, hiddenFrom: Set<Int64> = []) {
    self.county = county
    self.agency = agency
    self.owner = owner
    self.hiddenFrom = hiddenFrom
  }
}

/// A signed-in person with what he may do. Read anew for every request, so that a withdrawn right acts at once.
package struct Viewer: Sendable {
  package let account: Int64
  package let name: String
  /// Of the home page and the ledger: `周予宁（县卫生监督所）`.
  package let title: String
  package let post: String
  package let county: County
  package let countyName: String
  package let agency: Int64
  /// Counties of the jurisdiction: one for a county's officer, several for a city's supervisor.
  package let counties: [County]
  package let roles: [String]
  package private(set) var grants: [Permission: Reach]
  /// The person's own account, and those he stands in for today (代理).
  package let accounts: [Int64]
  package let agencies: [Int64]
  /// What the person keeps away from (回避): he may look, but not act on it.
  package let recusals: Set<Ref>

  package init(
    account: Int64, name: String, title: String, post: String, county: County, countyName: String, agency: Int64,
    counties: [County], roles: [String], grants: [Permission: Reach],
    standsInFor others: [(account: Int64, agency: Int64)] = [],
    recusals: Set<Ref> = []
  ) {
    self.account = account
    self.name = name
    self.title = title
    self.post = post
    self.county = county
    self.countyName = countyName
    self.agency = agency
    self.counties = counties
    self.roles = roles
    self.grants = grants
    accounts = [account] + others.map(\.account)
    agencies = [agency] + others.map(\.agency).filter { $0 != agency }
    self.recusals = recusals
  }

  package var actor: Actor { Actor(kind: .account, number: account, title: title) }

  /// Nil where the right is not held at all.
  package func scope(_ permission: Permission) -> Scope? {
    grants[permission].map { Scope(viewer: self, reach: $0) }
  }
  package func may(_ permission: Permission) -> Bool { grants[permission] != nil }

  /// The same person with some rights less, for a page on which he must not act.
  package func without(_ permissions: Set<Permission>) -> Viewer {
    var viewer = self
    viewer.grants = grants.filter { !permissions.contains($0.key) }
    return viewer
  }
}

/// What a person may touch with one right. The same value tests one object and filters lists, counts, search and
/// exports, so the two cannot drift apart.
package struct Scope: Sendable {
  package let viewer: Viewer
  package let reach: Reach

  package func allows(_ place: Placement) -> Bool {
    guard viewer.counties.contains(place.county), place.hiddenFrom.isDisjoint(with: viewer.agencies) else {
      return false
    }
    return switch reach {
    case .jurisdiction: true
    case .agency: viewer.agencies.contains(place.agency)
    case .own: viewer.accounts.contains(place.owner)
    }
  }

  /// The filter of a list. `agency` and `owner` name the columns; a record kind without such a column passes the
  /// literal `0` and is then hidden from narrower reaches.
  package func filter(county: SQL = "county", agency: SQL = "agency", owner: SQL = "owner") -> SQL {
    let inside = county + SQL(" IN \(sql: .list(viewer.counties))")
    return switch reach {
    case .jurisdiction: inside
    case .agency: inside + " AND " + agency + Self.among(viewer.agencies)
    case .own: inside + " AND " + owner + Self.among(viewer.accounts)
    }
  }

  /// Where a column is the literal 0, PostgreSQL would take the value for a small integer and refuse it.
  private static func among(_ numbers: [Int64]) -> SQL {
    " IN (" + SQL.join(numbers.map { SQL("CAST(\($0) AS BIGINT)") }, ", ") + ")"
  }
}
