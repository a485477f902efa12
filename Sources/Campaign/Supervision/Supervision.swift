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
  /// The region of who planned it; nil for visits that were planned before it was kept.
  let plannedFrom: Int64?
  /// What was seen; empty until it took place.
  let summary: String

  var ref: Ref { Ref(.supervision, id) }
  var title: String { "督导\(unitName)" }
  var isHeld: Bool { !summary.isEmpty }

  /// Tells one wording from another in the ledger. The number of the visit goes in, so that equal words of two visits differ.
  func mark(of words: String) -> String { SHA256.hash(Array("\(id)\n\(words)".utf8)).hex }
}

struct NewSupervision: Sendable {
  let unit: ID<Agency>
  let on: CivilDate
  let visitors: String
  let subject: String
}

enum Supervisions {
  /// Refuses a unit that is not of the county or not below the asker, a day before the campaign, and a campaign that has ended.
  static func plan(
    _ new: NewSupervision, of campaign: CampaignSummary, by asker: Viewer, roles: RoleBook, _ tx: Transaction
  ) throws -> ID<Supervision> {
    guard campaign.ended == nil else { throw ClosingRefusal.campaignEnded }
    guard try Offices.agencies(in: tx.county, tx).contains(where: { $0.id == new.unit }) else {
      throw SupervisionRefusal.noUnit
    }
    guard let unit = try units(below: asker, in: campaign.county, roles: roles, tx).first(where: { $0.id == new.unit })
    else { throw SupervisionRefusal.notBelow }
    if let starts = campaign.starts, new.on < starts { throw SupervisionRefusal.beforeCampaign(starts) }
    guard let own = try Offices.person(ID(asker.account), tx) else { throw MissingRecord("个账号") }
    let id: ID<Supervision> = tx.world.newID()
    try SupervisionStore.insert(new, unit: unit.name, id, of: campaign.id, from: own.region, tx)
    tx.tell(Ref(.supervision, id), "安排督导检查：\(unit.name)，\(new.on.iso)")
    tx.tell(campaign.ref, "安排督导检查：\(unit.name)，\(new.on.iso)")
    return id
  }

  /// Units that the asker may supervise, in the order of the agencies: of the county, not his own nor one that he stands in for,
  /// with somebody whose region is that of the asker or below it.
  static func units(
    below asker: Viewer, in county: County, roles: RoleBook, _ reader: Reader
  ) throws -> [(id: ID<Agency>, name: String)] {
    guard let own = try Offices.person(ID(asker.account), reader) else { return [] }
    var below: Set<ID<Agency>> = []
    for person in try Offices.people(in: county, holding: nil, roles: roles, reader)
    where !asker.agencies.contains(person.agency.value) && !below.contains(person.agency) {
      if try Offices.holding(person.region, reader).contains(own.region) { below.insert(person.agency) }
    }
    return try Offices.agencies(in: county, reader).filter { below.contains($0.id) }
  }

  /// Whether a person may write down and judge what the visit saw: he stands where it was planned or above, and neither he nor
  /// those he stands in for are of the visited unit. Nobody judges his own answers.
  static func mayJudge(_ visit: SupervisionRecord, _ viewer: Viewer, _ reader: Reader) throws -> Bool {
    guard !viewer.agencies.contains(visit.unit.value) else { return false }
    guard let from = visit.plannedFrom else { return true }
    guard let own = try Offices.person(ID(viewer.account), reader) else { return false }
    return try Offices.holding(from, reader).contains(own.region)
  }

  /// Refuses whom `mayJudge` does not let.
  static func judge(_ visit: SupervisionRecord, by viewer: Viewer, _ tx: Transaction) throws {
    guard try mayJudge(visit, viewer, tx) else { throw SupervisionRefusal.notJudge }
  }

  /// What was seen; may be mended, and the ledger keeps that it was, and of the words before and after what tells them apart.
  /// Refuses people of the visited unit and below who planned it, a visit that has not taken place, and the first words after the
  /// campaign has ended.
  static func record(_ id: ID<Supervision>, summary: String, by viewer: Viewer, _ tx: Transaction) throws {
    let visit = try held(id, by: viewer, tx)
    if !visit.isHeld, try ClosingStore.end(of: visit.campaign, tx) != nil { throw ClosingRefusal.campaignEnded }
    try SupervisionStore.record(id, summary, tx)
    // What was seen may name people: it stays in the row.
    tx.tell(
      visit.ref, visit.isHeld ? "修改督导情况" : "写督导情况",
      [Change("情况校验值", visit.isHeld ? visit.mark(of: visit.summary) : nil, visit.mark(of: summary))])
    if !visit.isHeld { tx.tell(Ref(.campaign, visit.campaign), "督导检查了\(visit.unitName)") }
  }

  /// What is wrong becomes a duty of one person of the unit: he answers it by the day. Refuses before the visit, days that have
  /// passed, people of other units or without the rights to answer, a campaign that has ended, and whom `record` refuses; also
  /// before it was written down what was seen, since without it the visit does not count as held.
  static func find(
    _ id: ID<Supervision>, _ new: NewFinding, by viewer: Viewer, roles: RoleBook, _ tx: Transaction
  ) throws {
    let visit = try held(id, by: viewer, tx)
    guard visit.isHeld else { throw SupervisionRefusal.unwritten }
    guard new.due >= tx.today else { throw SupervisionRefusal.past(today: tx.today) }
    guard try ClosingStore.end(of: visit.campaign, tx) == nil else { throw ClosingRefusal.campaignEnded }
    guard let owner = try people(of: visit, roles: roles, tx).first(where: { $0.id == new.owner }) else {
      throw SupervisionRefusal.noOwner
    }
    let number: ID<SupervisionFinding> = tx.world.newID()
    let position = try FindingStore.insert(new, number, of: visit, tx)
    try Findings.owe(number, position, visit, to: owner.id, due: new.due, tx)
    tx.tell(visit.ref, "第 \(position) 个问题，交\(owner.label)，\(new.due.iso) 以前答复")
  }

  /// Those of the visited unit who can answer.
  static func people(of visit: SupervisionRecord, roles: RoleBook, _ reader: Reader) throws -> [Person] {
    try Reassigning.able(of: visit.unit, in: visit.county, roles: roles, reader)
  }

  private static func held(_ id: ID<Supervision>, by viewer: Viewer, _ tx: Transaction) throws -> SupervisionRecord {
    guard let visit = try SupervisionStore.find(id, tx) else { throw MissingRecord("次督导检查") }
    try judge(visit, by: viewer, tx)
    guard visit.on <= tx.today else { throw SupervisionRefusal.notYet(visit.on) }
    return visit
  }
}
