import Kit
import Law

/// The last demand on a duty in plain words for a group chat: the unit and the dates. Neither a person nor what was wanted stands in
/// it, which may name people.
enum DemandChat {
  static func words(_ duty: OpenDuty, unit: String, _ last: Demand, today: CivilDate, _ calendar: WorkCalendar)
    -> String
  {
    let days = calendar.workdays(from: duty.due, to: today)
    let late = duty.isLate(on: today) ? "，逾期 \(days) 个工作日" : ""
    let matter = ToldKinds.isNamed(duty.subject) ? duty.title : "一项\(ToldKinds.noun(duty.subject))待办，打开系统看"
    let answer =
      last.answer == nil ? "请在 \(last.answerBy.iso) 以前在系统里答复" : "已经答复，请按答复办结"
    return """
      【第 \(last.number) 次督办】\(today.month)月\(today.day)日
      事项：\(matter)
      责任单位：\(unit)
      时限：\(duty.due.iso)\(late)
      \(answer)
      """
  }
}
