import Kit
import Offices
import Storage
import Web

enum AuditRoutes {
  static let routes: [Route] = [
    Route.look("/ledger", .may(.ledgerSee)) { call, reader in
      let list = Listing(call, base: "/ledger", sorts: ["new"], descending: false, filters: AuditQuery.names)
      let query = AuditQuery(try audited(call)) { list.filter($0) }
      let (total, entries) = try LedgerReading.page(
        query.filter, skipping: Int64(list.offset), limit: Listing.size, reader)
      return .page(AuditPages.ledger(entries, query, list.counting(total), key: call.database.checkpointKey))
    },
    Route.look("/ledger/:county/:height", .may(.ledgerSee)) { call, reader in
      let county = County(try call.number("county"))
      guard try audited(call).contains(county),
        let proof = try call.database.proof(of: county, try call.number("height"), reader)
      else { throw MissingRecord("条台账") }
      return .page(AuditEntryPages.entry(proof, key: call.database.checkpointKey, call.records, try call.person()))
    },
    Route.look("/ledger/export", .may(.ledgerSee)) { call, reader in
      let state = FormState.filled(AuditQuery.names.map { ($0, call.asked($0)) })
      return .page(try exportForm(state, try audited(call), reader))
    },
    Route.act("/ledger/export", .may(.ledgerSee)) { call in
      let counties = try audited(call)
      return try await call.submit { form in
        let export = try await AuditExport.make(AuditWish(form, counties), by: call.person().actor, call.database)
        return .file(bytes: export.bytes, name: export.name, type: "application/jsonl; charset=utf-8")
      } again: { state, reader in
        try exportForm(state, counties, reader)
      }
    },
  ]

  /// The ledger belongs to whole counties, so a right that reaches less shows none of it.
  private static func audited(_ call: Call) throws -> [County] {
    let scope = try call.scope()
    return scope.viewer.counties.filter { scope.allows(Placement(county: $0)) }
  }

  private static func exportForm(_ state: FormState, _ counties: [County], _ reader: Reader) throws -> Page {
    let names = try counties.map { ("\($0.number)", try Offices.countyName($0, reader)) }
    return AuditExportPages.form(state, counties: names)
  }
}
