import Kit
import Offices
import Storage
import Web

/// Clues about an office or its people: taken out of its reach, and handled by whoever received them.
struct ConcealedRoutes {
  let intake: Intake

  static let record = RecordKind(
    .concealed, noun: "条移来的线索", see: .concealedAnswer, link: { Link("/concealed/\(ID<Clue>($0))") }
  ) { number, reader in
    guard let one = try ConcealedStore.find(ID(number), reader) else { return nil }
    return RecordFace(
      title: "移来的线索",
      place: Placement(
        county: one.county, agency: one.receiverAgency, owner: one.receiver, hiddenFrom: [one.agency]))
  }

  var routes: [Route] {
    [
      Route.look("/clues/:id/conceal", .may(.clueWork, on: .clue)) { call, reader in
        let model = try ClueModel.read(call, intake, reader)
        guard model.allows(call.path) else { return .redirect("/clues/\(model.clue.id)") }
        return .page(try form(model, call, reader, nil))
      },
      Route.act("/clues/:id/conceal", .may(.clueWork, on: .clue)) { call in
        try await call.submit { form in
          let (id, new) = (try call.id(Clue.self), try Self.read(form))
          try await call.change(.concealClue) { try intake.conceal(id, new, $0) }
          return .redirect("/clues")
        } again: {
          try self.form(try ClueModel.read(call, intake, $1), call, $1, $0)
        }
      },
      Route.look("/concealed", .may(.concealedAnswer)) { call, reader in
        let listing = Listing(call, base: "/concealed", sorts: ["received"], descending: true, filters: [])
        let (total, clues) = try ConcealedStore.page(try call.scope(), listing, reader)
        return .page(ConcealedPages.list(clues, listing.counting(total), today: call.today))
      },
      Route.look("/concealed/:id", .may(.concealedAnswer, on: .concealed)) { .page(try page($0, $1, .empty)) },
    ] + steps
  }

  private var steps: [Route] {
    [
      Route.act("/concealed/:id/pass", .may(.concealedAnswer, on: .concealed)) { call in
        try await call.submit { form in
          let read = FormReader(form)
          let receiver: ID<Account> = read.id("receiver", "交给")
          try read.done()
          let id = try call.id(Clue.self)
          try await call.change(.passConcealed) { try intake.pass(id, to: receiver, $0) }
          return .redirect("/concealed")
        } again: {
          try page(call, $1, $0)
        }
      },
      Route.act("/concealed/:id/answer", .may(.concealedAnswer, on: .concealed)) { call in
        try await call.submit { form in
          let read = FormReader(form)
          let words = read.text("answer", "答复", most: 2000)
          try read.done()
          let id = try call.id(Clue.self)
          try await call.change(.answerConcealed) { try intake.answer(concealed: id, words, $0) }
          return .redirect("/concealed/\(id)")
        } again: {
          try page(call, $1, $0)
        }
      },
    ]
  }

  private static func read(_ form: Form) throws -> Concealing {
    let read = FormReader(form)
    let agency: ID<Agency> = read.id("agency", "反映的是哪个单位或其人员")
    let receiver: ID<Account> = read.id("receiver", "交给")
    let (ground, due) = (read.text("ground", "依据和理由", most: 2000), read.date("due", "哪天以前答复举报人"))
    try read.done()
    return Concealing(agency: agency, receiver: receiver, ground: ground, due: due)
  }

  private func form(_ model: ClueModel, _ call: Call, _ reader: Reader, _ state: FormState?) throws -> Page {
    let (county, own) = (model.clue.county, ID<Agency>(try call.person().agency))
    return ConcealedPages.form(
      model, agencies: try Offices.agencies(in: county, reader),
      receivers: try ConcealedTargets.all(in: county, notOf: 0, intake, reader),
      state ?? .filled([("due", call.today.adding(days: 30).iso), ("agency", own.text)]))
  }

  private func page(_ call: Call, _ reader: Reader, _ state: FormState) throws -> Page {
    guard let concealed = try ConcealedStore.find(try call.id(), reader),
      let clue = try ClueStore.find(concealed.clue, reader)
    else { throw MissingRecord("条移来的线索") }
    let receivers = try ConcealedTargets.all(
      in: clue.county, notOf: concealed.agency, intake, reader
    ).filter { $0.id.value != concealed.receiver }
    return ConcealedPages.page(
      clue, concealed, try Attachment.of(concealed.ref, reader), receivers: receivers, today: call.today, state)
  }
}
