import Kit
import Storage
import Web

extension Permission { static let ledgerSee = Permission("ledger.see") }

/// The ledger as the auditor reads it: every step of his counties as a plain sentence.
struct Audit: Room {
  var routes: [Route] { AuditRoutes.routes }

  var navigation: [NavigationItem] {
    [NavigationItem(95, sign: "台", title: "台账", link: "/ledger", permission: .ledgerSee)]
  }
}
