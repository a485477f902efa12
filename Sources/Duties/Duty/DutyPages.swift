import Kit
import Law
import Storage
import Web

enum DutyPages {
  /// The home page: what this person owes, the nearest first.
  static func today(
    _ duties: [OpenDuty], _ digest: Digest, _ written: HTML, _ viewer: Viewer, _ titles: DutyTitles,
    _ menu: [NavigationItem], today: CivilDate, _ calendar: WorkCalendar
  ) -> Page {
    let late = duties.count { $0.isLate(on: today) }
    let summary: HTML =
      late > 0 ? "<span class=\"chip bad\">逾期 \(late) 项</span>" : "<span class=\"chip done\">没有逾期</span>"
    return Page(
      "今日",
      """
      \(head("今日", meta: ["\(today.chinese(today: today))", "\(viewer.post)", "待办 \(duties.count) 项", summary], actions: calendarLink(duties)))\
      \(NoticePages.digest(digest, titles, today: today, calendar))\
      \(duties.isEmpty ? nothing(viewer, menu) : table(duties, titles, nil, today, calendar))\(written)
      """)
  }

  static func list(
    _ duties: [OpenDuty], _ digest: Digest, _ listing: Listing, _ scope: Scope, _ titles: DutyTitles, today: CivilDate,
    _ calendar: WorkCalendar
  ) -> Page {
    let whose =
      switch scope.reach {
      case .own: "我的待办"
      case .agency: "本单位的待办"
      case .jurisdiction: "辖区内的待办"
      }
    let late: HTML =
      listing.filter("late") == nil
      ? button("只看逾期", "/duties?late=1", plain: true) : button("看全部", "/duties", plain: true)
    let demands = button("督办", "/demands", plain: true)
    return Page(
      "待办",
      """
      \(head(whose, actions: [late, demands]))\(NoticePages.digest(digest, titles, today: today, calendar))\
      \(duties.isEmpty ? empty("没有待办", "新的线索、检查和案件会在这里排队，最急的在最前面。") : table(duties, titles, listing, today, calendar))
      """)
  }

  private static func calendarLink(_ duties: [OpenDuty]) -> [HTML] {
    duties.isEmpty ? [] : [button("放进手机日历", "/calendar", plain: true)]
  }

  private static func nothing(_ viewer: Viewer, _ menu: [NavigationItem]) -> HTML {
    if viewer.may(Permission("plan.work")) {
      return empty("现在没有等你办的事", "<p>从导入一份整治方案开始。</p>" + button("导入方案", "/plans/new"))
    }
    if viewer.may(Permission("clue.work")) {
      return empty("现在没有等你办的事", "<p>可以看看还没有人受理的线索。</p>" + button("看线索", "/clues"))
    }
    // Whoever works no clues and no plans, an administrator above all: his few pages at hand.
    let pages = menu.prefix(5).map { button($0.title, $0.link, plain: true) }
    return empty("现在没有等你办的事", "<p>可以从这里开始。</p><p class=\"row\">\(pages)</p>")
  }

  private static func table(
    _ duties: [OpenDuty], _ titles: DutyTitles, _ listing: Listing?, _ today: CivilDate, _ calendar: WorkCalendar
  ) -> HTML {
    let lines = duties.map { duty -> Table.Line in
      Table.Line([
        titles.html(duty), "<span class=\"dim\">\(duty.basis)</span>", "<span class=\"nw\">\(duty.ownerName)</span>",
        titles.clock(duty, today: today, calendar),
      ])
    }
    let columns = [
      Table.Column("要办的事"), Table.Column("依据"), Table.Column("责任人"), Table.Column("时限", sort: "due"),
    ]
    let caption = listing?.caption("待办", unit: "项") ?? "待办 \(duties.count) 项，按时限排列"
    return Table(caption, columns, lines, listing: listing).html
  }
}
