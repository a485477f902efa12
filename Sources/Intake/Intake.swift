package import Kit
package import Law
package import Offices
import Registers
package import Storage
package import Web

/// Intake (线索): what citizens and offices report, from receipt to the answer that the reporter reads.
///
/// - `Clue/`: the record itself, its table, its figures and its panel on other records.
/// - `Report/`: the public form, the desk form for calls and letters, the query code.
/// - `Progress/`: the public page that reads an answer by its code, and the forms on it.
/// - `Talk/`: what reporter and office write to each other by the code. `Answered/`: answers given, passed on, counted.
/// - `Satisfaction/`: what the reporter thought of an answer, objections, retaliation. `Reward/`: rewards.
/// - `Handling/`: the steps of a clue: accept, refuse, tie to a place, assign, answer; and its page.
/// - `Reporter/`: who reported, sealed, and how the custodian opens it.
/// - `Docket/`: the list.
///
/// Guarantees: a clue has exactly one owner from its receipt on, and while it is open exactly one duty with a date
/// (`clue.accept`, then `clue.answer`). The query code is kept only as a keyed hash.
/// Beside it may stand duties to read what a reporter added (`clue.message`) and to decide on an objection (`clue.objection`).
package struct Intake: Room {
  package let law: LawContent
  let roles: RoleBook
  let rewards: RewardBook
  /// What the cases of a clue prove, asked of the rooms above.
  let proof: ProofSource
  let wrongCodes = WrongCodes()

  package init(
    law: LawContent, roles: RoleBook, rewards: RewardBook = .none, proof: @escaping ProofSource = { _, _ in [] }
  ) {
    self.law = law
    self.roles = roles
    self.rewards = rewards
    self.proof = proof
  }

  package var schema: [SchemaChange] { ClueSchema.changes + ReporterSchema.changes }

  package var checks: [Check] { IntakeChecks.all }
  package var routes: [Route] {
    ReportRoutes(intake: self).routes + ProgressRoutes(intake: self).routes
      + DocketRoutes(intake: self).routes + ClueRoutes(intake: self).routes + HandlingRoutes(intake: self).routes
      + ReporterRoutes.routes + TalkRoutes(intake: self).routes + ObjectionRoutes(intake: self).routes
      + PassingRoutes.routes + RewardRoutes(intake: self).routes + AnswerRoutes.routes
  }

  package var records: [RecordKind] {
    [
      RecordKind(.clue, noun: "条线索", see: .clueSee, link: { Link("/clues/\(ID<Clue>($0))") }) { number, reader in
        try ClueStore.find(ID(number), reader).map {
          RecordFace(
            title: "线索\($0.number)", place: Placement(county: $0.county, owner: $0.owner.value),
            parties: [$0.premises].compactMap { $0 })
        }
      },
      TalkModel.record, Intake.passingRecord,
    ] + RewardRoutes.records
  }

  package var handOvers: [HandOver] {
    [
      HandOver("线索") { account, reader in
        try HandlingStore.open(of: account, reader).map { Ref(.clue, $0) }
      } move: { record, _, to, tx in
        try assign(ID(record.number), to: ID(to), tx)
      }
    ]
  }

  package var panels: [Panel] {
    [CluePanel.on(.institution), CluePanel.on(.site), LinkPanel.panel, TalkModel.panel, AnswerRound.panel]
  }

  package var navigation: [NavigationItem] {
    [
      NavigationItem(30, sign: "线", title: "线索", link: "/clues", permission: .clueSee),
      NavigationItem(31, sign: "答", title: "答复情况", link: "/answers", permission: .clueSee),
      NavigationItem(31, sign: "奖", title: "举报奖励", link: "/rewards", permission: .clueSee),
      NavigationItem(32, sign: "密", title: "举报人身份", link: "/reporters", permission: .reporterOpen),
    ]
  }

  /// A clue by its identity, of any county; nil where there is none. The caller has checked the reader's rights.
  package static func clue(_ id: ID<Clue>, _ reader: Reader) throws -> ClueRecord? {
    try ClueStore.find(id, reader)
  }
}
