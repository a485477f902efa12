internal import Kit
internal import Offices
internal import Storage
internal import Web

/// What somebody is in the organisation of a campaign: in its leading group (领导小组), its office (办公室), or the liaison
/// (联络员) of a body.
enum MemberPart: String, CaseIterable, Sendable {
  case leader, deputy, member
  case officeHead = "office-head"
  case officeMember = "office-member"
  case liaison

  var title: String {
    switch self {
    case .leader: "组长"
    case .deputy: "副组长"
    case .member: "成员"
    case .officeHead: "办公室主任"
    case .officeMember: "办公室成员"
    case .liaison: "联络员"
    }
  }

  /// The seat that one person holds at a time; nil where several may.
  func seat(of body: String) -> String? {
    switch self {
    case .leader, .officeHead: rawValue
    case .liaison: "\(rawValue):\(PlanStore.foldedTitle(body))"
    case .deputy, .member, .officeMember: nil
    }
  }
}

/// One term of one person: it begins with a document, and ends with a hand-over or without one.
struct MemberRecord: Sendable {
  let id: ID<Member>
  let county: County
  let campaign: ID<CampaignRecord>
  let campaignTitle: String
  let part: MemberPart
  let name: String
  let post: String
  let body: String
  let telephone: String
  /// Nil for somebody who does not work with the system.
  let account: ID<Account>?
  let since: CivilDate
  /// The first day on which he is it no more; nil while he is.
  let until: CivilDate?
  /// That appointed him.
  let document: String
  /// Whom he followed.
  let before: ID<Member>?

  var ref: Ref { Ref(.member, id) }
  /// `联络员（县市场监管局）`; without a name.
  var label: String { "\(part.title)（\(body)）" }
}

struct NewMember: Sendable {
  let part: MemberPart
  let person: NewPerson
}

/// Who it is, and since when; the part and the body of a hand-over are those of the one before.
struct NewPerson: Sendable {
  let name: String
  let post: String
  let body: String
  let telephone: String
  let account: ID<Account>?
  let since: CivilDate
  let document: String
}

/// The organisation of a campaign. Names and telephones stay in the row; the ledger tells which seat changed.
enum Members {
  /// Refuses a seat that somebody holds, days to come, an account that is not of the county, and a campaign that has ended.
  static func add(_ new: NewMember, to campaign: CampaignSummary, _ tx: Transaction) throws -> ID<Member> {
    try check(new.person, campaign: campaign.id, tx)
    if let seat = new.part.seat(of: new.person.body), try MemberStore.holder(of: seat, in: campaign.id, tx) != nil {
      throw MemberRefusal.taken("\(new.part.title)（\(new.person.body)）")
    }
    let id: ID<Member> = tx.world.newID()
    try MemberStore.insert(new, id, of: campaign.id, after: nil, tx)
    tx.tell(Ref(.member, id), "登记\(new.part.title)（\(new.person.body)），依据\(new.person.document)")
    return id
  }

  /// Ends one term and begins the next, on one day. What a liaison owes in the campaign goes to the next one. Refuses what `add` refuses, a term that has ended, and a day before it began.
  static func handOver(
    _ id: ID<Member>, to next: NewPerson, roles: RoleBook, _ tx: Transaction
  ) throws -> ID<Member> {
    let member = try current(id, until: next.since, field: "since", tx)
    try check(next, campaign: member.campaign, tx)
    try MemberStore.end(id, on: next.since, tx)
    let heir: ID<Member> = tx.world.newID()
    let body = member.part == .liaison ? member.body : next.body
    let person = NewPerson(
      name: next.name, post: next.post, body: body, telephone: next.telephone, account: next.account, since: next.since,
      document: next.document)
    try MemberStore.insert(NewMember(part: member.part, person: person), heir, of: member.campaign, after: id, tx)
    if member.part == .liaison, let from = member.account, let to = next.account, from != to {
      try Reassigning.follow(in: member.campaign, from: from, to: to, roles: roles, tx)
    }
    tx.tell(member.ref, "\(member.label)交接，\(next.since.iso) 起由下一任担任")
    tx.tell(Ref(.member, heir), "接任\(member.part.title)（\(body)），依据\(next.document)")
    return heir
  }

  /// He is it no more, and nobody follows.
  static func end(_ id: ID<Member>, on day: CivilDate, _ tx: Transaction) throws {
    let member = try current(id, until: day, field: "until", tx)
    guard day <= tx.today else { throw MemberRefusal.future(today: tx.today, field: "until") }
    try MemberStore.end(id, on: day, tx)
    tx.tell(member.ref, "\(member.label)自 \(day.iso) 起不再担任")
  }

  private static func current(_ id: ID<Member>, until day: CivilDate, field: String, _ tx: Transaction) throws
    -> MemberRecord
  {
    guard let member = try MemberStore.find(id, tx) else { throw MissingRecord("位组成人员") }
    guard member.until == nil else { throw MemberRefusal.over }
    guard day >= member.since else { throw MemberRefusal.beforeStart(member.since, field: field) }
    return member
  }

  private static func check(_ person: NewPerson, campaign: ID<CampaignRecord>, _ tx: Transaction) throws {
    guard try ClosingStore.end(of: campaign, tx) == nil else { throw ClosingRefusal.campaignEnded }
    guard person.since <= tx.today else { throw MemberRefusal.future(today: tx.today, field: "since") }
    guard let account = person.account else { return }
    guard let known = try Offices.person(account, tx), known.isActive, known.county == tx.county else {
      throw MemberRefusal.noAccount
    }
  }
}
