package import Kit
internal import Law
package import Storage

/// Deeds on what the leaves of a task mean in the catalogue. They are the agency's own reading, not words of the plan: an approval
/// of the plan does not rest on them, and they may change after the release.
enum Ties {
  /// Replaces what the tasks of a plan are tied to, by the number of the item. Refuses a released plan, tasks that are not there, and
  /// whatever `checked` refuses. Tasks whose ties stay are not told of.
  static func keep(_ wanted: [Int64: [Tie]], of plan: ID<Plan>, _ law: LawContent, _ tx: Transaction) throws {
    let record = try Plans.open(plan, tx)
    let before = try TieStore.ties(of: plan, tx)
    let tasks = try ItemStore.all(of: plan, tx).of(.task)
    for (number, ties) in wanted.sorted(by: { $0.key < $1.key }) {
      guard let task = tasks.first(where: { $0.number == number }) else { throw CampaignRefusal.itemGone }
      let checked = try Self.checked(ties, Leaf.all(task.fields[.violations]), law)
      let known = before[number] ?? []
      guard checked != known else { continue }
      try TieStore.keep(checked, item: number, of: plan, tx)
      tx.tell(record.ref, "核对第 \(number) 项（任务）对应的违法行为", changes(known, checked, law))
    }
  }

  /// The same for a task of a campaign, at any time.
  static func keep(_ wanted: [Tie], of task: ID<CampaignTask>, _ law: LawContent, _ tx: Transaction) throws {
    guard let record = try CampaignStore.task(task, tx), record.county == tx.county else { throw MissingRecord("项任务") }
    let known = try TieStore.ties(of: task, tx)
    let checked = try Self.checked(wanted, Leaf.all(record.violations), law)
    guard checked != known else { return }
    try TieStore.keep(checked, of: record, tx)
    let changes = changes(known, checked, law)
    tx.tell(record.ref, "改变任务 \(record.sign) 对应的违法行为", changes)
    tx.tell(Ref(.campaign, record.campaign), "改变任务 \(record.sign) 对应的违法行为", changes)
  }

  /// Each tie once, in the order of the leaves. Refuses leaves that the task no longer has and violations that the catalogue does not.
  private static func checked(_ ties: [Tie], _ leaves: [Leaf], _ law: LawContent) throws -> [Tie] {
    guard ties.allSatisfy({ tie in leaves.contains { $0.words == tie.leaf } }) else { throw LeafRefusal.leafGone }
    guard ties.allSatisfy({ law.violation($0.violation) != nil }) else { throw LeafRefusal.violationGone }
    var seen: Set<Tie> = []
    return leaves.flatMap { leaf in ties.filter { $0.leaf == leaf.words } }.filter { seen.insert($0).inserted }
  }

  private static func changes(_ before: [Tie], _ after: [Tie], _ law: LawContent) -> [Change] {
    func words(_ tie: Tie) -> String { law.violation(tie.violation)?.name ?? tie.violation }
    let gone = before.filter { !after.contains($0) }.map { tie in
      Change(Leaf(words: tie.leaf).title.clipped(to: 60), words(tie), nil)
    }
    let new = after.filter { !before.contains($0) }.map { tie in
      Change(Leaf(words: tie.leaf).title.clipped(to: 60), nil, words(tie))
    }
    return gone + new
  }
}

extension Campaign {
  /// Ids of the violations that a task looks for, in the order of its leaves: offered first where a visit or a case under it names one.
  package static func violations(of task: ID<CampaignTask>, _ reader: Reader) throws -> [String] {
    TaskLeaves(violations: "", ties: try TieStore.ties(of: task, reader)).violations
  }
}

enum LeafRefusal: Refusal, Hashable {
  case leafGone, violationGone

  var code: String { self == .leafGone ? "leaf.gone" : "leaf.violation-gone" }
  var sentence: String { self == .leafGone ? "这项任务的查处情形刚刚被改过。" : "选的违法行为不在目录里。" }
  var next: String? { self == .leafGone ? "重新打开本页，按现在的情形核对。" : "输入几个字，从列出的名称里选一个。" }
  var status: RefusalStatus { self == .leafGone ? .conflict : .invalid }
}
