internal import Kit
package import Packs

/// How an indicator (考核指标) is counted: a closed list, since each is a question that the program asks of the records.
enum IndicatorFormula: String, CaseIterable, Sendable {
  case duties = "duties-in-time"
  case filings = "filings-in-time"
  case findings = "findings-in-time"
  case clues = "clues-in-time"
  case cases = "cases-in-time"
  case coverage
  case files = "files-read"
  case overdue, pressed, listed

  /// Points are taken off for each; the others give a share of the points.
  var isDeduction: Bool { [.overdue, .pressed, .listed].contains(self) }
  /// Of what fell due: what tells whether a unit had enough to do to be ranked.
  var isInTime: Bool { [.duties, .filings, .findings, .clues, .cases].contains(self) }

  /// For its readers: what stands above and what below.
  var words: String {
    switch self {
    case .duties: "到期的其他待办里按期办结的。报送、督导问题、线索答复、案件决定另有指标，不在这里数"
    case .filings: "到期的报送里按期报的，退回重报的只数最后一次"
    case .findings: "到期的督导问题里按期答复的"
    case .clues: "到期的线索里按期答复的"
    case .cases: "到期的案件里在规定期限内作出决定的"
    case .coverage: "所在乡镇底册上的机构里，本行动查过的"
    case .files: "抽查案卷得的分，占满分的多少"
    case .overdue: "单位的全部事项里，逾期没有办结的"
    case .pressed: "单位的全部事项里，被督办过的"
    case .listed: "单位被挂牌督办的，摘了牌的也算"
    }
  }
}

/// One indicator of the pack; an assessment takes it with its own points.
struct Indicator: Sendable, Hashable {
  let key: String
  /// `落实`: under what it stands.
  let part: String
  let title: String
  let formula: IndicatorFormula
  let points: Int64
  /// Points for each occasion of a deduction; 0 else.
  let each: Int64
}

/// What holds for the whole set.
struct AssessmentRules: Sendable, Hashable {
  let title: String
  /// Below so many points that can be given, or so many matters that fell due, a unit is not ranked.
  let leastPoints: Int64
  let leastItems: Int64
  /// Working days for an objection to a file that was read, and for the answer.
  let objectDays: Int64
  let decideDays: Int64
  let source: String
}

/// The indicator set (考核指标) as data: `Content/assessment/`. A working rule, no source in the law.
package struct AssessmentBook: Sendable {
  let rules: AssessmentRules
  let indicators: [Indicator]

  /// Reads `assessment/`. Refuses an unknown formula, one indicator twice, a deduction that takes nothing off, and points that are
  /// not 100 together.
  package static func load(_ source: any ContentSource) throws -> AssessmentBook {
    let reader = PackReader(source)
    let books = reader.files(in: "assessment") { node in
      (node.record("rules", AssessmentRules.read), node.records("indicators", Indicator.read))
    }
    let indicators = books.flatMap(\.1)
    if !books.isEmpty, indicators.reduce(0, { $0 + $1.points }) != 100 {
      reader.refuse("assessment", "各指标的分值加起来应是 100")
    }
    guard let rules = books.first?.0 else {
      reader.refuse("assessment", "缺少考核指标")
      try reader.settle()
      throw MissingRecord("套考核指标")
    }
    try reader.settle()
    return AssessmentBook(rules: rules, indicators: indicators)
  }
}

extension AssessmentRules {
  fileprivate static func read(_ node: PackNode) -> AssessmentRules {
    let provenance = node.provenance()
    return AssessmentRules(
      title: node.text("title"), leastPoints: Int64(node.int("least-points", in: 0...100)),
      leastItems: Int64(node.int("least-items", in: 0...1000)), objectDays: Int64(node.int("object-days", in: 1...90)),
      decideDays: Int64(node.int("decide-days", in: 1...90)), source: provenance.source)
  }
}

extension Indicator {
  fileprivate static func read(_ node: PackNode) -> Indicator {
    let key = node.slug("key")
    node.claim(key, in: "assessment", key: "key")
    let formula = node.choice("formula", standIn: IndicatorFormula.duties)
    if formula.isDeduction != node.has("each") { node.refuse("each", "扣分的指标要写每件扣几分，别的指标不写") }
    return Indicator(
      key: key, part: node.text("part"), title: node.text("title"), formula: formula,
      points: Int64(node.int("points", in: 1...100)), each: node.has("each") ? Int64(node.int("each", in: 1...100)) : 0)
  }
}
