internal import Duties
internal import Kit
internal import Offices
internal import Storage
internal import Web

/// Something that a supervision visit found: owed by a person of the unit, answered, then taken or returned.
struct FindingRecord: Sendable {
  let id: ID<SupervisionFinding>
  let county: County
  let visit: ID<Supervision>
  let position: Int64
  let text: String
  /// Of the present round.
  let round: Int64
  let due: CivilDate
  /// When the answer of the present round came; nil while it is owed.
  let answeredAt: Instant?
  /// When the answer was taken: nothing is left to be done.
  let acceptedAt: Instant?

  var ref: Ref { Ref(.finding, id) }
  var state: FindingState {
    acceptedAt != nil ? .accepted : answeredAt != nil ? .answered : round > 1 ? .returned : .owed
  }
}

enum FindingState {
  case owed, returned, answered, accepted
}

struct FindingRound: Sendable {
  let number: Int64
  let due: CivilDate
  let answer: String
  let answeredBy: String?
  let answeredAt: Instant?
  let judgedBy: String?
  let judgedAt: Instant?
  /// Why it was returned; nil where it was taken, or is not judged.
  let reason: String?
}

struct NewFinding: Sendable {
  let text: String
  let owner: ID<Account>
  let due: CivilDate
}

enum Findings {
  static let duty = "supervision.finding"
  /// What is owed once more after a return.
  static let again = "再答复"

  /// The words of the finding may name people, and titles of duties reach the ledger: its place stands for it.
  static func title(_ position: Int64, of visit: SupervisionRecord) -> String {
    "答复督导\(visit.unitName)的第 \(position) 个问题"
  }

  static func owe(
    _ id: ID<SupervisionFinding>, _ position: Int64, _ visit: SupervisionRecord, to owner: ID<Account>, due: CivilDate,
    _ tx: Transaction
  ) throws {
    try Duties.owe(
      NewDuty(
        kind: duty, title: title(position, of: visit), subject: Ref(.finding, id), owner: owner, due: due,
        basis: "\(visit.on.iso) 督导检查\(visit.unitName)，第 \(position) 个问题", campaign: visit.campaign.value), tx)
  }

  /// By its owner, or who stands in for him: what was done about it.
  static func answer(_ id: ID<SupervisionFinding>, _ words: String, by viewer: Viewer, _ tx: Transaction) throws {
    let finding = try found(id, tx)
    guard finding.answeredAt == nil else { throw SupervisionRefusal.answered }
    guard let owner = try Duties.waiting(on: finding.ref, tx).first?.owner, viewer.accounts.contains(owner.value) else {
      throw SupervisionRefusal.notYours
    }
    try FindingStore.answer(finding, words, owner: owner, tx)
    try Duties.settle(finding.ref, kind: duty, outcome: "已答复", tx)
    tell(finding, "第 \(finding.position) 个问题已答复", [Change("状态", "待答复", "已答复")], tx)
  }

  /// The answer is good. Refuses what is not answered, what was taken, and whom `Supervisions.judge` refuses.
  static func accept(_ id: ID<SupervisionFinding>, by viewer: Viewer, _ tx: Transaction) throws {
    let (finding, _) = try answered(id, by: viewer, tx)
    try FindingStore.accept(finding, tx)
    tell(finding, "第 \(finding.position) 个问题的答复通过", [Change("状态", "已答复", "通过")], tx)
  }

  /// It is not: owed once more, by a day, by whoever owed it while he can, else the unit's liaison. Refuses what `accept` refuses, days that have passed, and
  /// a campaign that has ended.
  static func giveBack(
    _ id: ID<SupervisionFinding>, reason: String, due: CivilDate, by viewer: Viewer, roles: RoleBook,
    _ tx: Transaction
  ) throws {
    let (finding, visit) = try answered(id, by: viewer, tx)
    try Giving.refusePast(due, tx)
    guard try ClosingStore.end(of: visit.campaign, tx) == nil else { throw ClosingRefusal.campaignEnded }
    let able = try Supervisions.people(of: visit, roles: roles, tx)
    let last = try FindingStore.lastOwner(of: finding, tx)
    let liaisons = try MemberStore.all(of: visit.campaign, tx)
      .filter { $0.part == .liaison && $0.until == nil }.compactMap(\.account)
    guard let owner = Giving.heir(of: last, liaisons: liaisons, among: able) else {
      throw SupervisionRefusal.nobodyThere
    }
    try FindingStore.giveBack(finding, reason: reason, due: due, tx)
    try owe(id, finding.position, visit, to: owner, due: due, tx)
    tell(finding, "第 \(finding.position) 个问题的答复退回，\(due.iso) 以前再答复", [Change("状态", "已答复", "退回")], tx)
  }

  /// Another person of the unit owes the answer. Refuses whom `Supervisions.judge` refuses, and what `Giving.handOn` refuses.
  static func reassign(
    _ id: ID<SupervisionFinding>, to owner: ID<Account>, by viewer: Viewer, roles: RoleBook, _ tx: Transaction
  ) throws {
    let finding = try found(id, tx)
    guard let visit = try SupervisionStore.find(finding.visit, tx) else { throw MissingRecord("次督导检查") }
    try Supervisions.judge(visit, by: viewer, tx)
    let able = try Supervisions.people(of: visit, roles: roles, tx)
    try Giving.handOn(finding.ref, kind: duty, to: owner, among: able, tx)
  }

  private static func answered(
    _ id: ID<SupervisionFinding>, by viewer: Viewer, _ tx: Transaction
  ) throws -> (FindingRecord, SupervisionRecord) {
    let finding = try found(id, tx)
    guard let visit = try SupervisionStore.find(finding.visit, tx) else { throw MissingRecord("次督导检查") }
    try Supervisions.judge(visit, by: viewer, tx)
    guard finding.state == .answered else {
      throw finding.state == .accepted ? SupervisionRefusal.accepted : SupervisionRefusal.notAnswered
    }
    return (finding, visit)
  }

  private static func found(_ id: ID<SupervisionFinding>, _ tx: Transaction) throws -> FindingRecord {
    guard let finding = try FindingStore.find(id, tx) else { throw MissingRecord("个督导问题") }
    return finding
  }

  private static func tell(_ finding: FindingRecord, _ words: String, _ changes: [Change], _ tx: Transaction) {
    tx.tell(finding.ref, words, changes)
    tx.tell(Ref(.supervision, finding.visit), words)
  }
}
