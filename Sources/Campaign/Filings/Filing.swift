internal import Duties
internal import Kit
internal import Offices
internal import Storage
internal import Web

/// What a member agency or an agency below has to file (成员单位和下级的实施方案): asked for by the office of the campaign or by the superior, owed by one person.
struct FilingRecord: Sendable {
  let id: ID<Filing>
  let county: County
  let campaign: ID<CampaignRecord>
  let campaignTitle: String
  let agency: ID<Agency>
  let agencyName: String
  /// `实施方案`.
  let what: String
  let words: String
  let askedBy: String
  let askedAt: Instant
  /// Of the present round.
  let round: Int64
  let due: CivilDate
  /// When the paper of the present round came in; nil while it is owed.
  let filedAt: Instant?

  var ref: Ref { Ref(.filing, id) }
  var title: String { "\(agencyName)报送\(what)" }

  /// Nobody returns or gives away what his own agency owes, nor who stands in for somebody of it.
  func mayJudge(_ viewer: Viewer) -> Bool { viewer.may(.campaignSupervise) && !viewer.agencies.contains(agency.value) }

  /// What was filed is for those who ask and for the agency itself; others see that it was filed.
  func mayOpenFiles(_ viewer: Viewer) -> Bool {
    viewer.may(.campaignSupervise) || viewer.agencies.contains(agency.value)
  }

  func isLate(on day: CivilDate) -> Bool { filedAt == nil && due < day }
}

/// One round: owed by a day, filed, perhaps returned with reasons, which begins the next.
struct FilingRound: Sendable {
  let number: Int64
  let due: CivilDate
  let filedAt: Instant?
  let filedBy: String?
  let note: String
  let plan: ID<Plan>?
  /// Of the plan as it was filed; nil where none was, and for rounds from before it was kept.
  let planDigest: String?
  /// How many of the record's attachments came with it.
  let files: Int64
  let returnedAt: Instant?
  let returnedBy: String?
  let reason: String?
}

struct NewFilings: Sendable {
  let what: String
  let words: String
  let due: CivilDate
  let owners: [ID<Account>]
}

/// What is filed: a file, a plan that was brought in here, or both.
struct FiledPaper: Sendable {
  let note: String
  let plan: ID<Plan>?
  let files: [StagedFile]
}

enum Filings {
  static let duty = "campaign.filing"
  /// What is owed once more after a return.
  static let again = "重报"

  /// People of the county who may be asked: they see campaigns and duties, their region is that of the asker or below it, and they
  /// are of another agency. In the order of agencies. Who leads the campaign (组长、副组长) is not asked.
  static func below(
    _ asker: Viewer, of campaign: CampaignSummary, roles: RoleBook, _ reader: Reader
  ) throws -> [Person] {
    guard let own = try Offices.person(ID(asker.account), reader) else { return [] }
    let leading = try MemberStore.all(of: campaign.id, reader)
      .filter { $0.until == nil && [.leader, .deputy].contains($0.part) }.compactMap(\.account)
    let people = try Offices.people(in: campaign.county, holding: .campaignSee, roles: roles, reader)
      .filter { !leading.contains($0.id) }
    var above: [Int64: Bool] = [:]
    return try people.filter { person in
      guard person.agency != own.agency, roles.grants(of: person.roles)[.dutySee] != nil else { return false }
      if let known = above[person.region] { return known }
      let isBelow = try Offices.holding(person.region, reader).contains(own.region)
      above[person.region] = isBelow
      return isBelow
    }
  }

  /// Each of them owes the paper by the day. Refuses nobody at all, people who are not below the asker, two of one agency,
  /// a day that has passed, and a campaign that has ended.
  static func ask(
    _ new: NewFilings, of campaign: CampaignSummary, by asker: Viewer, roles: RoleBook, _ tx: Transaction
  ) throws {
    guard campaign.ended == nil else { throw ClosingRefusal.campaignEnded }
    guard new.due >= tx.today else { throw FilingRefusal.past(today: tx.today) }
    guard !new.owners.isEmpty else { throw FilingRefusal.nobody }
    let below = try below(asker, of: campaign, roles: roles, tx)
    let people = try new.owners.map { id in
      guard let person = below.first(where: { $0.id == id }) else { throw FilingRefusal.notBelow }
      return person
    }
    guard Set(people.map(\.agency)).count == people.count else { throw FilingRefusal.twice }
    for person in people {
      let id: ID<Filing> = tx.world.newID()
      try FilingStore.insert(new, id, of: campaign.id, by: person, tx)
      try owe(id, new.what, to: person.id, due: new.due, campaign, tx)
      tx.tell(Ref(.filing, id), "要求\(person.agencyName)在 \(new.due.iso) 以前报送\(new.what.clipped(to: 60))")
    }
    tx.tell(campaign.ref, "要求 \(people.count) 个单位在 \(new.due.iso) 以前报送\(new.what.clipped(to: 60))")
  }

  /// By its owner, or who stands in for him. Refuses an empty hand, a plan that he did not bring in, and what is filed already.
  static func file(
    _ id: ID<Filing>, _ paper: FiledPaper, by viewer: Viewer, into attachments: Attachments, _ tx: Transaction
  )
    throws
  {
    let filing = try found(id, tx)
    guard filing.filedAt == nil else { throw FilingRefusal.filed }
    guard let owner = try Duties.waiting(on: filing.ref, tx).first?.owner, viewer.accounts.contains(owner.value) else {
      throw FilingRefusal.notYours
    }
    guard paper.plan != nil || !paper.files.isEmpty else { throw FilingRefusal.nothing }
    if let plan = paper.plan, try !PlanStore.isBrought(plan, by: viewer.accounts, in: tx.county, tx) {
      throw FilingRefusal.foreignPlan
    }
    for file in paper.files { try attachments.attach(file, to: filing.ref, tx) }
    try FilingStore.file(filing, paper, owner: owner, tx)
    try Duties.settle(filing.ref, kind: duty, outcome: "已报送", tx)
    // The note may name people: it stays in the row.
    tx.tell(filing.ref, "报送\(filing.what.clipped(to: 60))", [Change("状态", "未报", "已报")])
    tx.tell(Ref(.campaign, filing.campaign), "\(filing.agencyName)报送\(filing.what.clipped(to: 60))")
  }

  /// It is not good enough: owed once more, by a day, by whoever owed it. Refuses people of the agency that filed it, what is not filed,
  /// and a day that has passed.
  static func giveBack(
    _ id: ID<Filing>, reason: String, due: CivilDate, by viewer: Viewer, roles: RoleBook, _ tx: Transaction
  ) throws {
    let filing = try found(id, tx)
    guard filing.mayJudge(viewer) else { throw FilingRefusal.ownAgency }
    guard filing.filedAt != nil else { throw FilingRefusal.notFiled }
    try Giving.refusePast(due, tx)
    guard let campaign = try CampaignStore.find(filing.campaign, tx) else { throw MissingRecord("个专项行动") }
    guard campaign.ended == nil else { throw ClosingRefusal.campaignEnded }
    let owner = try heir(of: filing, roles: roles, tx)
    try FilingStore.giveBack(filing, reason: reason, due: due, tx)
    try owe(id, filing.what, to: owner, due: due, campaign, tx)
    tx.tell(filing.ref, "退回\(filing.what.clipped(to: 60))，\(due.iso) 以前重报", [Change("状态", "已报", "退回重报")])
    tx.tell(campaign.ref, "退回\(filing.agencyName)报送的\(filing.what.clipped(to: 60))")
  }

  /// Another person of the agency owes it. Refuses people of that agency as judges, and what `Giving.handOn` refuses.
  static func reassign(
    _ id: ID<Filing>, to owner: ID<Account>, by viewer: Viewer, roles: RoleBook, _ tx: Transaction
  ) throws {
    let filing = try found(id, tx)
    guard filing.mayJudge(viewer) else { throw FilingRefusal.ownAgency }
    let able = try Reassigning.able(of: filing.agency, in: filing.county, roles: roles, tx)
    try Giving.handOn(filing.ref, kind: duty, to: owner, among: able, tx)
  }

  /// Who owed it last, where he is still there and can; else the agency's liaison of today; else the first of it who can. Never
  /// who stood in for him.
  private static func heir(of filing: FilingRecord, roles: RoleBook, _ tx: Transaction) throws -> ID<Account> {
    let able = try Reassigning.able(of: filing.agency, in: filing.county, roles: roles, tx)
    let last = try FilingStore.lastOwner(of: filing, tx)
    let liaisons = try MemberStore.all(of: filing.campaign, tx)
      .filter { $0.part == .liaison && $0.until == nil }.compactMap(\.account)
    guard let heir = Giving.heir(of: last, liaisons: liaisons, among: able) else { throw FilingRefusal.noHeir }
    return heir
  }

  private static func owe(
    _ id: ID<Filing>, _ what: String, to owner: ID<Account>, due: CivilDate, _ campaign: CampaignSummary,
    _ tx: Transaction
  ) throws {
    try Duties.owe(
      NewDuty(
        kind: duty, title: "报送\(what.clipped(to: 60))", subject: Ref(.filing, id), owner: owner, due: due,
        basis: "\(tx.actor.title)为“\(campaign.title.clipped(to: 60))”要求报送", campaign: campaign.id.value), tx)
  }

  private static func found(_ id: ID<Filing>, _ tx: Transaction) throws -> FilingRecord {
    guard let filing = try FilingStore.find(id, tx) else { throw MissingRecord("项报送") }
    return filing
  }
}
