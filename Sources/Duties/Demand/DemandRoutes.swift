import Kit
import Law
import Storage
import Web

struct DemandRoutes {
  let room: Duties

  var routes: [Route] {
    [
      Route.look("/demands", .may(.dutySee)) { call, reader in
        let listing = Listing(call, base: "/demands", sorts: ["at"], descending: true, filters: ["state"])
        let condition = condition(try call.scope(), listing.filter("state"))
        let found = try DemandStore.list(condition, limit: Listing.size, offset: listing.offset, reader)
        let counted = listing.counting(try DemandStore.count(condition, reader))
        return .page(DemandPages.list(found, counted, today: call.today, room.law.calendar))
      },
      Route.act("/duties/:id/demand", .may(.dutyDemand, on: .duty)) { call in
        try await call.submit { form in
          let reader = FormReader(form)
          let new = NewDemand(
            words: reader.text("words", "要求", most: 1000), answerBy: reader.date("answer-by", "哪天以前答复"))
          try reader.done()
          let id = try await known(call)
          try await call.change(.demandDuty) { try Demands.press(id, new, in: room, $0) }
          return .redirect("/duties/\(id)#demands")
        } again: {
          try DutyRoutes(room: room).duty(call, $1, $0)
        }
      },
      Route.act("/duties/:id/answer", .may(.dutySee, on: .duty)) { call in
        try await call.submit { form in
          let reader = FormReader(form)
          let words = reader.text("answer", "办到哪一步，什么时候办结", most: 1000)
          try reader.done()
          let (id, viewer) = (try await known(call), try call.person())
          try await call.change(.answerDemand) { try Demands.answer(id, words, by: viewer, $0) }
          return .redirect("/duties/\(id)#demands")
        } again: {
          try DutyRoutes(room: room).duty(call, $1, $0)
        }
      },
    ]
  }

  private func condition(_ scope: Scope, _ group: String?) -> SQL {
    scope.filter(county: "duty.county", agency: "duty.agency", owner: "duty.owner")
      + DutyStore.visible(to: scope.viewer, room.ladders.sealed) + DemandStore.isLast
      + (group.flatMap { DemandStore.groups[$0] } ?? "")
  }

  /// A sealed duty is known to its owner alone.
  private func known(_ call: Call) async throws -> ID<Duty> {
    let (id, viewer) = (try call.id(Duty.self), try call.person())
    guard let found = try await call.read({ try DutyStore.find(id, $0) }), room.mayKnow(found.duty, viewer) else {
      throw MissingRecord("项待办")
    }
    return id
  }
}
