import Intake
import Kit
import Offices
import Storage
import Web

struct PatrolRoutes {
  let room: Sentinels

  var routes: [Route] { looks + deeds + telephone }

  private static let limit = BodyLimit(megabytes: 105, eachFile: 20, files: 5)

  private var looks: [Route] {
    [
      Route.look("/patrols", .may(.postSee)) { call, reader in .page(PatrolPages.list(try list(call, reader))) },
      Route.look("/patrols/coverage", .may(.postSee)) { call, reader in
        let counties = try call.scope().viewer.counties
        let regions = try Offices.counties(reader).filter { counties.contains($0.county) }
        let models = try regions.map { try PatrolCoverage.read($0, room.book, reader) }
        return .page(PatrolCoveragePages.page(models, today: call.today))
      },
      Route.look("/patrols/plan", .may(.postWork)) { call, reader in
        let start = [("owner", ID<Account>(try call.person().account).text), ("place", call.asked("place"))]
        return .page(try planForm(call, reader, .filled(start)))
      },
      Route.look("/patrols/new", .may(.postWork)) { call, reader in
        let plan = try call.asked("plan").flatMap { ID<Patrol>(text: $0) }.flatMap { try PatrolStore.find($0, reader) }
        let place = plan.map { "\($0.village == 0 ? $0.town : $0.village)" } ?? call.asked("place")
        let start = [
          ("once", draw(call)), ("on", call.today.iso), ("plan", plan?.id.text), ("place", place),
        ]
        return .page(try officerForm(call, reader, .filled(start)))
      },
      Route.look("/patrols/:id", .may(.postSee, on: .patrol)) { call, reader in
        .page(PatrolPages.record(try record(call, reader), .empty))
      },
    ]
  }

  private var deeds: [Route] {
    [
      Route.act("/patrols/plan", .may(.postWork)) { call in
        try await call.submit { form in
          try await plan(form, call)
        } again: { state, reader in
          try planForm(call, reader, state)
        }
      },
      Route.act("/patrols/new", .may(.postWork), body: Self.limit) { call in
        try await call.submit { form in
          let read = FormReader(form)
          let (place, day) = (try await chosen(form, try call.county(), call), read.date("on", "哪天看的"))
          if place == nil { read.refuse("place", "“哪里”还没有选，或者不在本县的行政区划里。") }
          let officer = ID<Account>(try call.person().account)
          let told = try PatrolForm(
            form, read, place: place, on: day, sender: officer.text, room.book, call.database)
          let id = try await call.change(.recordPatrol) {
            try room.patrol(told.new, by: officer, told.slip, told.evidence, $0)
          }
          return .redirect("/patrols/\(id)")
        } again: { state, reader in
          try officerForm(call, reader, state)
        }
      },
      Route.act("/patrols/:id/drop", .may(.postWork, on: .patrol)) { call in
        try await call.submit { form in
          let read = FormReader(form)
          let reason = read.text("reason", "为什么", most: 300)
          try read.done()
          let id = try call.id(Patrol.self)
          try await call.change(.dropPatrol, reason: reason) { try Sentinels.dropPatrol(id, $0) }
          return .redirect("/patrols/\(id)")
        } again: { state, reader in
          PatrolPages.record(try record(call, reader), state)
        }
      },
    ]
  }

  private var telephone: [Route] {
    [
      Route.look("/post/patrol", .device(because: "哨点的手机登记巡查")) { call, reader in
        let post = try Sentinels.standing(ID(try call.device().record.number), reader)
        let plan = try plans(call, reader).first { $0.id.text == call.asked("plan") }
        let place = plan.map { "\($0.village == 0 ? $0.town : $0.village)" } ?? PatrolFormPages.own(post)
        let start = [("once", draw(call)), ("plan", plan?.id.text), ("place", place)]
        return .page(try phoneForm(call, reader, .filled(start)))
      },
      Route.act("/post/patrol", .device(because: "哨点的手机登记巡查"), body: Self.limit) { call in
        try await call.submit { form in
          try await tell(form, call)
        } again: { state, reader in
          try phoneForm(call, reader, state)
        }
      },
    ]
  }

  private func plan(_ form: Form, _ call: Call) async throws -> Reply {
    let read = FormReader(form)
    let place = try await chosen(form, try call.county(), call)
    if place == nil { read.refuse("place", "“看哪里”还没有选，或者不在本县的行政区划里。") }
    let (wanted, owner) = (read.text("wanted", "看什么", most: 1000), read.id("owner", "谁负责", Account.self))
    let due = read.date("due", "哪天以前")
    try read.done()
    guard let place else { throw PatrolRefusal.unknownPlace }
    let new = NewPatrolPlan(town: place.town, village: place.village, wanted: wanted, owner: owner, due: due)
    let id = try await call.change(.planPatrol) { try room.plan(new, $0) }
    return .redirect("/patrols/\(id)")
  }

  /// The patrol of the post's own place; afterwards its telephone shows what stands on file.
  private func tell(_ form: Form, _ call: Call) async throws -> Reply {
    let device = try call.device()
    let known = try await call.read { reader in
      (try PassStore.tie(device.tie, reader), try PostStore.find(ID(device.record.number), reader))
    }
    guard let tie = known.0, let post = known.1 else { throw AccessRefusal.deviceFirst }
    let read = FormReader(form)
    let place = try await chosen(form, post.county, call).flatMap { $0.town == post.town ? $0 : nil }
    if place == nil { read.refuse("place", "“哪里”还没有选，或者不在这个哨点的乡镇里。") }
    let told = try PatrolForm(
      form, read, place: place, on: call.today, sender: "\(device.record)", room.book, call.database)
    _ = try await call.database.change(device.county, by: device.actor, deed: .recordPatrol) {
      try room.patrol(told.new, by: tie, told.slip, told.evidence, $0)
    }
    return .redirect(Link("/post").at("patrols"))
  }

  private func chosen(_ form: Form, _ county: County, _ call: Call) async throws -> (town: Int64, village: Int64)? {
    let text = form.value("place")
    return try await call.read { try PostPlaces([county], $0).chosen(text) }
  }

  private func plans(_ call: Call, _ reader: Reader) throws -> [PatrolRecord] {
    let post = try Sentinels.standing(ID(try call.device().record.number), reader)
    return try PatrolStore.planned(town: post.town, village: post.village, reader)
  }

  private func phoneForm(_ call: Call, _ reader: Reader, _ state: FormState) throws -> Page {
    let post = try Sentinels.standing(ID(try call.device().record.number), reader)
    return PatrolFormPages.telephone(
      post, try PostPlaces([post.county], reader), try plans(call, reader), room.book, state, today: call.today)
  }

  private func planForm(_ call: Call, _ reader: Reader, _ state: FormState) throws -> Page {
    let county = try call.county()
    let officers = try Offices.people(in: county, holding: .postWork, roles: room.roles, reader)
    return PatrolFormPages.plan(
      try PostPlaces([county], reader), officers.map { ($0.id.text, $0.label) }, state)
  }

  private func officerForm(_ call: Call, _ reader: Reader, _ state: FormState) throws -> Page {
    PatrolFormPages.officer(try PostPlaces([try call.county()], reader), room.book, state)
  }

  private func draw(_ call: Call) -> String { call.database.world.randomBytes(16).hex }
}

extension PatrolRoutes {
  private func list(_ call: Call, _ reader: Reader) throws -> PatrolList {
    let listing = Listing(call, base: "/patrols", sorts: ["day"], descending: true, filters: PatrolFilter.names)
    let scope = try call.scope()
    let (total, patrols) = try PatrolStore.list(
      PatrolFilter(listing, scope), offset: listing.offset, descending: listing.descending, reader)
    return PatrolList(
      listing: listing.counting(total), patrols: patrols, places: try PostPlaces(scope.viewer.counties, reader),
      tellers: try tellers(patrols, reader), mayWork: scope.viewer.may(.postWork), today: call.today)
  }

  private func tellers(_ patrols: [PatrolRecord], _ reader: Reader) throws -> [Int64: String] {
    let people = try Offices.names(of: patrols.flatMap { [$0.owner.value, $0.seen?.account?.value ?? 0] }, reader)
    let pairs = try patrols.map { patrol -> (Int64, String) in
      let post = try patrol.seen?.post.flatMap { try PostStore.find($0, reader)?.name }
      return (patrol.id.value, post ?? people[patrol.seen?.account?.value ?? patrol.owner.value] ?? "—")
    }
    return Dictionary(pairs) { first, _ in first }
  }

  private func record(_ call: Call, _ reader: Reader) throws -> PatrolModel {
    guard let patrol = try PatrolStore.find(call.id(Patrol.self), reader) else { throw MissingRecord("次巡查") }
    let viewer = try call.person()
    let clue = try patrol.seen?.clue.flatMap { try Intake.clue($0, reader) }
    let places = try PostPlaces([patrol.county], reader)
    return PatrolModel(
      patrol: patrol, placeName: places.town(patrol.town) + (places.village(patrol.village) ?? ""),
      owner: try Offices.person(patrol.owner, reader)?.label ?? "—",
      teller: try tellers([patrol], reader)[patrol.id.value] ?? "—",
      clue: clue.map { ($0.number, viewer.may(.clueSee) ? Link("/clues/\($0.id)") : nil) },
      files: try Attachment.of(patrol.ref, reader), history: try LedgerReading.history(of: patrol.ref, reader),
      mayWork: viewer.may(.postWork) && patrol.county == viewer.county, today: call.today)
  }
}
