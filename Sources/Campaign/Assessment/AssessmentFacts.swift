internal import Duties
internal import Kit
internal import Registers
internal import Storage

/// One matter behind a figure: it stands in the denominator, and in the numerator where it is counted.
struct AssessedItem: Sendable {
  let kind: String
  let title: String
  let subject: Ref
  let ownerName: String
  let due: CivilDate?
  let done: CivilDate?
  let demands: Int64
  /// What else is to be said, as the points of a file that was read.
  let note: String
  let isCounted: Bool

  init(_ duty: CampaignDuty, isCounted: Bool) {
    (kind, title, subject, ownerName) = (duty.kind, duty.title, duty.subject, duty.ownerName)
    (due, done, demands, note) = (duty.due, duty.done, duty.demands, "")
    self.isCounted = isCounted
  }

  init(
    kind: String, title: String, subject: Ref, ownerName: String = "", due: CivilDate? = nil, done: CivilDate? = nil,
    demands: Int64 = 0, note: String = "", isCounted: Bool
  ) {
    (self.kind, self.title, self.subject, self.ownerName) = (kind, title, subject, ownerName)
    (self.due, self.done, self.demands, self.note, self.isCounted) = (due, done, demands, note, isCounted)
  }

  /// What tells one item from another under several indicators.
  var key: String { "\(kind) \(subject)" }
}

/// What the records tell of the assessed units, read once for all figures of a page or a result.
struct AssessmentFacts {
  let assessment: AssessmentRecord
  private let duties: [Int64: [CampaignDuty]]
  private let listed: [Int64: [Placard]]
  private let read: [Int64: [FileReadingRecord]]
  /// By town: on file, visited.
  private let coverage: [Int64: (all: Int64, visited: Int64)]
  private let covered: CoverageSource
  private let today: CivilDate

  /// A score from a part of the duties would be wrong: more than any county has.
  static let most = 1_000_000

  /// Duties of the assessment itself do not count: making it would change it.
  static func read(
    _ assessment: AssessmentRecord, covered: CoverageSource, _ reader: Reader
  ) throws -> AssessmentFacts {
    let own: Set<RefKind> = [.assessment, .assessmentResult, .fileReading]
    let duties = try Duties.all(ofCampaign: assessment.campaign.value, most: Self.most, reader).filter {
      !own.contains($0.subject.kind)
    }
    let (campaign, county) = (assessment.campaign, assessment.county)
    var coverage: [Int64: (all: Int64, visited: Int64)] = [:]
    if assessment.units.contains(where: { $0.town != nil }) {
      let all = try Registers.towns(in: county, among: nil, reader)
      let visited = try Registers.towns(in: county, among: covered.visited(campaign, county), reader)
      coverage = Dictionary(uniqueKeysWithValues: all.map { ($0, (all: $1, visited: visited[$0] ?? 0)) })
    }
    return AssessmentFacts(
      assessment: assessment, duties: Dictionary(grouping: duties, by: \.agency),
      listed: Dictionary(grouping: try Placards.all(inCampaign: campaign.value, reader), by: \.agency),
      read: Dictionary(grouping: try FileReadingStore.counted(of: assessment.id, reader), by: \.agency),
      coverage: coverage, covered: covered, today: reader.today)
  }

  private init(
    assessment: AssessmentRecord, duties: [Int64: [CampaignDuty]], listed: [Int64: [Placard]],
    read: [Int64: [FileReadingRecord]], coverage: [Int64: (all: Int64, visited: Int64)], covered: CoverageSource,
    today: CivilDate
  ) {
    (self.assessment, self.duties, self.listed, self.read) = (assessment, duties, listed, read)
    (self.coverage, self.covered, self.today) = (coverage, covered, today)
  }

  var scores: [UnitScore] { assessment.units.map(score) }

  func score(_ unit: AssessedUnit) -> UnitScore {
    UnitScore(
      unit: unit,
      scores: assessment.used.map { line in
        let (have, need) = count(line, unit)
        return IndicatorScore(line, have: have, need: need)
      })
  }

  private func count(_ line: AssessmentLine, _ unit: AssessedUnit) -> (have: Int64, need: Int64) {
    switch line.formula {
    case .coverage:
      let town = unit.town.flatMap { coverage[$0] }
      return (town?.visited ?? 0, town?.all ?? 0)
    case .files:
      let files = read[unit.agency] ?? []
      return (files.reduce(0) { $0 + ($1.finalPoints ?? 0) }, Int64(files.count) * FileReadings.full)
    default:
      let items = matters(line.formula, unit)
      return (Int64(items.count(where: \.isCounted)), Int64(items.count))
    }
  }

  /// The list behind a figure; those of the numerator are counted.
  func items(_ line: AssessmentLine, _ unit: AssessedUnit, _ reader: Reader) throws -> [AssessedItem] {
    switch line.formula {
    case .coverage: try institutions(unit, isIn: true, reader) + institutions(unit, isIn: false, reader)
    case .files: (read[unit.agency] ?? []).map(\.item)
    default: matters(line.formula, unit)
    }
  }

  /// At most `Registers` pages of a town; a town has fewer.
  private func institutions(_ unit: AssessedUnit, isIn: Bool, _ reader: Reader) throws -> [AssessedItem] {
    guard let town = unit.town else { return [] }
    let found = try Registers.institutions(
      inTown: town, of: assessment.county, among: covered.visited(assessment.campaign, assessment.county), isIn: isIn,
      limit: 5000, offset: 0, reader)
    return found.premises.map { AssessedItem(kind: "institution", title: $0.name, subject: $0.ref, isCounted: isIn) }
  }

  private func matters(_ formula: IndicatorFormula, _ unit: AssessedUnit) -> [AssessedItem] {
    let own = duties[unit.agency] ?? []
    switch formula {
    case .duties: return inTime(own.filter { Self.formula(of: $0) == .duties })
    case .filings, .findings, .clues, .cases: return inTime(own.filter { Self.formula(of: $0) == formula })
    case .overdue: return own.map { AssessedItem($0, isCounted: isLate($0)) }
    case .pressed: return own.map { AssessedItem($0, isCounted: $0.demands > 0) }
    case .listed:
      // A listed matter is told by the listing itself, not once more by the report that is owed for it.
      return own.filter { $0.kind != CampaignPlacards.duty }.map { AssessedItem($0, isCounted: false) }
        + (listed[unit.agency] ?? []).map(Self.item)
    case .coverage, .files: return []
    }
  }

  /// What fell due: done, or late. What is open and not due yet, and a clock that stands, is no occasion.
  private func inTime(_ duties: [CampaignDuty]) -> [AssessedItem] {
    duties.filter { $0.done != nil || isLate($0) }.map { duty in
      AssessedItem(duty, isCounted: duty.done.map { $0 <= duty.due } ?? false)
    }
  }

  private func isLate(_ duty: CampaignDuty) -> Bool { duty.done == nil && !duty.isSuspended && duty.due < today }

  /// Under which indicator a duty's term counts: each under one. Records and duties of rooms above, known here by their names alone.
  private static func formula(of duty: CampaignDuty) -> IndicatorFormula {
    switch duty.kind {
    case Filings.duty: .filings
    case Findings.duty: .findings
    case "clue.answer": .clues
    case "case.decision": .cases
    default: .duties
    }
  }

  private static func item(_ placard: Placard) -> AssessedItem {
    AssessedItem(
      kind: CampaignPlacards.duty, title: "挂牌督办：\(placard.matter)", subject: placard.ref, ownerName: placard.by,
      due: placard.due, done: placard.lifted?.at.date, isCounted: true)
  }
}
