import Kit
import Storage
import Web

extension Permission {
  static let checkSee = Permission("check.see")
  static let checkRun = Permission("check.run")
}

/// Self-check (自检): the checks of all rooms, run every night and whenever somebody asks, with the list to mend.
///
/// - `CheckRun`: looks for every rule in a county and keeps what was found. `CheckRoutes`, `CheckPages`: the list.
struct Checks: Room {
  let rules: [Check]

  var schema: [SchemaChange] { CheckSchema.changes }
  var routes: [Route] { CheckRoutes(rules: rules).routes }

  var jobs: [Job] {
    [
      Job("check.nightly", purpose: "夜里核对各县不应出现的情形和全部台账", seconds: 1800) { [rules] in
        try await CheckRun.nightly(rules, $0)
      }
    ]
  }

  var navigation: [NavigationItem] {
    [NavigationItem(94, sign: "核", title: "自检", link: "/checks", permission: .checkSee)]
  }
}
