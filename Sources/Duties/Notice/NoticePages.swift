import Kit
import Law
import Storage
import Web

enum NoticePages {
  /// One section for the day, a line for each duty; nothing where nothing is unread.
  static func digest(_ digest: Digest, _ titles: DutyTitles, today: CivilDate, _ calendar: WorkCalendar) -> HTML {
    guard !digest.lines.isEmpty else { return .none }
    let late = digest.lines.count { !$0.step.isWarning }
    let note: HTML = "督办 \(late) 项，提醒 \(digest.lines.count - late) 项"
    let hidden = digest.notices.map { "<input type=\"hidden\" name=\"notice\" value=\"\($0.text)\">" as HTML }
    return section(
      "提醒和督办", note: note,
      """
      <ol class="steps">\(digest.lines.map { line($0, titles, today, calendar) })</ol>\
      <form method="post" action="\(link: "/duties/seen")">\(hidden)<button class="btn p">都知道了</button></form>
      """)
  }

  private static func line(_ notice: Notice, _ titles: DutyTitles, _ today: CivilDate, _ calendar: WorkCalendar) -> HTML
  {
    let duty = notice.duty
    return """
      <li><b>\(notice.step.isWarning ? "提醒" : "督办")：\(titles.html(duty))</b>\
      <p>\(duty.ownerName)，\(words(notice, today, calendar))　\(titles.clock(duty, today: today, calendar))</p></li>
      """
  }

  /// As it is today, which may be later than the day on which it was told.
  private static func words(_ notice: Notice, _ today: CivilDate, _ calendar: WorkCalendar) -> String {
    let duty = notice.duty
    if duty.isLate(on: today) { return "逾期 \(calendar.workdays(from: duty.due, to: today)) 个工作日" }
    let left = max(calendar.workdays(from: today, to: duty.countedTo), 0)
    return left == 0 ? "要在今天办结" : "还剩 \(left) 个工作日"
  }
}
