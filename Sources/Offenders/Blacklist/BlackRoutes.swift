import Duties
import Kit
import Law
import Storage
import Web

/// The black list of the house under `/offenders/black`, and what the public may know of it under `/blacklist`.
struct BlackRoutes {
  let room: Offenders

  var routes: [Route] { [list, form, entry, propose, tell, hear, decide, askRepair, decideRepair, remove, published] }

  private var list: Route {
    Route.look("/offenders/black", .may(.offenderSee)) { call, reader in
      let listing = Listing(call, base: "/offenders/black", sorts: ["at"], descending: true, filters: ["state"])
      let state = listing.filter("state").flatMap { BlackEntry.State(rawValue: $0) }
      let (total, entries) = try BlackStore.page(state, (listing.offset, Listing.size), reader)
      let persons = try OffenderStore.persons(entries.map(\.person.value), reader)
      return .page(BlackPages.list(entries, persons, listing.counting(total), today: call.today))
    }
  }

  private var form: Route {
    Route.look("/offenders/:id/black", .may(.offenderWork)) { call, reader in .page(try formPage(call, reader, .empty))
    }
  }

  private var propose: Route {
    Route.act("/offenders/:id/black", .may(.offenderWork)) { call in
      try await call.submit { form in
        let read = FormReader(form)
        let (basis, facts) = (read.text("basis", "依据", most: 60), read.text("facts", "事实和条文", most: 1000))
        try read.done()
        let person = try call.id(Offender.self)
        let records = form.all("record").compactMap { ID<OffenderRecord>(text: $0) }
        let id = try await call.change(.proposeBlack) {
          try room.proposeBlack(person, basis, on: records, because: facts, $0)
        }
        return .redirect("/offenders/black/\(id)")
      } again: { state, reader in
        try formPage(call, reader, state)
      }
    }
  }

  private var entry: Route {
    Route.look("/offenders/black/:id", .may(.offenderSee)) { call, reader in .page(try page(call, reader, .empty)) }
  }

  private var tell: Route {
    Route.act("/offenders/black/:id/tell", .may(.offenderWork, on: .blackEntry)) { call in
      try await submit(call) { read, id in
        let (day, way) = (read.date("on", "告知日期"), read.choice("way", "告知方式", BlackEntry.Way.self))
        try read.done()
        guard let way else { throw MissingRecord("种告知方式") }
        try await call.change(.tellBlack) { try room.tellBlack(id, on: day, way, $0) }
      }
    }
  }

  private enum Heard: String { case said, none }

  private var hear: Route {
    Route.act("/offenders/black/:id/objection", .may(.offenderWork, on: .blackEntry)) { call in
      try await submit(call) { read, id in
        let day = read.date("heard-on", "哪天说的")
        let heard = read.choice("heard", "当事人的意见", Heard.self)
        let words = heard == .said ? read.text("objection", "陈述申辩的内容", most: 2000) : ""
        try read.done()
        try await call.change(.hearBlack) {
          try room.hearBlack(id, BlackEntry.Objection(isObjection: heard == .said, words: words, on: day), $0)
        }
      }
    }
  }

  private enum Decision: String { case yes, no }

  private var decide: Route {
    Route.act("/offenders/black/:id/decide", .may(.offenderReview, on: .blackEntry)) { call in
      try await submit(call) { read, id in
        let (words, answer) = (read.text("words", "理由", most: 500), read.maybeText("answer", "对申辩的答复", most: 1000))
        let decision = read.choice("decision", "审定", Decision.self)
        try read.done()
        try await call.change(.decideBlack) {
          try room.decideBlack(id, lists: decision == .yes, because: words, answer: answer, $0)
        }
      }
    }
  }

  private var askRepair: Route {
    Route.act("/offenders/black/:id/repair", .may(.offenderWork, on: .blackEntry)) { call in
      try await submit(call) { read, id in
        let (day, words) = (read.date("asked-on", "申请日期"), read.text("request", "申请的理由", most: 2000))
        try read.done()
        try await call.change(.askRepair) { try room.askRepair(id, on: day, words, $0) }
      }
    }
  }

  private var decideRepair: Route {
    Route.act("/offenders/black/:id/repair/decide", .may(.offenderReview, on: .blackEntry)) { call in
      try await submit(call) { read, id in
        let words = read.text("words", "理由", most: 500)
        let decision = read.choice("decision", "审定", Decision.self)
        try read.done()
        try await call.change(.decideRepair) {
          try room.decideRepair(id, grants: decision == .yes, because: words, $0)
        }
      }
    }
  }

  private var remove: Route {
    Route.act("/offenders/black/:id/remove", .may(.offenderReview, on: .blackEntry)) { call in
      try await submit(call) { read, id in
        let why = read.text("removal", "为什么移出", most: 300)
        try read.done()
        try await call.change(.removeBlack, reason: why) { try room.removeBlack(id, because: why, $0) }
      }
    }
  }

  /// Names nobody but on a basis whose text was read and allows it, and then in part only.
  private var published: Route {
    Route.look("/blacklist", .everybody(because: "黑名单的依据、期限和救济人人可以看")) { call, reader in
      let lists = try room.bases.all.map { basis in
        let (count, newest) = try BlackStore.standing(
          on: basis.key, day: call.today, most: basis.isPublic ? 500 : 0, reader)
        let persons = try OffenderStore.persons(newest.map(\.person.value), reader)
        return PublishedList(
          basis: basis, count: count,
          lines: newest.map { (Mask.name(persons[$0.person.value]?.name ?? ""), $0.begins, $0.ends) })
      }
      return .page(BlackPublicPages.page(lists, today: call.today))
    }
  }

  private func submit(
    _ call: Call, _ body: @escaping @Sendable (FormReader, ID<BlackEntry>) async throws -> Void
  ) async throws -> Reply {
    try await call.submit { form in
      let id = try call.id(BlackEntry.self)
      try await body(FormReader(form), id)
      return .redirect("/offenders/black/\(id)")
    } again: { state, reader in
      try page(call, reader, state)
    }
  }

  private func formPage(_ call: Call, _ reader: Reader, _ state: FormState) throws -> Page {
    guard let file = try Offenders.file(of: try call.id(), reader) else { throw MissingRecord("名违法人员") }
    return BlackFormPages.propose(file, room.bases, state, today: call.today)
  }

  private func page(_ call: Call, _ reader: Reader, _ state: FormState) throws -> Page {
    guard let entry = try BlackStore.entry(try call.id(), reader),
      let person = try OffenderStore.person(entry.person, reader)
    else { throw MissingRecord("条黑名单") }
    let viewer = try call.person()
    func may(_ permission: Permission) -> Bool {
      viewer.scope(permission)?.allows(Placement(county: entry.county)) == true
    }
    let model = BlackModel(
      entry: entry, person: person, basis: room.bases[entry.basis],
      grounds: try RecordStore.records(try BlackStore.grounds(of: entry.id, reader), reader)
        .sorted(by: OffenderRecord.isOlder),
      repairs: try BlackStore.repairs(of: entry.id, reader), isOurs: may(.offenderSee), mayWork: may(.offenderWork),
      mayDecide: may(.offenderReview), account: viewer.account,
      duties: Duties.panel(try Duties.waiting(on: entry.ref, reader), today: call.today, room.law.calendar),
      history: historySection(try LedgerReading.history(of: entry.ref, reader), today: call.today), today: call.today)
    return BlackPages.entry(model, state)
  }
}
