import Kit
import Storage
import Web

extension Permission { static let ledgerSee = Permission("ledger.see") }
extension Deed { static let exportLedger = Deed("ledger.export") }
extension RefKind { static let ledger = RefKind("ledger") }

/// The ledger as the auditor reads it: every step of his counties as a plain sentence, with what proves it.
///
/// - `AuditQuery`: what the list is narrowed to; `AuditNames`: the plain words for deeds and kinds of records.
/// - `AuditPages`, `AuditEntryPages`, `AuditExportPages`: list, one entry with its proof, the form of the export.
/// - `AuditExport`: the file that anybody can check with `script/verify-ledger`; making one is itself a deed.
struct Audit: Room {
  var routes: [Route] { AuditRoutes.routes }

  var navigation: [NavigationItem] {
    [NavigationItem(95, sign: "台", title: "台账", link: "/ledger", permission: .ledgerSee)]
  }
}
