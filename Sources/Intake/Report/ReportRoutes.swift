import Kit
import Offices
import Storage
import Web

/// The public form. No account, no network address kept; a script only helps (decision 15).
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
    let about = Self.about(read, form, places)
    let matter = MatterChoice.read(read, form, intake.channels, asksBack: about == nil)
    let isElsewhere = read.checked("elsewhere") || about != nil
    let new = NewClue(
      .web, ReportDraft(read, form, towns: places.towns), origin: nil,
      entry: ClueEntry(matter: matter, poster: isElsewhere ? nil : places.poster?.poster.id.value), about: about)
    let evidence = Evidence(read, call.database.attachments)
    try read.done()
    return try await store(new, evidence, form, places.chosen?.county ?? .platform, call)
  }

  /// A box that is ticked asks which one; one that is named counts also where the box was forgotten.
  private static func about(_ read: FormReader, _ form: Form, _ places: ReportPlaces) -> ID<Agency>? {
    let named = form.value("agency")
    let agency = places.agencies.first { $0.id.text == named }?.id
    if agency == nil, named != nil || read.checked("about") {
      read.refuse("agency", "“反映的是哪个单位”还没有选。")
    }
    return agency
  }

  /// What is about an office is never held: those who look through held reports are of that office.
  private func store(
    _ new: NewClue, _ evidence: Evidence, _ form: Form, _ county: County, _ call: Call
  ) async throws -> Reply {
    let (database, now) = (call.database, call.database.world.now())
    let slip = try Slip(
      form, words: new.words + ["\(county.number)"], others: new.others(evidence), database
    ).sealing(new.reporter, database)
    let isOver = new.about == nil && intake.gate.isOver(sender: call.sender, county, at: now)
    if isOver, let draft = Draft.token(form), form.value("work") == FloodWork.able {
      return .page(
        FloodPages.task(FloodWork.task(draft, at: now, database), bits: intake.channels.budget.work), status: 429)
    }
    if isOver, !isWorkDone(form, at: now, database) {
      return try await hold(new, slip, evidence, county, database)
    }
    return try await receive(new, slip, evidence, county, database)
  }

  private func isWorkDone(_ form: Form, at now: Instant, _ database: Database) -> Bool {
    guard let draft = Draft.token(form) else { return false }
    return FloodWork.isDone(form.value("work"), draft, bits: intake.channels.budget.work, at: now, database)
  }

  /// A report that was held a moment ago comes again when there is room: it waits as before.
  private func receive(
    _ new: NewClue, _ slip: Slip, _ evidence: Evidence, _ county: County, _ database: Database
  ) async throws -> Reply {
    if let held = try await database.read({ try intake.held(new, slip, evidence, in: county, $0) }) {
      return .page(heldPage(held, slip, database))
    }
    let receipt = try await database.change(county, by: .citizen, deed: .receiveClue) { tx in
      try intake.receive(new, slip, evidence, tx)
    }
    return .page(
      ReportPages.received(receipt, slip.shown(for: receipt, now: database.world.now())),
      status: receipt.isRepeat ? 200 : 201)
  }

  private func hold(
    _ new: NewClue, _ slip: Slip, _ evidence: Evidence, _ county: County, _ database: Database
  ) async throws -> Reply {
    let held = try await database.change(county, by: .citizen, deed: .holdReport) {
      try intake.hold(new, slip, evidence, $0)
    }
    return .page(heldPage(held, slip, database), status: held.isRepeat ? 200 : 201)
  }

  private func heldPage(
    _ held: (at: Instant, isRepeat: Bool, proof: ReceiptProof), _ slip: Slip, _ database: Database
  ) -> Page {
    let code = slip.shown(since: held.at, isRepeat: held.isRepeat, now: database.world.now())
    return FloodPages.held(code, isRepeat: held.isRepeat, held.proof)
  }
}

/// Counties that take reports, the one that is meant, and its towns.
struct ReportPlaces: Sendable {
  let counties: [Region]
  let chosen: Region?
  let towns: [Region]
  /// Whom a report may be about, once the county is known.
  let agencies: [(id: ID<Agency>, name: String)]
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
    let agencies = try chosen.map { try Offices.agencies(in: $0.county, reader) }
    return ReportPlaces(
      counties: counties, chosen: chosen, towns: towns ?? [], agencies: agencies ?? [], poster: poster)
  }
}

extension NewClue {
  init(
    _ channel: ClueChannel, _ draft: ReportDraft, origin: String?, entry: ClueEntry, about: ID<Agency>? = nil
  ) {
    self.init(
      channel: channel, text: draft.text, place: draft.place, town: draft.town, happened: draft.happened,
      origin: origin, reporter: draft.reporter, entry: entry, about: about)
  }
}

extension Slip {
  /// The code to show. A form that comes a second time shows it again only for ten minutes: that serves a double click
  /// and a lost connection, not somebody who sits down at the same computer later. A draft shows it whenever it comes: who
  /// has token and words has what the first answer was for, and on a bad line hours may lie between.
  func shown(for receipt: Receipt, now: Instant) -> QueryCode? {
    shown(since: receipt.receivedAt, isRepeat: receipt.isRepeat, now: now)
  }

  func shown(since first: Instant, isRepeat: Bool, now: Instant) -> QueryCode? {
    isRepeat && draftHash == nil && first.adding(seconds: 600) < now ? nil : code
  }
}
