import Kit
import Storage
import Web

struct MoneyRoutes {
  let room: Casework

  var routes: [Route] {
    [
      Route.look("/cases/money", .may(.caseSee)) { call, reader in
        let (scope, show, today) = (try call.scope(), call.asked("show"), call.today)
        let steps = try MoneyStore.steps(scope, reader)
        let standing = MoneyStanding(room: room, today: today)
        let rows = try MoneyStore.cases(scope, reader).map { standing.row($0, steps[$0.id] ?? []) }
        let listing = Listing(call, base: "/cases", sorts: [], descending: true, filters: [])
        let effects = try EffectKind.allCases.map { ($0, try MoneyStore.count($0, scope, reader)) }
        let measured = try show.flatMap(EffectKind.init(rawValue:)).map { try MoneyStore.measured($0, scope, reader) }
        return .page(
          MoneyPages.page(
            MoneyModel(
              tally: try CaseListStore.tally(scope, listing, reader),
              left: try MoneyStore.left(scope, reader), rows: rows,
              effects: Dictionary(uniqueKeysWithValues: effects), show: show, measured: measured ?? [], today: today)))
      }
    ]
  }
}
