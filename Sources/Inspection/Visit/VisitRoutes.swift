import Kit
import Storage
import Web

struct VisitRoutes {
  let room: Inspection

  var routes: [Route] { lists + planning + recording }

  private var lists: [Route] {
    [
      Route(.get, "/visits", .may(.visitSee)) { .page(try await list($0)) },
      Route(.get, "/visits/premises", .may(.visitSee)) { .page(try await places($0)) },
      Route(.get, "/visits/:id", .may(.visitSee, on: .visit)) { .page(try await detail($0)) },
    ]
  }

  private var planning: [Route] {
    [
      Route(.get, "/visits/new", .may(.visitWork)) { .page(try await plan($0, nil)) },
      Route(.post, "/visits", .may(.visitWork)) { call in
        try await call.submit { form in
          let new = try VisitForm.plan(form)
          let id = try await call.change(.planVisit) { try room.plan(new, $0) }
          return .redirect("/visits/\(id)")
        } again: { try await plan(call, $0) }
      },
      Route(.get, "/visits/:id/cancel", .may(.visitWork, on: .visit)) { .page(try await cancel($0, .empty)) },
      Route(.post, "/visits/:id/cancel", .may(.visitWork, on: .visit)) { call in
        try await call.submit { form in
          let id = try call.id(Visit.self)
          let reason = try reason(form)
          try await call.change(.cancelVisit, reason: reason) { try room.cancel(id, $0) }
          return .redirect("/visits/\(id)")
        } again: { try await cancel(call, $0) }
      },
    ]
  }

  private var recording: [Route] {
    [
      Route(.get, "/visits/:id/record", .may(.visitWork, on: .visit)) { .page(try await record($0, nil)) },
      Route(.post, "/visits/:id/record", .may(.visitWork, on: .visit), body: VisitRoutes.photos) { call in
        try await call.submit { form in
          let id = try call.id(Visit.self)
          let report = try VisitForm.report(form, try await call.read { try VisitItemStore.items(of: id, $0) })
          try await save(report, FormReader(form).files("files"), id, call)
          return .redirect("/visits/\(id)")
        } again: { try await record(call, $0) }
      },
    ]
  }

  /// Ten photographs, or a short film with some.
  static let photos = BodyLimit(megabytes: 105, eachFile: 20, files: 10)

  private func save(_ report: VisitReport, _ files: [StagedFile], _ id: ID<Visit>, _ call: Call) async throws {
    let attachments = call.database.attachments
    try await call.change(.recordVisit) { tx in
      try room.record(id, report, tx)
      for file in files { try attachments.attach(file, to: Ref(.visit, id), tx) }
    }
  }

  private func reason(_ form: Form) throws -> String {
    let read = FormReader(form)
    let reason = read.text("reason", "取消的理由")
    try read.done()
    return reason
  }
}
