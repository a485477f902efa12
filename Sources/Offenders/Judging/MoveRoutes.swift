import Kit
import Storage
import Web

struct MoveRoutes {
  let room: Offenders

  var routes: [Route] { [list, decide] }

  private var list: Route {
    Route.look("/offenders/moves", .may(.offenderReview)) { call, reader in .page(try page(call, reader, .empty)) }
  }

  private var decide: Route {
    Route.act("/offenders/moves/:id", .may(.offenderReview, on: .offenderMove)) { call in
      try await call.submit { form in
        let read = FormReader(form)
        let words = read.text("words", "理由", most: 300)
        try read.done()
        let id = try call.id(RecordMove.self)
        if form.value("decision") == "yes" {
          try await call.change(.confirmMove) { try room.confirm(id, because: words, $0) }
        } else {
          try await call.change(.refuseMove) { try Offenders.refuse(id, because: words, $0) }
        }
        return .redirect("/offenders/moves")
      } again: { state, reader in
        try page(call, reader, state)
      }
    }
  }

  private func page(_ call: Call, _ reader: Reader, _ state: FormState) throws -> Page {
    let viewer = try call.person()
    guard let scope = viewer.scope(.offenderReview) else { throw AccessRefusal.noRight }
    let moves = try MoveStore.waiting(scope.filter(county: "county", agency: "0", owner: "proposer"), reader)
    return MovePages.list(moves, viewer, state)
  }
}
