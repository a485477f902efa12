internal import Duties
internal import Kit
internal import Offices
internal import Storage
internal import Web

/// A supervision visit (督导检查): planned by the superior or by the campaign's office, then held, with what was found.
struct SupervisionRecord: Sendable {
  let id: ID<Supervision>
  let county: County
  let campaign: ID<CampaignRecord>
  let campaignTitle: String
  let unit: ID<Agency>
  let unitName: String
  let on: CivilDate
  /// Who goes, a line each.
  let visitors: String
  /// What is looked at.
  let subject: String
  let plannedBy: String
  /// What was seen; empty until it took place.
  let summary: String

  var ref: Ref { Ref(.supervision, id) }
  var title: String { "督导\(unitName)" }
  var isHeld: Bool { !summary.isEmpty }
}

struct NewSupervision: Sendable {
  let unit: ID<Agency>
  let on: CivilDate
  let visitors: String
  let subject: String
}

enum Supervisions {
  /// Refuses a unit that is not of the county, and a campaign that has ended.
  static func plan(_ new: NewSupervision, of campaign: CampaignSummary, _ tx: Transaction) throws -> ID<Supervision> {
    guard campaign.ended == nil else { throw ClosingRefusal.campaignEnded }
    guard let unit = try Offices.agencies(in: tx.county, tx).first(where: { $0.id == new.unit }) else {
      throw SupervisionRefusal.noUnit
    }
    let id: ID<Supervision> = tx.world.newID()
    try SupervisionStore.insert(new, unit: unit.name, id, of: campaign.id, tx)
    tx.tell(Ref(.supervision, id), "安排督导检查：\(unit.name)，\(new.on.iso)")
    tx.tell(campaign.ref, "安排督导检查：\(unit.name)，\(new.on.iso)")
    return id
  }

  /// What was seen; may be mended, and the ledger keeps that it was. Refuses a visit that has not taken place.
  static func record(_ id: ID<Supervision>, summary: String, _ tx: Transaction) throws {
    let visit = try held(id, tx)
    try SupervisionStore.record(id, summary, tx)
    // What was seen may name people: it stays in the row.
    tx.tell(visit.ref, visit.isHeld ? "修改督导情况" : "写督导情况")
    if !visit.isHeld { tx.tell(Ref(.campaign, visit.campaign), "督导检查了\(visit.unitName)") }
  }

  /// What is wrong becomes a duty of one person of the unit: he answers it by the day. Refuses before the visit, days that have
  /// passed, people of other units or without the rights to answer, and a campaign that has ended.
  static func find(_ id: ID<Supervision>, _ new: NewFinding, roles: RoleBook, _ tx: Transaction) throws {
    let visit = try held(id, tx)
    guard new.due >= tx.today else { throw SupervisionRefusal.past(today: tx.today) }
    guard try ClosingStore.end(of: visit.campaign, tx) == nil else { throw ClosingRefusal.campaignEnded }
    guard let owner = try people(of: visit, roles: roles, tx).first(where: { $0.id == new.owner }) else {
      throw SupervisionRefusal.noOwner
    }
    let number: ID<SupervisionFinding> = tx.world.newID()
    let position = try FindingStore.insert(new, number, of: visit, tx)
    try Findings.owe(number, new.text, position, visit, to: owner.id, due: new.due, tx)
    tx.tell(visit.ref, "第 \(position) 个问题，交\(owner.label)，\(new.due.iso) 以前答复")
  }

  /// Those of the visited unit who can answer.
  static func people(of visit: SupervisionRecord, roles: RoleBook, _ reader: Reader) throws -> [Person] {
    try Offices.people(in: visit.county, holding: .campaignSee, roles: roles, reader)
      .filter { $0.agency == visit.unit && roles.grants(of: $0.roles)[.dutySee] != nil }
  }

  private static func held(_ id: ID<Supervision>, _ tx: Transaction) throws -> SupervisionRecord {
    guard let visit = try SupervisionStore.find(id, tx) else { throw MissingRecord("次督导检查") }
    guard visit.on <= tx.today else { throw SupervisionRefusal.notYet(visit.on) }
    return visit
  }
}
