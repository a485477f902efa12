package import Packs

/// A kind of monitoring post (哨点种类): county hospital, town centre, village station, drug information officer.
struct PostKind: Sendable, Hashable {
  let key: String
  let title: String
  /// 1: institutions of county and town; 2: stations of village and community.
  let level: Int
  /// Whether it stands in a village (村、社区) that has to be named, or in a town.
  let isOfVillage: Bool
  /// Whether everybody may read that there is one: no kind that is a single person.
  let isPublic: Bool
  let provenance: Provenance
}

/// What a report is about (报告类别): one big button on the telephone.
struct ReportTopic: Sendable, Hashable {
  let key: String
  let title: String
}

/// How long codes and telephones stay tied (有效期).
struct PassTerm: Sendable, Hashable {
  let codeDays: Int
  let deviceDays: Int
  let provenance: Provenance
}

/// A share that the network of posts is measured by (覆盖目标).
struct CoverageTarget: Sendable, Hashable {
  enum Of: String, CaseIterable, Sendable {
    case urban, town, village, plaque, file
  }

  let of: Of
  let title: String
  /// Per cent.
  let share: Int
  let provenance: Provenance
}

/// Everything of the network that is data, from `Content/sentinels/`.
package struct SentinelBook: Sendable {
  let kinds: [PostKind]
  let topics: [ReportTopic]
  let period: ReportPeriod
  let access: PassTerm
  /// Endings of the names of towns that count as city.
  let urban: [String]
  let targets: [CoverageTarget]
  /// In the order in which they are asked.
  let alarms: [AlarmRule]
  let alarmTerms: AlarmTerms
  let patrol: PatrolTarget
  let training: TrainingTerm
  let score: ScoreRules
  /// In the order of the sheet.
  let criteria: [ScoreCriterion]
  let vetoes: [ScoreVeto]
  /// Of lists of posts that are imported.
  let columns: [PostColumn]
  let published: [PublishedRule]
  let rewardTerms: PostRewardTerms
  let rewardRules: [PostRewardRule]

  func kind(_ key: String) -> PostKind? { kinds.first { $0.key == key } }
  func topic(_ key: String) -> ReportTopic? { topics.first { $0.key == key } }

  /// Reads `sentinels/`. Refuses a folder without kinds, topics, the period, the terms of access, or a target twice.
  package static func load(_ source: any ContentSource) throws -> SentinelBook {
    let reader = PackReader(source)
    let pages = reader.files(in: "sentinels", SentinelPage.read)
    func only<Value>(_ name: String, _ values: [Value?]) -> Value? {
      let given = values.compactMap { $0 }
      if given.count != 1 { reader.refuse("sentinels", "“\(name)”应当写一次，现在写了 \(given.count) 次") }
      return given.first
    }
    let period = only("period", pages.map(\.period))
    let access = only("access", pages.map(\.access))
    let alarmTerms = only("alarm-terms", pages.map(\.alarmTerms))
    let patrol = only("patrol", pages.map(\.patrol))
    let training = only("training", pages.map(\.training))
    let score = only("score", pages.map(\.score))
    let rewardTerms = only("post-rewards", pages.map(\.rewardTerms))
    let (kinds, topics) = (pages.flatMap(\.kinds), pages.flatMap(\.topics))
    if kinds.isEmpty { reader.refuse("sentinels", "没有一种哨点") }
    for field in PostField.allCases where !pages.flatMap(\.columns).contains(where: { $0.field == field }) {
      reader.refuse("sentinels", "缺少名册的列 \(field.rawValue)")
    }
    if topics.isEmpty { reader.refuse("sentinels", "没有一个报告类别") }
    try reader.settle()
    guard let period, let access, let alarmTerms, let patrol, let training, let score, let rewardTerms else {
      throw PackProblem(file: "sentinels", reason: "缺少周期、有效期、巡查要求、培训期限、评分表或者奖励")
    }
    return SentinelBook(
      kinds: kinds, topics: topics, period: period, access: access, urban: pages.flatMap(\.urban),
      targets: pages.flatMap(\.targets), alarms: pages.flatMap(\.alarms), alarmTerms: alarmTerms,
      patrol: patrol, training: training, score: score, criteria: pages.flatMap(\.criteria),
      vetoes: pages.flatMap(\.vetoes), columns: pages.flatMap(\.columns),
      published: pages.flatMap(\.published), rewardTerms: rewardTerms, rewardRules: pages.flatMap(\.rewardRules))
  }
}

/// What one file of the folder may hold.
private struct SentinelPage {
  let kinds: [PostKind]
  let topics: [ReportTopic]
  let period: ReportPeriod?
  let access: PassTerm?
  let urban: [String]
  let targets: [CoverageTarget]
  let alarms: [AlarmRule]
  let alarmTerms: AlarmTerms?
  let patrol: PatrolTarget?
  let training: TrainingTerm?
  let score: ScoreRules?
  let criteria: [ScoreCriterion]
  let vetoes: [ScoreVeto]
  let columns: [PostColumn]
  let published: [PublishedRule]
  let rewardTerms: PostRewardTerms?
  let rewardRules: [PostRewardRule]

  static func read(_ node: PackNode) -> SentinelPage {
    SentinelPage(
      kinds: node.recordsIfAny("kinds", PostKind.read), topics: node.recordsIfAny("topics", ReportTopic.read),
      period: node.recordIfAny("period", ReportPeriod.read), access: node.recordIfAny("access", PassTerm.read),
      urban: node.textsIfAny("urban"), targets: node.recordsIfAny("targets", CoverageTarget.read),
      alarms: node.recordsIfAny("alarms", AlarmRule.read),
      alarmTerms: node.recordIfAny("alarm-terms", AlarmTerms.read),
      patrol: node.recordIfAny("patrol", PatrolTarget.read), training: node.recordIfAny("training", TrainingTerm.read),
      score: node.recordIfAny("score", ScoreRules.read), criteria: node.recordsIfAny("criteria", ScoreCriterion.read),
      vetoes: node.recordsIfAny("vetoes", ScoreVeto.read),
      columns: node.recordsIfAny("columns", PostColumn.read),
      published: node.recordsIfAny("published", PublishedRule.read),
      rewardTerms: node.recordIfAny("post-rewards", PostRewardTerms.read),
      rewardRules: node.recordsIfAny("post-reward-rules", PostRewardRule.read))
  }
}

extension PostKind {
  private enum Place: String, CaseIterable { case town, village }

  fileprivate static func read(_ node: PackNode) -> PostKind {
    let key = node.slug("key")
    node.claim(key, in: "sentinel-kinds", key: "key")
    return PostKind(
      key: key, title: node.text("title"), level: node.int("level", in: 1...2),
      isOfVillage: node.choice("place", standIn: Place.town) == .village,
      isPublic: node.flag("public", standard: false), provenance: node.provenance())
  }
}

extension ReportTopic {
  fileprivate static func read(_ node: PackNode) -> ReportTopic {
    let key = node.slug("key")
    node.claim(key, in: "sentinel-topics", key: "key")
    return ReportTopic(key: key, title: node.text("title"))
  }
}

extension PassTerm {
  fileprivate static func read(_ node: PackNode) -> PassTerm {
    PassTerm(
      codeDays: node.int("code-days", in: 1...90), deviceDays: node.int("device-days", in: 1...3650),
      provenance: node.provenance())
  }
}

extension ReportPeriod {
  fileprivate static func read(_ node: PackNode) -> ReportPeriod {
    let months = node.int("months", in: 1...12)
    if 12 % max(months, 1) != 0 { node.refuse("months", "一年要分成整数个周期：1、2、3、4、6 或者 12 个月") }
    return ReportPeriod(months: months, grace: node.int("grace", in: 0...31), provenance: node.provenance())
  }
}

extension CoverageTarget {
  fileprivate static func read(_ node: PackNode) -> CoverageTarget {
    let of = node.choice("key", standIn: Of.town)
    node.claim(of.rawValue, in: "sentinel-targets", key: "key")
    return CoverageTarget(
      of: of, title: node.text("title"), share: node.int("share", in: 1...100), provenance: node.provenance())
  }
}
