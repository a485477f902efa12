internal import Duties
internal import Kit
internal import Law
internal import Storage
internal import Web

/// All that a campaign's page shows.
struct CampaignModel: Sendable {
  let campaign: CampaignSummary
  let county: String
  let phases: [CampaignPhase]
  /// Positions of the phases that were ended.
  let ended: Set<Int64>
  let tasks: [CampaignTaskRecord]
  let figures: [Figure]
  let coverage: [Coverage]
  let deadlines: (met: Int64, all: Int64)
  let duties: [OpenDuty]
  let titles: DutyTitles
  /// Whether the viewer may look at who was told of duties.
  let mayReplay: Bool
  let organisation: OrganisationPart
  /// What the tasks are tied to in the catalogue.
  let ties: [ID<CampaignTask>: [Tie]]
  /// Words for a group chat, for whoever sends them.
  let chat: HTML
  let panels: HTML
  let history: [LedgerEntry]
}

struct CampaignPages {
  let model: CampaignModel
  let records: Records
  let calendar: WorkCalendar
  let today: CivilDate

  private var campaign: CampaignSummary { model.campaign }

  var page: Page {
    Page(
      campaign.title, crumbs: [("专项行动", "/campaigns")],
      """
      \(head(campaign.title, meta: meta, actions: actions))\
      \(phases)\(model.organisation.html(campaign.id))\(figures)\(duties)\(CoveragePages.table(model.coverage, campaign.id, Pace(campaign, today: today, calendar), records))\(tasks)\
      \(model.panels)\(historySection(model.history, today: today))
      """)
  }

  /// What is opened daily stands beside the title, the rest is folded under 更多.
  private var actions: [HTML] {
    [
      button("任务树", at("tree"), plain: true), button("时间轴", at("timeline"), plain: true),
      button("各单位和乡镇", at("units"), plain: true), button("简报和文书", at("briefings"), plain: true),
      "<details class=\"more\"><summary>更多</summary><p class=\"row\">\(folded)</p></details>",
    ]
  }

  private var folded: [HTML] {
    (model.mayReplay ? [button("知情回放", Duties.replay(campaign.ref), plain: true)] : []) + [
      button("方案与读法", "/plans/\(campaign.plan)", plain: true), button("版本", at("versions"), plain: true),
      button("领导小组和联络员", at("group"), plain: true), button("会议", at("meetings"), plain: true),
      button("抽调人员", at("secondments"), plain: true),
      button("成员单位和下级报送", at("filings"), plain: true), button("督导检查", at("supervisions"), plain: true),
      button("长效机制清单", at("mechanisms"), plain: true), button("挂牌督办", at("placards"), plain: true),
      button("考核", at("assessment"), plain: true),
      button("收尾", at("closing"), plain: true),
    ]
  }

  private func at(_ part: String) -> Link { Link("/campaigns/\(campaign.id)/\(part)") }

  private var meta: [HTML] {
    [
      CampaignListPages.chip(campaign, today), "\(model.county)", "\(campaign.period(today: today))",
      "任务 \(campaign.tasks) 项", "今天 \(today.chinese(today: today))",
    ]
  }

  private var phases: HTML {
    guard !model.phases.isEmpty else { return .none }
    let items = model.phases.enumerated().map { place, phase in stage(place + 1, phase) }
    return "<section aria-label=\"阶段\"><ol class=\"phases\">\(items)</ol></section>"
  }

  private func stage(_ number: Int, _ phase: CampaignPhase) -> HTML {
    let isPast = phase.ends < today
    let isNow = !isPast && phase.starts <= today
    let day = today.dayNumber - phase.starts.dayNumber + 1
    let isEnded = model.ended.contains(Int64(number))
    let state =
      isEnded
      ? Chip.done.html("已收尾")
      : isPast ? Chip.bad.html("期限已过，没有收尾") : isNow ? Chip.half.html("第 \(day) 天") : Chip.open.html("未开始")
    return """
      <li class="\(isPast ? "past" : isNow ? "now" : "")"\(if: isNow, " aria-current=\"step\"")><b>\(number) \(phase.name)</b>\
      \(phase.starts.plain(today))至\(phase.ends.plain(today))<br>\(state)</li>
      """
  }

  private var figures: HTML {
    let shown: HTML =
      model.figures.isEmpty
      ? empty("还没有数字", "线索、检查和案件办起来以后，数字从它们的台账里数出来。")
      : "<dl class=\"stats\">\(model.figures.map(figure))</dl>"
    return section("数字", note: "截至此刻的台账，每个数字都能点开看到记录。", "\(shown)\(model.chat)")
  }

  private func figure(_ figure: Figure) -> HTML {
    let parts = figure.parts.map { part -> HTML in
      guard let link = part.link else { return "<span class=\"nw\">\(part.words) \(part.number)</span>" }
      return "<span class=\"nw\">\(part.words) \(records.figure(part.number, link))</span>"
    }
    return """
      <div><dt>\(figure.title)</dt><dd>\(records.figure(figure.number, figure.link)) \(figure.unit)</dd>\
      \(if: !parts.isEmpty, "<dd>\(HTML.join(parts, " + "))</dd>")</div>
      """
  }

  private var duties: HTML {
    let (met, all) = model.deadlines
    guard all > 0 || !model.duties.isEmpty else { return .none }
    let list = Link("/campaigns/\(campaign.id)/deadlines")
    let note: HTML = """
      方案的期限 \(Web.figure(all, list)) 项，已办结 \(Web.figure(met, list.asking([("state", "met")]))) 项；\
      专项行动里还有 \(Web.figure(model.duties.count, Link("/campaigns/\(campaign.id)").at("duties"))) 项待办。
      """
    guard !model.duties.isEmpty else {
      return section("到期义务", note: note, id: "duties", "<p class=\"small dim\">没有待办。</p>")
    }
    return section(
      "到期义务", note: note, id: "duties",
      DutyTable.html(model.duties, "待办，按时限排列", model.titles, today: today, calendar))
  }

  private var tasks: HTML {
    let lines = model.tasks.map { task -> Table.Line in
      .init([
        "<a href=\"\(link: "/tasks/\(task.id)")\">\(task.sign) \(task.text.clipped(to: 80))</a>", "\(task.lead)",
        task.cooperating.isEmpty ? "—" : "\(task.cooperating)", sought(task),
      ])
    }
    let columns = [Table.Column("任务"), Table.Column("牵头"), Table.Column("配合"), Table.Column("违法行为")]
    let views: HTML = """
      <a href="\(link: "/campaigns/\(campaign.id)/matrix")">按单位看分工</a>　\
      <a href="\(link: "/campaigns/\(campaign.id)/tree")">按查处情形看进展</a>
      """
    return section("任务", note: views, id: "tasks", Table("任务 \(lines.count) 项，按方案的顺序", columns, lines).html)
  }

  private func sought(_ task: CampaignTaskRecord) -> HTML {
    let count = TaskLeaves(violations: task.violations, ties: model.ties[task.id] ?? []).violations.count
    guard count > 0 else { return "<span class=\"dim\">没有对应</span>" }
    return "对应 \(Web.figure(count, Link("/tasks/\(task.id)").at("leaves"))) 种"
  }
}
