import Kit
import Offenders
import Rulebook
import Storage
import Web

struct ReadingRoutes {
  let room: Recurrence

  var routes: [Route] {
    [
      Route.look("/recurrences/reading", .may(.recurrenceSee)) { .page(try page($0, $1, .empty)) },
      Route.act("/recurrences/reading", .may(.ruleApprove)) { call in
        try await call.submit { form in
          let read = FormReader(form)
          let key = read.text("reading", "口径", most: 40)
          let because = read.text("because", "理由", most: 2000)
          try read.done()
          try await call.change(.chooseReading, reason: because) { try room.choose(key, because: because, $0) }
          return .redirect("/recurrences/reading")
        } again: {
          try page(call, $1, $0)
        }
      },
    ]
  }

  private func page(_ call: Call, _ reader: Reader, _ state: FormState) throws -> Page {
    let viewer = try call.person()
    return ReadingPages.page(
      room.counting.rule, try room.reading(in: viewer.county, reader),
      try ReadingStore.choices(in: viewer.county, reader), mayChoose: viewer.may(.ruleApprove), today: call.today, state
    )
  }
}
