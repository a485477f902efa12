internal import Duties
internal import Kit
internal import Offices
internal import Storage
internal import Web

/// Releasing (发布): a plan becomes a campaign with phases, tasks, targets and duties, in one transaction.
enum Release {
  /// Everything that still stands in the way. The page lists it before, the deed refuses with it.
  static func obstacles(_ items: [PlanItem]) -> [CampaignRefusal] {
    var found: [CampaignRefusal] = []
    if items.title.isEmpty { found.append(.titleMissing) }
    if items.of(.task).isEmpty { found.append(.taskMissing) }
    found += items.of(.phase).compactMap(obstacle)
    let unled = items.tasksWithoutLead.map(\.number)
    if !unled.isEmpty { found.append(.leadMissing(numbers: unled)) }
    found += items.deadlinesWithoutDate.map { .deadlineUndated(number: $0.number, what: $0.fields[.what]) }
    return found
  }

  private static func obstacle(_ phase: PlanItem) -> CampaignRefusal? {
    guard let start = phase.fields.date(.start), let end = phase.fields.date(.end) else {
      return .phaseUndated(number: phase.number, name: phase.label)
    }
    return end < start ? .phaseBackwards(number: phase.number, name: phase.label) : nil
  }

  /// Deadlines that become duties.
  static func dated(_ items: [PlanItem]) -> [PlanItem] { items.of(.deadline).filter { $0.fields.date(.date) != nil } }

  /// The form's field in which the owner of a deadline is chosen.
  static func ownerField(_ deadline: PlanItem) -> String { "owner-\(deadline.number)" }

  /// One target for each type; where several sentences name a type, the highest percentage counts.
  static func targets(_ items: [PlanItem]) -> [CampaignTarget] {
    var byType: [String: CampaignTarget] = [:]
    for item in items.of(.coverage) {
      for type in item.fields.types where byType[type].map({ $0.percent < item.fields.percent }) ?? true {
        byType[type] = CampaignTarget(type: type, percent: item.fields.percent, subject: item.fields[.subject])
      }
    }
    return byType.values.sorted { $0.type < $1.type }
  }

  /// Refuses a plan with obstacles, one already released, one that nobody approved as it is now, a supplement, and deadlines whose
  /// owner is not an active person of the county. `owners` is by the item's number.
  static func release(
    _ plan: ID<Plan>, title: String, owners: [Int64: ID<Account>], roles: RoleBook, _ tx: Transaction
  ) throws -> ID<CampaignRecord> {
    let record = try Plans.open(plan, tx)
    guard record.supplements == nil else { throw VersionRefusal.isSupplement }
    let items = try ItemStore.all(of: plan, tx)
    let people = Set(try Offices.people(in: tx.county, holding: nil, roles: roles, tx).map(\.id))
    let unowned = dated(items).filter { item in owners[item.number].map { !people.contains($0) } ?? true }
    let refusals =
      obstacles(items)
      + unowned.map { .ownerMissing(field: ownerField($0), what: $0.fields[.what]) }
    guard refusals.isEmpty else { throw Refusals(refusals) }
    try Approvals.refuseUnapproved(try Versions.matter(record, tx), tx)
    let text = try PlanStore.text(plan, tx)
    return try start(campaign(plan, title, items, owners, Quote(text, record.name)), record, tx)
  }

  private static func campaign(
    _ plan: ID<Plan>, _ title: String, _ items: [PlanItem], _ owners: [Int64: ID<Account>], _ quote: Quote
  ) -> NewCampaign {
    NewCampaign(
      plan: plan, title: title, phases: items.of(.phase).compactMap(phase), tasks: items.of(.task),
      targets: targets(items),
      deadlines: dated(items).compactMap { item in
        guard let due = item.fields.date(.date), let owner = owners[item.number] else { return nil }
        return NewDeadline(
          what: item.fields[.what], to: item.fields[.to], due: due, owner: owner, basis: quote.of(item))
      })
  }

  private static func phase(_ item: PlanItem) -> CampaignPhase? {
    guard let starts = item.fields.date(.start), let ends = item.fields.date(.end) else { return nil }
    return CampaignPhase(name: item.fields[.name], starts: starts, ends: ends, text: item.fields[.text])
  }

  private static func start(_ new: NewCampaign, _ plan: PlanRecord, _ tx: Transaction) throws -> ID<CampaignRecord> {
    let id: ID<CampaignRecord> = tx.world.newID()
    try CampaignStore.insert(new, id, tx)
    for deadline in new.deadlines { try owe(deadline, id, tx) }
    try PlanStore.release(plan.id, as: id, tx)
    try Plans.index(plan.id, plan.title, .released, tx)
    try index(id, new.title, tasks: new.tasks.count, phases: new.phases.count, tx)
    tx.tell(plan.ref, "发布方案《\(plan.name)》", [Change("状态", PlanState.reading.title, PlanState.released.title)])
    tx.tell(
      Ref(.campaign, id),
      "开始专项行动“\(new.title)”：任务 \(new.tasks.count) 项，阶段 \(new.phases.count) 个，期限 \(new.deadlines.count) 项")
    return id
  }

  static func index(_ id: ID<CampaignRecord>, _ title: String, tasks: Int, phases: Int, _ tx: Transaction) throws {
    try SearchIndex.put(
      [
        SearchItem(
          Ref(.campaign, id), county: tx.county, permission: Permission.campaignSee.name, title: title,
          detail: "专项行动，任务 \(tasks) 项，阶段 \(phases) 个")
      ], tx)
  }

  static func owe(_ new: NewDeadline, _ campaign: ID<CampaignRecord>, _ tx: Transaction) throws {
    let id: ID<CampaignDeadline> = tx.world.newID()
    try DeadlineStore.insert(new, id, of: campaign, tx)
    try Duties.owe(
      NewDuty(
        kind: Deadlines.duty, title: new.what.clipped(to: 120), subject: Ref(.deadline, id), owner: new.owner,
        due: new.due, basis: new.basis, campaign: campaign.value), tx)
  }
}
