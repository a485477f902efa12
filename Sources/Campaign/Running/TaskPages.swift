internal import Kit
internal import Storage
internal import Web

/// One task of a campaign: the plan's sentence, who does it, what it looks for, and what is filed under it.
struct TaskPages {
  let task: CampaignTaskRecord
  let tree: TreePages
  /// The sentence of the plan or supplement; nil where it was corrected since.
  let sentence: String?
  let panels: HTML
  let history: [LedgerEntry]
  let today: CivilDate

  private var leaves: TaskLeaves {
    tree.tasks.first { $0.task.id == task.id }?.leaves ?? TaskLeaves(violations: task.violations, ties: [])
  }

  var page: Page {
    let (title, campaign) = ("任务 \(task.sign)", tree.campaign)
    return Page(
      title, crumbs: [("专项行动", "/campaigns"), (campaign.title, "/campaigns/\(campaign.id)")],
      """
      \(head(title, actions: [button("任务树", "/campaigns/\(campaign.id)/tree", plain: true)]))\
      \(facts([
        ("内容", "\(task.text)"), ("出处", sentence.map { "\($0)" }), ("牵头单位", "\(task.lead)"),
        ("配合单位", task.cooperating.isEmpty ? "没有写" : "\(task.cooperating)"), ("已经办的", tree.filed(task.id)),
      ]))\(sought)\(panels)\(historySection(history, today: today))
      """)
  }

  private var sought: HTML {
    let tie: HTML =
      tree.mayTie ? "<a href=\"\(link: "/tasks/\(task.id)/leaves")\">改对应的违法行为</a>" : .none
    return section("查处情形", note: tie, id: "leaves", tree.table(task.id, leaves))
  }
}
