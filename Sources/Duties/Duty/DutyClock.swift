package import Kit
package import Law
package import Web

extension Duties {
  /// How a time limit is shown: what remains first, then the date. Nearness is two working days.
  package static func clock(
    _ due: CivilDate, provisional: Bool, today: CivilDate, _ calendar: WorkCalendar
  ) -> HTML {
    let days = calendar.workdays(from: today, to: due)
    let date = due.chinese(today: today)
    let soft = provisional ? " 暂定" : ""
    if due < today {
      let late = max(-days, 0)
      let words: HTML = late == 0 ? "已过期" : "逾期 \(late) 个工作日"
      return "<span class=\"clock over\"><b>\(words)</b> <small>\(date)\(soft)</small></span>"
    }
    let look = provisional ? "soft" : days <= 2 ? "near" : ""
    let words: HTML = due == today ? "今天到期" : days == 0 ? "下个工作日前" : "剩 \(days) 个工作日"
    return "<span class=\"clock \(look)\"><b>\(words)</b> <small>\(date)止\(soft)</small></span>"
  }

  /// The same of a duty, which may stand.
  package static func clock(_ duty: OpenDuty, today: CivilDate, _ calendar: WorkCalendar) -> HTML {
    guard let since = duty.suspended else {
      return clock(duty.due, provisional: duty.provisional, today: today, calendar)
    }
    return "<span class=\"clock hold\"><b>中止</b> <small>自\(since.chinese(today: today))起</small></span>"
  }

  /// The open duties of a record, for its page.
  package static func panel(_ duties: [OpenDuty], today: CivilDate, _ calendar: WorkCalendar) -> HTML {
    guard !duties.isEmpty else { return .none }
    let items = duties.map { duty -> HTML in
      """
      <li><b>\(duty.title)</b><p>\(duty.ownerName)　\(clock(duty, today: today, calendar))</p>\
      <p class="why">\(duty.basis)</p></li>
      """
    }
    return section("在等谁", "<ol class=\"steps\">\(items)</ol>")
  }
}
