internal import Kit
internal import Law
internal import Web

/// Tasks against bodies (分工表): who leads and who cooperates, as the plan gives it.
struct MatrixPage {
  let campaign: CampaignSummary
  let tasks: [CampaignTaskRecord]
  let ties: [ID<CampaignTask>: [Tie]]
  let law: LawContent

  /// Bodies in the order in which the plan names them, those that lead first.
  static func bodies(_ tasks: [CampaignTaskRecord]) -> [String] {
    var seen: Set<String> = []
    return (tasks.flatMap(\.leads) + tasks.flatMap(\.helpers)).filter { seen.insert($0).inserted }
  }

  var page: Page {
    let title = "分工表"
    return Page(
      title, crumbs: [("专项行动", "/campaigns"), (campaign.title, "/campaigns/\(campaign.id)")],
      "\(head(title, meta: ["一行一个单位", "牵头的任务在前"]))\(tasks.isEmpty ? empty("方案里没有任务", "发布以后的任务会列在这里。") : table)")
  }

  private var table: HTML {
    let columns = [Table.Column("单位"), Table.Column("牵头"), Table.Column("配合")]
    let bodies = Self.bodies(tasks)
    let lines = bodies.map { body in
      Table.Line(["\(body)", list { $0.leads.contains(body) }, list { $0.helpers.contains(body) }])
    }
    return Table("单位 \(bodies.count) 个，任务 \(tasks.count) 项", columns, lines).html
  }

  private func list(_ holds: (CampaignTaskRecord) -> Bool) -> HTML {
    let found = tasks.filter(holds)
    guard !found.isEmpty else { return "—" }
    let items = found.map { task -> HTML in
      "<li><a href=\"\(link: "/tasks/\(task.id)")\">\(task.sign) \(task.text.clipped(to: 30))</a>\(sought(task))</li>"
    }
    return "<ul class=\"stack\">\(items)</ul>"
  }

  /// What the task looks for in the catalogue.
  private func sought(_ task: CampaignTaskRecord) -> HTML {
    let ids = TaskLeaves(violations: task.violations, ties: ties[task.id] ?? []).violations
    guard !ids.isEmpty else { return .none }
    return "<br><span class=\"small dim\">\(ids.map { law.violation($0)?.name ?? $0 }.joined(separator: "；"))</span>"
  }
}

extension CampaignTaskRecord {
  var leads: [String] { Self.bodies(lead) }
  var helpers: [String] { Self.bodies(cooperating) }

  private static func bodies(_ text: String) -> [String] {
    ItemReader.bodies(text).unicodeScalars.split(separator: "、").map { String($0) }
  }
}
