import Kit
import Offices
import Procedure
import Storage
import Web

/// Requests between counties: the asking side under `/assistance/:id`, the asked side under `/assistance/received/:id`.
struct AssistanceRoutes {
  let room: Casework

  var routes: [Route] { looks + acts }

  private var looks: [Route] {
    [
      Route.look("/assistance", .may(.caseSee)) { call, reader in
        let scope = try call.scope()
        let (sent, received) = (try AssistanceStore.sent(scope, reader), try AssistanceStore.received(scope, reader))
        return .page(AssistancePages.list(sent, received, try names(reader), today: call.today))
      },
      Route.look("/assistance/:id", .may(.caseSee, on: .assistance)) { .page(try page($0, $1, .asker, .empty)) },
      Route.look("/assistance/received/:id", .may(.caseSee, on: .assistanceReceived)) {
        .page(try page($0, $1, .asked, .empty))
      },
      Route.look("/cases/:id/assistance", .may(.caseWork, on: .lawCase)) {
        .page(try form($0, $1, .filled([("kind", "help")])))
      },
    ]
  }

  private var acts: [Route] {
    [
      Route.act("/cases/:id/assistance", .may(.caseWork, on: .lawCase), body: StepRoutes.files) { call in
        try await call.submit { form in
          let (id, new) = (try call.id(Case.self), try AssistanceForm.request(form))
          let (files, kept) = (FormReader(form).files("files"), call.database.attachments)
          let record = try await change(call, with: new.other, .askAssistance) { here, there in
            let record = try room.ask(new, for: id, here, there)
            for file in files {
              try kept.attach(file, to: record.ref, here)
              try kept.attach(file, to: record.received, there)
            }
            return record
          }
          return .redirect("/assistance/\(record.id)")
        } again: {
          try self.form(call, $1, $0)
        }
      },
      Route.act("/assistance/received/:id/answer", .may(.caseWork, on: .assistanceReceived), body: StepRoutes.files) {
        call in
        try await call.submit { form in
          let id = try call.id(Assistance.self)
          let (answer, text) = try AssistanceForm.answer(form)
          let (files, kept) = (FormReader(form).files("files"), call.database.attachments)
          let record = try await call.read { try AssistanceStore.found(id, $0) }
          try await change(call, with: record.county, .answerAssistance) { here, there in
            try room.answer(answer, text, to: id, here, there)
            for file in files {
              try kept.attach(file, to: record.received, here)
              try kept.attach(file, to: try home(record, there), there)
            }
          }
          return .redirect("/assistance/received/\(id)")
        } again: {
          try page(call, $1, .asked, $0)
        }
      },
      Route.act("/assistance/:id/escalate", .may(.caseWork, on: .assistance)) { call in
        try await call.submit { form in
          let (id, text) = (try call.id(Assistance.self), try AssistanceForm.text(form, "我方的意见和理由"))
          let record = try await call.read { try AssistanceStore.found(id, $0) }
          try await change(call, with: record.other, .escalateAssistance) { try room.escalate(id, text, $0, $1) }
          return .redirect("/assistance/\(id)")
        } again: {
          try page(call, $1, .asker, $0)
        }
      },
      Route.act("/assistance/:id/rule", .may(.jurisdictionDecide, on: .assistance)) { call in
        try await call.submit { form in
          let (id, counties) = (try call.id(Assistance.self), try call.person().counties)
          let (county, text) = try AssistanceForm.ruling(form)
          let record = try await call.read { try AssistanceStore.found(id, $0) }
          try await change(call, with: record.other, .ruleAssistance) {
            try room.rule(id, for: county, text, over: counties, $0, $1)
          }
          return .redirect("/assistance/\(id)")
        } again: {
          try page(call, $1, .asker, $0)
        }
      },
    ]
  }

  /// What a reply brings belongs to the case; to the request alone once the file of the case is fixed.
  private func home(_ record: AssistanceRecord, _ tx: Transaction) throws -> Ref {
    let isFixed = try Casework.lawCase(record.lawCase, tx)?.stage == .archived
    return isFixed ? record.ref : Ref(.lawCase, record.lawCase)
  }

  private func change<T: Sendable>(
    _ call: Call, with other: County, _ deed: Deed, _ body: @escaping @Sendable (Transaction, Transaction) throws -> T
  ) async throws -> T {
    let county = try call.county()
    guard county != other else { throw AssistanceRefusal.ownCounty }
    return try await call.database.change(county, with: other, by: call.person().actor, deed: deed, body)
  }

  private func names(_ reader: Reader) throws -> [County: String] {
    Dictionary(try Offices.counties(reader).map { ($0.county, $0.name) }) { first, _ in first }
  }

  private func form(_ call: Call, _ reader: Reader, _ state: FormState) throws -> Page {
    guard let record = try CaseStore.find(try call.id(Case.self), reader) else { throw MissingRecord("起案件") }
    let others = try Offices.counties(reader).filter { $0.county != record.county }
    return AssistancePages.form(record, others, state)
  }

  private func page(_ call: Call, _ reader: Reader, _ side: AssistanceSide, _ state: FormState) throws -> Page {
    let (viewer, records) = (try call.person(), call.records)
    let record = try AssistanceStore.found(try call.id(), reader)
    let ref = side == .asker ? record.ref : record.received
    let may = { (permission: Permission) in
      viewer.scope(permission)?.allows(Placement(county: side == .asker ? record.county : record.other)) == true
    }
    return AssistancePages.page(
      AssistanceModel(
        record: record, side: side, names: try names(reader),
        lawCase: side == .asker && may(.caseSee) ? records.link(Ref(.lawCase, record.lawCase)) : nil,
        files: try call.database.attachments.list(of: ref, reader), history: try LedgerReading.history(of: ref, reader),
        mayWork: may(.caseWork), mayRule: viewer.counties.contains(record.other) && may(.jurisdictionDecide),
        today: call.today),
      state)
  }
}
