import Foundation
import Kit
import Offenders
import Storage
import Web

/// Questions to the province under `/exchange/queries`, answering them under `/exchange/questions`; both by file or by token.
struct QueryRoutes {
  let room: Exchange

  var routes: [Route] { [list, form, ask, page, file, answer, questions, reply, questionsByToken, answerByToken] }

  private static let upload = BodyLimit(megabytes: 2, eachFile: 1, files: 1)

  /// On the look-up that a question grows from, and on the case or clue that it is for.
  var panels: [Panel] {
    let onLook = Panel(on: .offenderLook, order: 10) { ref, viewer, reader in
      guard viewer.may(.exchangeSee) else { return .none }
      return QueryPages.panel(
        try QueryStore.on(look: ID(ref.number), reader).filter { Self.sees($0, viewer) },
        ask: viewer.may(.exchangeAsk)
          ? Link("/exchange/queries/new").asking([("look", ID<Look>(ref.number).text)]) : nil, today: reader.today)
    }
    return [onLook]
      + [RefKind("case"), RefKind("clue")].map { kind in
        Panel(on: kind, order: 16) { ref, viewer, reader in
          QueryPages.panel(
            try QueryStore.on(subject: ref, reader).filter { Self.sees($0, viewer) }, ask: nil, today: reader.today)
        }
      }
  }

  private static func sees(_ query: QueryRecord, _ viewer: Viewer) -> Bool {
    viewer.scope(.exchangeSee)?.allows(Placement(county: query.county, owner: query.account)) == true
  }

  private var list: Route {
    Route.look("/exchange/queries", .may(.exchangeSee)) { call, reader in
      let listing = Listing(call, base: "/exchange/queries", sorts: ["at"], descending: true, filters: [])
      let filter = try call.scope().filter(county: "county", agency: "0", owner: "account")
      return .page(
        QueryPages.list(
          try QueryStore.list(filter, offset: listing.offset, limit: Listing.size, reader),
          listing.counting(try QueryStore.count(filter, reader)), today: call.today))
    }
  }

  private var form: Route {
    Route.look("/exchange/queries/new", .may(.exchangeAsk)) { call, reader in
      .page(try formPage(call.asked("look"), call, reader, .empty))
    }
  }

  private func formPage(_ look: String?, _ call: Call, _ reader: Reader, _ state: FormState) throws -> Page {
    guard let id = look.flatMap({ ID<Look>(text: $0) }) else { return QueryPages.nobody }
    let look = try room.offenders.lookRecord(id, for: try call.person(), reader)
    return QueryPages.form(look, state, today: call.today)
  }

  private var ask: Route {
    Route.act("/exchange/queries", .may(.exchangeAsk)) { call in
      try await call.submit { form in
        let read = FormReader(form)
        let (look, due) = (read.id("look", "比对", Look.self), read.date("due", "希望哪天以前答复"))
        try read.done()
        let viewer = try call.person()
        let query = try await call.change(.askProvince) { tx in
          try room.askProvince(try room.offenders.lookRecord(look, for: viewer, tx), due: due, tx)
        }
        return .redirect("/exchange/queries/\(query.id)")
      } again: {
        try formPage($0.value("look"), call, $1, $0)
      }
    }
  }

  private var page: Route {
    Route.look("/exchange/queries/:id", .may(.exchangeSee, on: .provinceQuery)) { .page(try onePage($0, $1, .empty)) }
  }

  private func onePage(_ call: Call, _ reader: Reader, _ state: FormState) throws -> Page {
    let (query, viewer) = (try Self.found(try call.id(), reader), try call.person())
    let links = try call.records.links(query.subject.map { [$0] } ?? [], for: viewer, reader)
    return QueryPages.page(
      query, subject: query.subject.flatMap { links[$0] },
      mayEnter: viewer.scope(.exchangeAsk)?.allows(Placement(county: query.county)) == true,
      try LedgerReading.history(of: query.ref, reader), today: call.today, state)
  }

  private static func found(_ id: ID<Query>, _ reader: Reader) throws -> QueryRecord {
    guard let query = try QueryStore.query(id, reader) else { throw MissingRecord("件问省里") }
    return query
  }

  /// A deed, because it holds numbers in full.
  private var file: Route {
    Route.act("/exchange/queries/:id/file", .may(.exchangeAsk, on: .provinceQuery).proven) { call in
      try await call.submit { _ in
        let id = try call.id(Query.self)
        let file = try await call.change(.fetchQuestion) { try room.question(try Self.found(id, $0), $0) }
        return .file(bytes: try JSONCall.write(file), name: "问省里 \(file.number).json", type: "application/json")
      } again: {
        try onePage(call, $1, $0)
      }
    }
  }

  private var answer: Route {
    Route.act("/exchange/queries/:id/answer", .may(.exchangeAsk, on: .provinceQuery), body: Self.upload) { call in
      try await call.submit { form in
        let answer = try QueryAnswer.read(try DeliveryRoutes.bytes(of: form))
        let id = try call.id(Query.self)
        try await call.change(.enterAnswer) { try room.enter(answer, to: try Self.found(id, $0), $0) }
        return .redirect("/exchange/queries/\(id)")
      } again: {
        try onePage(call, $1, $0)
      }
    }
  }

  // MARK: Whoever answers

  private var questions: Route {
    Route.look("/exchange/questions", .may(.exchangeDeliver)) { .page(try questionsPage($0, $1, .empty)) }
  }

  private func questionsPage(_ call: Call, _ reader: Reader, _ state: FormState) throws -> Page {
    let listing = Listing(call, base: "/exchange/questions", sorts: ["at"], descending: true, filters: [])
    let filter = try call.scope().filter(county: "county", agency: "0", owner: "0")
    let (total, questions) = try QueryStore.questions(filter, offset: listing.offset, limit: Listing.size, reader)
    return QueryPages.questions(questions, listing.counting(total), today: call.today, state)
  }

  private var reply: Route {
    Route.act("/exchange/questions", .may(.exchangeDeliver), body: Self.upload) { call in
      try await call.submit { form in
        let file = try QueryFile.read(try DeliveryRoutes.bytes(of: form))
        let answer = try await call.change(.answerQuestion, reason: file.purpose) { try room.answer(file, $0) }
        return .file(bytes: try JSONCall.write(answer), name: "答复 \(file.number).json", type: "application/json")
      } again: {
        try questionsPage(call, $1, $0)
      }
    }
  }

  // MARK: By token

  private var questionsByToken: Route {
    Route.call("/api/offenders/questions", .deliver, body: .form) { call in
      let asked: PurposeCall = try JSONCall.read(try await call.body())
      guard let purpose = asked.purpose?.trimmed, !purpose.isEmpty else { throw CallFormRefusal.noPurpose }
      let files = try await call.change(.fetchQuestion, reason: purpose) { tx in
        let files = try QueryStore.waiting(in: tx.county, tx).map { try room.question($0, tx) }
        try room.note(.deliver, call.holder, "取走问省里 \(files.count) 件", taken: files.count, tx)
        return files
      }
      return .json(try JSONCall.write(["questions": files]))
    }
  }

  private var answerByToken: Route {
    Route.call("/api/offenders/answers", .deliver, body: .form) { call in
      let answer = try QueryAnswer.read(try await call.body())
      try await call.change(.enterAnswer, reason: answer.number) { tx in
        guard let query = try QueryStore.query(number: answer.number, in: tx.county, tx) else {
          throw DeliveryRefusal.otherFile
        }
        try room.enter(answer, to: query, tx)
        try room.note(.deliver, call.holder, "送来\(query.title)的答复", tx)
      }
      return .json(try JSONCall.write(["number": answer.number]))
    }
  }
}

/// A call that takes what waits, and says why.
struct PurposeCall: Decodable {
  var purpose: String?
}
