internal import Duties
internal import Kit
internal import Law
internal import Offices
internal import Storage
internal import Web

/// Copy (分发的一份): an issued paper of the office that was sent to one body, whose receiver signs for it (签收).
struct CopyRecord: Sendable {
  let id: ID<SentCopy>
  let county: County
  let campaign: ID<CampaignRecord>
  let campaignTitle: String
  let briefing: ID<Briefing>
  let kind: BriefingKind
  /// `清整治通报〔2026〕第1期`.
  let number: String
  let agency: ID<Agency>
  let agencyName: String
  /// Who signs, or signed.
  let owner: ID<Account>
  let sentAt: Instant
  let sentBy: String
  let due: CivilDate
  let signedAt: Instant?
  let signedBy: String?
  /// When the paper was withdrawn (作废).
  let voidAt: Instant?
  /// By when the receiver has to know that; nil where nothing was withdrawn, and where another paper took its place.
  let voidDue: CivilDate?
  let knownAt: Instant?
  let knownBy: String?

  var ref: Ref { Ref(.sentCopy, id) }
  /// Without a word of what was typed: `通报（清整治通报〔2026〕第1期）`.
  var title: String { "\(kind.title)（\(number)）" }
  func isLate(on day: CivilDate) -> Bool { signedAt == nil && voidAt == nil && due < day }
}

struct NewCirculation: Sendable {
  let due: CivilDate
  let owners: [ID<Account>]
}

/// Sending issued papers to chosen bodies (信息通报与共享). Whoever gets a copy may open this paper and nothing else by it: the right
/// is that on duties (`duty.see`), so that a liaison without any right on campaigns can sign.
enum Circulation {
  static let duty = "campaign.copy"
  /// Of a paper that was withdrawn after it was sent.
  static let knowing = "campaign.copy-void"
  static let kinds = [duty, knowing]
  /// The office's own usage, prefilled and free to change: no law sets it.
  static let usualWorkdays = 3

  /// Who may get a copy: people of the county who see their duties, of other agencies than the sender's. In the order of agencies.
  static func receivers(
    _ sender: Viewer, in county: County, roles: RoleBook, _ reader: Reader
  ) throws -> [Person] {
    try able(in: county, roles: roles, reader).filter { !sender.agencies.contains($0.agency.value) }
  }

  /// Who can sign, of all agencies.
  static func able(in county: County, roles: RoleBook, _ reader: Reader) throws -> [Person] {
    try Offices.people(in: county, holding: .dutySee, roles: roles, reader)
  }

  /// Each of them gets the paper and owes his signature by the day. Refuses drafts, withdrawn papers, demand sheets, nobody at all, people
  /// who cannot sign, two of one agency, an agency that has it, and a day that has passed.
  ///
  /// Example: the office sends a bulletin to the liaisons of six agencies, signed within three working days.
  static func send(
    _ paper: BriefingRecord, _ new: NewCirculation, by sender: Viewer, roles: RoleBook, _ tx: Transaction
  ) throws {
    let issue = try sendable(paper)
    guard new.due >= tx.today else { throw CirculationRefusal.past(today: tx.today) }
    guard !new.owners.isEmpty else { throw CirculationRefusal.nobody }
    let receivers = try receivers(sender, in: paper.county, roles: roles, tx)
    let people = try new.owners.map { id in
      guard let person = receivers.first(where: { $0.id == id }) else { throw CirculationRefusal.notThere }
      return person
    }
    guard Set(people.map(\.agency)).count == people.count else { throw CirculationRefusal.twice }
    let had = try CirculationStore.agencies(having: paper.id, tx)
    for person in people {
      guard !had.contains(person.agency) else { throw CirculationRefusal.alreadySent(person.agencyName) }
      try give(paper, issue.number, to: person, due: new.due, instead: nil, tx)
    }
    let sentence = "把\(paper.kind.title)\(issue.number)发给 \(people.count) 个单位，\(new.due.iso) 以前签收"
    tx.tell(paper.ref, sentence)
    tx.tell(Ref(.campaign, paper.campaign), sentence)
  }

  static func sendable(_ paper: BriefingRecord) throws -> BriefingRecord.Issue {
    guard paper.kind != .demand else { throw CirculationRefusal.demand }
    guard let issue = paper.issue else { throw BriefingRefusal.notIssued }
    guard paper.void == nil else { throw BriefingRefusal.void }
    return issue
  }

  private static func give(
    _ paper: BriefingRecord, _ number: String, to person: Person, due: CivilDate, instead former: String?,
    _ tx: Transaction
  ) throws {
    let id: ID<SentCopy> = tx.world.newID()
    try CirculationStore.insert(id, paper, to: person, due: due, tx)
    let place = former.map { "（代替已作废的\($0)）" } ?? ""
    try owe(
      duty, "签收\(paper.kind.title)\(number)\(place)", Ref(.sentCopy, id), person, due, paper.campaign,
      paper.campaignTitle, tx)
    tx.tell(Ref(.sentCopy, id), "\(paper.kind.title)\(number)发给\(person.label)\(place)，\(due.iso) 以前签收")
  }

  private static func owe(
    _ kind: String, _ title: String, _ ref: Ref, _ person: Person, _ due: CivilDate, _ campaign: ID<CampaignRecord>,
    _ campaignTitle: String, _ tx: Transaction
  ) throws {
    try Duties.owe(
      NewDuty(
        kind: kind, title: title, subject: ref, owner: person.id, due: due,
        basis: "\(tx.actor.title)为“\(campaignTitle.clipped(to: 60))”分发", campaign: campaign.value), tx)
  }

  /// By whom it was sent to, or who stands in for him. Refuses what is signed and what was withdrawn.
  static func sign(_ id: ID<SentCopy>, by viewer: Viewer, _ tx: Transaction) throws {
    let copy = try found(id, tx)
    guard copy.voidAt == nil else { throw CirculationRefusal.void }
    guard copy.signedAt == nil else { throw CirculationRefusal.signed }
    guard viewer.accounts.contains(copy.owner.value) else { throw CirculationRefusal.notYours }
    try CirculationStore.sign(id, tx)
    try Duties.settle(copy.ref, kind: duty, outcome: "已签收", tx)
    tx.tell(copy.ref, "签收\(copy.kind.title)\(copy.number)", [Change("状态", "没有签收", "已签收")])
    tx.tell(Ref(.campaign, copy.campaign), "\(copy.agencyName)签收\(copy.kind.title)\(copy.number)")
  }

  /// The receiver has read that the paper holds no longer. Refuses whom `sign` refuses, and where nothing has to be known.
  static func know(_ id: ID<SentCopy>, by viewer: Viewer, _ tx: Transaction) throws {
    let copy = try found(id, tx)
    guard copy.voidDue != nil else { throw CirculationRefusal.notVoid }
    guard copy.knownAt == nil else { throw CirculationRefusal.known }
    guard viewer.accounts.contains(copy.owner.value) else { throw CirculationRefusal.notYours }
    try CirculationStore.know(id, tx)
    try Duties.settle(copy.ref, kind: knowing, outcome: "已知悉作废", tx)
    tx.tell(copy.ref, "知悉\(copy.kind.title)\(copy.number)作废", [Change("状态", "没有知悉", "已知悉")])
  }

  /// A paper was withdrawn: nobody has to sign for it any more. With a paper that takes its place each receiver gets that one; without
  /// one each of them owes to have read that it holds no longer. Part of the deed that withdraws.
  ///
  /// Refuses a successor that is not an issued paper of the campaign which may be sent.
  static func withdraw(
    _ paper: BriefingRecord, successor: BriefingRecord?, roles: RoleBook, _ calendar: WorkCalendar, _ tx: Transaction
  ) throws {
    let next = try successor.map { one in
      guard one.campaign == paper.campaign, one.id != paper.id, let issue = try? sendable(one) else {
        throw CirculationRefusal.noSuccessor
      }
      return (paper: one, number: issue.number)
    }
    if let next { try CirculationStore.succeed(paper.id, by: next.paper.id, tx) }
    let due = calendar.adding(workdays: usualWorkdays, to: tx.today).date
    let able = try able(in: paper.county, roles: roles, tx)
    let had = try next.map { try CirculationStore.agencies(having: $0.paper.id, tx) } ?? []
    for copy in try CirculationStore.all(of: paper.id, tx) {
      try Duties.settle(copy.ref, kind: duty, outcome: "文书作废，不用签收", tx)
      let person = try heir(of: copy, among: able, tx)
      let mustKnow = next == nil ? person : nil
      try CirculationStore.void(copy.id, knownBy: mustKnow.map { _ in due }, owner: mustKnow?.id ?? copy.owner, tx)
      tx.tell(copy.ref, "\(copy.kind.title)\(copy.number)作废")
      if let mustKnow {
        try owe(
          knowing, "知悉\(copy.kind.title)\(copy.number)作废", copy.ref, mustKnow, due, copy.campaign, copy.campaignTitle,
          tx)
      } else if let next, let person, !had.contains(copy.agency) {
        try give(next.paper, next.number, to: person, due: due, instead: copy.number, tx)
      }
    }
  }

  /// Who had it while he is there, else the liaison of his agency, else the first of it who can sign. Nil where nobody is left.
  private static func heir(of copy: CopyRecord, among able: [Person], _ reader: Reader) throws -> Person? {
    let own = able.filter { $0.agency == copy.agency }
    let liaisons = try MemberStore.all(of: copy.campaign, reader)
      .filter { $0.part == .liaison && $0.until == nil }.compactMap(\.account)
    let heir = Giving.heir(of: copy.owner, liaisons: liaisons, among: own)
    return own.first { $0.id == heir }
  }

  /// Another person of the agency signs (改派). Refuses what `Giving.handOn` refuses.
  static func reassign(_ id: ID<SentCopy>, to owner: ID<Account>, roles: RoleBook, _ tx: Transaction) throws {
    let copy = try found(id, tx)
    let able = try able(in: copy.county, roles: roles, tx).filter { $0.agency == copy.agency }
    try Giving.handOn(copy.ref, kind: copy.voidAt == nil ? duty : knowing, to: owner, among: able, tx)
    try CirculationStore.give(id, to: owner, tx)
  }

  /// A copy that waits goes to another person with all that is owed on it: with a liaison's seat, or when somebody leaves.
  static func move(_ record: Ref, _ kind: String, to person: Person, _ tx: Transaction) throws {
    try Giving.move(record, kind, to: person, tx)
    try CirculationStore.give(ID(record.number), to: person.id, tx)
  }

  /// The seat of a liaison changed hands: what the one before has to sign in this campaign goes to the next of the same agency.
  static func follow(
    in campaign: ID<CampaignRecord>, from: ID<Account>, to: ID<Account>, roles: RoleBook, _ tx: Transaction
  ) throws {
    let owed = try Duties.ofCampaign(campaign.value, tx).filter { $0.owner == from && kinds.contains($0.kind) }
    guard !owed.isEmpty, let next = try able(in: tx.county, roles: roles, tx).first(where: { $0.id == to }) else {
      return
    }
    for duty in owed where duty.agency == next.agency.value { try move(duty.subject, duty.kind, to: next, tx) }
  }

  /// What somebody has to sign goes to whoever can, when he leaves.
  static func handOvers(_ roles: RoleBook) -> [HandOver] {
    kinds.map { kind in
      HandOver(kind == duty ? "文书签收" : "文书作废的知悉") { account, reader in
        try Duties.owed(by: account, kinds: [kind], reader)
      } move: { record, _, to, tx in
        guard let person = try Offices.person(ID(to), tx), person.isActive else { throw MissingRecord("个账号") }
        guard roles.grants(of: person.roles)[.dutySee] != nil else { throw GivingRefusal.cannotOpen(person.label) }
        try move(record, kind, to: person, tx)
      }
    }
  }

  static func found(_ id: ID<SentCopy>, _ reader: Reader) throws -> CopyRecord {
    guard let copy = try CirculationStore.find(id, reader) else { throw MissingRecord("份分发的文书") }
    return copy
  }
}
