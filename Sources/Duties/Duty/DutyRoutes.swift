import Kit
import Law
import Storage
import Web

struct DutyRoutes {
  let calendar: WorkCalendar

  var routes: [Route] {
    [
      Route.look("/today", .may(.todaySee)) { call, reader in
        let viewer = try call.person()
        let mine = try Duties.mine(viewer, reader)
        return .page(DutyPages.today(mine, viewer, call.records, today: call.today, calendar))
      },
      Route.look("/duties", .may(.dutySee)) { call, reader in
        let (list, scope) = (Listing(call, base: "/duties", sorts: ["due"], descending: false, filters: ["late"]), try call.scope())
        let condition = scope.filter(county: "duty.county", agency: "duty.agency", owner: "duty.owner")
          + (list.filter("late") == nil ? SQL("") : SQL(" AND duty.due < \(call.today)"))
        let duties = try DutyStore.open(condition, limit: Listing.size, offset: list.offset, reader)
        let counted = list.counting(try DutyStore.count(condition, reader))
        return .page(DutyPages.list(duties, counted, scope, call.records, today: call.today, calendar))
      },
    ]
  }
}
