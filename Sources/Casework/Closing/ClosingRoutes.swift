import Kit
import Storage
import Web

struct ClosingRoutes {
  let room: Casework

  var routes: [Route] {
    [
      Route.look("/cases/:id/pay", .may(.caseWork, on: .lawCase)) { .page(try pay($0, $1, nil)) },
      Route.act("/cases/:id/pay", .may(.caseWork, on: .lawCase)) { call in
        try await call.submit { form in
          let id = try call.id(Case.self)
          let payment = try ClosingForm.payment(form)
          try await call.change(.payCase) { try room.pay(id, payment, $0) }
          return .redirect("/cases/\(id)")
        } again: {
          try pay(call, $1, $0)
        }
      },
      Route.look("/cases/:id/close", .may(.caseDecide, on: .lawCase)) { .page(try close($0, $1, .empty)) },
      Route.act("/cases/:id/close", .may(.caseDecide, on: .lawCase)) { call in
        try await call.submit { form in
          let id = try call.id(Case.self)
          let note = try ClosingForm.note(form)
          try await call.change(.closeCase, reason: note) { try room.close(id, note: note, $0) }
          return .redirect("/cases/\(id)")
        } again: {
          try close(call, $1, $0)
        }
      },
    ]
  }

  /// `state` nil for a fresh form: all that is still owed, today.
  private func pay(_ call: Call, _ reader: Reader, _ state: FormState?) throws -> Page {
    let (record, today) = (try found(call, reader), call.today)
    if state == nil, record.state != .decided { throw CaseRefusal.notDecided(record.number, record.state) }
    let fresh = FormState.filled([("date", today.iso), ("amount", record.unpaid.text)])
    return ClosingPages.pay(record, state ?? fresh)
  }

  private func close(_ call: Call, _ reader: Reader, _ state: FormState) throws -> Page {
    ClosingPages.close(try found(call, reader), state)
  }

  private func found(_ call: Call, _ reader: Reader) throws -> CaseRecord {
    let id = try call.id(Case.self)
    guard let record = try CaseStore.find(id, reader) else { throw MissingRecord("起案件") }
    return record
  }
}
