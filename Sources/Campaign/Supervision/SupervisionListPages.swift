internal import Kit
internal import Offices
internal import Web

/// The supervision visits of a campaign, and the form for a new one.
enum SupervisionListPages {
  static func list(
    _ campaign: CampaignSummary, _ visits: [SupervisionRecord], _ findings: [ID<Supervision>: [FindingRecord]],
    mayPlan: Bool, today: CivilDate
  ) -> Page {
    let columns = ["单位", "日期", "看什么", "情况", "问题"].map { Table.Column($0) }
    let lines = visits.map { visit in
      Table.Line([
        "<a href=\"\(link: "/supervisions/\(visit.id)")\">\(visit.unitName)</a>",
        "<span class=\"nw\">\(visit.on.chinese(today: today))</span>", "\(visit.subject.clipped(to: 60))",
        chip(visit, today), "\(words(findings[visit.id] ?? []))",
      ])
    }
    let isAllowed = mayPlan && campaign.ended == nil
    let plan = isAllowed ? [button("安排督导检查", "/campaigns/\(campaign.id)/supervisions/new")] : []
    let missing: HTML =
      visits.contains(where: \.isHeld)
      ? .none : "<p class=\"under\">\(Chip.warn.html("还没有督导检查"))　专项行动期间至少要督导检查一次。</p>"
    return Page(
      "督导检查", crumbs: [("专项行动", "/campaigns"), (campaign.title, "/campaigns/\(campaign.id)")],
      """
      \(head("督导检查", actions: plan))\(missing)\
      \(lines.isEmpty ? empty("还没有安排", "选一个单位，写明哪天去、谁去、看什么。") : Table("督导检查 \(lines.count) 次", columns, lines).html)
      """)
  }

  static func chip(_ visit: SupervisionRecord, _ today: CivilDate) -> HTML {
    visit.isHeld
      ? Chip.done.html("已开展") : visit.on <= today ? Chip.warn.html("还没有写情况") : Chip.open.html("还没有到")
  }

  private static func words(_ findings: [FindingRecord]) -> String {
    findings.isEmpty ? "—" : "通过 \(findings.count { $0.state == .accepted }) / \(findings.count) 个"
  }

  static func form(
    _ campaign: CampaignSummary, _ units: [(id: ID<Agency>, name: String)], _ state: FormState
  ) -> Page {
    Page(
      "安排督导检查",
      crumbs: [
        ("专项行动", "/campaigns"), (campaign.title, "/campaigns/\(campaign.id)"),
        ("督导检查", "/campaigns/\(campaign.id)/supervisions"),
      ],
      """
      \(head("安排督导检查"))\(state.summary)\
      <form method="post" action="\(link: "/campaigns/\(campaign.id)/supervisions")" class="block">\
      \(Field("unit", "被督导的单位", state).select(units.map { ($0.id.text, $0.name) }))\
      \(Field("on", "日期", state).date())\(Field("visitors", "督导人员", state, hint: "一行一个").lines(rows: 3, most: 500))\
      \(Field("subject", "看什么", state, hint: "例如：任务落实、台账、整改情况").lines(rows: 4, most: 1000))\
      <p class="row"><button class="btn">安排</button></p></form>
      """)
  }
}
