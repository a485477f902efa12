import Kit
import Storage
import Web

struct ClosingRoutes {
  let room: Casework

  var routes: [Route] {
    [
      Route(.get, "/cases/:id/pay", .may(.caseWork, on: .lawCase)) { .page(try await pay($0, nil)) },
      Route(.post, "/cases/:id/pay", .may(.caseWork, on: .lawCase)) { call in
        try await call.submit { form in
          let id = try call.id(Case.self)
          let payment = try ClosingForm.payment(form)
          try await call.change(.payCase) { try room.pay(id, payment, $0) }
          return .redirect("/cases/\(id)")
        } again: { try await pay(call, $0) }
      },
      Route(.get, "/cases/:id/close", .may(.caseWork, on: .lawCase)) { .page(try await close($0, .empty)) },
      Route(.post, "/cases/:id/close", .may(.caseWork, on: .lawCase)) { call in
        try await call.submit { form in
          let id = try call.id(Case.self)
          let note = try ClosingForm.note(form)
          try await call.change(.closeCase, reason: note) { try room.close(id, note: note, $0) }
          return .redirect("/cases/\(id)")
        } again: { try await close(call, $0) }
      },
    ]
  }

  /// `state` nil for a fresh form: all that is still owed, today.
  private func pay(_ call: Call, _ state: FormState?) async throws -> Page {
    let (record, today) = (try await found(call), call.today)
    if state == nil, record.state != .decided { throw CaseRefusal.notDecided(record.number, record.state) }
    let fresh = FormState.filled([("date", today.iso), ("amount", record.unpaid.text)])
    return ClosingPages.pay(record, state ?? fresh)
  }

  private func close(_ call: Call, _ state: FormState) async throws -> Page {
    ClosingPages.close(try await found(call), state)
  }

  private func found(_ call: Call) async throws -> CaseRecord {
    let id = try call.id(Case.self)
    guard let record = try await call.read({ try CaseStore.find(id, $0) }) else { throw MissingRecord("起案件") }
    return record
  }
}
