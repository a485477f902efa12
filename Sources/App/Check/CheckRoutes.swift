import Kit
import Storage
import Web

struct CheckRoutes {
  let rules: [Check]

  var routes: [Route] {
    [
      Route.look("/checks", .may(.checkSee)) { call, reader in
        let list = Listing(call, base: "/checks", sorts: ["rule"], descending: false, filters: ["rule"])
        let counties = try call.scope().filter(county: "county", agency: "0", owner: "0")
        let found = try CheckRunStore.findings(
          counties, rule: list.filter("rule"), offset: list.offset, limit: Listing.size, reader)
        return .page(
          CheckPages.list(
            CheckList(
              rules: rules, counts: try CheckRunStore.counts(counties, reader), lines: found.lines,
              listing: list.counting(found.total), last: try CheckRunStore.oldestRun(counties, reader),
              today: call.today),
            try call.person(), call.records))
      },
      Route.act("/checks", .may(.checkRun)) { call in
        for county in try call.person().counties {
          _ = try await CheckRun.look(in: county, rules, thorough: false, call.database)
        }
        return .redirect("/checks")
      },
    ]
  }
}
