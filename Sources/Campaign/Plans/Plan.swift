internal import Kit
internal import Law
internal import PlanReading
internal import Storage
internal import Web

/// State of a plan: being read, or released as a campaign and locked.
enum PlanState: String, Sendable, CaseIterable {
  case reading, released

  var title: String { self == .reading ? "解读中" : "已发布" }
}

/// A kept plan without its text.
struct PlanRecord: Sendable {
  let id: ID<Plan>
  let county: County
  let title: String
  let state: PlanState
  let campaign: ID<CampaignRecord>?
  let fileName: String
  let sha256: String
  let receivedAt: Instant
  /// The running campaign that it changes (补充通知); nil where it becomes a campaign of its own.
  let supplements: ID<CampaignRecord>?

  var ref: Ref { Ref(.plan, id) }
  var name: String { title.isEmpty ? "未命名方案" : title }
}

/// Deeds on whole plans.
enum Plans {
  /// Keeps one plan with everything read from it. Refuses the same text a second time while it is still being read.
  static func keep(_ new: NewPlan, _ law: LawContent, _ tx: Transaction) throws -> ID<Plan> {
    let title = new.reading.title?.value ?? ""
    if let known = try PlanStore.reading(new.file.sha256, at: new.reading.range.start, tx) {
      throw CampaignRefusal.alreadyKept(title: known.name)
    }
    let id: ID<Plan> = tx.world.newID()
    try PlanStore.insert(id, title, new, tx)
    let items = PlanItems.of(new.reading, law.institutionTypes)
    try ItemStore.insert(items.map { ($0, tx.world.newID()) }, of: id, tx)
    try index(id, title, .reading, tx)
    tx.tell(
      Ref(.plan, id), "收进方案《\(title.isEmpty ? "未命名方案" : title)》（\(new.file.name)），读出 \(items.count) 项",
      [Change("文件校验值", nil, new.file.sha256)])
    return id
  }

  /// Only a plan that is still being read can be worked on.
  static func open(_ id: ID<Plan>, _ tx: Transaction) throws -> PlanRecord {
    guard let plan = try PlanStore.find(id, tx) else { throw MissingRecord("份方案") }
    guard plan.state == .reading else { throw CampaignRefusal.locked }
    return plan
  }

  static func index(_ id: ID<Plan>, _ title: String, _ state: PlanState, _ tx: Transaction) throws {
    try SearchIndex.put(
      [
        SearchItem(
          Ref(.plan, id), county: tx.county, permission: Permission.planSee.name,
          title: title.isEmpty ? "未命名方案" : title, detail: "方案，\(state.title)")
      ], tx)
  }
}
