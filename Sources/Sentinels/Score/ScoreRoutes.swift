import Kit
import Offices
import Storage
import Web

struct ScoreRoutes {
  let room: Sentinels

  var routes: [Route] { looks + sheetDeeds + modelDeeds + telephone }

  private var looks: [Route] {
    [
      Route.look("/scores", .may(.postSee)) { call, reader in
        .page(
          ScorePages.list(try list(call, reader), .filled([("span", room.book.score.period.span(of: call.today).key)])))
      },
      Route.look("/scores/:id", .may(.postSee, on: .score)) { call, reader in
        .page(ScorePages.record(try model(call, reader), .empty))
      },
      Route.look("/model-posts", .may(.postSee)) { call, reader in
        let listing = Listing(call, base: "/model-posts", sorts: ["sheet"], descending: true, filters: ["state"])
        let (total, models) = try ModelStore.list(listing, try call.scope(), reader)
        return .page(ModelPages.list(listing.counting(total), models, room.book.score, today: call.today))
      },
    ]
  }

  private var sheetDeeds: [Route] {
    [
      Route.act("/scores", .may(.postWork)) { call in
        try await call.submit { form in
          let read = FormReader(form)
          let span = spans(call).first { $0.key == form.value("span") }
          if span == nil { read.refuse("span", "“哪一期”还没有选。") }
          let verifier = read.id("verifier", "谁来核验", Account.self)
          try read.done()
          guard let span else { throw ScoreRefusal.none }
          _ = try await call.change(.openScores) { try room.openScores(span, verifier: verifier, $0) }
          return .redirect(Link("/scores").asking([("span", span.key)]))
        } again: { state, reader in
          ScorePages.list(try list(call, reader), state)
        }
      },
      Route.act("/scores/:id/fill", .may(.postWork, on: .score)) { call in
        try await onSheet(call) { form, id, lines in
          let own = try await call.read { try Self.own(lines, of: id, $0) }
          let read = FormReader(form)
          let points = ScoreForm.points(form, read, own, before: \.pre)
          try read.done()
          let officer = ID<Account>(try call.person().account)
          try await call.change(.fillScore) { try room.fill(id, points, by: officer, $0) }
        }
      },
      Route.act("/scores/:id/verify", .may(.postVerify, on: .score)) { call in
        try await onSheet(call) { form, id, lines in
          let read = FormReader(form)
          let points = ScoreForm.points(form, read, lines, before: \.own)
          let day = read.date("on", "哪天去看的")
          try read.done()
          let vetoes = room.book.vetoes.filter { form.all("vetoes").contains($0.key) }
          let account = ID<Account>(try call.person().account)
          try await call.change(.verifyScore) {
            try room.verify(id, points, vetoes: vetoes, on: day, by: account, $0)
          }
        }
      },
      Route.act("/scores/:id/object", .may(.postWork, on: .score)) { call in
        try await onSheet(call) { form, id, _ in
          let words = try Self.words(form)
          try await call.change(.objectScore) { try room.object(id, words, $0) }
        }
      },
      Route.act("/scores/:id/answer", .may(.postVerify, on: .score)) { call in
        try await onSheet(call) { form, id, lines in
          let read = FormReader(form)
          let points = ScoreForm.points(form, read, lines, before: \.given)
          let words = read.text("answer", "答复", most: 1000)
          try read.done()
          let account = ID<Account>(try call.person().account)
          try await call.change(.answerScore) { try room.answer(id, points, words, by: account, $0) }
        }
      },
    ]
  }

  private var modelDeeds: [Route] {
    [
      Route.act("/scores/:id/propose", .may(.postWork, on: .score)) { call in
        try await onSheet(call) { _, id, _ in
          let account = ID<Account>(try call.person().account)
          try await call.change(.proposeModel) { try room.proposeModel(id, by: account, $0) }
        }
      },
      Route.act("/scores/:id/model", .may(.postVerify, on: .score)) { call in
        try await onSheet(call) { form, id, _ in
          let read = FormReader(form)
          let decision = read.choice("decision", "决定", ModelPost.State.self)
          let words = read.text("words", "理由", most: 300)
          try read.done()
          let account = ID<Account>(try call.person().account)
          try await call.change(.decideModel, reason: words) {
            try room.decideModel(id, isNamed: decision == .named, words, by: account, $0)
          }
        }
      },
      Route.act("/scores/:id/withdraw", .may(.postVerify, on: .score)) { call in
        try await onSheet(call) { form, id, _ in
          let read = FormReader(form)
          let reason = read.text("reason", "为什么", most: 300)
          try read.done()
          let account = ID<Account>(try call.person().account)
          try await call.change(.withdrawModel, reason: reason) { try room.withdrawModel(id, reason, by: account, $0) }
        }
      },
    ]
  }

  private var telephone: [Route] {
    [
      Route.look("/post/score", .device(because: "哨点的手机看自己的评分")) { call, reader in
        .page(ScoreFormPages.telephone(try ownModel(call, reader), .empty))
      },
      Route.act("/post/score", .device(because: "哨点的手机交自评")) { call in
        try await onOwn(call, .fillScore) { form, sheet, lines, tx in
          let read = FormReader(form)
          let points = ScoreForm.points(form, read, try Self.own(lines, of: sheet, tx), before: \.pre)
          try read.done()
          try room.fill(sheet, points, by: nil, tx)
        }
      },
      Route.act("/post/score/object", .device(because: "哨点的手机对评分提出异议")) { call in
        try await onOwn(call, .objectScore) { form, sheet, _, tx in
          try room.object(sheet, try Self.words(form), tx)
        }
      },
    ]
  }

  /// Those that the township does not fill in.
  private static func own(_ lines: [ScoreLine], of id: ID<Score>, _ reader: Reader) throws -> [ScoreLine] {
    let town = try TownStore.find(id, reader)
    return lines.filter { town?.places.contains($0.place) != true }
  }

  private static func words(_ form: Form) throws -> String {
    let read = FormReader(form)
    let words = read.text("words", "哪一项、为什么", most: 1000)
    try read.done()
    return words
  }
}

extension ScoreRoutes {
  private func onSheet(
    _ call: Call, _ deed: (Form, ID<Score>, [ScoreLine]) async throws -> Void
  ) async throws -> Reply {
    try await call.submit { form in
      let id = try call.id(Score.self)
      try await deed(form, id, try await call.read { try ScoreStore.lines(of: id, $0) })
      return .redirect("/scores/\(id)")
    } again: { state, reader in
      ScorePages.record(try model(call, reader), state)
    }
  }

  /// On the sheet of the telephone's own post.
  private func onOwn(
    _ call: Call, _ deed: Deed, _ body: @escaping @Sendable (Form, ID<Score>, [ScoreLine], Transaction) throws -> Void
  ) async throws -> Reply {
    try await call.submit { form in
      let device = try call.device()
      try await call.database.change(device.county, by: device.actor, deed: deed) { tx in
        let sheet = try own(call, tx)
        try body(form, sheet.id, try ScoreStore.lines(of: sheet.id, tx), tx)
      }
      return .redirect("/post/score")
    } again: { state, reader in
      ScoreFormPages.telephone(try ownModel(call, reader), state)
    }
  }

  /// The latest of the post.
  private func own(_ call: Call, _ reader: Reader) throws -> ScoreSheet {
    let post = try Sentinels.standing(ID(try call.device().record.number), reader)
    guard let sheet = try ScoreStore.all(of: post.id, reader).first else { throw MissingRecord("张评分表") }
    return sheet
  }

  private func ownModel(_ call: Call, _ reader: Reader) throws -> ScoreModel {
    let sheet = try own(call, reader)
    return ScoreModel(
      sheet: sheet, lines: try ScoreStore.lines(of: sheet.id, reader), links: [:], names: [:], rules: room.book.score,
      vetoes: [], model: nil, town: try TownStore.find(sheet.id, reader), history: [], mayWork: false, mayVerify: false,
      viewer: ID(0), today: call.today)
  }

  /// The running period and the one before.
  private func spans(_ call: Call) -> [ReportPeriod.Span] {
    let period = room.book.score.period
    let running = period.span(of: call.today)
    return [running, period.span(before: running)]
  }

  private func list(_ call: Call, _ reader: Reader) throws -> ScorePages.List {
    let listing = Listing(call, base: "/scores", sorts: ["total"], descending: true, filters: ["span", "state"])
    let scope = try call.scope()
    let (total, sheets) = try ScoreStore.list(listing, scope, reader)
    let verifiers = try Offices.people(over: try call.county(), holding: .postVerify, roles: room.roles, reader)
    return ScorePages.List(
      listing: listing.counting(total), sheets: sheets, spans: spans(call),
      verifiers: verifiers.map { ($0.person.id.text, $0.person.label) }, mayWork: scope.viewer.may(.postWork),
      model: room.book.score.model)
  }

  private func model(_ call: Call, _ reader: Reader) throws -> ScoreModel {
    guard let sheet = try ScoreStore.find(call.id(Score.self), reader) else { throw MissingRecord("张评分表") }
    let viewer = try call.person()
    let lines = try ScoreStore.lines(of: sheet.id, reader)
    let links = try call.records.links(lines.flatMap(\.evidence).map(\.record), for: viewer, reader)
    let known = try ModelStore.find(sheet.id, reader)
    let town = try TownStore.find(sheet.id, reader)
    let people = [
      sheet.verifier, sheet.filledBy, sheet.verifiedBy, known?.proposedBy, known?.decidedBy, town?.account,
    ]
    return ScoreModel(
      sheet: sheet, lines: lines, links: links,
      names: try Offices.names(of: people.compactMap { $0?.value }, reader), rules: room.book.score,
      vetoes: room.book.vetoes, model: known, town: town, history: try LedgerReading.history(of: sheet.ref, reader),
      mayWork: viewer.may(.postWork) && sheet.county == viewer.county, mayVerify: viewer.may(.postVerify),
      viewer: ID(viewer.account), today: call.today)
  }
}
