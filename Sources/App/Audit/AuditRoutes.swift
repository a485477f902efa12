import Kit
import Storage
import Web

enum AuditRoutes {
  static let routes: [Route] = [
      Route.look("/ledger", .may(.ledgerSee)) { call, reader in
        let list = Listing(call, base: "/ledger", sorts: ["new"], descending: false, filters: [])
        let counties = try call.person().counties
        let page = try LedgerReading.page(
          counties: counties, skipping: Int64(list.offset), limit: Listing.size, reader)
        return .page(AuditPages.ledger(page.entries, list.counting(page.total), call.records, today: call.today))
      }
  ]
}
