package import Campaign
internal import Duties
package import Kit
internal import Law
package import Offices
internal import Registers
package import Storage
internal import Web

/// Rectification (整改): an order to correct (责令改正) and what its re-check (复查) found.
/// Source: 《卫生健康行政处罚程序规定》第二十八条.
package enum Rectification {}

extension RefKind { package static let rectification = RefKind("rectification") }
extension Deed { package static let recheck = Deed("inspection.recheck") }

package enum RectificationState: String, CaseIterable, Sendable {
  case open, passed, failed

  package var title: String {
    switch self {
    case .open: "待复查"
    case .passed: "已改正"
    case .failed: "未改正"
    }
  }
}

package struct NewRectification: Sendable, Hashable {
  package let text: String
  /// The last day to have it put right.
  package let due: CivilDate
  package init(text: String, due: CivilDate) {
    self.text = text
    self.due = due
  }
}

package struct NewRecheck: Sendable {
  package let date: CivilDate
  package let first: ID<Account>
  package let second: ID<Account>
  package let passed: Bool
  package let note: String

  package init(date: CivilDate, first: ID<Account>, second: ID<Account>, passed: Bool, note: String) {
    self.date = date
    self.first = first
    self.second = second
    self.passed = passed
    self.note = note
  }
}

package struct Recheck: Sendable, Hashable {
  package let date: CivilDate
  package let team: Team
  package let note: String
}

package struct RectificationRecord: Sendable {
  package let id: ID<Rectification>
  package let county: County
  package let visit: ID<Visit>
  package let visitNumber: String
  package let premises: Ref
  package let premisesName: String
  package let campaign: ID<CampaignRecord>?
  package let owner: ID<Account>
  package let text: String
  package let orderedOn: CivilDate
  package let due: CivilDate
  package let state: RectificationState
  /// Nil until it was re-checked.
  package let recheck: Recheck?

  package var ref: Ref { Ref(.rectification, id) }
  var title: String { "责令改正　\(premisesName)" }
  var place: Placement { Placement(county: county, owner: owner.value) }
}

extension Inspection {
  /// Orders what a visit found to be put right. The first officer owes the re-check within the term that runs from the
  /// last day of the order.
  func order(_ new: NewRectification, from visit: VisitRecord, _ tx: Transaction) throws {
    let record = RectificationRecord(
      id: tx.world.newID(), county: tx.county, visit: visit.id, visitNumber: visit.number, premises: visit.premises,
      premisesName: visit.premisesName, campaign: visit.campaign, owner: visit.team.first.id, text: new.text,
      orderedOn: visit.date, due: new.due, state: .open, recheck: nil)
    try RectificationStore.insert(record, tx)
    let term = try law.due(.recheck, from: new.due)
    try Duties.owe(
      NewDuty(
        kind: DutyKind.recheck, title: "复查\(visit.premisesName)的整改", subject: record.ref, owner: record.owner,
        term: term, from: new.due, basis: term.words, campaign: visit.campaign?.value),
      tx)
    tx.tell(
      record.ref, "按检查\(visit.number)责令\(visit.premisesName)改正，限\(new.due.chinese())前改完",
      [Change("状态", nil, RectificationState.open.title), Change("改正期限", nil, new.due.iso)])
  }

  /// Records a re-check. Refuses a second one, days before the order or after today, and a team that may not go.
  package func recheck(_ id: ID<Rectification>, _ new: NewRecheck, _ tx: Transaction) throws {
    guard let record = try RectificationStore.find(id, tx), record.county == tx.county else {
      throw MissingRecord("件整改")
    }
    guard record.state == .open else { throw InspectionRefusal.notOpen(record.state) }
    guard new.date <= tx.today else { throw InspectionRefusal.dateInFuture(today: tx.today) }
    guard new.date >= record.orderedOn else { throw InspectionRefusal.recheckBeforeOrder(record.orderedOn) }
    let team = try Team.choose(new.first, new.second, holding: .visitWork, roles: roles, parties: [record.premises], tx)
    let state: RectificationState = new.passed ? .passed : .failed
    try RectificationStore.close(id, state, Recheck(date: new.date, team: team, note: new.note), tx)
    try Duties.settle(record.ref, kind: DutyKind.recheck, outcome: state.title, tx)
    tx.tell(
      record.ref, "复查\(record.premisesName)：\(state.title)（\(team.names)）",
      [Change("状态", record.state.title, state.title), Change("复查日期", nil, new.date.iso)])
    tx.tell(Ref(.visit, record.visit), "复查检查\(record.visitNumber)责令改正的事项：\(state.title)")
  }
}
