internal import Kit
internal import Law
internal import Web

/// The task tree (任务树) of a campaign: tasks, the kinds of acts that each names, what these are in the catalogue, and how often
/// each was found.
struct TreePages {
  let campaign: CampaignSummary
  let tasks: [(task: CampaignTaskRecord, leaves: TaskLeaves)]
  let counts: [TaskCount]
  let law: LawContent
  let records: Records
  let mayTie: Bool

  var page: Page {
    let untied = tasks.filter { !$0.leaves.isTied }.count
    return Page(
      "任务树", crumbs: [("专项行动", "/campaigns"), (campaign.title, "/campaigns/\(campaign.id)")],
      """
      \(head("任务树", meta: [
        "任务 \(tasks.count) 项，查处情形 \(tasks.reduce(0) { $0 + $1.leaves.leaves.count }) 种",
        untied > 0 ? Chip.warn.html("\(untied) 项任务没有对应违法行为") : .none,
      ], actions: [button("分工表", "/campaigns/\(campaign.id)/matrix", plain: true)]))\
      \(tasks.isEmpty ? empty("方案里没有任务", "发布以后的任务会列在这里。") : "\(tasks.map { branch($0.task, $0.leaves) })\(all)")
      """)
  }

  private func branch(_ task: CampaignTaskRecord, _ leaves: TaskLeaves) -> HTML {
    let title: HTML = "<a href=\"\(link: "/tasks/\(task.id)")\">\(task.text.clipped(to: 80))</a>"
    return section(
      "任务 \(task.sign)", note: filed(task.id), "<p class=\"under\">\(title)</p>\(table(task.id, leaves))")
  }

  /// `线索 3 条、检查 5 次、案件 1 件`.
  func filed(_ task: ID<CampaignTask>) -> HTML {
    HTML.join(
      counts.map { "\($0.title) \(records.figure($0.byTask[task] ?? 0, $0.list(of: task))) \($0.unit)" as HTML }, "，")
  }

  /// The leaves of one task.
  func table(_ task: ID<CampaignTask>, _ leaves: TaskLeaves) -> HTML {
    let lines = leaves.leaves.flatMap { leaf -> [Table.Line] in
      let ties = leaves.violations(of: leaf)
      guard !ties.isEmpty else { return [Table.Line(["\(leaf.title)", tie(task)] + finders.map { _ in "—" })] }
      return ties.map { id in
        Table.Line(
          ["\(leaf.title)", violation(id)]
            + finders.map { records.figure($0.number(id, in: task), $0.list(of: task, id)) })
      }
    }
    return Table("查处情形 \(leaves.leaves.count) 种", columns("查处情形"), lines).html
  }

  private func tie(_ task: ID<CampaignTask>) -> HTML {
    mayTie ? "<a href=\"\(link: "/tasks/\(task)/leaves")\">没有对应，去对应</a>" : "<span class=\"dim\">没有对应</span>"
  }

  private func violation(_ id: String) -> HTML {
    guard let violation = law.violation(id) else { return "\(id)<span class=\"s\">目录里已经没有</span>" }
    return """
      <a href="\(link: "/law/violations/\(id)")">\(violation.name)</a><span class="s">\(violation.authority.title)主管</span>
      """
  }

  /// Rooms whose records name violations.
  private var finders: [TaskCount] { counts.filter { $0.found != nil } }

  private func columns(_ first: String) -> [Table.Column] {
    [Table.Column(first), Table.Column("违法行为")] + finders.map { Table.Column("\($0.title)查到", numeric: true) }
  }

  /// Over the whole campaign: what the tasks look for, and what was found beside it.
  private var all: HTML {
    let sought = Set(tasks.flatMap(\.leaves.violations))
    let met = Set(finders.flatMap { ($0.found ?? [:]).keys.map(\.violation) })
    let ids = law.violations.map(\.id).filter { sought.contains($0) || met.contains($0) }
    guard !ids.isEmpty else { return .none }
    let lines = ids.map { id in
      Table.Line(
        [sought.contains(id) ? "任务要查的" : Chip.warn.html("任务之外查到的"), violation(id)]
          + finders.map { records.figure($0.number(id), $0.list(of: nil, id)) })
    }
    return section(
      "全部违法行为", note: "整个专项行动里查到的，包括没有归到任务的。", Table("违法行为 \(ids.count) 种", columns("来由"), lines).html)
  }
}
