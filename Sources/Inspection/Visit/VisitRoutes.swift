import Kit
import Storage
import Web

struct VisitRoutes {
  let room: Inspection

  var routes: [Route] { lists + planning + recording }

  private var lists: [Route] {
    [
      Route.look("/visits", .may(.visitSee)) { .page(try list($0, $1)) },
      Route.look("/visits/premises", .may(.visitSee)) { .page(try places($0, $1)) },
      Route.look("/visits/:id", .may(.visitSee, on: .visit)) { .page(try detail($0, $1)) },
    ]
  }

  private var planning: [Route] {
    [
      Route.look("/visits/new", .may(.visitWork)) { .page(try plan($0, $1, nil)) },
      Route.act("/visits", .may(.visitWork)) { call in
        try await call.submit { form in
          let new = try VisitForm.plan(form)
          let id = try await call.change(.planVisit) { try room.plan(new, $0) }
          return .redirect("/visits/\(id)")
        } again: {
          try plan(call, $1, $0)
        }
      },
      Route.look("/visits/:id/cancel", .may(.visitWork, on: .visit)) { .page(try cancel($0, $1, .empty)) },
      Route.act("/visits/:id/cancel", .may(.visitWork, on: .visit)) { call in
        try await call.submit { form in
          let id = try call.id(Visit.self)
          let reason = try reason(form)
          try await call.change(.cancelVisit, reason: reason) { try room.cancel(id, $0) }
          return .redirect("/visits/\(id)")
        } again: {
          try cancel(call, $1, $0)
        }
      },
    ]
  }

  private var recording: [Route] {
    [
      Route.look("/visits/:id/record", .may(.visitWork, on: .visit)) { .page(try record($0, $1, nil)) },
      Route.act("/visits/:id/record", .may(.visitWork, on: .visit), body: VisitRoutes.photos) { call in
        try await call.submit { form in
          let id = try call.id(Visit.self)
          let report = try VisitForm.report(form, try await call.read { try VisitItemStore.items(of: id, $0) })
          try await save(report, FormReader(form).files("files"), id, call)
          return .redirect("/visits/\(id)")
        } again: {
          try record(call, $1, $0)
        }
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
