import Kit
import Law
import Storage
import Web

struct DutyRoutes {
  let calendar: WorkCalendar

  var routes: [Route] {
    [
      Route(.get, "/today", .may(.todaySee)) { call in
        let viewer = try call.person()
        let mine = try await call.read { try Duties.mine(viewer, $0) }
        return .page(DutyPages.today(mine, viewer, call.records, today: call.today, calendar))
      },
      Route(.get, "/duties", .may(.dutySee)) { call in
        let (list, scope) = (Listing(call, base: "/duties", sorts: ["due"], descending: false, filters: ["late"]), try call.scope())
        let condition = scope.filter(county: "duty.county", agency: "duty.agency", owner: "duty.owner")
          + (list.filter("late") == nil ? SQL("") : SQL(" AND duty.due < \(call.today)"))
        let (total, duties) = try await call.read { reader in
          (try DutyStore.count(condition, reader),
            try DutyStore.open(condition, limit: Listing.size, offset: list.offset, reader))
        }
        return .page(DutyPages.list(duties, list.counting(total), scope, call.records, today: call.today, calendar))
      },
    ]
  }
}
