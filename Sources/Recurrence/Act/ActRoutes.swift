import Casework
import Duties
import Kit
import Law
import Offenders
import Offices
import Storage
import Web

struct ActRoutes {
  let room: Recurrence

  var routes: [Route] {
    [
      Route.look("/recurrences", .may(.recurrenceSee)) { .page(try list($0, $1)) },
      Route.look("/recurrences/new", .may(.caseWork)) { .page(try naming($0, $1, .empty)) },
      Route.look("/recurrences/:id", .may(.recurrenceSee, on: .recurrence)) { .page(try page($0, $1, .empty)) },
      Route.act("/recurrences", .may(.caseWork)) { call in
        try await call.submit { form in
          let new = try ActForm.naming(form)
          let id = try await call.change(.nameActor) { tx in
            guard try Offenders.file(of: new.person, tx) != nil else { throw RecurrenceRefusal.noPerson }
            return try room.name(new.person, in: Ref(.lawCase, new.lawCase), standing: new.standing, tx)
          }
          return .redirect("/recurrences/\(id)")
        } again: {
          try naming(call, $1, $0)
        }
      },
      Route.act("/recurrences/:id/decide", .may(.caseDecide, on: .recurrence)) { call in
        try await call.submit { form in
          let id = try call.id(NewAct.self)
          let (transfers, words) = try ActForm.decide(form)
          try await call.change(.decideRecurrence, reason: words) {
            try room.decide(id, transfers: transfers, because: words, $0)
          }
          return .redirect("/recurrences/\(id)")
        } again: {
          try page(call, $1, $0)
        }
      },
    ]
  }

  private func list(_ call: Call, _ reader: Reader) throws -> Page {
    let listing = Listing(call, base: "/recurrences", sorts: ["at"], descending: true, filters: ["state"])
    var filter = try call.scope().filter(
      county: "recurrence.county", agency: "0", owner: "COALESCE(recurrence.head, 0)")
    if let state = listing.filter("state").flatMap(ActState.init(rawValue:)) {
      filter = filter + SQL(" AND recurrence.state = \(state.rawValue)")
    }
    let acts = try ActStore.list(
      filter, limit: Listing.size, offset: listing.offset, newestFirst: listing.descending, reader)
    return ActPages.list(
      try acts.map { ActLine(act: $0, person: try room.standing($0.person, reader)?.person.name ?? "—") },
      listing.counting(try ActStore.count(filter, reader)), today: call.today)
  }

  private func naming(_ call: Call, _ reader: Reader, _ state: FormState) throws -> Page {
    let text = state.value("person").isEmpty ? call.asked("person") ?? "" : state.value("person")
    guard let id = ID<Offender>(text: text), let file = try Offenders.file(of: id, reader) else {
      throw RecurrenceRefusal.noPerson
    }
    let cases = try Casework.working(call.person().account, reader)
    return ActPages.naming(file.person, cases, room.counting.rule, state)
  }

  private func page(_ call: Call, _ reader: Reader, _ state: FormState) throws -> Page {
    let act = try room.found(try call.id(), reader)
    let viewer = try call.person()
    let records = call.records.seen(by: viewer)
    return ActPages.page(
      ActModel(
        act: act, person: try room.standing(act.person, reader)?.person, results: try room.results(of: act, reader),
        rule: room.counting.rule, subject: records.link(act.subject),
        personLink: records.link(Ref(.offender, act.person)),
        duties: try Duties.waiting(on: act.ref, reader), calendar: room.counting.law.calendar,
        headName: try act.head.flatMap { try Offices.person($0, reader)?.name },
        mayDecide: act.state == .waiting && act.head?.value == viewer.account && viewer.may(.caseDecide),
        mayCheck: viewer.may(.caseWork) && act.lawCase != nil,
        history: try LedgerReading.history(of: act.ref, reader), today: call.today),
      state)
  }
}

/// What the forms of this room say.
enum ActForm {
  static func naming(_ form: Form) throws -> (person: ID<Offender>, lawCase: ID<Case>, standing: String?) {
    let read = FormReader(form)
    let person = read.id("person", "库里的人", Offender.self)
    let lawCase = read.id("case", "案件", Case.self)
    let standing = read.maybeText("standing", "这一次的医师资格", most: 40)
    try read.done()
    return (person, lawCase, standing)
  }

  private enum Choice: String { case transfer, keep }

  static func decide(_ form: Form) throws -> (transfers: Bool, words: String) {
    let read = FormReader(form)
    let choice = read.choice("choice", "决定", Choice.self)
    let words = read.text("words", "理由", most: 5000)
    try read.done()
    return (choice == .transfer, words)
  }
}
