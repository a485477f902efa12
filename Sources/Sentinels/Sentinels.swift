package import Intake
package import Kit
package import Law
package import Offices
package import Storage
package import Web

/// Sentinels (监测哨点): posts in town and village that tell the authority what they see, and what becomes of it.
///
/// - `Rules/`: what is data: kinds of posts, topics, periods, targets, rules of alarm.
/// - `Post/`: the register of posts with their contact persons, its list and its pages.
/// - `Import/`: a list of posts from a file, all of it or nothing.
/// - `Pass/`: the one-time code that ties a telephone to a post, and the tie.
/// - `Report/`: what a post tells by its telephone, and what it reads of it.
/// - `Alarm/`: posts that are silent amid signals, by rules that are data, and what was found there.
/// - `Survey/`: every village looked through by a day.
/// - `Patrol/`: who went and looked, planned or not, by village and month.
/// - `Training/`: courses, who came, and who owes one.
/// - `Score/`: sheets of points from records, post and site; the lines that townships fill in; model posts.
/// - `Reward/`: what posts earned by rules, its sum with a basis, approval and payment.
/// - `Published/`: the rules that posts read, and who said that he has.
/// - `Coverage/`: how far the network reaches, by town and village, against the targets.
///
/// Guarantees: a telephone is tied to one post and opens nothing else; its tie ends with the contact person, with the
/// post's use, and at once when an officer cuts it. Of codes and ties the store keeps keyed hashes. A report of a post
/// becomes a clue in the same deed, with all of its clocks; a period is told to hold nothing once. A post has one open
/// alarm at most, and the same signal is never named to it twice.
package struct Sentinels: Room {
  let law: LawContent
  let roles: RoleBook
  let book: SentinelBook
  let intake: Intake
  let above: SentinelQuestions
  let wrongCodes = WrongCodes()

  package init(
    law: LawContent, roles: RoleBook, book: SentinelBook, intake: Intake, above: SentinelQuestions
  ) {
    self.law = law
    self.roles = roles
    self.book = book
    self.intake = intake
    self.above = above
  }

  package var schema: [SchemaChange] {
    PostSchema.changes + AlarmSchema.changes + SurveySchema.changes + PatrolSchema.changes
      + TrainingSchema.changes + ScoreSchema.changes + PostImportSchema.changes + RulesReadSchema.changes
      + TownSchema.changes
      + PostRewardSchema.changes
  }

  package var jobs: [Job] {
    [Job("sentinels.listen", purpose: "找出别处有动静、自己没有报告的哨点，提醒监督联系人", seconds: 6 * 3600) { try await listen($0) }]
      + PostImportRoutes.jobs
  }

  package var checks: [Check] { PostChecks.all }

  package var routes: [Route] {
    CoverageRoutes(room: self).routes + AlarmRoutes(room: self).routes + SurveyRoutes(room: self).routes
      + PatrolRoutes(room: self).routes + TrainingRoutes(room: self).routes + ScoreRoutes(room: self).routes
      + PublicModelRoutes(room: self).routes + TownRoutes(room: self).routes
      + PostRewardRoutes(room: self).routes
      + PublishedRoutes(room: self).routes + PostImportRoutes(room: self).routes + PostRoutes(room: self).routes
      + PassRoutes(room: self).routes
      + ReportRoutes(room: self).routes
  }

  package var records: [RecordKind] {
    [
      RecordKind(.post, noun: "个哨点", see: .postSee, link: { Link("/posts/\(ID<Post>($0))") }) { number, reader in
        try PostStore.find(ID(number), reader).map {
          RecordFace(title: "监测哨点“\($0.name)”", place: Placement(county: $0.county, owner: $0.supervisor.value))
        }
      },
      RecordKind(.survey, noun: "次排摸", see: .postSee, link: { Link("/surveys/\(ID<Survey>($0))") }) { number, reader in
        try SurveyStore.find(ID(number), reader).map {
          RecordFace(title: "排摸“\($0.title)”", place: Placement(county: $0.county, owner: $0.owner.value))
        }
      },
      RecordKind(.patrol, noun: "次巡查", see: .postSee, link: { Link("/patrols/\(ID<Patrol>($0))") }) { number, reader in
        try PatrolStore.find(ID(number), reader).map { patrol in
          let place = try Offices.region(patrol.village == 0 ? patrol.town : patrol.village, reader)?.name ?? ""
          return RecordFace(
            title: "巡查\(place)", place: Placement(county: patrol.county, owner: patrol.owner.value))
        }
      },
      RecordKind(.training, noun: "次培训", see: .postSee, link: { Link("/trainings/\(ID<Training>($0))") }) {
        number, reader in
        try TrainingStore.find(ID(number), reader).map {
          RecordFace(title: "培训“\($0.title)”", place: Placement(county: $0.county, owner: $0.account.value))
        }
      },
      RecordKind(.postImport, noun: "次导入", see: .postWork, link: { Link("/posts/import/\(ID<PostImport>($0))") }) {
        try PostImportStore.face(ID($0), $1)
      },
      RecordKind(.score, noun: "张评分表", see: .postSee, link: { Link("/scores/\(ID<Score>($0))") }) { number, reader in
        try ScoreStore.find(ID(number), reader).map {
          RecordFace(
            title: "\($0.postName)\($0.spanTitle)评分", place: Placement(county: $0.county, owner: $0.supervisor.value))
        }
      },
      TownRoutes.record, PostRewardRoutes.record,
    ]
  }

  package var handOvers: [HandOver] {
    [
      HandOver("监测哨点") { account, reader in
        try PostStore.supervised(by: account, reader).map { Ref(.post, $0) }
      } move: { record, _, to, tx in
        try supervise(ID(record.number), by: ID(to), tx)
      },
      TownRoutes.handOver,
    ]
  }

  package var panels: [Panel] { [PostPanel.onInstitution, PostPanel.onClue(book)] }

  package var navigation: [NavigationItem] {
    [
      NavigationItem(31, sign: "哨", title: "监测哨点", link: "/posts", permission: .postSee),
      NavigationItem(35, sign: "评", title: "乡镇填的评分", link: "/town-scores", permission: .scoreFill),
    ]
  }
}

/// What rooms above tell: the upward questions, which `App` fills.
package struct SentinelQuestions: Sendable {
  /// What was done on a clue besides receiving and answering it, without anything of the people concerned.
  let followUps: [@Sendable (ID<Clue>, Reader) throws -> [FollowUp]]

  /// What was heard in a county from a day on.
  let signals: [@Sendable (County, CivilDate, Reader) throws -> [Signal]]

  package init(
    followUps: [@Sendable (ID<Clue>, Reader) throws -> [FollowUp]],
    signals: [@Sendable (County, CivilDate, Reader) throws -> [Signal]]
  ) {
    self.followUps = followUps
    self.signals = signals
  }
}

/// One step after a report, as its post reads it (处理情况): a day and plain words, nothing personal.
package struct FollowUp: Sendable, Hashable {
  package let on: CivilDate
  package let words: String

  package init(on: CivilDate, words: String) {
    self.on = on
    self.words = words
  }
}
