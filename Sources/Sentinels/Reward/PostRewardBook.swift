import Packs

/// The rewards of posts as data (哨点奖励): what earns one. No sum stands in it, because none was found.
struct PostRewardTerms: Sendable {
  let months: Int
  let decideDays: Int
  let payDays: Int
  let provenance: Provenance

  var period: ReportPeriod { ReportPeriod(months: months, grace: 0, provenance: provenance) }

  static func read(_ node: PackNode) -> PostRewardTerms {
    let months = node.int("months", in: 1...12)
    if 12 % max(months, 1) != 0 { node.refuse("months", "一年要分成整数期：1、2、3、4、6 或者 12 个月") }
    return PostRewardTerms(
      months: months, decideDays: node.int("decide-days", in: 1...90), payDays: node.int("pay-days", in: 1...250),
      provenance: node.provenance())
  }
}

/// What earns a reward, measured as a line of the score sheet is.
struct PostRewardRule: Sendable, Hashable {
  let key: String
  let title: String
  let criterion: ScoreCriterion
  /// Holds of a whole period only, so that nobody has earned it before its end.
  let isAtEnd: Bool

  static func read(_ node: PackNode) -> PostRewardRule {
    let key = node.slug("key")
    node.claim(key, in: "sentinel-rewards", key: "key")
    let measure = node.choice("measure", standIn: ScoreCriterion.Measure.led)
    if measure == .site { node.refuse("measure", "现场看的算不出来，不能作奖励的条件") }
    let title = node.text("title")
    return PostRewardRule(
      key: key, title: title,
      criterion: ScoreCriterion(
        key: key, group: "", title: title, points: 1, measure: measure,
        least: node.has("least") ? node.int("least", in: 1...100) : 1, isOfTown: false),
      isAtEnd: node.flag("end", standard: false))
  }
}
