import Kit
import Web

struct ClueRoutes {
  let intake: Intake

  var routes: [Route] {
    [
      Route.look("/clues/:id", .may(.clueSee, on: .clue)) { call, reader in
        .page(CluePages.record(try ClueModel.read(call, intake, reader)))
      }
    ]
  }
}
