internal import Kit
internal import Web

enum CampaignListPages {
  static func list(
    _ campaigns: [CampaignSummary], _ listing: Listing, _ viewer: Viewer, _ today: CivilDate
  ) -> Page {
    let bring = viewer.may(.planWork) ? [button("导入方案", "/plans/new")] : []
    let body: HTML =
      campaigns.isEmpty
      ? empty(
        listing.isFiltered ? "没有符合条件的专项行动" : "还没有专项行动",
        listing.isFiltered ? "换个词再找。" : "专项行动由方案发布而来：先导入一份工作方案，核对后发布。\(bring)")
      : Table(
        listing.caption("专项行动", unit: "个"),
        [
          .init("名称"), .init("起止", sort: "ends"), .init("进度"), .init("任务", numeric: true),
          .init("发布时间", sort: "released"),
        ], campaigns.map { line($0, today) }, listing: listing
      ).html
    return Page("专项行动", "\(head("专项行动", actions: bring))\(filterRow(listing, "名称含有"))\(body)")
  }

  private static func line(_ campaign: CampaignSummary, _ today: CivilDate) -> Table.Line {
    .init([
      "<a href=\"\(link: "/campaigns/\(campaign.id)")\">\(campaign.title)</a>", "\(campaign.period(today: today))",
      chip(campaign, today), figure(campaign.tasks, Link("/campaigns/\(campaign.id)").at("tasks")),
      "\(campaign.releasedAt.chinese(today: today))",
    ])
  }

  static func chip(_ campaign: CampaignSummary, _ today: CivilDate) -> HTML {
    if campaign.ended != nil { return Chip.done.html("已结束") }
    if let starts = campaign.starts, today < starts { return Chip.open.html("未开始") }
    if let ends = campaign.ends, today > ends { return Chip.done.html("期限已过") }
    return Chip.half.html("进行中")
  }
}
