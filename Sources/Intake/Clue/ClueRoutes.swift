import Kit
import Web

struct ClueRoutes {
  let intake: Intake

  var routes: [Route] {
    [
      Route(.get, "/clues/:id", .may(.clueSee, on: .clue)) { call in
        .page(CluePages.record(try await ClueModel.read(call, intake)))
      }
    ]
  }
}
