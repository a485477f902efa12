internal import Kit
internal import Law
internal import Web

/// The calendar (月历) of a campaign, some months on a page: a grid on a screen and on paper, a list of days on a telephone.
struct MonthPages {
  let campaign: CampaignSummary
  let timeline: Timeline?
  /// The first of the months that are shown, among all.
  let from: Int
  let months: [CivilDate]
  let calendar: WorkCalendar
  let today: CivilDate

  /// Months on one page: a sheet of paper.
  static let size = 3

  var page: Page {
    Page(
      "月历", crumbs: [("专项行动", "/campaigns"), (campaign.title, "/campaigns/\(campaign.id)")],
      """
      \(head("月历", meta: ["\(campaign.period(today: today))", "今天 \(today.chinese(today: today))"], actions: [button("时间轴", "/campaigns/\(campaign.id)/timeline", plain: true)]))\
      \(timeline.map(sheets) ?? empty("没有日期可以排", "方案没有写明日期的阶段和期限，也还没有会议。"))
      """)
  }

  private func sheets(_ timeline: Timeline) -> HTML {
    let shown = months.dropFirst(from).prefix(Self.size)
    return "\(shown.map { sheet(MonthSheet(of: $0, timeline.phases + timeline.events)) })\(turn)"
  }

  private var turn: HTML {
    guard months.count > Self.size else { return .none }
    let before: HTML = from > 0 ? button("前面的月份", page(from: max(from - Self.size, 0)), plain: true) : .none
    let after: HTML =
      from + Self.size < months.count ? button("后面的月份", page(from: from + Self.size), plain: true) : .none
    return "<p class=\"row under noprint\">\(before)\(after)</p>"
  }

  private func page(from place: Int) -> Link {
    Link("/campaigns/\(campaign.id)/calendar").asking([("month", months[place].iso)])
  }

  private func sheet(_ month: MonthSheet) -> HTML {
    let heads = ["一", "二", "三", "四", "五", "六", "日"].map { "<th scope=\"col\">\($0)</th>" as HTML }
    let weeks = month.weeks.map { week -> HTML in "<tr>\(week.map { cell($0, month) })</tr>" }
    let nothing: HTML = month.isEmpty ? "<p class=\"small dim\">这个月没有事项。</p>" : .none
    return section(
      month.title,
      """
      <table class="cal"><caption class="vh">\(month.title)</caption><thead><tr>\(heads)</tr></thead>\
      <tbody>\(weeks)</tbody></table>\(nothing)
      """)
  }

  private func cell(_ day: CivilDate?, _ month: MonthSheet) -> HTML {
    guard let day else { return "<td class=\"none\"></td>" }
    let entries = month.entries[day] ?? []
    let look = [
      calendar.isWorkday(day) ? nil : "rest", day == today ? "now" : nil,
      entries.isEmpty && day != today ? "none" : nil,
    ]
    let items = entries.map { "<li>\(words($0))</li>" as HTML }
    let number: HTML = "<b>\(day.day)<span class=\"day\"> 日　\(String(day.chinese(today: day).suffix(2)))</span></b>"
    return """
      <td class="\(look.compactMap(\.self).joined(separator: " "))"\(if: day == today, " aria-current=\"date\"")>\(number)\
      \(if: day == today, " <span class=\"small\">今天</span>")\(if: !items.isEmpty, "<ul>\(items)</ul>")</td>
      """
  }

  private func words(_ entry: MonthSheet.Entry) -> HTML {
    let item = entry.item
    let title: HTML =
      item.link.map { "<a href=\"\(link: $0)\">\(entry.words.clipped(to: 40))</a>" } ?? "\(entry.words.clipped(to: 40))"
    // The titles of the others say what they are.
    let kind: HTML = [.deadline, .resolution].contains(item.kind) ? "\(item.kind.rawValue)：" : .none
    let late: HTML = item.to < today && !item.isDone ? " \(TimelinePages.state(item, today))" : .none
    return "\(kind)\(title)\(late)"
  }
}
