internal import Inspection
internal import Intake
internal import Kit
package import Law
package import Offices
internal import Registers
internal import Rulebook
package import Storage
package import Web

/// Casework (案件): from filing a case to closing it. Thin: filing, decision, payment, closing; evidence, notices,
/// hearings, reviews and papers are not recorded yet, and the pages say so.
///
/// - `Case/`: the record: values, refusals, store, schema, list and record page.
/// - `Filing/` 立案, `Decision/` 决定, `Closing/` 缴款与结案: one deed each with its form, routes and pages.
/// - `Figures/`: figures of a campaign.
package struct Casework: Room {
  let law: LawContent
  let roles: RoleBook
  let rulebook: Rulebook

  package init(law: LawContent, roles: RoleBook) {
    self.law = law
    self.roles = roles
    rulebook = Rulebook(law: law)
  }

  package var schema: [SchemaChange] { CaseSchema.changes }
  package var checks: [Check] { CaseworkChecks.all }
  package var routes: [Route] {
    CaseRoutes(room: self).routes + FilingRoutes(room: self).routes + DecisionRoutes(room: self).routes
      + ClosingRoutes(room: self).routes
  }

  package var navigation: [NavigationItem] {
    [NavigationItem(50, sign: "案", title: "案件", link: "/cases", permission: .caseSee)]
  }

  package var records: [RecordKind] {
    [
      RecordKind(.lawCase, noun: "起案件", see: .caseSee, link: { Link("/cases/\(ID<Case>($0))") }) { number, reader in
        try CaseStore.find(ID(number), reader).map {
          RecordFace(title: $0.title, place: $0.place, parties: [$0.premises].compactMap { $0 })
        }
      }
    ]
  }

  package var panels: [Panel] {
    [RefKind.clue, .visit, .institution, .site].map { kind in
      Panel(on: kind, order: 50) { ref, viewer, reader in try CasePanel.make(ref, viewer, reader) }
    }
  }
}
