internal import Duties
internal import Kit
internal import Law
internal import Offices
internal import Storage
internal import Web

/// One file that was drawn (抽查案卷): read by one person with points and findings, answered by the unit, on an objection decided by
/// another.
struct FileReadingRecord: Sendable {
  struct Finding: Sendable {
    let points: Int64
    let words: String
    let by: Int64
    let at: Instant
    /// The last day on which the unit may object; nil where nothing was found.
    let objectUntil: CivilDate?
  }

  struct Decision: Sendable {
    let points: Int64
    let words: String
    let by: String
    let at: Instant
  }

  let id: ID<FileReading>
  let county: County
  let draw: ID<FileDraw>
  let assessment: ID<Assessment>
  let campaign: ID<CampaignRecord>
  let agency: Int64
  let agencyName: String
  let position: Int64
  let subject: Ref
  let readerName: String
  let arbiter: Int64
  let arbiterName: String
  let due: CivilDate
  let finding: Finding?
  let answeredAt: Instant?
  let objection: String?
  let decision: Decision?
  let today: CivilDate

  var ref: Ref { Ref(.fileReading, id) }
  var title: String { "抽查\(agencyName)的案卷第 \(position) 份" }
  /// May name premises in no way: the kind of the record alone.
  var noun: String { subject.kind == RefKind("case") ? "案件" : "检查记录" }

  var state: FileReadingState {
    guard let finding else { return .drawn }
    if decision != nil { return .decided }
    if objection != nil { return .objected }
    if answeredAt != nil || finding.objectUntil == nil { return .settled }
    return finding.objectUntil.map { $0 < today } == true ? .settled : .read
  }

  /// Nil while it is not read, or the unit may still object, or its objection waits.
  var finalPoints: Int64? {
    [.settled, .decided].contains(state) ? decision?.points ?? finding?.points : nil
  }

  /// Behind the figure of its unit.
  var item: AssessedItem {
    AssessedItem(
      kind: FileReadings.duty, title: title, subject: ref, ownerName: readerName, due: due, done: finding?.at.date,
      note: finalPoints.map { "得 \($0) 分" } ?? "", isCounted: true)
  }

  /// The reader, the arbiter, the unit, and whoever compares all units.
  func maySee(_ viewer: Viewer, _ one: AssessmentRecord, owners: [Int64]) -> Bool {
    one.mayCompare(viewer) || viewer.agencies.contains(agency) || viewer.accounts.contains(arbiter)
      || viewer.accounts.contains(where: owners.contains) || finding.map { viewer.accounts.contains($0.by) } == true
  }
}

enum FileReadingState: String, CaseIterable, Sendable {
  case drawn, read, objected, settled, decided

  var title: String {
    switch self {
    case .drawn: "等评查"
    case .read: "等单位答复"
    case .objected: "有申诉，等复核"
    case .settled: "已定"
    case .decided: "申诉已复核"
    }
  }

  var chip: HTML {
    switch self {
    case .drawn: Chip.open.html(title)
    case .read: Chip.half.html(title)
    case .objected: Chip.warn.html(title)
    case .settled, .decided: Chip.done.html(title)
    }
  }
}

enum FileReadings {
  static let duty = "assessment.read"
  static let answerDuty = "assessment.answer"
  static let decideDuty = "assessment.decide"
  /// Points of a file in which nothing was found.
  static let full: Int64 = 100

  static func owe(
    _ id: ID<FileReading>, _ kind: String, _ title: String, to owner: ID<Account>, due: CivilDate, basis: String,
    _ campaign: ID<CampaignRecord>, _ tx: Transaction
  ) throws {
    try Duties.owe(
      NewDuty(
        kind: kind, title: title, subject: Ref(.fileReading, id), owner: owner, due: due, basis: basis,
        campaign: campaign.value), tx)
  }

  /// What the reader found, by whom it was given to or who stands in for him. Full points need no answer; else one person of the unit
  /// answers within the term. Refuses others, people of the unit, what was read already, and points that are taken off without words.
  static func read(
    _ id: ID<FileReading>, points: Int64, words: String, by viewer: Viewer, roles: RoleBook, _ calendar: WorkCalendar,
    _ tx: Transaction
  ) throws {
    let reading = try found(id, tx)
    guard reading.finding == nil else { throw FileReadingRefusal.state(reading.state) }
    try refuseOthers(reading, duty, viewer, tx)
    guard !viewer.agencies.contains(reading.agency) else { throw FileReadingRefusal.ownUnit }
    guard points == full || !words.isEmpty else { throw FileReadingRefusal.noWords }
    let one = try Assessments.found(reading.assessment, tx)
    let until = points == full ? nil : calendar.adding(workdays: Int(one.rules.objectDays), to: tx.today).date
    try FileReadingStore.read(id, points: points, words: words, until: until, tx)
    try Duties.settle(reading.ref, kind: duty, outcome: "已评查", tx)
    if let until {
      let able = try Reassigning.able(of: ID(reading.agency), in: reading.county, roles: roles, tx)
      let working = try Duties.waiting(on: reading.subject, tx).first?.owner
      let liaisons = try MemberStore.all(of: reading.campaign, tx).filter { $0.part == .liaison && $0.until == nil }
      guard let owner = Giving.heir(of: working, liaisons: liaisons.compactMap(\.account), among: able) else {
        throw FileReadingRefusal.nobodyThere
      }
      try owe(
        id, answerDuty, "答复\(reading.title)的评查结果，有不同意见的申诉", to: owner, due: until,
        basis: "考核的工作规则：\(one.rules.objectDays) 个工作日", reading.campaign, tx)
    }
    // What was found may name people: it stays in the row.
    tx.tell(reading.ref, "评查得 \(points) 分", [Change("状态", reading.state.title, until == nil ? "已定" : "等单位答复")])
  }

  /// The unit takes it, or objects (申诉) with its reasons until the last day of the term; the arbiter owes the answer. Refuses others,
  /// what is answered, and an objection after its term.
  static func answer(
    _ id: ID<FileReading>, objection: String?, by viewer: Viewer, _ calendar: WorkCalendar, _ tx: Transaction
  ) throws {
    let reading = try found(id, tx)
    guard let finding = reading.finding, reading.answeredAt == nil, let until = finding.objectUntil else {
      throw FileReadingRefusal.state(reading.state)
    }
    try refuseOthers(reading, answerDuty, viewer, tx)
    if objection != nil, until < tx.today { throw FileReadingRefusal.objectionOver(until) }
    try FileReadingStore.answer(id, objection: objection, tx)
    try Duties.settle(reading.ref, kind: answerDuty, outcome: objection == nil ? "没有意见" : "申诉", tx)
    if objection != nil {
      let one = try Assessments.found(reading.assessment, tx)
      try owe(
        id, decideDuty, "复核对\(reading.title)的申诉", to: ID(reading.arbiter),
        due: calendar.adding(workdays: Int(one.rules.decideDays), to: tx.today).date,
        basis: "考核的工作规则：\(one.rules.decideDays) 个工作日", reading.campaign, tx)
    }
    tx.tell(reading.ref, objection == nil ? "对评查结果没有意见" : "对评查结果提出申诉")
  }

  /// The objection is answered with the points that stand now; there is no second one. Refuses others, people of the unit, whoever read
  /// the file, and where none waits.
  static func decide(
    _ id: ID<FileReading>, points: Int64, words: String, by viewer: Viewer, _ tx: Transaction
  ) throws {
    let reading = try found(id, tx)
    guard reading.state == .objected, let finding = reading.finding else {
      throw FileReadingRefusal.state(reading.state)
    }
    guard !viewer.accounts.contains(finding.by) else { throw FileReadingRefusal.ownReading }
    try refuseOthers(reading, decideDuty, viewer, tx)
    guard !viewer.agencies.contains(reading.agency) else { throw FileReadingRefusal.ownUnit }
    try FileReadingStore.decide(id, points: points, words: words, tx)
    try Duties.settle(reading.ref, kind: decideDuty, outcome: "已复核", tx)
    tx.tell(reading.ref, "复核申诉，定为 \(points) 分", [Change("得分", "\(finding.points)", "\(points)")])
  }

  static func found(_ id: ID<FileReading>, _ reader: Reader) throws -> FileReadingRecord {
    guard let reading = try FileReadingStore.find(id, reader) else { throw MissingRecord("份抽查案卷") }
    return reading
  }

  private static func refuseOthers(
    _ reading: FileReadingRecord, _ kind: String, _ viewer: Viewer, _ tx: Transaction
  ) throws {
    guard let duty = try Duties.waiting(on: reading.ref, tx).first(where: { $0.kind == kind }),
      viewer.accounts.contains(duty.owner.value)
    else { throw FileReadingRefusal.notYours }
  }
}
