import Intake
import Kit
import Offices
import Storage
import Web

/// What a post sees of itself.
struct ReportHome: Sendable {
  let post: PostRecord
  let placeName: String
  let topics: [ReportTopic]
  /// The period that a touch of the zero button tells of; nil where it is told.
  let open: ReportPeriod.Span?
  let told: [ReportPeriod.Span]
  let reports: [ReportView]
  let supervisor: String
  /// Surveys that this post's village is asked for.
  let surveys: [SurveyRecord]
  /// Patrols that are asked for here, and those that the post told.
  let patrols: (planned: [PatrolRecord], told: [PatrolRecord])
  /// The latest score sheet.
  let sheet: ScoreSheet?
  /// Approved or paid.
  let rewards: [PostRewardRecord]
  let today: CivilDate

  static let most = 20

  static func read(_ room: Sentinels, _ device: Device, _ reader: Reader) throws -> ReportHome {
    let post = try Sentinels.standing(ID(device.record.number), reader)
    let zeros = try ReportStore.toldZero(post.id, reader)
    let span = room.book.period.open(on: reader.today, told: zeros, since: post.begun)
    let reports = try ReportStore.latest(of: post.id, limit: most, reader)
    return ReportHome(
      post: post, placeName: try Sentinels.placeName(of: post, reader), topics: room.book.topics,
      open: zeros.contains(span.key) ? nil : span, told: zeros.contains(span.key) ? [span] : [],
      reports: try reports.map { try ReportView($0, room, reader) },
      supervisor: try Offices.person(post.supervisor, reader)?.label ?? "监督所",
      surveys: post.village == 0 ? [] : try SurveyStore.open(for: post.village, in: post.county, reader),
      patrols: (
        try PatrolStore.planned(town: post.town, village: post.village, reader),
        try PatrolStore.latest(of: post.id, limit: 3, reader)
      ), sheet: try ScoreStore.all(of: post.id, reader).first,
      rewards: try PostRewardStore.granted(to: post.id, reader), today: reader.today)
  }
}

/// One report with what became of it: days and plain words, nothing of the people concerned.
struct ReportView: Sendable {
  let report: ReportRecord
  let title: String
  let number: String
  let state: ClueState?
  let place: String
  let text: String
  let steps: [FollowUp]
  /// The last day for the next step, while one is owed.
  let due: CivilDate?
  let answer: String?

  init(_ report: ReportRecord, _ room: Sentinels, _ reader: Reader) throws {
    self.report = report
    title = room.book.topic(report.topic)?.title ?? "没有发现"
    let clue = try report.clue.flatMap { try Intake.clue($0, reader) }
    (number, state, place) = (clue?.number ?? "", clue?.state, clue?.place ?? "")
    (text, due, answer) = (clue?.text ?? "", clue?.due, clue?.answer)
    steps = try clue.map { try Self.steps($0, room.above, reader) } ?? []
  }

  private static func steps(_ clue: ClueRecord, _ above: SentinelQuestions, _ reader: Reader) throws -> [FollowUp] {
    var steps = [FollowUp(on: clue.receivedAt.date, words: "监督所收到")]
    if let at = clue.acceptedAt { steps.append(FollowUp(on: at.date, words: "受理，交给监督员办")) }
    steps += try above.followUps.flatMap { try $0(clue.id, reader) }.sorted { $0.on < $1.on }
    if let at = clue.endedAt {
      steps.append(FollowUp(on: at.date, words: clue.state == .refused ? "没有受理，理由在下面" : "办完，答复在下面"))
    }
    return steps
  }
}

extension Sentinels {
  /// `柳塘镇大柳村`.
  static func placeName(of post: PostRecord, _ reader: Reader) throws -> String {
    let town = try Offices.region(post.town, reader)?.name ?? ""
    return post.village == 0 ? town : town + (try Offices.region(post.village, reader)?.name ?? "")
  }
}
