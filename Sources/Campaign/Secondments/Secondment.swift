internal import Duties
internal import Kit
internal import Offices
internal import Storage
internal import Web

/// With which authority (权限) somebody was seconded. It is what the document says and gives no right in the system.
enum SecondedAuthority: String, CaseIterable, Sendable {
  /// 执法资格: holds an enforcement certificate that is in force.
  case enforce
  /// 协助: helps, and neither inspects nor investigates by himself.
  case assist

  var title: String {
    switch self {
    case .enforce: "执法资格"
    case .assist: "协助"
    }
  }
}

/// Secondment (人员抽调): a person of another unit who works for a campaign for a time.
struct SecondmentRecord: Sendable {
  let id: ID<Secondment>
  let county: County
  let campaign: ID<CampaignRecord>
  let campaignTitle: String
  let name: String
  let post: String
  /// From which unit he comes.
  let unit: String
  /// Nil for whoever does not work with the system.
  let account: ID<Account>?
  /// For which duties.
  let work: String
  let authority: SecondedAuthority
  let certificate: String?
  let since: CivilDate
  /// The last day of the present term.
  let until: CivilDate
  /// The last day of whoever has gone back (归队); nil while he is there, or his end is not recorded.
  let last: CivilDate?
  let endedBy: String?
  let reason: String?

  var ref: Ref { Ref(.secondment, id) }
  /// Without a name.
  var label: String { "抽调人员（\(unit)）" }
  func isHere(on day: CivilDate) -> Bool { last == nil && since <= day && day <= until }

  func group(on day: CivilDate) -> SecondmentGroup {
    if last != nil { return .ended }
    return until < day ? .overdue : since <= day ? .current : .coming
  }
}

/// The groups of the list, by the name in its address.
enum SecondmentGroup: String, CaseIterable, Sendable {
  case current, coming, overdue, ended

  var title: String {
    switch self {
    case .current: "在岗"
    case .coming: "还没有开始"
    case .overdue: "到期没有办理"
    case .ended: "已归队"
    }
  }
}

/// One term of a secondment: until when, by which document; a prolongation adds one.
struct SecondmentTerm: Sendable {
  let number: Int64
  let until: CivilDate
  let document: String
  let at: Instant
  let actor: String
}

struct NewSecondment: Sendable {
  let name: String?
  let post: String?
  let unit: String?
  let account: ID<Account>?
  let work: String
  let authority: SecondedAuthority
  let certificate: String?
  let since: CivilDate
  let until: CivilDate
  let document: String
}

/// Seconded officers of a campaign. A secondment never gives a right: what somebody may see and do is said by the roles of his account
/// alone, and who inspects or investigates is asked for his certificate there. Names stay in the row.
enum Secondments {
  static let duty = "campaign.secondment"

  /// Its end is a duty of whoever records it. Refuses a campaign that has ended, somebody without a name, an account that is not there,
  /// enforcement without a certificate, terms that run backwards or are over, and who is seconded at that time already.
  static func add(_ new: NewSecondment, to campaign: CampaignSummary, _ tx: Transaction) throws -> ID<Secondment> {
    guard campaign.ended == nil else { throw ClosingRefusal.campaignEnded }
    guard new.since <= new.until else { throw SecondmentRefusal.backwards }
    guard new.until >= tx.today else { throw SecondmentRefusal.past(today: tx.today) }
    let id: ID<Secondment> = tx.world.newID()
    let record = try record(new, id, of: campaign, tx)
    guard try SecondmentStore.overlapping(record, tx) == 0 else { throw SecondmentRefusal.twice }
    try SecondmentStore.insert(record, tx)
    try SecondmentStore.addTerm(1, of: id, until: new.until, new.document, tx)
    try owe(record, until: new.until, tx)
    let sentence = "登记\(record.label)：\(record.authority.title)，\(new.since.iso) 至 \(new.until.iso)，依据\(new.document)"
    tx.tell(record.ref, sentence)
    tx.tell(campaign.ref, sentence)
    return id
  }

  private static func record(
    _ new: NewSecondment, _ id: ID<Secondment>, of campaign: CampaignSummary, _ tx: Transaction
  ) throws -> SecondmentRecord {
    let person = try new.account.map { account in
      guard let person = try Offices.person(account, tx), person.isActive, person.county == tx.county else {
        throw SecondmentRefusal.noAccount
      }
      return person
    }
    guard let name = person?.name ?? new.name, let unit = person?.agencyName ?? new.unit else {
      throw SecondmentRefusal.noName
    }
    let certificate = person == nil ? new.certificate : person?.certificate
    guard new.authority == .assist || certificate != nil else { throw SecondmentRefusal.noCertificate }
    return SecondmentRecord(
      id: id, county: campaign.county, campaign: campaign.id, campaignTitle: campaign.title, name: name,
      post: new.post ?? person?.post ?? "", unit: unit, account: new.account, work: new.work, authority: new.authority,
      certificate: new.authority == .enforce ? certificate : nil, since: new.since, until: new.until, last: nil,
      endedBy: nil, reason: nil)
  }

  private static func owe(_ record: SecondmentRecord, until: CivilDate, _ tx: Transaction) throws {
    try Duties.owe(
      NewDuty(
        kind: duty, title: "\(record.label)到期：办理归队或者延期", subject: record.ref, owner: ID(tx.actor.number), due: until,
        basis: "抽调到 \(until.iso) 为止（\(record.campaignTitle.clipped(to: 60))）", campaign: record.campaign.value), tx)
  }

  /// He has gone back (归队). Refuses days before it began and days to come, and an early end without a reason.
  static func end(_ id: ID<Secondment>, last: CivilDate, because reason: String?, _ tx: Transaction) throws {
    let record = try current(id, tx)
    guard last >= record.since else { throw SecondmentRefusal.beforeStart(record.since) }
    guard last <= tx.today else { throw SecondmentRefusal.future(today: tx.today) }
    let isEarly = last < record.until
    guard !isEarly || reason != nil else { throw SecondmentRefusal.noReason(record.until) }
    try SecondmentStore.end(id, last, reason, tx)
    try Duties.settle(record.ref, kind: duty, outcome: "已归队", tx)
    // The reason may tell of the person: it stays in the row.
    let words = "\(record.label)\(last.iso) \(isEarly ? "提前归队" : "到期归队")"
    tx.tell(record.ref, words, [Change("状态", "抽调", "已归队")])
    tx.tell(Ref(.campaign, record.campaign), words)
  }

  /// A later last day (延期), by a document. Refuses what is over and a day that is not later.
  static func extend(_ id: ID<Secondment>, until: CivilDate, _ document: String, _ tx: Transaction) throws {
    let record = try current(id, tx)
    guard try ClosingStore.end(of: record.campaign, tx) == nil else { throw ClosingRefusal.campaignEnded }
    guard until > record.until else { throw SecondmentRefusal.notLonger }
    guard until >= tx.today else { throw SecondmentRefusal.past(today: tx.today) }
    try SecondmentStore.extend(record, until, tx)
    try SecondmentStore.addTerm(SecondmentStore.terms(of: id, tx).count + 1, of: id, until: until, document, tx)
    try Duties.settle(record.ref, kind: duty, outcome: "延期到 \(until.iso)", tx)
    try owe(record, until: until, tx)
    tx.tell(record.ref, "\(record.label)延期，依据\(document)", [Change("结束日期", record.until.iso, until.iso)])
  }

  /// Who is seconded on a day, for lists that name people: they stand first, where their roles let them stand there at all.
  static func first(
    _ people: [Person], of campaign: ID<CampaignRecord>, _ reader: Reader
  ) throws -> (people: [Person], seconded: Set<ID<Account>>) {
    let here = try SecondmentStore.accounts(of: campaign, reader)
    return (people.filter { here.contains($0.id) } + people.filter { !here.contains($0.id) }, here)
  }

  private static func current(_ id: ID<Secondment>, _ tx: Transaction) throws -> SecondmentRecord {
    let record = try found(id, tx)
    guard record.last == nil else { throw SecondmentRefusal.over }
    return record
  }

  static func found(_ id: ID<Secondment>, _ reader: Reader) throws -> SecondmentRecord {
    guard let record = try SecondmentStore.find(id, reader) else { throw MissingRecord("位抽调人员") }
    return record
  }
}
