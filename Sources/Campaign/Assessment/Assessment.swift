internal import Kit
internal import Offices
internal import Storage
internal import Web

/// One indicator as an assessment uses it.
struct AssessmentLine: Sendable, Hashable {
  let position: Int64
  let key: String
  let part: String
  let title: String
  let formula: IndicatorFormula
  /// 0: not used.
  let points: Int64
  let each: Int64
}

/// Like is ranked with like.
enum AssessedGroup: String, CaseIterable, Sendable {
  case town, department

  var title: String { self == .town ? "乡镇（街道）" : "部门" }
}

/// A unit that is assessed (被考核单位).
struct AssessedUnit: Sendable, Hashable {
  let agency: Int64
  let name: String
  /// The town that it is the office of: its coverage counts.
  let town: Int64?

  var group: AssessedGroup { town == nil ? .department : .town }
}

/// The assessment (考核) of a campaign: which indicators with which points, over which units. There is one for a campaign; once it was
/// approved it never changes.
struct AssessmentRecord: Sendable {
  let id: ID<Assessment>
  let county: County
  let campaign: ID<CampaignRecord>
  let campaignTitle: String
  let rules: AssessmentRules
  let lines: [AssessmentLine]
  let units: [AssessedUnit]
  let fixedBy: String?
  let fixedAt: Instant?

  var ref: Ref { Ref(.assessment, id) }
  var title: String { "“\(campaignTitle.clipped(to: 60))”的考核指标" }
  var used: [AssessmentLine] { lines.filter { $0.points > 0 } }
  func unit(_ agency: Int64) -> AssessedUnit? { units.first { $0.agency == agency } }
  var agencies: Set<Int64> { Set(units.map(\.agency)) }

  /// Points, formulas, units and towns are approved together.
  func matter(_ reader: Reader) throws -> ApprovalMatter {
    ApprovalMatter(
      ref: ref, title: title, digest: digest, authors: try ApprovalStore.authors(of: ref, reader),
      campaign: campaign.value)
  }

  var digest: String {
    let lines = lines.map { "\($0.key) \($0.formula.rawValue) \($0.points) \($0.each) \($0.title)" }
    let units = units.map { "\($0.agency) \($0.town ?? 0)" }
    return SHA256.hex(of: (["\(rules.leastPoints) \(rules.leastItems)"] + lines + [""] + units).joined(separator: "\n"))
  }

  /// Who compares all units before the result is issued: whoever runs, supervises, leads or approves, but nobody of an assessed
  /// unit other than the office. A unit sees its own sheet.
  func mayCompare(_ viewer: Viewer) -> Bool {
    if viewer.may(.campaignRelease) { return true }
    let rights: [Permission] = [.campaignSupervise, .campaignApprove, .campaignList]
    return rights.contains(where: viewer.may) && agencies.isDisjoint(with: viewer.agencies)
  }

  func maySee(_ unit: AssessedUnit, _ viewer: Viewer) -> Bool {
    mayCompare(viewer) || viewer.agencies.contains(unit.agency)
  }
}

/// What the office chose: points by indicator, and of each unit whether and as what it is assessed.
struct AssessmentChoice: Sendable {
  let points: [Int64]
  let units: [AssessedUnit]
}

enum Assessments {
  /// The campaign takes the indicator set of the pack, with the units that owe something in it: a proposal that the office changes and
  /// somebody else approves. Refuses a second one and a campaign that has ended.
  static func adopt(
    _ book: AssessmentBook, for campaign: CampaignSummary, _ units: [AssessedUnit], _ tx: Transaction
  ) throws -> ID<Assessment> {
    guard campaign.ended == nil else { throw ClosingRefusal.campaignEnded }
    guard try AssessmentStore.find(of: campaign.id, tx) == nil else { throw AssessmentRefusal.adopted }
    let id: ID<Assessment> = tx.world.newID()
    let lines = book.indicators.enumerated().map { place, one in
      AssessmentLine(
        position: Int64(place + 1), key: one.key, part: one.part, title: one.title, formula: one.formula,
        points: one.points, each: one.each)
    }
    try AssessmentStore.insert(id, campaign.id, book.rules, lines, units, tx)
    try ApprovalStore.addAuthor(of: Ref(.assessment, id), tx)
    tx.tell(Ref(.assessment, id), "选用\(book.rules.title)，\(lines.count) 项指标，\(units.count) 个单位")
    tx.tell(campaign.ref, "选用\(book.rules.title)")
    return id
  }

  /// Points and units are changed until it is fixed. Refuses a fixed one, points that are not 100 together, no unit, and two units for
  /// one town.
  static func weigh(_ id: ID<Assessment>, _ choice: AssessmentChoice, _ tx: Transaction) throws {
    let one = try open(id, tx)
    guard choice.points.count == one.lines.count, choice.points.allSatisfy({ (0...100).contains($0) }),
      choice.points.reduce(0, +) == 100
    else { throw AssessmentRefusal.notHundred(choice.points.reduce(0, +)) }
    guard !choice.units.isEmpty else { throw AssessmentRefusal.noUnits }
    let towns = choice.units.compactMap(\.town)
    guard Set(towns).count == towns.count else { throw AssessmentRefusal.townTwice }
    let changed = zip(one.lines, choice.points).filter { $0.points != $1 }
    guard !changed.isEmpty || one.units != choice.units else { return }
    try AssessmentStore.weigh(one, choice, tx)
    try ApprovalStore.addAuthor(of: one.ref, tx)
    let points = changed.map { Change("“\($0.title)”的分值", "\($0.points)", "\($1)") }
    let units = one.units == choice.units ? [] : [Change("单位", "\(one.units.count) 个", "\(choice.units.count) 个")]
    tx.tell(one.ref, "修改考核指标", points + units)
  }

  /// Part of the deed that approves it: from now on it never changes.
  static func fix(_ id: ID<Assessment>, _ tx: Transaction) throws {
    let one = try open(id, tx)
    try AssessmentStore.fix(id, tx)
    tx.tell(one.ref, "考核指标定下，不再改动", [Change("内容校验值", nil, one.digest)])
    tx.tell(Ref(.campaign, one.campaign), "考核指标定下")
  }

  static func found(_ id: ID<Assessment>, _ reader: Reader) throws -> AssessmentRecord {
    guard let one = try AssessmentStore.find(id, reader) else { throw MissingRecord("套考核指标") }
    return one
  }

  static func open(_ id: ID<Assessment>, _ reader: Reader) throws -> AssessmentRecord {
    let one = try found(id, reader)
    guard one.fixedAt == nil else { throw AssessmentRefusal.fixed }
    return one
  }

  /// Nobody of an assessed unit approves points or results.
  static func refuseAssessed(_ agencies: [Int64], _ one: AssessmentRecord) throws {
    guard one.agencies.isDisjoint(with: agencies) else { throw AssessmentRefusal.assessedApprover }
  }

  /// What the office finds chosen at first: each agency that owes something in the campaign; one whose name begins with a town's is
  /// proposed as that town's. The office says what is so.
  static func proposal(
    _ agencies: [(id: ID<Agency>, name: String)], owing: Set<Int64>, towns: [(number: Int64, name: String)]
  ) -> [AssessedUnit] {
    agencies.filter { owing.contains($0.id.value) }.map { agency in
      AssessedUnit(
        agency: agency.id.value, name: agency.name, town: towns.first { agency.name.hasPrefix($0.name) }?.number)
    }
  }
}
