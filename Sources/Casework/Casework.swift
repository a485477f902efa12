internal import Inspection
internal import Intake
internal import Kit
package import Law
package import Offices
package import Procedure
internal import Registers
internal import Rulebook
package import Storage
package import Web

/// Casework (案件): from filing a case to archiving it. Which step may come next is asked of the room `Procedure`; this room
/// keeps the steps, their effects, and the terms that run from them.
///
/// - `Case/`: the record: values, refusals, store, schema, list and record page.
/// - `Steps/` 步骤: every step of the procedure: one deed, one form, four doors by right. `Clocks/` 期限: terms as duties.
/// - `Filing/` 立案, `Decision/` 决定, `Closing/` 缴款与结案: steps with a form of their own.
/// - `Evidence/` 证据: items and who has them, lists of things and what became of them. `File/` 案卷: the index of the closed file.
/// - `Figures/`: figures of a campaign.
package struct Casework: Room {
  let law: LawContent
  let roles: RoleBook
  let procedure: Procedure
  let rulebook: Rulebook
  let evidence: EvidenceBook
  let press = DossierPress()

  package init(law: LawContent, roles: RoleBook, procedure: Procedure, evidence: EvidenceBook) {
    self.law = law
    self.roles = roles
    self.procedure = procedure
    self.evidence = evidence
    rulebook = Rulebook(law: law)
  }

  package var schema: [SchemaChange] { CaseSchema.changes }
  package var checks: [Check] { CaseworkChecks.all + EvidenceChecks(room: self).all }
  package var routes: [Route] {
    CaseRoutes(room: self).routes + FilingRoutes(room: self).routes + DecisionRoutes(room: self).routes
      + ClosingRoutes(room: self).routes + StepRoutes(room: self).routes
      + EvidenceRoutes(room: self).routes + GoodsRoutes(room: self).routes + DossierRoutes(room: self).routes
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
      },
      EvidencePanel.kind,
    ]
  }

  package var panels: [Panel] {
    [RefKind.clue, .visit, .institution, .site].map { kind in
      Panel(on: kind, order: 50) { ref, viewer, reader in try CasePanel.make(ref, viewer, reader) }
    } + [EvidencePanel(room: self).panel]
  }
}
