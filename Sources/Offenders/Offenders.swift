internal import Kit
package import Law
package import Matching
package import Offices
package import Storage
package import Web

/// Offenders (违法人员库): natural persons of whom a decision or a transfer to the police speaks, and how one of them is found again.
///
/// - `Person/`: a person is a group of records; records with their penalty; number and telephone sealed; list and page.
/// - `Entry/` 入库: the party of a case enters in the deed of the case.
/// - `Lookup/` 比对: keys and counts, the look-up, its page and its log.
/// - `Judging/` 判断: same, different, unsure; merges and splits by two people.
/// - `Blacklist/` 黑名单: entries with a basis and a term, proposed by one, told to the person, decided by another.
/// - `Checks/`: what must never be found.
/// - `Counting/`: what the law counts of them, pure.
package struct Offenders: Room {
  let law: LawContent
  /// Nil where nobody is asked to decide anything: commands, measurements.
  let roles: RoleBook?
  let bases: BlackBook
  private let memory: LookMemory
  let above: OffenderQuestions

  var shelf: MatchShelf { memory.shelf }
  var common: CommonCounts { memory.common }

  package init(
    law: LawContent, shelf: MatchShelf, roles: RoleBook? = nil, bases: BlackBook = .none,
    above: OffenderQuestions = .none
  ) {
    self.above = above
    self.law = law
    self.roles = roles
    self.bases = bases
    memory = LookMemory(shelf)
  }

  package var schema: [SchemaChange] { OffenderSchema.changes }
  package var routes: [Route] {
    OffenderRoutes(room: self).routes + LookRoutes(room: self).routes + MoveRoutes(room: self).routes
      + ScreeningRoutes(room: self).routes + OffenderImportRoutes(room: self).routes
      + BlackRoutes(room: self).routes
  }

  package var jobs: [Job] { OffenderJobs.jobs + [rekeyJob, blackJob] }
  package var checks: [Check] { OffenderChecks(room: self).all }

  package var navigation: [NavigationItem] {
    [NavigationItem(61, sign: "人", title: "违法人员", link: "/offenders", permission: .offenderSee)]
  }

  package var records: [RecordKind] {
    [
      RecordKind(.offender, noun: "名违法人员", see: .offenderSee, link: { Link("/offenders/\(ID<Offender>($0))") }) {
        number, reader in
        try OffenderStore.person(ID<Offender>(number), reader).map {
          RecordFace(title: $0.name, place: Placement(county: $0.county))
        }
      },
      RecordKind(.offenderLook, noun: "次查询", see: .offenderReview, link: { Link("/offenders/looks/\(ID<Look>($0))") }) {
        number, reader in
        try LookStore.look(ID<Look>(number), reader).map {
          RecordFace(title: $0.purpose, place: Placement(county: $0.county, owner: $0.account))
        }
      },
      RecordKind(.offenderMove, noun: "件合并拆分", see: .offenderReview, link: { _ in "/offenders/moves" }) {
        number, reader in
        try MoveStore.move(ID<RecordMove>(number), reader).map {
          RecordFace(title: $0.kind.title, place: Placement(county: $0.county, owner: $0.proposer))
        }
      },
      RecordKind(
        .blackEntry, noun: "条黑名单", see: .offenderSee, link: { Link("/offenders/black/\(ID<BlackEntry>($0))") }
      ) { number, reader in
        try BlackStore.entry(ID<BlackEntry>(number), reader).map {
          RecordFace(title: "黑名单（\($0.title)）", place: Placement(county: $0.county, owner: $0.proposer))
        }
      },
      RecordKind(
        .offenderScreening, noun: "次筛查", see: .offenderReview,
        link: { Link("/offenders/screenings/\(ID<Screening>($0))") }
      ) { number, reader in
        try ScreeningStore.screening(ID<Screening>(number), reader).map {
          RecordFace(title: $0.purpose, place: Placement(county: $0.county, owner: $0.account))
        }
      },
      RecordKind(
        .offenderImport, noun: "次名单导入", see: .offenderWork,
        link: { Link("/offenders/import/\(ID<OffenderImport>($0))") }
      ) { number, reader in
        let id = ID<OffenderImport>(number)
        if let applied = try OffenderImportStore.applied(id, reader) {
          return RecordFace(title: "名单“\(applied.file)”", place: Placement(county: applied.county))
        }
        return try OffenderImportStore.staged(id, reader).map {
          RecordFace(title: "名单“\($0.file)”", place: Placement(county: $0.county))
        }
      },
    ]
  }
}
