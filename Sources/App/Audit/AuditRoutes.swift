import Kit
import Storage
import Web

enum AuditRoutes {
  static let routes: [Route] = [
      Route(.get, "/ledger", .may(.ledgerSee)) { call in
        let list = Listing(call, base: "/ledger", sorts: ["new"], descending: false, filters: [])
        let counties = try call.person().counties
        let page = try await call.read {
          try LedgerReading.page(counties: counties, skipping: Int64(list.offset), limit: Listing.size, $0)
        }
        return .page(AuditPages.ledger(page.entries, list.counting(page.total), call.records, today: call.today))
      }
  ]
}
