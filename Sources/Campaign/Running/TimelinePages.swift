internal import Kit
internal import Web

/// The time-line as tables whose last column is a line with today's mark: readable on a telephone, as it is printed.
struct TimelinePages {
  let campaign: CampaignSummary
  let timeline: Timeline?
  let today: CivilDate

  var page: Page {
    Page(
      "时间轴", crumbs: [("专项行动", "/campaigns"), (campaign.title, "/campaigns/\(campaign.id)")],
      "\(head("时间轴", meta: meta, actions: [button("月历", "/campaigns/\(campaign.id)/calendar", plain: true)]))\(timeline.map(body) ?? empty("没有日期可以排", "方案没有写明日期的阶段和期限，也还没有会议。"))"
    )
  }

  private var meta: [HTML] {
    let late = timeline?.late ?? 0
    return [
      "\(campaign.period(today: today))", "今天 \(today.chinese(today: today))",
      late > 0 ? Chip.bad.html("过期没有办结 \(late) 项") : Chip.done.html("没有过期的"),
    ]
  }

  private func body(_ timeline: Timeline) -> HTML {
    let phases: HTML =
      timeline.phases.isEmpty
      ? .none
      : section(
        "阶段", note: note(timeline), table("阶段 \(timeline.phases.count) 个", timeline.phases.map { line($0, timeline) }))
    let events: HTML =
      timeline.events.isEmpty
      ? .none
      : section("期限、会议、报送和督导", note: note(timeline), table("事项 \(timeline.events.count) 项，按日期排列", dated(timeline)))
    return "\(phases)\(events)"
  }

  private func note(_ timeline: Timeline) -> HTML {
    "横线从 \(timeline.first.plain(today)) 到 \(timeline.last.plain(today))，竖线是今天。"
  }

  private func table(_ caption: String, _ lines: [Table.Line]) -> HTML {
    Table(caption, ["事项", "日期", "在全程的位置", "状态"].map { Table.Column($0) }, lines).html
  }

  /// What was before today, today, what comes.
  private func dated(_ timeline: Timeline) -> [Table.Line] {
    let lines = timeline.events.map { ($0.to, line($0, timeline)) }
    let now = Table.Line(["<b>今天</b>", "<b class=\"nw\">\(today.plain(today))</b>", "", ""], selected: true)
    return lines.filter { $0.0 < today }.map(\.1) + [now] + lines.filter { $0.0 >= today }.map(\.1)
  }

  private func line(_ item: Timeline.Item, _ timeline: Timeline) -> Table.Line {
    let title: HTML = item.link.map { "<a href=\"\(link: $0)\">\(item.title)</a>" } ?? "\(item.title)"
    let days = item.from == item.to ? item.to.plain(today) : "\(item.from.plain(today))至\(item.to.plain(today))"
    let kind: HTML = item.kind == .phase ? .none : "<span class=\"tag\">\(item.kind.rawValue)</span> "
    return .init([
      "\(kind)\(title)", "<span class=\"nw\">\(days)</span>", line(item, timeline, label: "\(item.title)，\(days)"),
      Self.state(item, today),
    ])
  }

  static func state(_ item: Timeline.Item, _ today: CivilDate) -> HTML {
    let state = item.state(on: today)
    if item.kind == .phase, state == .done { return Chip.done.html("已收尾") }
    if item.kind == .phase, state == .late { return Chip.bad.html("已过期，没有收尾") }
    if item.kind != .phase, state == .now { return Chip.half.html(due(item)) }
    if item.kind == .meeting, state == .done { return Chip.done.html("已开") }
    if item.kind == .supervision, state == .done { return Chip.done.html("已开展") }
    if item.kind == .supervision, state == .late { return Chip.warn.html("没有写情况") }
    return item.kind == .meeting && state == .late ? Chip.warn.html("没有写纪要") : state.chip
  }

  private static func due(_ item: Timeline.Item) -> String {
    switch item.kind {
    case .meeting: "今天召开"
    case .supervision: "今天开展"
    default: "今天到期"
    }
  }

  private func line(_ item: Timeline.Item, _ timeline: Timeline, label: String) -> HTML {
    let (start, width) = timeline.span(item)
    let isLate = item.state(on: today) == .late
    let now: HTML =
      timeline.first <= today && today <= timeline.last
      ? "<path class=\"t\" d=\"M\(timeline.place(today)) -20V100\"/>" : .none
    return """
      <svg class="bar\(if: isLate, " short")" viewBox="0 0 1000 80" preserveAspectRatio="none" role="img" aria-label="\(label)">\
      <rect class="v" x="\(start)" width="\(width)" height="80"/>\(now)</svg>
      """
  }
}
