import Kit
import Storage
import Web

struct OnTheSpotRoutes {
  let room: Casework

  var routes: [Route] {
    [
      Route.look("/cases/on-the-spot", .may(.caseWork)) { .page(try page($0, $1, nil)) },
      Route.act("/cases/on-the-spot", .may(.caseWork)) { call in
        try await call.submit { form in
          let new = try OnTheSpotForm.read(form)
          let id = try await call.change(.decideCase) { try room.punishOnTheSpot(new, $0) }
          return .redirect("/cases/\(id)")
        } again: {
          try page(call, $1, $0)
        }
      },
    ]
  }

  /// From the same sources as filing. `state` nil for a fresh form.
  private func page(_ call: Call, _ reader: Reader, _ state: FormState?) throws -> Page {
    let filing = FilingRoutes(room: room)
    guard let draft = try filing.draft(call, reader, state) else { return FilingPages.nothing(try call.person()) }
    return OnTheSpotPages.form(draft, room.procedure, try state ?? filing.fresh(draft.source, reader))
  }
}
