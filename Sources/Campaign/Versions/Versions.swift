internal import Duties
internal import Kit
internal import Law
internal import Offices
internal import Storage
internal import Web

/// Deeds on supplements: bound to a campaign, confirmed item by item, approved, carried out. The campaign keeps every version.
enum Versions {
  /// Says which campaign a plan changes, or that it changes none. What was confirmed for another campaign is forgotten. Refuses a
  /// released plan, and campaigns that are not of the county or have ended.
  static func attach(_ plan: ID<Plan>, to campaign: ID<CampaignRecord>?, _ tx: Transaction) throws {
    let record = try Plans.open(plan, tx)
    let found = try campaign.map { try running($0, tx) }
    guard record.supplements != campaign else { return }
    try VersionStore.attach(plan, to: campaign, tx)
    try ApprovalStore.addAuthor(of: record.ref, tx)
    tx.tell(record.ref, found.map { "定为“\($0.title)”的补充通知" } ?? "不再作为补充通知")
  }

  /// Of the county of the deed: who sees several counties must not carry one's notice into another.
  private static func running(_ id: ID<CampaignRecord>, _ tx: Transaction) throws -> CampaignSummary {
    guard let campaign = try CampaignStore.find(id, tx), campaign.county == tx.county, campaign.ended == nil else {
      throw VersionRefusal.campaignGone
    }
    return campaign
  }

  /// Reads a supplement with its campaign as it is now. Refuses a plan that is bound to none.
  static func find(_ plan: PlanRecord, _ types: InstitutionTypes, _ reader: Reader) throws -> Supplement {
    try find(plan, names: Dictionary(types.all.map { ($0.id, $0.name) }) { first, _ in first }, reader)
  }

  private static func find(_ plan: PlanRecord, names: [String: String], _ reader: Reader) throws -> Supplement {
    guard let id = plan.supplements, let campaign = try CampaignStore.find(id, reader) else {
      throw VersionRefusal.notSupplement
    }
    return Supplement(
      plan, items: try ItemStore.all(of: plan.id, reader), text: try PlanStore.text(plan.id, reader),
      now: try AmendedCampaign(campaign, reader), kept: try VersionStore.amendments(of: plan.id, reader),
      types: names)
  }

  /// Keeps what a person chose for every item. Refuses an item that nobody chose for, one that came in meanwhile, and all that cannot be carried out, each at its field.
  static func confirm(
    _ plan: ID<Plan>, _ chosen: [Amendment], _ types: InstitutionTypes, roles: RoleBook, _ tx: Transaction
  ) throws {
    let record = try Plans.open(plan, tx)
    let before = try find(record, types, tx)
    _ = try running(before.now.campaign.id, tx)
    let after = Supplement(
      record, items: before.items, text: before.text, now: before.now, kept: chosen, types: before.types)
    guard after.isConfirmed else { throw VersionRefusal.unconfirmed }
    try refuse(after, roles, tx)
    try VersionStore.keep(before.items.compactMap { after.chosen[$0.number] }, of: plan, tx)
    try ApprovalStore.addAuthor(of: record.ref, tx)
    tx.tell(
      record.ref, "核对补充通知的 \(before.items.count) 项，变动 \(after.changes.count) 处",
      after.changes.map { Change($0.what.clipped(to: 80), $0.before, $0.after.clipped(to: 120)) })
  }

  private static func refuse(_ supplement: Supplement, _ roles: RoleBook, _ tx: Transaction) throws {
    let people = Set(try Offices.people(in: tx.county, holding: nil, roles: roles, tx).map(\.id))
    let refusals = supplement.obstacles(people: people, today: tx.today)
    guard refusals.isEmpty else { throw Refusals(refusals) }
  }

  /// Carries out what was confirmed and approved: dates move with their duties, tasks, deadlines, phases and targets are added,
  /// and the campaign has one more version. Refuses what is not confirmed or not approved as it is now, and what became impossible
  /// since: a phase that was ended, a deadline that was met.
  static func carryOut(
    _ plan: ID<Plan>, _ types: InstitutionTypes, roles: RoleBook, _ tx: Transaction
  ) throws -> ID<CampaignRecord> {
    let record = try Plans.open(plan, tx)
    let supplement = try find(record, types, tx)
    let campaign = try running(supplement.now.campaign.id, tx)
    guard supplement.isConfirmed else { throw VersionRefusal.unconfirmed }
    try Approvals.refuseUnapproved(try matter(record, tx), tx)
    try refuse(supplement, roles, tx)
    let number = try VersionStore.insert(supplement.changes, of: record, campaign.id, tx)
    for item in supplement.items {
      if let amendment = supplement.chosen[item.number] { try apply(item, amendment, supplement, number, tx) }
    }
    try VersionStore.recount(campaign.id, tx)
    try PlanStore.release(plan, as: campaign.id, tx)
    try Plans.index(plan, record.title, .released, tx)
    let counts = (try CampaignStore.tasks(campaign.id, tx).count, try CampaignStore.phases(campaign.id, tx).count)
    try Release.index(campaign.id, campaign.title, tasks: counts.0, phases: counts.1, tx)
    tx.tell(record.ref, "执行补充通知《\(record.name)》", [Change("状态", PlanState.reading.title, PlanState.released.title)])
    tx.tell(
      campaign.ref, "按《\(record.name.clipped(to: 80))》调整，成为第 \(number) 版",
      supplement.changes.map { Change($0.what.clipped(to: 80), $0.before, $0.after.clipped(to: 120)) })
    return campaign.id
  }

  private static func apply(
    _ item: PlanItem, _ amendment: Amendment, _ supplement: Supplement, _ version: Int64, _ tx: Transaction
  ) throws {
    guard amendment.act != .skip else { return }
    let (fields, campaign) = (item.fields, supplement.now.campaign.id)
    switch item.kind {
    case .phase:
      guard let start = fields.date(.start), let end = fields.date(.end) else { return }
      if let position = amendment.target { return try VersionStore.movePhase(position, of: campaign, start, end, tx) }
      try VersionStore.addPhase(
        CampaignPhase(name: fields[.name], starts: start, ends: end, text: fields[.text]), to: campaign, tx)
    case .deadline: try applyDeadline(item, amendment, supplement, version, tx)
    case .task:
      let task = try VersionStore.addTask(fields, to: campaign, tx)
      try TieStore.carry(item: item.number, of: supplement.plan.id, to: task, of: campaign, tx)
    case .coverage: try VersionStore.setTargets(supplement.now.raised(by: fields), of: campaign, tx)
    default: return
    }
  }

  private static func applyDeadline(
    _ item: PlanItem, _ amendment: Amendment, _ supplement: Supplement, _ version: Int64, _ tx: Transaction
  ) throws {
    let (fields, sentence, campaign) = (item.fields, supplement.quote(item), supplement.now.campaign.id)
    guard let due = fields.date(.date) else { return }
    if let known = amendment.target.flatMap(supplement.now.deadline) {
      try VersionStore.moveDeadline(known.id, to: due, sentence, tx)
      try Duties.setDate(
        known.ref, kind: Deadlines.duty, to: due, basis: sentence, because: "按第 \(version) 版调整期限", tx)
      return tx.tell(known.ref, "期限改到 \(due.iso)", [Change("截止日期", known.due.iso, due.iso)])
    }
    guard let owner = amendment.owner else { return }
    let new = NewDeadline(what: fields[.what], to: fields[.to], due: due, owner: owner, basis: sentence)
    try Release.owe(new, campaign, tx)
  }

  /// A line for each change of a supplement that is not carried out yet.
  private static func changes(_ plan: PlanRecord, _ reader: Reader) throws -> [String] {
    guard plan.supplements != nil, plan.state == .reading else { return [] }
    return try find(plan, names: [:], reader).changes.map { "\($0.what) \($0.before ?? "") \($0.after)" }
  }

  /// What somebody approves of a plan or a supplement: its items as they are now; of a supplement what was chosen for them, and what
  /// it changes in the campaign as that is now.
  static func matter(_ plan: PlanRecord, _ reader: Reader) throws -> ApprovalMatter {
    let items = try ItemStore.all(of: plan.id, reader).filter { $0.isThere && $0.kind != .finding }
    let amendments = try plan.supplements == nil ? [] : VersionStore.amendments(of: plan.id, reader)
    let parts =
      try items.map { "\($0.number) \($0.kind.rawValue) \(try $0.fields.json())" }
      + ["supplements \(plan.supplements?.text ?? "")"]
      + amendments.map { "\($0.item) \($0.word) \($0.owner?.text ?? "")" } + changes(plan, reader)
    return ApprovalMatter(
      ref: plan.ref, title: "\(plan.supplements == nil ? "方案" : "补充通知")《\(plan.name)》",
      digest: SHA256.hex(of: parts.map { "\($0.utf8.count):\($0)" }.joined(separator: "\n")),
      authors: try ApprovalStore.authors(of: plan.ref, reader).union([PlanStore.receiver(of: plan.id, reader)]),
      campaign: plan.supplements?.value)
  }
}
