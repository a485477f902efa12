import Packs

/// The sheet by which posts are scored, as data (评分表).
struct ScoreRules: Sendable {
  let title: String
  /// How many months one sheet covers.
  let months: Int
  /// Points from which a post may be proposed as a model.
  let model: Int
  /// Working days for filling in, for the look on site, for the objection, for its answer.
  let fillDays: Int
  let verifyDays: Int
  let objectionDays: Int
  let answerDays: Int
  let provenance: Provenance

  var period: ReportPeriod { ReportPeriod(months: months, grace: 0, provenance: provenance) }
}

/// One line of the sheet (评分项).
struct ScoreCriterion: Sendable, Hashable {
  /// What the records tell of it; `site`: nothing, it is looked at on site.
  enum Measure: String, CaseIterable, Sendable {
    case contact, backup, plaque, file, patrol, told, led, training, site
  }

  let key: String
  let group: String
  let title: String
  let points: Int
  let measure: Measure
  /// How many make the full points, where the measure has no number of its own.
  let least: Int
  /// The township fills it in where somebody is named for it; else the post does.
  let isOfTown: Bool

  enum Filler: String, CaseIterable { case post, town }
}

/// What rules a post out, whatever its points (一票否决).
struct ScoreVeto: Sendable, Hashable {
  let key: String
  let title: String
}

extension ScoreRules {
  static func read(_ node: PackNode) -> ScoreRules {
    let months = node.int("months", in: 1...12)
    if 12 % max(months, 1) != 0 { node.refuse("months", "一年要分成整数期：1、2、3、4、6 或者 12 个月") }
    return ScoreRules(
      title: node.text("title"), months: months, model: node.int("model", in: 1...1000),
      fillDays: node.int("fill-days", in: 1...90), verifyDays: node.int("verify-days", in: 1...90),
      objectionDays: node.int("objection-days", in: 1...90), answerDays: node.int("answer-days", in: 1...90),
      provenance: node.provenance())
  }
}

extension ScoreCriterion {
  static func read(_ node: PackNode) -> ScoreCriterion {
    let key = node.slug("key")
    node.claim(key, in: "sentinel-criteria", key: "key")
    return ScoreCriterion(
      key: key, group: node.text("group"), title: node.text("title"), points: node.int("points", in: 1...100),
      measure: node.choice("measure", standIn: Measure.site),
      least: node.has("least") ? node.int("least", in: 1...100) : 1,
      isOfTown: node.has("by") ? node.choice("by", standIn: Filler.post) == .town : false)
  }
}

extension ScoreVeto {
  static func read(_ node: PackNode) -> ScoreVeto {
    let key = node.slug("key")
    node.claim(key, in: "sentinel-vetoes", key: "key")
    return ScoreVeto(key: key, title: node.text("title"))
  }
}
