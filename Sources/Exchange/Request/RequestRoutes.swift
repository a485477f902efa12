import Kit
import Matching
import Offenders
import Offices
import Storage
import Web

/// The asking side under `/exchange/requests/:id`, the asked side under `/exchange/received/:id`.
struct RequestRoutes {
  let room: Exchange

  var routes: [Route] {
    [
      Route.look("/exchange/requests", .may(.exchangeSee)) { .page(try list($0, $1)) },
      Route.look("/exchange/requests/new", .may(.exchangeAsk)) { .page(try form($0, $1, .empty)) },
      Route.look("/exchange/requests/:id", .may(.exchangeSee, on: .personRequest)) { .page(try sent($0, $1)) },
      Route.look("/exchange/received/:id", .may(.exchangeSee, on: .personRequestReceived)) {
        .page(try received($0, $1, .empty))
      },
      Route.act("/exchange/requests", .may(.exchangeAsk)) { call in
        try await call.submit { form in
          let new = try RequestForm.ask(form)
          let record = try await change(call, with: new.other, .askCounty) { try room.ask(new, $0, $1) }
          return .redirect("/exchange/requests/\(record.id)")
        } again: {
          try self.form(call, $1, $0)
        }
      },
      Route.act("/exchange/received/:id/answer", .may(.exchangeAsk, on: .personRequestReceived)) { call in
        try await call.submit { form in
          let id = try call.id(PersonRequest.self)
          let answer = try RequestForm.answer(form)
          let record = try await call.read { try RequestStore.found(id, $0) }
          try await change(call, with: record.county, .answerCounty) { try room.answer(answer, to: id, $0, $1) }
          return .redirect("/exchange/received/\(id)")
        } again: {
          try received(call, $1, $0)
        }
      },
    ]
  }

  private func change<T: Sendable>(
    _ call: Call, with other: County, _ deed: Deed, _ body: @escaping @Sendable (Transaction, Transaction) throws -> T
  ) async throws -> T {
    let county = try call.county()
    guard county != other else { throw RequestRefusal.ownCounty }
    return try await call.database.change(county, with: other, by: call.person().actor, deed: deed, body)
  }

  private func list(_ call: Call, _ reader: Reader) throws -> Page {
    let listing = Listing(call, base: "/exchange/requests", sorts: ["at"], descending: true, filters: ["side"])
    let isReceived = listing.filter("side") == "received"
    let filter = try call.scope().filter(
      county: isReceived ? "other" : "county", agency: "0", owner: isReceived ? "0" : "account")
    let records = try RequestStore.list(filter, offset: listing.offset, limit: Listing.size, reader)
    return RequestPages.list(
      records, listing.counting(try RequestStore.count(filter, reader)), try names(reader), isReceived: isReceived,
      mayAsk: try call.person().may(.exchangeAsk), today: call.today)
  }

  private func form(_ call: Call, _ reader: Reader, _ state: FormState) throws -> Page {
    let county = try call.person().county
    return RequestPages.form(try Offices.counties(reader).filter { $0.county != county }, state)
  }

  private func sent(_ call: Call, _ reader: Reader) throws -> Page {
    let record = try RequestStore.found(try call.id(), reader)
    return RequestPages.sent(
      record, try room.given(record, reader), try names(reader), try LedgerReading.history(of: record.ref, reader),
      today: call.today)
  }

  private func received(_ call: Call, _ reader: Reader, _ state: FormState) throws -> Page {
    let record = try RequestStore.found(try call.id(), reader)
    let viewer = try call.person()
    let mayAnswer = viewer.scope(.exchangeAsk)?.allows(Placement(county: record.other)) == true
    let isOpen = record.state == .sent && mayAnswer
    return RequestPages.received(
      record, candidates: isOpen ? try room.candidates(for: record, reader) : [],
      given: try room.given(record, reader), try names(reader),
      try LedgerReading.history(of: record.received, reader), isOpen: isOpen, today: call.today, state)
  }

  private func names(_ reader: Reader) throws -> [County: String] {
    Dictionary(try Offices.counties(reader).map { ($0.county, $0.name) }) { first, _ in first }
  }
}

enum RequestForm {
  static func ask(_ form: Form) throws -> NewRequest {
    let read = FormReader(form)
    let county = Int64(read.text("county", "哪个县", most: 20)) ?? 0
    var said = MatchRecord()
    said.name = read.maybeText("name", "姓名", most: 60) ?? ""
    said.aliases = read.maybeText("aliases", "又名", most: 100) ?? ""
    said.sex = read.maybeText("sex", "性别", most: 2) ?? ""
    said.birthYear = read.maybeText("birth-year", "出生年", most: 4) ?? ""
    said.idNumber = read.maybeText("id-number", "证件号码", most: 20) ?? ""
    said.phone = read.maybeText("phone", "电话", most: 60) ?? ""
    said.homePlace = read.maybeText("home", "籍贯", most: 100) ?? ""
    let purpose = read.text("purpose", "用途", most: 500)
    let due = read.date("due", "希望哪天以前答复")
    try read.done()
    return NewRequest(of: County(county), said, purpose: purpose, due: due)
  }

  private enum Choice: String { case give, refuse }

  static func answer(_ form: Form) throws -> RequestAnswer {
    let read = FormReader(form)
    let choice = read.choice("choice", "答复", Choice.self)
    let words =
      choice == .refuse ? read.text("words", "理由", most: 5000) : read.maybeText("words", "说明", most: 5000) ?? ""
    let records = form.all("records").compactMap { ID<OffenderRecord>(text: $0) }
    try read.done()
    return choice == .refuse
      ? .refuse(because: words) : .give(records, opens: read.checked("opens"), words: words)
  }
}
