import Kit
import Law
import Storage
import Web

struct InstitutionRoutes {
  let registers: Registers

  var routes: [Route] { [list, record, export] }

  private var list: Route {
    Route.look("/institutions", .may(.institutionSee)) { call, reader in
      let (scope, today) = (try call.scope(), call.today)
      let listing = InstitutionRoutes.listing(call)
      let query = InstitutionRoutes.query(listing, scope, today)
      let types = registers.law.institutionTypes
      let words = try InstitutionWords(types, counties: scope.viewer.counties, on: today, reader)
      let model = try InstitutionList(query, listing, words, viewer: scope.viewer, reader)
      return .page(InstitutionListPages.page(model, today: today))
    }
  }

  private var record: Route {
    Route.look("/institutions/:id", .may(.institutionSee, on: .institution)) { call, reader in
      let (id, viewer, today, records) = (try call.id(Institution.self), try call.person(), call.today, call.records)
      guard let record = try InstitutionStore.record(id, reader) else { throw MissingRecord("家机构") }
      let words = try InstitutionWords(registers.law.institutionTypes, counties: [record.county], on: today, reader)
      let panels = try records.panels(for: Ref(.institution, id), viewer: viewer, reader)
      return .page(
        InstitutionPages.record(
          try InstitutionHistory(record, reader), words, titles: registers.columns,
          marks: try MarkStore.marks(of: Ref(.institution, id), reader), panels: panels,
          mayImport: viewer.may(.institutionImport), today: today))
    }
  }

  /// What the list shows, as a workbook: the same scope, filters and order.
  private var export: Route {
    Route.look("/institutions/export.xlsx", .may(.institutionSee)) { call, reader in
      let (scope, today) = (try call.scope(), call.today)
      let listing = InstitutionRoutes.listing(call)
      let export = try InstitutionExport(
        try InstitutionLayout(registers.columns, of: scope.viewer.agency, reader), registers.law.institutionTypes,
        viewer: scope.viewer, today: today, reader)
      return .file(
        bytes: try export.file(
          InstitutionRoutes.query(listing, scope, today), listing, in: call.database.folder, reader),
        name: "机构底册 \(today.iso).xlsx",
        type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
    }
  }

  private static func listing(_ call: Call) -> Listing {
    Listing(
      call, base: "/institutions", sorts: ["added", "end", "town"], descending: false,
      filters: ["words", "type", "town", "licence"])
  }

  private static func query(_ listing: Listing, _ scope: Scope, _ today: CivilDate) -> InstitutionQuery {
    InstitutionQuery(
      scope: scope.filter(county: "county", agency: "0", owner: "0"), type: listing.filter("type"),
      town: listing.filter("town").flatMap { Int64($0) },
      state: listing.filter("licence").flatMap { LicenceState(rawValue: $0) },
      words: askedWords(listing.filter("words")), today: today)
  }
}
