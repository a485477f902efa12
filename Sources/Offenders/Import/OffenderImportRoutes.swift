import Kit
import Storage
import Web

struct OffenderImportRoutes {
  let room: Offenders

  var routes: [Route] { [form, template, upload, batch, apply] }

  private var form: Route {
    Route.look("/offenders/import", .may(.offenderWork)) { call, reader in .page(try formPage(call, reader, .empty)) }
  }

  private var template: Route {
    Route.look("/offenders/import/template.csv", .may(.offenderWork)) { _, _ in
      let titles = OffenderColumn.allCases.map(\.title).joined(separator: ",")
      return .file(
        bytes: [0xEF, 0xBB, 0xBF] + Array("\(titles)\r\n".utf8), name: "违法人员名单模板.csv", type: "text/csv; charset=utf-8")
    }
  }

  private var upload: Route {
    Route.act("/offenders/import", .may(.offenderWork), body: BodyLimit(megabytes: 33, eachFile: 32, files: 1)) {
      call in
      try await call.submit { form in
        let read = FormReader(form)
        let origin = read.choice("origin", "来源", RecordOrigin.self)
        guard let file = read.files("file").first else { throw OffenderImportRefusal.noFile }
        try read.done()
        guard let origin, origin != .ownCase else { throw MissingRecord("种来源") }
        let id = try await room.stage(file, as: origin, county: try call.county(), call.database)
        return .redirect("/offenders/import/\(id)")
      } again: { state, reader in
        try formPage(call, reader, state)
      }
    }
  }

  private var batch: Route {
    Route.look("/offenders/import/:id", .may(.offenderWork, on: .offenderImport)) { call, reader in
      .page(try batchPage(call, reader, .empty))
    }
  }

  private var apply: Route {
    Route.act("/offenders/import/:id/apply", .may(.offenderWork, on: .offenderImport)) { call in
      try await call.submit { _ in
        let id = try call.id(OffenderImport.self)
        try await call.change(.importOffenders) { try room.apply(id, $0) }
        return .redirect("/offenders/import/\(id)")
      } again: { state, reader in
        try batchPage(call, reader, state)
      }
    }
  }

  private func formPage(_ call: Call, _ reader: Reader, _ state: FormState) throws -> Page {
    OffenderImportPages.form(
      try OffenderImportStore.latest(in: try call.person().counties, reader), today: call.today, state)
  }

  private func batchPage(_ call: Call, _ reader: Reader, _ state: FormState) throws -> Page {
    let id = try call.id(OffenderImport.self)
    if let applied = try OffenderImportStore.applied(id, reader) {
      let history = historySection(try LedgerReading.history(of: Ref(.offenderImport, id), reader), today: call.today)
      return OffenderImportPages.applied(applied, history: history, today: call.today, state)
    }
    guard let staged = try OffenderImportStore.staged(id, reader) else { throw MissingRecord("次导入") }
    return OffenderImportPages.staged(
      staged, try OffenderImportStore.faults(of: id, limit: 500, reader), state)
  }
}

enum OffenderJobs {
  static let jobs: [Job] = [
    Job("offenders.forget-imports", purpose: "清掉三天前没有导入的违法人员名单", seconds: 3600) { database in
      let moment = database.world.now().adding(seconds: -3 * 86_400)
      for batch in try await database.read({ try OffenderImportStore.outdated(before: moment, $0) }) {
        try await database.scratch { try OffenderImportStore.forget(batch, $0) }
      }
    }
  ]
}
