package import Kit
package import Law
package import Offenders
package import Offices
package import Papers
import Registers
package import Storage
package import Web

/// Intake (线索): what citizens and offices report, from receipt to the answer that the reporter reads.
///
/// - `Clue/`: the record itself, its table, its figures and its panel on other records.
/// - `Report/`: the public form, the desk form for calls and letters, the query code.
/// - `Draft/`: a form kept in the browser until it arrived, and the receipt by hash.
/// - `Progress/`: the public page that reads an answer by its code, and the forms on it.
/// - `Talk/`: what reporter and office write to each other by the code. `Answered/`: answers given, passed on, counted.
/// - `Satisfaction/`: what the reporter thought of an answer, objections, retaliation. `Reward/`: rewards.
/// - `Named/`: whom a clue names, beside the register of offenders.
/// - `Handling/`: the steps of a clue: accept, refuse, tie to a place, assign, answer; and its page.
/// - `Reporter/`: who reported, sealed, and how the custodian opens it.
/// - `Docket/`: the list.
/// - `Channels/`: where clues come from and what they are about, as data; the clocks that follow; what a city set.
/// - `Orders/`: a hotline's list of orders as a file: preview, columns, one deed.
/// - `Flood/`: reports beyond the budget: taken, held, looked through in bulk.
/// - `Poster/`: the poster that hangs in an institution, with its own code.
/// - `Split/`: one writing with two things becomes two clues, each with owner, clock and answer.
/// - `Merging/`: which clues may be one, and how they become one and two again.
/// - `Referral/`: handing on to another department, level or county, and what came from one.
/// - `Concealed/`: clues about an office or its people, out of its reach.
/// - `Conservation/`: what came in equals what ended and what is open, for a period, for each body that had clues.
///
/// Guarantees: a clue has exactly one owner from its receipt on, and while it is open exactly one duty with a date
/// (`clue.accept`, then `clue.answer`). The query code is kept only as a keyed hash.
/// Beside it may stand duties to read what a reporter added (`clue.message`) and to decide on an objection (`clue.objection`).
package struct Intake: Room {
  package let law: LawContent
  let roles: RoleBook
  let papers: PaperBook
  let channels: ChannelBook
  let rewards: RewardBook
  /// What the cases of a clue prove, asked of the rooms above.
  let proof: ProofSource
  /// Nil: no register of offenders is kept, as where only intake is looked at.
  let offenders: Offenders?
  let wrongCodes = WrongCodes()
  let gate: FloodGate

  /// `papers` are those of the offices: the letters with which a clue is handed on.
  package init(
    law: LawContent, roles: RoleBook, papers: PaperBook, channels: ChannelBook, rewards: RewardBook = .none,
    proof: @escaping ProofSource = { _, _ in [] }, offenders: Offenders? = nil
  ) {
    self.law = law
    self.roles = roles
    self.papers = papers
    self.channels = channels
    self.rewards = rewards
    self.proof = proof
    self.offenders = offenders
    gate = FloodGate(channels.budget)
  }

  package var schema: [SchemaChange] {
    ClueSchema.changes + ChannelSchema.changes + ReferralSchema.changes + ReporterSchema.changes + DraftSchema.changes
      + SplitSchema.changes
  }

  package var checks: [Check] { IntakeChecks.all + ReferralChecks.all + SplitCheckStore.checks }
  package var jobs: [Job] { OrderJobs.jobs }
  package var routes: [Route] {
    ReportRoutes(intake: self).routes + ProgressRoutes(intake: self).routes
      + ChannelRoutes(intake: self).routes + MergeRoutes(intake: self).routes
      + SplitRoutes(intake: self).routes
      + OrderRoutes(intake: self).routes + FloodRoutes(intake: self).routes + PosterRoutes(intake: self).routes
      + DocketRoutes(intake: self).routes + ClueRoutes(intake: self).routes + HandlingRoutes(intake: self).routes
      + ReporterRoutes.routes + ReferralRoutes(intake: self).routes
      + ConservationRoutes.routes + TalkRoutes(intake: self).routes + ObjectionRoutes(intake: self).routes
      + PassingRoutes.routes + ConcealedRoutes(intake: self).routes + RewardRoutes(intake: self).routes
      + AnswerRoutes.routes + NamedPersonRoutes(intake: self).routes
  }

  package var records: [RecordKind] {
    [
      RecordKind(.clue, noun: "条线索", see: .clueSee, link: { Link("/clues/\(ID<Clue>($0))") }) { number, reader in
        let hidden = try ConcealedStore.agency(of: ID(number), reader)
        return try ClueStore.find(ID(number), reader).map {
          RecordFace(
            title: "线索\($0.number)",
            place: Placement(county: $0.county, owner: $0.owner.value, hiddenFrom: hidden.map { [$0] } ?? []),
            parties: [$0.premises].compactMap { $0 })
        }
      },
      RecordKind(.clueImport, noun: "次导入", see: .clueWork, link: { "/clues/import/\(ID<OrderImport>($0))" }) {
        number, reader in
        try OrderStore.face(ID(number), reader)
      },
      TalkModel.record, Intake.passingRecord,
      RecordKind(.floodReport, noun: "份举报", see: .clueAssign, link: { _ in "/clues/flood" }) { number, reader in
        try FloodStore.county(of: ID(number), reader).map {
          RecordFace(title: "超过限量的举报", place: Placement(county: $0))
        }
      },
    ] + ReferralRecords.kinds + RewardRoutes.records + [ConcealedRoutes.record]
  }

  package var handOvers: [HandOver] {
    [
      HandOver("线索") { account, reader in
        try HandlingStore.open(of: account, reader).map { Ref(.clue, $0) }
      } move: { record, _, to, tx in
        try assign(ID(record.number), to: ID(to), tx)
      },
      referralHandOver,
    ]
  }

  package var panels: [Panel] {
    [
      CluePanel.on(.institution), CluePanel.on(.site), PosterPanel.panel, SplitPanel.panel, ReferralPanel.onClue,
      LinkPanel.panel,
      TalkModel.panel, AnswerRound.panel, NamedPersonRoutes(intake: self).panel,
    ]
  }

  package var navigation: [NavigationItem] {
    [
      NavigationItem(30, sign: "线", title: "线索", link: "/clues", permission: .clueSee),
      NavigationItem(33, sign: "收", title: "转来的线索", link: "/referrals/received", permission: .referralAnswer),
      NavigationItem(34, sign: "反", title: "反映单位的线索", link: "/concealed", permission: .concealedAnswer),
      NavigationItem(32, sign: "密", title: "举报人身份", link: "/reporters", permission: .reporterOpen),
    ]
  }

  /// A clue by its identity, of any county; nil where there is none. The caller has checked the reader's rights.
  package static func clue(_ id: ID<Clue>, _ reader: Reader) throws -> ClueRecord? {
    try ClueStore.find(id, reader)
  }

  /// Clues of a county received from a moment on, the oldest first: what else was heard in a town. Without those about an office. The caller has checked
  /// the reader's rights, or shows nothing of them but their number and town.
  package static func clues(in county: County, since: Instant, _ reader: Reader) throws -> [ClueRecord] {
    try ClueStore.since(since, in: county, reader)
  }
}
