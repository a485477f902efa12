internal import Duties
internal import Kit
internal import Offices
internal import Storage
internal import Web

/// What is said of a shared problem (共性问题): what it is, why it is there, and the rule that answers it.
struct MechanismText: Sendable, Hashable {
  /// Key of `MechanismKinds`.
  let kind: String
  let problem: String
  let cause: String
  /// Of the rule or mechanism: `医疗广告联合抽查办法`. It stands in the ledger, so it names nobody.
  let name: String
  /// What the rule is to say; may be empty.
  let words: String
}

enum MechanismState: String, Sendable {
  case drafting
  case inForce = "in-force"
  case givenUp = "given-up"

  var title: String {
    switch self {
    case .drafting: "还在起草"
    case .inForce: "已施行"
    case .givenUp: "不再制定"
    }
  }
}

/// A line of the list of long-term mechanisms (长效机制清单) of a campaign.
struct MechanismRecord: Sendable {
  let id: ID<Mechanism>
  let county: County
  let campaign: ID<CampaignRecord>
  let campaignTitle: String
  let position: Int64
  let text: MechanismText
  let due: CivilDate
  let state: MechanismState
  /// Number of the document that put it in force.
  let document: String?
  let forceDate: CivilDate?
  /// Why it was given up.
  let reason: String?
  let settledBy: String?
  let settledAt: Instant?
  /// The line of a former campaign that was carried over.
  let carriedFrom: ID<Mechanism>?
  /// The first of that line; its own number where it was not carried.
  let origin: ID<Mechanism>

  var ref: Ref { Ref(.mechanism, id) }
  var title: String { "长效机制第 \(position) 项：\(text.name)" }
  func isLate(on day: CivilDate) -> Bool { state == .drafting && due < day }

  /// Tells one wording from another in the ledger; the number goes in, so that equal words of two lines differ.
  func mark(of text: MechanismText) -> String {
    SHA256.hash(Array("\(id)\n\(text.kind)\n\(text.problem)\n\(text.cause)\n\(text.name)\n\(text.words)".utf8)).hex
  }
}

struct NewMechanism: Sendable {
  let text: MechanismText
  let owner: ID<Account>
  let due: CivilDate
}

/// What puts a rule in force: number and day of the document, its file.
struct MechanismPaper: Sendable {
  let document: String
  let date: CivilDate
  let files: [StagedFile]
}

/// The list of a campaign: what it found again and again, and what is done so that it does not come back. Each line is a duty of one
/// person until the rule is in force or given up.
enum Mechanisms {
  static let duty = "campaign.mechanism"

  /// Refuses a kind that the list does not have, a date before today, an owner who cannot open it, and a campaign that has ended.
  static func add(
    _ new: NewMechanism, to campaign: CampaignSummary, kinds: MechanismKinds, roles: RoleBook, _ tx: Transaction
  ) throws -> ID<Mechanism> {
    guard kinds[new.text.kind] != nil else { throw MechanismRefusal.noKind }
    return try start(new, from: nil, in: campaign, roles: roles, tx)
  }

  /// A line begins, of its own or carried from a former campaign.
  static func start(
    _ new: NewMechanism, from former: MechanismRecord?, in campaign: CampaignSummary, roles: RoleBook, _ tx: Transaction
  ) throws -> ID<Mechanism> {
    guard campaign.ended == nil else { throw ClosingRefusal.campaignEnded }
    guard new.due >= tx.today else { throw MechanismRefusal.past(today: tx.today) }
    let able = try Reassigning.able(in: tx.county, roles: roles, tx)
    guard let owner = able.first(where: { $0.id == new.owner }) else { throw MechanismRefusal.noOwner }
    let id: ID<Mechanism> = tx.world.newID()
    let position = try MechanismStore.insert(new, id, from: former, of: campaign.id, tx)
    try Duties.owe(
      NewDuty(
        kind: duty, title: "长效机制第 \(position) 项：\(new.text.name)", subject: Ref(.mechanism, id), owner: owner.id,
        due: new.due, basis: "“\(campaign.title.clipped(to: 60))”的长效机制清单", campaign: campaign.id.value), tx)
    // Problem and cause may name people and premises: they stay in the row.
    let words = "列入长效机制清单第 \(position) 项：\(new.text.name)，交\(owner.label)，\(new.due.iso) 以前"
    tx.tell(Ref(.mechanism, id), words)
    tx.tell(campaign.ref, words)
    return id
  }

  /// Words and date are mended while it is drafted. Refuses what is in force or given up, an unknown kind, and a new date before today.
  static func mend(
    _ id: ID<Mechanism>, _ text: MechanismText, due: CivilDate, kinds: MechanismKinds, _ tx: Transaction
  ) throws {
    let one = try drafting(id, tx)
    guard kinds[text.kind] != nil else { throw MechanismRefusal.noKind }
    guard text != one.text || due != one.due else { return }
    if due != one.due {
      guard due >= tx.today else { throw MechanismRefusal.past(today: tx.today) }
      try Duties.setDate(
        one.ref, kind: duty, to: due, basis: "整治办改定的时限", because: "整治办修改长效机制清单第 \(one.position) 项", tx)
      tx.tell(one.ref, "长效机制改期", [Change("时限", one.due.iso, due.iso)])
    }
    if text != one.text { tx.tell(one.ref, "修改长效机制", [Change("内容校验值", one.mark(of: one.text), one.mark(of: text))]) }
    try MechanismStore.mend(id, text, due: due, tx)
  }

  /// The rule was issued. By its owner, who stands in for him, or the campaign's office. Refuses others, what is settled, a day to
  /// come, and an empty hand: without its document it is only said to be there. What was carried from a rule that is in force takes
  /// that rule's file along.
  static func putInForce(
    _ id: ID<Mechanism>, _ paper: MechanismPaper, by viewer: Viewer, into attachments: Attachments, _ tx: Transaction
  ) throws {
    let one = try drafting(id, tx)
    let owners = try Duties.waiting(on: one.ref, tx).map(\.owner.value)
    guard viewer.may(.campaignRelease) || viewer.accounts.contains(where: owners.contains) else {
      throw MechanismRefusal.notYours
    }
    guard paper.date <= tx.today else { throw MechanismRefusal.notYet(today: tx.today) }
    let former = try paper.files.isEmpty ? CarryOver.files(of: one, tx) : []
    guard !paper.files.isEmpty || !former.isEmpty else { throw MechanismRefusal.noFile }
    for file in paper.files { try attachments.attach(file, to: one.ref, tx) }
    for file in former { try file.share(with: one.ref, tx) }
    try MechanismStore.putInForce(id, paper, tx)
    try Duties.settle(one.ref, kind: duty, outcome: "已施行", tx)
    tell(one, "第 \(one.position) 项施行：\(one.text.name)（\(paper.document)）", .inForce, tx)
  }

  /// No rule will come of it, and why; the reason may name people and stays in the row. Refuses what is settled.
  static func giveUp(_ id: ID<Mechanism>, reason: String, _ tx: Transaction) throws {
    let one = try drafting(id, tx)
    try MechanismStore.giveUp(id, reason, tx)
    try Duties.settle(one.ref, kind: duty, outcome: "不再制定", tx)
    tell(one, "第 \(one.position) 项不再制定：\(one.text.name)", .givenUp, tx)
  }

  /// Another person drafts it; the date stays. Refuses what is settled, and what `Giving.handOn` refuses.
  static func reassign(_ id: ID<Mechanism>, to owner: ID<Account>, roles: RoleBook, _ tx: Transaction) throws {
    let one = try drafting(id, tx)
    try Giving.handOn(one.ref, kind: duty, to: owner, among: Reassigning.able(in: one.county, roles: roles, tx), tx)
  }

  static func found(_ id: ID<Mechanism>, _ reader: Reader) throws -> MechanismRecord {
    guard let one = try MechanismStore.find(id, reader) else { throw MissingRecord("项长效机制") }
    return one
  }

  private static func drafting(_ id: ID<Mechanism>, _ tx: Transaction) throws -> MechanismRecord {
    let one = try found(id, tx)
    guard one.state == .drafting else { throw MechanismRefusal.settled(one.state) }
    return one
  }

  private static func tell(_ one: MechanismRecord, _ words: String, _ state: MechanismState, _ tx: Transaction) {
    tx.tell(one.ref, words, [Change("状态", one.state.title, state.title)])
    tx.tell(Ref(.campaign, one.campaign), "长效机制清单\(words)")
  }
}
