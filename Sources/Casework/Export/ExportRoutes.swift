import Kit
import Storage
import Web

struct ExportRoutes {
  let room: Casework

  var routes: [Route] {
    [
      Route.look("/cases/export", .may(.caseSee)) { .page(try page($0, $1, nil)) },
      Route.act("/cases/export", .may(.caseSee)) { call in
        try await call.submit { form in
          let (wanted, scope) = (try ExportForm.read(form), try call.scope())
          let query = try query(call)
          // Made before the deed: a large file must not hold up the county.
          let made = try await call.read { try file(query, wanted, scope, call, $0) }
          try await call.change(.exportCases) { made.tell($0) }
          return .file(bytes: made.bytes, name: made.name, type: made.type)
        } again: {
          try page(call, $1, $0)
        }
      },
    ]
  }

  /// `state` nil for a fresh page.
  private func page(_ call: Call, _ reader: Reader, _ state: FormState?) throws -> Page {
    let listing = listing(call)
    do {
      let export = try CaseExport(try query(call), try call.scope(), room.procedure, reader)
      return ExportPages.page(
        listing, room.exports, export, asked(call, nil), state ?? .filled([("file", "xlsx"), ("rows", "complete")]))
    } catch let refusal as any Refusal where refusal.status == .invalid {
      return ExportPages.page(listing, room.exports, nil, asked(call, refusal), .empty)
    }
  }

  private func file(
    _ query: ExportQuery, _ wanted: ExportForm, _ scope: Scope, _ call: Call, _ reader: Reader
  ) throws -> ExportedFile {
    let export = try CaseExport(query, scope, room.procedure, reader)
    let rows = export.rows(whole: wanted.whole)
    guard !rows.isEmpty else { throw ExportRefusal.nothing }
    return ExportedFile(
      name: "\(query.mapping.title) \(call.today.iso).\(wanted.file.rawValue)",
      bytes: try wanted.file.bytes(query.mapping, rows, in: call.database.folder), type: wanted.file.type,
      count: rows.count, left: export.cases.count - rows.count, mapping: query.mapping)
  }

  private func listing(_ call: Call) -> Listing {
    Listing(call, base: "/cases/export", sorts: [], descending: false, filters: CaseListStore.filters)
  }

  private func query(_ call: Call) throws -> ExportQuery {
    let read = FormReader(asked(call, nil).form)
    let (from, to) = (read.maybeDate("from", "立案日期从"), read.maybeDate("to", "立案日期到"))
    try read.done()
    if let from, let to, from > to { throw ExportRefusal.turnedRange }
    guard
      let mapping = room.exports[call.asked("mapping") ?? ""]
        ?? (call.asked("mapping") == nil ? room.exports.mappings.first : nil)
    else { throw ExportRefusal.noMapping }
    return ExportQuery(mapping: mapping, from: from, to: to, listing: listing(call))
  }

  /// The address as the form that it came from.
  private func asked(_ call: Call, _ refusal: (any Refusal)?) -> FormState {
    let state = FormState.filled(["mapping", "from", "to"].map { ($0, call.asked($0)) })
    return refusal.map { FormState(state.form, $0) } ?? state
  }
}

/// What the second form of the page says: how the file is made.
struct ExportForm: Sendable {
  let file: ExportFile
  /// With the cases that lack something.
  let whole: Bool

  static func read(_ form: Form) throws -> ExportForm {
    let read = FormReader(form)
    let file = read.choice("file", "文件", ExportFile.self)
    try read.done()
    return ExportForm(file: file ?? .xlsx, whole: form.value("rows") == "all")
  }
}
