internal import Kit
internal import Law
internal import Offices
internal import Papers
internal import Storage
internal import Web

/// A result of an assessment (考核结果): all figures of one day, kept with the lists behind them. What happens afterwards does not
/// change it; a correction is another edition, which replaces it when it is issued.
struct ResultRecord: Sendable {
  struct Issue: Sendable {
    let number: String
    let at: Instant
    let by: String
    let digest: String
  }

  let id: ID<AssessmentResult>
  let county: County
  let assessment: ID<Assessment>
  let campaign: ID<CampaignRecord>
  let campaignTitle: String
  /// Which edition.
  let number: Int64
  let day: CivilDate
  /// What is corrected; nil for the first.
  let reason: String?
  let madeBy: String
  let madeAt: Instant
  let issue: Issue?
  let droppedAt: Instant?
  /// The edition that took its place.
  let replacedBy: ID<AssessmentResult>?

  var ref: Ref { Ref(.assessmentResult, id) }
  var title: String { "考核结果第 \(number) 版（截至 \(day.iso)）" }
  var isOpen: Bool { issue == nil && droppedAt == nil }
}

enum Results {
  /// All figures as they are now, with their lists. Refuses before the indicators were approved, while another waits, and a correction
  /// without its reason.
  static func make(
    _ id: ID<Assessment>, reason: String?, covered: CoverageSource, _ tx: Transaction
  ) throws -> ID<AssessmentResult> {
    let one = try Assessments.found(id, tx)
    guard one.fixedAt != nil else { throw AssessmentRefusal.notFixed }
    let before = try ResultStore.all(of: id, tx)
    guard !before.contains(where: \.isOpen) else { throw AssessmentRefusal.waits }
    let isCorrection = before.contains { $0.issue != nil }
    guard !isCorrection || reason != nil else { throw AssessmentRefusal.reasonMissing }
    let result: ID<AssessmentResult> = tx.world.newID()
    let number = Int64(before.count + 1)
    try ResultStore.insert(result, one, number: number, reason: isCorrection ? reason : nil, tx)
    let facts = try AssessmentFacts.read(one, covered: covered, tx)
    for (place, unit) in RankedUnit.rank(facts.scores, one.rules).enumerated() {
      try ResultStore.insert(unit, at: place, of: result, tx)
      try ResultStore.insert(keeping(unit.score.unit, facts, tx), unit.score.unit, of: result, tx)
    }
    try ApprovalStore.addAuthor(of: Ref(.assessmentResult, result), tx)
    let words = "拟出考核结果第 \(number) 版，\(one.units.count) 个单位"
    tx.tell(Ref(.assessmentResult, result), words, [Change("内容校验值", nil, try digest(result, tx))])
    tx.tell(Ref(.campaign, one.campaign), words)
    return result
  }

  /// The lists of a unit, each matter once with all indicators under which it stands.
  private static func keeping(
    _ unit: AssessedUnit, _ facts: AssessmentFacts, _ reader: Reader
  ) throws -> [(item: AssessedItem, marks: String)] {
    var (order, marks, items): ([String], [String: [String]], [String: AssessedItem]) = ([], [:], [:])
    for line in facts.assessment.used {
      for item in try facts.items(line, unit, reader) {
        if items[item.key] == nil {
          items[item.key] = item
          order.append(item.key)
        }
        marks[item.key, default: []].append("\(line.position)\(item.isCounted ? "+" : "-")")
      }
    }
    return order.compactMap { key in items[key].map { ($0, (marks[key] ?? []).joined(separator: " ")) } }
  }

  /// What is approved: every figure, place and remark as they were kept.
  static func matter(_ result: ResultRecord, _ reader: Reader) throws -> ApprovalMatter {
    ApprovalMatter(
      ref: result.ref, title: result.title, digest: try digest(result.id, reader),
      authors: try ApprovalStore.authors(of: result.ref, reader), campaign: result.campaign.value)
  }

  static func digest(_ id: ID<AssessmentResult>, _ reader: Reader) throws -> String {
    SHA256.hex(of: try ResultStore.lines(of: id, reader).joined(separator: "\n"))
  }

  /// With a number, after somebody else approved the figures as they are kept; the edition before it holds no more. Refuses what is
  /// issued, given up, or not approved.
  static func issue(_ id: ID<AssessmentResult>, _ template: PaperTemplate, _ tx: Transaction) throws {
    let result = try open(id, tx)
    try Approvals.refuseUnapproved(matter(result, tx), tx)
    let one = try Assessments.found(result.assessment, tx)
    let series = Series(
      sign: template.number ?? "整治考核", digits: 1, prefix: template.countWords.before, suffix: template.countWords.behind
    )
    var values = PaperValues()
    values[.agencyName] = try Offices.person(ID(tx.actor.number), tx)?.agencyName
    values.set(.paperDate, tx.today)
    values[.paperNumber] = try Offices.number(series, tx)
    let typing = ResultPaper(one, result, try ResultStore.ranking(of: result, one, tx)).typing
    let document = template.document(values.adding(try template.answers(typing)))
    try ResultStore.issue(id, document, digest: digest(id, tx), tx)
    for former in try ResultStore.all(of: one.id, tx)
    where former.issue != nil && former.replacedBy == nil && former.id != id {
      try ResultStore.replace(former.id, by: id, tx)
      tx.tell(former.ref, "由第 \(result.number) 版考核结果代替")
    }
    let words = "印发考核结果第 \(result.number) 版（\(document.number ?? "")）"
    tx.tell(result.ref, words, [Change("文书校验值", nil, document.hash)])
    tx.tell(Ref(.campaign, result.campaign), words)
  }

  /// Gives it up before it was issued. A request that waits is taken back.
  static func drop(_ id: ID<AssessmentResult>, _ tx: Transaction) throws {
    let result = try open(id, tx)
    try Approvals.takeBack(matter(result, tx), because: "考核结果弃用", tx)
    try ResultStore.drop(id, tx)
    tx.tell(result.ref, "弃用\(result.title)", [Change("状态", "没有印发", "已弃用")])
  }

  static func found(_ id: ID<AssessmentResult>, _ reader: Reader) throws -> ResultRecord {
    guard let result = try ResultStore.find(id, reader) else { throw MissingRecord("份考核结果") }
    return result
  }

  static func open(_ id: ID<AssessmentResult>, _ reader: Reader) throws -> ResultRecord {
    let result = try found(id, reader)
    guard result.issue == nil else { throw AssessmentRefusal.issued }
    guard result.droppedAt == nil else { throw AssessmentRefusal.dropped }
    return result
  }

  /// The paper as it was issued. Refuses a draft, and a record whose bytes are not those that were hashed.
  static func document(_ result: ResultRecord, _ reader: Reader) throws -> PaperDocument {
    guard result.issue != nil, let kept = try ResultStore.document(result.id, reader) else {
      throw BriefingRefusal.notIssued
    }
    return try PaperDocument(record: kept)
  }
}
