internal import Campaign
internal import Duties
package import Inspection
package import Intake
package import Kit
internal import Law
package import Offices
internal import Procedure
internal import Registers
package import Storage

/// A case to be filed, from a visit, a clue or a place of the registers.
package struct NewCase: Sendable {
  package let party: String
  package let premises: Ref?
  package let clue: ID<Clue>?
  package let visit: ID<Visit>?
  /// Id of a violation of the catalogue.
  package let violation: String
  package let summary: String
  package let first: ID<Account>
  package let second: ID<Account>
  /// 单位, not a natural person: other limits hold for it.
  package let isOrganisation: Bool
  /// The day on which the act ended; nil: not known.
  package let actEnded: CivilDate?
  package let weights: Set<CaseWeight>

  package init(
    party: String, isOrganisation: Bool = false, premises: Ref? = nil, clue: ID<Clue>? = nil, visit: ID<Visit>? = nil,
    violation: String, summary: String, actEnded: CivilDate? = nil, weights: Set<CaseWeight> = [], first: ID<Account>,
    second: ID<Account>
  ) {
    self.party = party
    self.isOrganisation = isOrganisation
    self.actEnded = actEnded
    self.weights = weights
    self.premises = premises
    self.clue = clue
    self.visit = visit
    self.violation = violation
    self.summary = summary
    self.first = first
    self.second = second
  }
}

/// What a case grows from; campaign, clue and place come from it.
struct CaseSource {
  let visit: VisitRecord?
  let clue: ClueRecord?
  let premises: Premises?

  var campaign: ID<CampaignRecord>? { visit.map(\.campaign) ?? clue?.campaign }
  var task: ID<CampaignTask>? { visit.map(\.task) ?? clue?.task }
}

extension Casework {
  /// Files a case today and owes its decision within the statutory term. Refuses sources of another county, visits that
  /// are not recorded or found nothing, violations that the health authority does not punish, and a second open case
  /// for the same visit (or, without a visit, for the same clue, place and violation).
  package func file(_ new: NewCase, _ tx: Transaction) throws -> ID<Case> {
    let (record, source) = try prepare(new, .filing, tx)
    try begin(record, tx)
    try tell(record, source, tx)
    try CaseStore.index(record, tx)
    try above.onFiled(record.id, tx)
    return record.id
  }

  /// The case as its source, its violation and its team make it, not yet stored.
  func prepare(_ new: NewCase, _ series: Series, _ tx: Transaction) throws -> (CaseRecord, CaseSource) {
    let source = try source(new, tx)
    let violation = try violation(new.violation)
    if let ended = new.actEnded, ended > tx.today { throw CaseRefusal.endsInFuture(today: tx.today) }
    let parties = [source.premises?.ref].compactMap { $0 }
    let team = try Team.choose(new.first, new.second, holding: .caseWork, roles: roles, parties: parties, tx)
    if let other = try FilingStore.open(new, source, tx) { throw CaseRefusal.alreadyFiled(other) }
    let record = CaseRecord(
      id: tx.world.newID(), county: tx.county,
      number: try Offices.number(series, tx), party: new.party,
      isOrganisation: new.isOrganisation, premises: source.premises?.ref, premisesName: source.premises?.name,
      clue: source.clue?.id, visit: source.visit?.id,
      campaign: source.campaign, task: source.task, violation: violation, summary: new.summary, filedOn: tx.today,
      actEnded: new.actEnded, weights: new.weights, team: team, state: .investigating, stage: .investigation,
      decision: nil, paid: .zero, closedOn: nil, closing: nil)
    return (record, source)
  }

  private func source(_ new: NewCase, _ tx: Transaction) throws -> CaseSource {
    let visit = try visit(new.visit, tx)
    let clue = try clue(visit?.clue ?? new.clue, tx)
    let place: Ref? = visit?.premises ?? new.premises ?? clue?.premises
    let premises = try place.map { try self.premises($0, tx) }
    guard visit != nil || clue != nil || premises != nil else { throw CaseRefusal.noSource }
    return CaseSource(visit: visit, clue: clue, premises: premises)
  }

  private func visit(_ id: ID<Visit>?, _ tx: Transaction) throws -> VisitRecord? {
    guard let id else { return nil }
    guard let visit = try Inspection.visit(id, tx), visit.county == tx.county else { throw MissingRecord("次检查") }
    guard visit.state == .done else { throw CaseRefusal.visitNotDone(visit.number) }
    guard visit.finding?.result != .clean else { throw CaseRefusal.nothingFound(visit.number) }
    return visit
  }

  private func clue(_ id: ID<Clue>?, _ tx: Transaction) throws -> ClueRecord? {
    guard let id else { return nil }
    guard let clue = try Intake.clue(id, tx), clue.county == tx.county else { throw MissingRecord("条线索") }
    guard clue.state == .accepted || clue.state == .answered else { throw CaseRefusal.clueNotAccepted(clue.number) }
    return clue
  }

  private func premises(_ ref: Ref, _ tx: Transaction) throws -> Premises {
    guard let premises = try Registers.premises(ref, tx), premises.county == tx.county else {
      throw CaseRefusal.noPremises
    }
    return premises
  }

  private func violation(_ id: String) throws -> CaseViolation {
    guard let violation = law.violation(id) else { throw CaseRefusal.noViolation }
    guard violation.isOurs else { throw CaseRefusal.notOurs(violation.authority.title) }
    return CaseViolation(
      id: violation.id, name: violation.name, basis: violation.basis, penalty: violation.penalty,
      confidence: violation.confidence)
  }

  private func tell(_ record: CaseRecord, _ source: CaseSource, _ tx: Transaction) throws {
    let from = source.visit.map { "，依据检查\($0.number)" } ?? source.clue.map { "，依据线索\($0.number)" } ?? ""
    tx.tell(
      record.ref, "立案\(record.number)：\(record.violation.name)\(from)，承办\(record.team.names)",
      [Change("状态", nil, record.state.title), Change("案由", nil, record.violation.name)])
    try tellSources(record, source, "立案", tx)
  }

  /// What the case grew from tells of it; the duty to file it is done.
  func tellSources(_ record: CaseRecord, _ source: CaseSource, _ verb: String, _ tx: Transaction) throws {
    if let clue = source.clue { tx.tell(Ref(.clue, clue.id), "就线索\(clue.number)\(verb)\(record.number)") }
    guard let visit = source.visit else { return }
    tx.tell(visit.ref, "依据检查\(visit.number)\(verb)\(record.number)")
    try Duties.settle(visit.ref, kind: Inspection.filingDuty, outcome: "\(verb)\(record.number)", tx)
  }
}

extension Violation {
  /// Whether the health authority punishes it, alone or with others (《卫生健康行政处罚程序规定》第三十二条).
  var isOurs: Bool { authority == .health || joint.contains(.health) }
}

extension Series { static let filing = Series(sign: "卫医立", digits: 1, suffix: "号") }
