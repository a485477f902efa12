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
/// - `Progress/`: the public page that reads an answer by its code.
/// - `Handling/`: the steps of a clue: accept, refuse, tie to a place, assign, answer; and its page.
/// - `Reporter/`: who reported, sealed, and how the custodian opens it.
/// - `Docket/`: the list.
/// - `Channels/`: where clues come from and what they are about, as data; the clocks that follow; what a city set.
/// - `Orders/`: a hotline's list of orders as a file: preview, columns, one deed.
/// - `Flood/`: reports beyond the budget: taken, held, looked through in bulk.
/// - `Poster/`: the poster that hangs in an institution, with its own code.
/// - `Merging/`: which clues may be one, and how they become one and two again.
///
/// Guarantees: a clue has exactly one owner from its receipt on, and while it is open exactly one duty with a date
/// (`clue.accept`, then `clue.answer`). The query code is kept only as a keyed hash.
/// Open to later issues: transfers to other bodies, retaliation.
package struct Intake: Room {
  package let law: LawContent
  let roles: RoleBook
  let channels: ChannelBook
  let wrongCodes = WrongCodes()
  let gate: FloodGate

  package init(law: LawContent, roles: RoleBook, channels: ChannelBook) {
    self.law = law
    self.roles = roles
    self.channels = channels
    gate = FloodGate(channels.budget)
  }

  package var schema: [SchemaChange] { ClueSchema.changes + ChannelSchema.changes }

  package var checks: [Check] { IntakeChecks.all }
  package var jobs: [Job] { OrderJobs.jobs }
  package var routes: [Route] {
    ReportRoutes(intake: self).routes + ProgressRoutes(wrongCodes: wrongCodes).routes
      + ChannelRoutes(intake: self).routes + MergeRoutes(intake: self).routes
      + OrderRoutes(intake: self).routes + FloodRoutes(intake: self).routes + PosterRoutes(intake: self).routes
      + DocketRoutes(intake: self).routes + ClueRoutes(intake: self).routes + HandlingRoutes(intake: self).routes
      + ReporterRoutes.routes
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
      RecordKind(.clueImport, noun: "次导入", see: .clueWork, link: { "/clues/import/\(ID<OrderImport>($0))" }) {
        number, reader in
        try OrderStore.face(ID(number), reader)
      },
      RecordKind(.floodReport, noun: "份举报", see: .clueAssign, link: { _ in "/clues/flood" }) { number, reader in
        try FloodStore.county(of: ID(number), reader).map {
          RecordFace(title: "超过限量的举报", place: Placement(county: $0))
        }
      },
    ]
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

  package var panels: [Panel] { [CluePanel.on(.institution), CluePanel.on(.site), PosterPanel.panel] }

  package var navigation: [NavigationItem] {
    [
      NavigationItem(30, sign: "线", title: "线索", link: "/clues", permission: .clueSee),
      NavigationItem(32, sign: "密", title: "举报人身份", link: "/reporters", permission: .reporterOpen),
    ]
  }

  /// A clue by its identity, of any county; nil where there is none. The caller has checked the reader's rights.
  package static func clue(_ id: ID<Clue>, _ reader: Reader) throws -> ClueRecord? {
    try ClueStore.find(id, reader)
  }
}
