internal import Campaign
internal import Intake
internal import Kit
package import Law
package import Offices
internal import Registers
internal import Rulebook
package import Storage
package import Web

/// Inspection (检查): visits to institutions and unlicensed sites, and what was ordered to be put right.
///
/// - `Visit/`: a visit (检查) from planning to its record: `Visit.swift` values, `VisitPlanning.swift` and
///   `VisitRecording.swift` deeds, `VisitForm.swift` from form to report, store, schema, routes, pages.
/// - `Rectification/`: an order to correct (责令改正) and its re-check (复查), the same files.
/// - `Team/`: the two certified officers, asked for by Casework too.
/// - `Figures/`: figures and coverage of a campaign. `Parts/`: pieces of page that Casework shows as well.
package struct Inspection: Room {
  let law: LawContent
  let roles: RoleBook
  let rulebook: Rulebook

  package init(law: LawContent, roles: RoleBook) {
    self.law = law
    self.roles = roles
    rulebook = Rulebook(law: law)
  }

  package var schema: [SchemaChange] { VisitSchema.changes + RectificationSchema.changes }
  package var checks: [Check] { InspectionChecks.all }
  package var routes: [Route] { VisitRoutes(room: self).routes + RectificationRoutes(room: self).routes }

  package var navigation: [NavigationItem] {
    [
      NavigationItem(40, sign: "检", title: "检查", link: "/visits", permission: .visitSee),
      NavigationItem(41, sign: "改", title: "整改", link: "/rectifications", permission: .visitSee),
    ]
  }

  package var records: [RecordKind] {
    [
      RecordKind(.visit, noun: "次检查", see: .visitSee, link: { Link("/visits/\(ID<Visit>($0))") }) { number, reader in
        try VisitStore.find(ID(number), reader).map {
          RecordFace(title: $0.title, place: $0.place, parties: [$0.premises])
        }
      },
      RecordKind(
        .rectification, noun: "件整改", see: .visitSee, link: { Link("/rectifications/\(ID<Rectification>($0))") }
      ) { number, reader in
        try RectificationStore.find(ID(number), reader).map {
          RecordFace(title: $0.title, place: $0.place, parties: [$0.premises])
        }
      },
    ]
  }

  package var panels: [Panel] {
    [RefKind.clue, .institution, .site].map { kind in
      Panel(on: kind, order: 40) { ref, viewer, reader in try VisitPanel.make(ref, viewer, reader) }
    }
  }
}
