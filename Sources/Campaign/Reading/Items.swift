internal import Kit
internal import PlanReading
internal import Storage

/// Deeds on the items of a plan that is not yet released. Each tells the ledger what a person decided.
enum Items {
  /// Writes new values of some fields; the others stay. Findings that the item now answers are settled with it.
  static func amend(
    _ id: ID<PlanItem>, of plan: ID<Plan>, _ values: [(ItemField, String)], _ tx: Transaction
  ) throws {
    let record = try Plans.open(plan, tx)
    var item = try there(id, plan, tx)
    let before = item.fields
    for (field, value) in values { item.fields[field] = value }
    let changes = Self.changes(item.kind, before, item.fields)
    guard !changes.isEmpty else { return }
    if item.state == .read { item.state = .corrected }
    try ItemStore.update(item, tx)
    try ApprovalStore.addAuthor(of: record.ref, tx)
    tx.tell(record.ref, "改正方案第 \(item.number) 项（\(item.kind.noun)）的读法", changes)
    if item.kind == .title { try rename(record, item.fields[.text], tx) }
    try Answers.settle(record, tx)
  }

  static func add(_ kind: ItemKind, to plan: ID<Plan>, _ values: [(ItemField, String)], _ tx: Transaction) throws
    -> Int64
  {
    let record = try Plans.open(plan, tx)
    guard kind.canBeAdded else { throw CampaignRefusal.itemGone }
    let fields = ItemFields(values.map { ($0.0, $0.1) })
    let number = try ItemStore.lastNumber(of: plan, tx) + 1
    let item = PlanItems.New(number: number, kind: kind, fields: fields, source: [])
    try ItemStore.insert([(item, tx.world.newID())], of: plan, state: .added, tx)
    try ApprovalStore.addAuthor(of: record.ref, tx)
    tx.tell(record.ref, "在方案里手工补充第 \(number) 项（\(kind.noun)）", changes(kind, ItemFields(), fields))
    return number
  }

  static func remove(_ id: ID<PlanItem>, of plan: ID<Plan>, _ tx: Transaction) throws {
    let record = try Plans.open(plan, tx)
    var item = try there(id, plan, tx)
    guard !item.kind.isSingle, item.kind != .finding else { throw CampaignRefusal.itemGone }
    item.state = .removed
    try ItemStore.update(item, tx)
    try ApprovalStore.addAuthor(of: record.ref, tx)
    tx.tell(record.ref, "删去方案第 \(item.number) 项（\(item.kind.noun)）：\(item.label)")
  }

  static func restore(_ id: ID<PlanItem>, of plan: ID<Plan>, _ tx: Transaction) throws {
    let record = try Plans.open(plan, tx)
    guard var item = try ItemStore.find(id, of: plan, tx), !item.isThere else { throw CampaignRefusal.itemGone }
    item.state = item.first == nil ? .added : item.first == item.fields ? .read : .corrected
    try ItemStore.update(item, tx)
    try ApprovalStore.addAuthor(of: record.ref, tx)
    tx.tell(record.ref, "恢复方案第 \(item.number) 项（\(item.kind.noun)）：\(item.label)")
  }

  /// A person looked at a finding and leaves the text as it is.
  static func settle(_ id: ID<PlanItem>, of plan: ID<Plan>, _ tx: Transaction) throws {
    let record = try Plans.open(plan, tx)
    var item = try there(id, plan, tx)
    guard item.isOpenFinding else { throw CampaignRefusal.itemGone }
    item.state = .settled
    try ItemStore.update(item, tx)
    tx.tell(record.ref, "核对方案第 \(item.number) 项（疑点）：\(item.label)")
  }

  /// All tasks without a leading body (牵头单位) get the person's own agency; none without is no error.
  static func takeLead(of plan: ID<Plan>, agency: String, _ tx: Transaction) throws {
    try fillAll(plan, .lead, agency, "没有牵头单位的任务", "定为由\(agency)牵头", tx) { $0.tasksWithoutLead }
  }

  /// Deadlines for which the plan gives no date are said to have none; none undated is no error.
  static func waiveDates(of plan: ID<Plan>, _ tx: Transaction) throws {
    try fillAll(plan, .recurring, "是", "没有日期的期限", "注明不定期", tx) { $0.deadlinesWithoutDate }
  }

  private static func fillAll(
    _ plan: ID<Plan>, _ field: ItemField, _ value: String, _ what: String, _ done: String, _ tx: Transaction,
    _ chosen: ([PlanItem]) -> [PlanItem]
  ) throws {
    let record = try Plans.open(plan, tx)
    let items = chosen(try ItemStore.all(of: plan, tx))
    guard !items.isEmpty else { return }
    for var item in items {
      item.fields[field] = value
      if item.state == .read { item.state = .corrected }
      try ItemStore.update(item, tx)
    }
    try ApprovalStore.addAuthor(of: record.ref, tx)
    let numbers = items.map { "\($0.number)" }.joined(separator: "、")
    tx.tell(record.ref, "把 \(items.count) 项\(what)\(done)：第 \(numbers) 项")
    try Answers.settle(record, tx)
  }

  private static func there(_ id: ID<PlanItem>, _ plan: ID<Plan>, _ tx: Transaction) throws -> PlanItem {
    guard let item = try ItemStore.find(id, of: plan, tx), item.isThere else { throw CampaignRefusal.itemGone }
    return item
  }

  private static func rename(_ plan: PlanRecord, _ title: String, _ tx: Transaction) throws {
    try PlanStore.rename(plan.id, title, tx)
    try Plans.index(plan.id, title, plan.state, tx)
  }

  private static func changes(_ kind: ItemKind, _ before: ItemFields, _ after: ItemFields) -> [Change] {
    ItemField.allCases.filter { before[$0] != after[$0] }.map { field in
      let title = field.title(of: kind)
      if field.isPersonal { return Change(title, nil, "已改（内容不入台账）") }
      return Change(title, before[field].clipped(to: 200), after[field].clipped(to: 200))
    }
  }
}
