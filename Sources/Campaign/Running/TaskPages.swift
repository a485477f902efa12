internal import Kit
internal import Web

enum TaskPages {
  static func page(_ task: CampaignTaskRecord, _ campaign: CampaignSummary, _ panels: HTML) -> Page {
    let title = "任务 \(task.sign)"
    return Page(
      title, crumbs: [("专项行动", "/campaigns"), (campaign.title, "/campaigns/\(campaign.id)")],
      """
      \(head(title))\
      \(facts([
        ("内容", "\(task.text)"), ("牵头单位", "\(task.lead)"),
        ("配合单位", task.cooperating.isEmpty ? "没有写" : "\(task.cooperating)"),
        ("违法行为", task.violations.isEmpty ? nil : "\(task.violations)"),
      ]))\(panels)
      """)
  }
}
