internal import Duties
internal import Kit
internal import Offices
internal import Storage
internal import Web

/// What of a campaign is listed: a task, an open duty, or the work of a unit as a whole.
enum PlacardMatter: Hashable {
  case unit
  case task(ID<CampaignTask>)
  case duty(ID<Duty>)

  /// As the form sends it.
  init?(_ text: String) {
    if text == "unit" {
      self = .unit
      return
    }
    guard let ref = Ref(text: text) else { return nil }
    switch ref.kind {
    case .task: self = .task(ID(ref.number))
    case .duty: self = .duty(ID(ref.number))
    default: return nil
    }
  }

  var noun: String {
    switch self {
    case .unit: "这个单位"
    case .task: "这项任务"
    case .duty: "这件待办"
    }
  }
}

struct NewCampaignPlacard: Sendable {
  let matter: PlacardMatter
  /// Who answers; of a duty its owner does.
  let owner: ID<Account>?
  let reason: String
  let demands: String
  let due: CivilDate
}

/// Listing within a campaign (挂牌督办): the leading group or the superior lists, one person of the unit reports with proof, whoever
/// listed it or stands above takes it off or returns the report.
enum CampaignPlacards {
  static let duty = "placard.report"
  /// What is owed once more after a return.
  static let again = "再报告"

  private typealias Chosen = (subject: Ref, words: String, owner: Person)

  /// Refuses a matter that is not of the campaign, a unit that is not below the asker, what is listed already, a day that has passed,
  /// and a campaign that has ended.
  static func list(
    _ new: NewCampaignPlacard, in campaign: CampaignSummary, by asker: Viewer, roles: RoleBook, _ tx: Transaction
  ) throws -> ID<Placard> {
    guard campaign.ended == nil else { throw ClosingRefusal.campaignEnded }
    let below = try Filings.below(asker, of: campaign, roles: roles, tx)
    let chosen = try chosen(new, in: campaign, below, tx)
    let placard = try Placards.put(
      NewPlacard(
        chosen.subject, noun: new.matter.noun, matter: chosen.words, campaign: campaign.id.value, reason: new.reason,
        demands: new.demands, due: new.due, agency: chosen.owner.agency.value, agencyName: chosen.owner.agencyName), tx)
    try owe(placard, to: chosen.owner.id, tx)
    let words = "挂牌督办：\(placard.matter)，由\(chosen.owner.label)在 \(new.due.iso) 以前报告"
    tx.tell(placard.ref, words, [Change("级别", nil, placard.level)])
    tx.tell(campaign.ref, words)
    return placard.id
  }

  private static func chosen(
    _ new: NewCampaignPlacard, in campaign: CampaignSummary, _ below: [Person], _ tx: Transaction
  ) throws -> Chosen {
    let owner = below.first { $0.id == new.owner }
    switch new.matter {
    case .unit:
      guard let owner else { throw CampaignPlacardRefusal.notBelow }
      return (Ref(.agency, owner.agency), "\(owner.agencyName)的整治工作", owner)
    case .task(let id):
      guard let task = try CampaignStore.task(id, tx), task.campaign == campaign.id else {
        throw CampaignPlacardRefusal.noMatter
      }
      guard let owner else { throw CampaignPlacardRefusal.notBelow }
      return (task.ref, "任务 \(task.sign) \(task.text.clipped(to: 60))", owner)
    case .duty(let id):
      guard let duty = try Duties.ofCampaign(campaign.id.value, tx).first(where: { $0.id == id }) else {
        throw CampaignPlacardRefusal.noMatter
      }
      guard let person = below.first(where: { $0.id == duty.owner }) else { throw CampaignPlacardRefusal.notBelow }
      return (Ref(.duty, id), ToldKinds.words(duty), person)
    }
  }

  private static func owe(_ placard: Placard, to owner: ID<Account>, _ tx: Transaction) throws {
    try Duties.owe(
      NewDuty(
        kind: duty, title: "已挂牌督办，报告办理结果：\(placard.matter.clipped(to: 60))", subject: placard.ref, owner: owner,
        due: placard.due, basis: "\(placard.by)挂牌时写明的日期", campaign: placard.campaign), tx)
  }

  /// By its owner, or who stands in for him. Refuses others, a report without a file: nobody is taken off the list on his word alone,
  /// and what was reported already.
  static func report(
    _ id: ID<Placard>, _ text: String, _ files: [StagedFile], by viewer: Viewer, into attachments: Attachments,
    _ tx: Transaction
  ) throws {
    let placard = try standing(id, tx)
    guard let owner = try Duties.waiting(on: placard.ref, tx).first?.owner else {
      throw CampaignPlacardRefusal.reported
    }
    guard viewer.accounts.contains(owner.value) else { throw CampaignPlacardRefusal.notYours }
    guard !files.isEmpty else { throw CampaignPlacardRefusal.noProof }
    for file in files { try attachments.attach(file, to: placard.ref, tx) }
    try PlacardReportStore.insert(placard, text, files: files.count, owner: owner, tx)
    try Duties.settle(placard.ref, kind: duty, outcome: "已报告", tx)
    // What was reported may name people: it stays in the row.
    tell(placard, "报告挂牌事项，附文件 \(files.count) 个", tx)
  }

  /// The report is not enough: owed once more, by a day, by whoever owed it, else by another of the unit. Refuses whom
  /// `Placards.mayLift` does not let, what was not reported, and a day that has passed.
  static func giveBack(
    _ id: ID<Placard>, reason: String, due: CivilDate, by viewer: Viewer, roles: RoleBook, _ tx: Transaction
  ) throws {
    let placard = try judged(id, by: viewer, tx)
    guard let last = try answer(placard, tx) else { throw PlacardRefusal.notAnswered }
    try Giving.refusePast(due, tx)
    let able = try Reassigning.able(of: ID(placard.agency), in: placard.county, roles: roles, tx)
    guard let owner = Giving.heir(of: last.owner, liaisons: [], among: able) else {
      throw CampaignPlacardRefusal.notBelow
    }
    try PlacardReportStore.giveBack(placard, number: last.number, reason: reason, tx)
    try Placards.setDue(id, due, tx)
    try owe(try standing(id, tx), to: owner, tx)
    tell(placard, "退回挂牌事项的报告，\(due.iso) 以前再报告", tx)
  }

  /// Off the list. Refuses whom `Placards.mayLift` does not let, and without a report that stands.
  static func lift(_ id: ID<Placard>, reason: String, by viewer: Viewer, _ tx: Transaction) throws {
    let placard = try judged(id, by: viewer, tx)
    try Placards.lift(placard, noun: "这件事", reason: reason, isAnswered: try answer(placard, tx) != nil, tx)
    tell(placard, "摘牌：\(placard.matter)", tx)
  }

  /// Another person of the unit reports; the date stays. Refuses whom `Placards.mayLift` does not let, and what `Giving.handOn` refuses.
  static func reassign(
    _ id: ID<Placard>, to owner: ID<Account>, by viewer: Viewer, roles: RoleBook, _ tx: Transaction
  ) throws {
    let placard = try judged(id, by: viewer, tx)
    let able = try Reassigning.able(of: ID(placard.agency), in: placard.county, roles: roles, tx)
    try Giving.handOn(placard.ref, kind: duty, to: owner, among: able, tx)
  }

  /// The report that waits to be judged.
  private static func answer(_ placard: Placard, _ tx: Transaction) throws -> PlacardReport? {
    try PlacardReportStore.all(of: placard.id, tx).last.flatMap { $0.returnedAt == nil ? $0 : nil }
  }

  private static func judged(_ id: ID<Placard>, by viewer: Viewer, _ tx: Transaction) throws -> Placard {
    let placard = try standing(id, tx)
    guard try Placards.mayLift(placard, viewer, tx) else { throw CampaignPlacardRefusal.notLister(placard.by) }
    return placard
  }

  private static func standing(_ id: ID<Placard>, _ tx: Transaction) throws -> Placard {
    guard let placard = try Placards.find(id, tx), placard.campaign != nil else { throw MissingRecord("件挂牌事项") }
    guard placard.lifted == nil else { throw PlacardRefusal.notListed("这件事") }
    return placard
  }

  private static func tell(_ placard: Placard, _ words: String, _ tx: Transaction) {
    tx.tell(placard.ref, words)
    if let campaign = placard.campaign { tx.tell(Ref(.campaign, campaign), "\(placard.agencyName)：\(words)") }
  }
}
