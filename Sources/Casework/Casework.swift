internal import Inspection
internal import Intake
internal import Kit
package import Law
package import Offenders
package import Offices
package import Papers
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
/// - `Waiting/`: what waits for the reviewer, the presider and the clerk of a hearing.
/// - `OnTheSpot/` 当场处罚: the simple procedure.
/// - `Party/` 当事人: its particulars and code for the officers; its own pages, acts and receipts.
/// - `Papers/` 文书: papers of the case: form, draft, issue, print; what they are filled from; whether a paper is ours.
/// - `Evidence/` 证据: items and who has them, lists of things and what became of them. `File/` 案卷: the index of the closed file.
/// - `CaseQuestions`: what is asked of the rooms above.
/// - `Figures/`: figures of a campaign. `Export/` 导出: cases in the columns of another system.
/// - `Across/` 协查: what counties ask of each other, and disputes about jurisdiction.
/// - `Typical/` 典型案例: closed cases told to everybody without their party.
/// - `Listed/` 挂牌督办: cases that those above watch; what was done together with others.
/// - `Dereliction/` 失职线索: sealed for the discipline inspection.
/// - `Measures/`: what decisions and bans take from the register; where the money stands.
package struct Casework: Room {
  let law: LawContent
  let roles: RoleBook
  let procedure: Procedure
  let papers: PaperBook
  let rulebook: Rulebook
  let evidence: EvidenceBook
  let exports: ExportBook
  let above: CaseQuestions
  /// Nil: no register of offenders is kept, as where only the procedure is looked at.
  let offenders: Offenders?
  let printing = PaperPrinting()
  let wrongCodes = WrongCodes()

  package init(
    law: LawContent, roles: RoleBook, procedure: Procedure, papers: PaperBook, evidence: EvidenceBook,
    exports: ExportBook = .empty, above: CaseQuestions = .none,
    offenders: Offenders? = nil
  ) {
    self.law = law
    self.roles = roles
    self.procedure = procedure
    self.papers = papers
    self.evidence = evidence
    rulebook = Rulebook(law: law)
    self.exports = exports
    self.above = above
    self.offenders = offenders
  }

  package var schema: [SchemaChange] { CaseSchema.changes }
  package var checks: [Check] { CaseworkChecks.all + CaseFileChecks(room: self).all + EvidenceChecks(room: self).all }
  package var routes: [Route] { procedureRoutes + acrossRoutes }

  private var procedureRoutes: [Route] {
    CaseRoutes(room: self).routes + FilingRoutes(room: self).routes + DecisionRoutes(room: self).routes
      + ClosingRoutes(room: self).routes + StepRoutes(room: self).routes
      + EvidenceRoutes(room: self).routes + GoodsRoutes(room: self).routes + DossierRoutes(room: self).routes
      + CasePaperRoutes(room: self).routes + AgencyDetailRoutes(room: self).routes + PaperCheckRoutes(room: self).routes
      + CaseOffenderRoutes(room: self).routes + PartyRoutes(room: self).routes + PartyPublicRoutes(room: self).routes
      + OnTheSpotRoutes(room: self).routes
  }

  private var acrossRoutes: [Route] {
    ExportRoutes(room: self).routes + EffectRoutes(room: self).routes + MoneyRoutes(room: self).routes
      + AssistanceRoutes(room: self).routes + TypicalRoutes(room: self).routes
      + ListedRoutes(room: self).routes + DerelictionRoutes(room: self).routes
  }

  package var navigation: [NavigationItem] {
    [
      NavigationItem(50, sign: "案", title: "案件", link: "/cases", permission: .caseSee),
      NavigationItem(55, sign: "纪", title: "失职线索", link: "/derelictions", permission: .derelictionOpen),
      NavigationItem(51, sign: "文", title: "文书用的单位信息", link: "/agency/papers", permission: .caseDecide),
    ]
  }

  package var records: [RecordKind] {
    [
      RecordKind(.lawCase, noun: "起案件", see: .caseSee, link: { Link("/cases/\(ID<Case>($0))") }) { number, reader in
        try CaseStore.find(ID(number), reader).map {
          RecordFace(title: $0.title, place: $0.place, parties: [$0.premises].compactMap { $0 })
        }
      },
      EvidencePanel.kind,
    ] + AssistancePanel.records + DerelictionPanel.records
  }

  package var panels: [Panel] {
    [RefKind.clue, .visit, .institution, .site].map { kind in
      Panel(on: kind, order: 50) { ref, viewer, reader in try CasePanel.make(ref, viewer, reader) }
    } + [
      Panel(on: .lawCase, order: 10) { ref, viewer, reader in try PartyPanel.make(ref, viewer, reader) },
      CaseOffenderRoutes(room: self).panel,
      Panel(on: .lawCase, order: 20) { try PaperPanel.make(self, $0, $1, $2) }, EvidencePanel(room: self).panel,
      EffectPanel.panel(self), AssistancePanel.panel, TypicalPanel.panel, ListedPanel.panel, DerelictionPanel.panel,
    ]
  }
}
