import Kit
import Offices
import Storage
import Web

/// The public form. No account, no script, no network address kept.
struct ReportRoutes {
  let intake: Intake

  var routes: [Route] {
    [
      Route.look("/report", .everybody(because: "群众举报，不用账号")) { call, reader in
        let start = FormState.filled([
          ("once", Slip.draw(call.database)), ("county", call.asked("county")), ("at", call.asked("at")),
        ])
        return .page(
          ReportPages.form(try ReportPlaces.read(start.form, today: call.today, reader), intake.channels, start))
      },
      Route.act("/report", .everybody(because: "群众举报，不用账号"), body: Evidence.limit) { call in
        try await call.submit { form in
          try await receive(form, call)
        } again: { state, reader in
          ReportPages.form(try ReportPlaces.read(state.form, today: call.today, reader), intake.channels, state)
        }
      },
    ] + DeskRoutes(intake: intake).routes
  }

  private func receive(_ form: Form, _ call: Call) async throws -> Reply {
    let today = call.today
    let places = try await call.read { try ReportPlaces.read(form, today: today, $0) }
    guard !places.counties.isEmpty else { throw IntakeRefusal.countyClosed }
    let read = FormReader(form)
    if places.chosen == nil { read.refuse("county", "“所在县”还没有选。") }
    let matter = MatterChoice.read(read, form, intake.channels, asksBack: true)
    let new = NewClue(
      .web, ReportDraft(read, form, towns: places.towns), origin: nil,
      entry: ClueEntry(
        matter: matter, poster: read.checked("elsewhere") ? nil : places.poster?.poster.id.value))
    let evidence = Evidence(read, call.database.attachments)
    try read.done()
    let slip = try Slip(once: form.value("once"), content: new.content(evidence), call.database)
      .sealing(new.reporter, call.database)
    let county = places.chosen?.county ?? .platform
    if intake.gate.isOver(sender: call.sender, county, at: call.database.world.now()) {
      return try await hold(new, slip, evidence, county, call.database)
    }
    let receipt = try await call.database.change(county, by: .citizen, deed: .receiveClue) { tx in
      try intake.receive(new, slip, evidence, tx)
    }
    return .page(
      ReportPages.received(receipt, slip.shown(for: receipt, now: call.database.world.now())),
      status: receipt.isRepeat ? 200 : 201)
  }

  private func hold(
    _ new: NewClue, _ slip: Slip, _ evidence: Evidence, _ county: County, _ database: Database
  ) async throws -> Reply {
    let held = try await database.change(county, by: .citizen, deed: .holdReport) {
      try intake.hold(new, slip, evidence, $0)
    }
    let isLate = held.isRepeat && held.at.adding(seconds: 600) < database.world.now()
    return .page(
      FloodPages.held(isLate ? nil : slip.code, isRepeat: held.isRepeat), status: held.isRepeat ? 200 : 201)
  }
}

/// Counties that take reports, the one that is meant, and its towns.
struct ReportPlaces: Sendable {
  let counties: [Region]
  let chosen: Region?
  let towns: [Region]
  /// The poster by whose code the form was opened.
  let poster: OpenPoster?

  /// The form gives the county's number, or the code of a poster, which says it; a platform of a single county does not
  /// ask. An unknown code is as good as none.
  static func read(_ form: Form, today: CivilDate, _ reader: Reader) throws -> ReportPlaces {
    let (all, named) = (try Offices.counties(reader), form.value("county"))
    let poster = try Intake.poster(form.value("at"), reader)
    let counties = poster.map { open in all.filter { $0.county == open.poster.county } } ?? all
    let chosen = counties.count == 1 ? counties.first : counties.first { "\($0.number)" == named }
    let towns = try chosen.map { try Offices.towns(of: $0.county, on: today, reader) }
    return ReportPlaces(counties: counties, chosen: chosen, towns: towns ?? [], poster: poster)
  }
}

extension NewClue {
  init(_ channel: ClueChannel, _ draft: ReportDraft, origin: String?, entry: ClueEntry) {
    self.init(
      channel: channel, text: draft.text, place: draft.place, town: draft.town, happened: draft.happened,
      origin: origin, reporter: draft.reporter, entry: entry)
  }
}

extension Slip {
  /// The code to show. A form that comes a second time shows it again only for ten minutes: that serves a double click
  /// and a lost connection, not somebody who sits down at the same computer later.
  func shown(for receipt: Receipt, now: Instant) -> QueryCode? {
    receipt.isRepeat && receipt.receivedAt.adding(seconds: 600) < now ? nil : code
  }
}
