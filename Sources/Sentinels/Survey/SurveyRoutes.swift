import Kit
import Offices
import Storage
import Web

struct SurveyRoutes {
  let room: Sentinels

  var routes: [Route] {
    [
      Route.look("/surveys", .may(.postSee)) { call, reader in .page(try list(call, reader, .empty)) },
      Route.act("/surveys", .may(.postWork)) { call in
        try await call.submit { form in
          let read = FormReader(form)
          let (title, wanted) = (read.text("title", "名称", most: 60), read.text("wanted", "看什么", most: 1000))
          let due = read.date("due", "哪天以前")
          try read.done()
          let owner = ID<Account>(try call.person().account)
          let id = try await call.change(.beginSurvey) {
            try Sentinels.begin(title, wanted: wanted, due: due, by: owner, $0)
          }
          return .redirect("/surveys/\(id)")
        } again: { state, reader in
          try list(call, reader, state)
        }
      },
      Route.look("/surveys/:id", .may(.postSee, on: .survey)) { call, reader in .page(try record(call, reader, .empty))
      },
      Route.act("/surveys/:id/village", .may(.postWork, on: .survey)) { call in
        try await call.submit { form in
          let read = FormReader(form)
          let village = Int64(read.text("village", "村（社区）", most: 20)) ?? 0
          let result = Self.result(read, village: village, post: nil, account: ID(try call.person().account), call)
          try read.done()
          let id = try call.id(Survey.self)
          try await call.change(.surveyVillage) { try Sentinels.answer(id, result, $0) }
          return .redirect("/surveys/\(id)")
        } again: { state, reader in
          try record(call, reader, state)
        }
      },
      Route.act("/surveys/:id/end", .may(.postWork, on: .survey)) { call in
        try await call.submit { form in
          let read = FormReader(form)
          let reason = read.text("reason", "为什么", most: 300)
          try read.done()
          let id = try call.id(Survey.self)
          try await call.change(.endSurvey, reason: reason) { try Sentinels.endSurvey(id, $0) }
          return .redirect("/surveys/\(id)")
        } again: { state, reader in
          try record(call, reader, state)
        }
      },
      Route.act("/post/survey", .device(because: "哨点的手机报本村的排摸")) { call in
        try await call.submit { form in
          try await answer(form, call)
        } again: { state, reader in
          ReportPages.home(try ReportHome.read(room, try call.device(), reader), state)
        }
      },
    ]
  }

  private func answer(_ form: Form, _ call: Call) async throws -> Reply {
    let device = try call.device()
    guard let post = try await call.read({ try PostStore.find(ID(device.record.number), $0) }) else {
      throw AccessRefusal.deviceFirst
    }
    let read = FormReader(form)
    let survey = read.id("survey", "排摸", Survey.self)
    let result = Self.result(read, village: post.village, post: post.id, account: nil, call)
    try read.done()
    try await call.database.change(device.county, by: device.actor, deed: .surveyVillage) {
      try Sentinels.answer(survey, result, $0)
    }
    return .redirect("/post")
  }

  private static func result(
    _ read: FormReader, village: Int64, post: ID<Post>?, account: ID<Account>?, _ call: Call
  ) -> VillageResult {
    let found = Int64(read.text("found", "发现几处", most: 4)) ?? -1
    if found < 0 { read.refuse("found", "“发现几处”写数字，看过没有的写 0。") }
    return VillageResult(
      village: village, found: found, note: read.maybeText("note", "说明", most: 300) ?? "", post: post,
      account: account, at: call.database.world.now())
  }

  private func list(_ call: Call, _ reader: Reader, _ state: FormState) throws -> Page {
    let listing = Listing(call, base: "/surveys", sorts: ["begun"], descending: true, filters: [])
    let (viewer, scope) = (try call.person(), try call.scope())
    let (total, surveys) = try SurveyStore.list(scope, offset: listing.offset, reader)
    return SurveyPages.list(
      listing.counting(total), surveys, mayWork: viewer.may(.postWork), today: call.today, state)
  }

  private func record(_ call: Call, _ reader: Reader, _ state: FormState) throws -> Page {
    guard let survey = try SurveyStore.find(call.id(Survey.self), reader) else { throw MissingRecord("次排摸") }
    let results = try SurveyStore.results(of: survey.id, reader)
    let people = try Offices.names(of: results.compactMap { $0.account?.value }, reader)
    let answerers = try results.map { result -> (Int64, String) in
      let post = try result.post.flatMap { try PostStore.find($0, reader)?.name }
      return (result.village, post ?? result.account.flatMap { people[$0.value] } ?? "—")
    }
    let viewer = try call.person()
    return SurveyPages.record(
      SurveyModel(
        survey: survey, places: try PostPlaces([survey.county], reader), results: results,
        answerers: Dictionary(answerers) { first, _ in first },
        mayWork: viewer.may(.postWork) && viewer.county == survey.county, today: call.today), state)
  }
}
