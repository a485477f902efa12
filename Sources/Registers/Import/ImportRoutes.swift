import Kit
import Law
import Storage
import Web

struct ImportRoutes {
  let registers: Registers

  var routes: [Route] { [form, template, upload, batch, columns, faults, apply] }

  private var form: Route {
    Route.look("/institutions/import", .may(.institutionImport)) { call, reader in
      .page(try formPage(call, reader, .empty))
    }
  }

  private var template: Route {
    Route.look("/institutions/import/template.csv", .may(.institutionImport)) { _, _ in
      .file(
        bytes: CSVWriting.file([registers.columns.columns.map(\.title)]), name: "机构底册模板.csv",
        type: "text/csv; charset=utf-8")
    }
  }

  private var upload: Route {
    Route.act("/institutions/import", .may(.institutionImport), body: ImportRoutes.limit) { call in
      try await call.submit { form in
        guard let file = FormReader(form).files("file").first else { throw ImportRefusal.noFile }
        let batch = try await registers.stage(
          file, county: try call.county(), agency: try call.person().agency, call.database)
        return .redirect("/institutions/import/\(batch)")
      } again: { state, reader in
        try formPage(call, reader, state)
      }
    }
  }

  private var batch: Route {
    Route.look("/institutions/import/:id", .may(.institutionImport, on: .institutionImport)) { call, reader in
      .page(try batchPage(call, reader, .empty))
    }
  }

  private var columns: Route {
    Route.act("/institutions/import/:id/columns", .may(.institutionImport, on: .institutionImport)) { call in
      try await call.submit { form in
        let id = try call.id(InstitutionImport.self)
        let found = try await call.read { try LayoutStore.columns(of: id, $0) }
        let answers = try ColumnAnswers(form, found, registers.columns)
        try await registers.settle(id, answers, by: try call.person().actor, call.database)
        return .redirect("/institutions/import/\(id)")
      } again: { state, reader in
        try batchPage(call, reader, state)
      }
    }
  }

  private var faults: Route {
    Route.look("/institutions/import/:id/faults.csv", .may(.institutionImport, on: .institutionImport)) {
      call, reader in
      let id = try call.id(InstitutionImport.self)
      let faults = try ImportStore.faults(of: id, limit: Registers.mostFaults, reader)
      let rows = faults.map { ["\($0.line)", $0.column, $0.shown, $0.reason] }
      return .file(
        bytes: CSVWriting.file([["行", "列", "填的内容", "原因"]] + rows), name: "要改的格.csv",
        type: "text/csv; charset=utf-8")
    }
  }

  private var apply: Route {
    Route.act("/institutions/import/:id/apply", .may(.institutionImport, on: .institutionImport)) { call in
      try await call.submit { _ in
        let id = try call.id(InstitutionImport.self)
        try await call.change(.importInstitutions) { try Registers.apply(id, $0) }
        return .redirect("/institutions/import/\(id)")
      } again: { state, reader in
        try batchPage(call, reader, state)
      }
    }
  }

  /// A register of 100,000 institutions has some 20 MB.
  private static let limit = BodyLimit(megabytes: 65, eachFile: 64, files: 1)

  private func formPage(_ call: Call, _ reader: Reader, _ state: FormState) throws -> Page {
    let counties = try call.scope().viewer.counties
    let latest = try ImportStore.latest(in: counties, limit: 10, reader)
    return ImportPages.form(
      registers.columns, registers.typeNames, latest, today: call.today, state)
  }

  private func batchPage(_ call: Call, _ reader: Reader, _ state: FormState) throws -> Page {
    let (id, today) = (try call.id(InstitutionImport.self), call.today)
    let types = registers.law.institutionTypes
    if let applied = try ImportStore.applied(id, reader) {
      let history = try LedgerReading.history(of: Ref(.institutionImport, id), reader)
      return ImportPages.applied(applied, history, today: today, state)
    }
    if let waiting = try LayoutStore.waiting(id, reader) {
      return ColumnPages.page(waiting, try LayoutStore.columns(of: id, reader), registers.columns, state)
    }
    guard let staged = try ImportStore.staged(id, reader) else { throw MissingRecord("次导入") }
    let words = try InstitutionWords(types, counties: [staged.county], on: today, reader)
    return ImportPreviewPages.page(try ImportPreview(staged, reader), words, titles: registers.columns, state)
  }
}
