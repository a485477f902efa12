internal import Campaign
internal import Duties
internal import Intake
package import Kit
internal import Offices
internal import Registers
internal import Rulebook
package import Storage

extension Inspection {
  /// Plans a visit: number, team, and the words of its checklist are fixed; the first officer owes its record on the
  /// day. Refuses premises and clues of another county, clues that nobody accepted, tasks that do not run, days before
  /// today, and a second plan for the same place, day and clue.
  package func plan(_ new: NewVisit, _ tx: Transaction) throws -> ID<Visit> {
    guard new.date >= tx.today else { throw InspectionRefusal.dateInPast(today: tx.today) }
    let premises = try premises(new.premises, tx)
    let clue = try clue(new.clue, tx)
    // The version of the day on which the visit is made, which may be another one than today's.
    let held = try rulebook.checklists(in: tx.county, on: new.date, tx)
    guard let checklist = held.first(where: { $0.id == new.checklist }) else {
      throw InspectionRefusal.noChecklist
    }
    let campaign = try campaign(new, clue, tx)
    let team = try Team.choose(new.first, new.second, holding: .visitWork, roles: roles, parties: [new.premises], tx)
    if let other = try VisitStore.planned(premises.ref, on: new.date, clue: new.clue, tx) {
      throw InspectionRefusal.alreadyPlanned(other)
    }
    let visit = VisitRecord(
      id: tx.world.newID(), county: tx.county, number: try Offices.number(.visit, tx),
      premises: premises.ref, premisesName: premises.name, premisesType: premises.type, clue: clue?.id,
      campaign: campaign, task: new.task, date: new.date, team: team, checklist: checklist.name, state: .planned,
      finding: nil)
    try VisitStore.insert(visit, tx)
    try VisitItemStore.insert(checklist.items.map { VisitItem($0) }, of: visit, tx)
    try owe(visit, tx)
    try tell(planned: visit, clue: clue, tx)
    return visit.id
  }

  private func premises(_ ref: Ref, _ tx: Transaction) throws -> Premises {
    guard let premises = try Registers.premises(ref, tx), premises.county == tx.county else {
      throw InspectionRefusal.noPremises
    }
    return premises
  }

  private func clue(_ id: ID<Clue>?, _ tx: Transaction) throws -> ClueRecord? {
    guard let id else { return nil }
    guard let clue = try Intake.clue(id, tx), clue.county == tx.county else { throw MissingRecord("条线索") }
    guard clue.state == .accepted || clue.state == .answered else {
      throw InspectionRefusal.clueNotAccepted(clue.number)
    }
    return clue
  }

  /// The campaign that the visit counts for. What the clue is tied to may have ended meanwhile; anything else must run.
  private func campaign(_ new: NewVisit, _ clue: ClueRecord?, _ tx: Transaction) throws -> ID<CampaignRecord>? {
    let running = try Campaign.tasks(in: tx.county, on: tx.today, tx)
    if let task = new.task {
      if let choice = running.first(where: { $0.id == task }) { return choice.campaign }
      guard task == clue?.task else { throw InspectionRefusal.taskNotRunning }
      return clue?.campaign
    }
    guard let campaign = new.campaign else { return nil }
    guard campaign == clue?.campaign || running.contains(where: { $0.campaign == campaign }) else {
      throw InspectionRefusal.taskNotRunning
    }
    return campaign
  }

  private func owe(_ visit: VisitRecord, _ tx: Transaction) throws {
    try Duties.owe(
      NewDuty(
        kind: DutyKind.record, title: "检查\(visit.premisesName)，填写检查记录", subject: visit.ref, owner: visit.team.first.id,
        due: visit.date, basis: "检查安排\(visit.number)", campaign: visit.campaign?.value),
      tx)
  }

  private func tell(planned visit: VisitRecord, clue: ClueRecord?, _ tx: Transaction) throws {
    tx.tell(
      visit.ref, "安排检查\(visit.number)：\(visit.premisesName)，\(visit.date.chinese())，\(visit.team.names)",
      [Change("状态", nil, VisitState.planned.title), Change("检查表", nil, visit.checklist)])
    if let clue { tx.tell(Ref(.clue, clue.id), "为线索\(clue.number)安排检查\(visit.number)") }
    try VisitStore.index(visit, tx)
  }
}

/// Kinds of duties of this room.
enum DutyKind {
  static let record = "visit.record"
  static let recheck = "rectification.recheck"
}

extension Inspection {
  /// Kind of the duty to file a case after a visit that ended with 移交立案; its subject is the visit. Casework settles
  /// it. Source: 《卫生健康行政处罚程序规定》第三十二条.
  package static let filingDuty = "case.filing"
}

extension Series { static let visit = Series(sign: "检", digits: 4) }
