package import Kit

/// What the inspection room refuses.
package enum InspectionRefusal: Refusal, Hashable {
  case noPremises
  case noChecklist
  case clueNotAccepted(String)
  case taskNotRunning
  case dateInPast(today: CivilDate)
  case alreadyPlanned(String)
  case notPlanned(String, VisitState)
  case dateInFuture(today: CivilDate)
  case endsBeforeBegin
  case unanswered(item: String, place: Int)
  case noteMissing(item: String, place: Int)
  case notClean(count: Int)
  case orderMissing
  case orderUnwanted
  case orderDueTooEarly(CivilDate)
  case notOpen(RectificationState)
  case recheckBeforeOrder(CivilDate)

  package var code: String {
    switch self {
    case .noPremises: "inspection.no-premises"
    case .noChecklist: "inspection.no-checklist"
    case .clueNotAccepted: "inspection.clue-not-accepted"
    case .taskNotRunning: "inspection.task-not-running"
    case .dateInPast: "inspection.date-in-past"
    case .alreadyPlanned: "inspection.already-planned"
    case .notPlanned: "inspection.not-planned"
    case .dateInFuture: "inspection.date-in-future"
    case .endsBeforeBegin: "inspection.ends-before-begin"
    case .unanswered: "inspection.unanswered"
    case .noteMissing: "inspection.note-missing"
    case .notClean: "inspection.not-clean"
    case .orderMissing: "inspection.order-missing"
    case .orderUnwanted: "inspection.order-unwanted"
    case .orderDueTooEarly: "inspection.order-due-too-early"
    case .notOpen: "inspection.not-open"
    case .recheckBeforeOrder: "inspection.recheck-before-order"
    }
  }

  package var sentence: String {
    switch self {
    case .noPremises: "没有选检查对象，或它不在本县的底册里。"
    case .noChecklist: "选的检查表不在内容包里。"
    case .clueNotAccepted(let number): "线索\(number)还没有受理，不能安排检查。"
    case .taskNotRunning: "选的任务不在正在开展的专项行动里。"
    case .dateInPast(let today): "检查日期不能早于今天（\(today.chinese())）。"
    case .alreadyPlanned(let number): "同一天已经给这个对象安排了检查\(number)。"
    case .notPlanned(let number, let state): "检查\(number)现在是“\(state.title)”，不能再办这一步，可能别人刚刚办过。"
    case .dateInFuture(let today): "日期不能晚于今天（\(today.chinese())），还没有发生的事不能记录。"
    case .endsBeforeBegin: "结束时间不能早于开始时间。"
    case .unanswered(_, let place): "第 \(place) 项还没有选。"
    case .noteMissing(_, let place): "第 \(place) 项选了“不符合”，还没有写发现的问题。"
    case .notClean(let count): "有 \(count) 项不符合，结论不能是“未发现问题”。"
    case .orderMissing: "结论是责令改正，还没有写改正内容。"
    case .orderUnwanted: "结论是“未发现问题”，又写了改正内容。"
    case .orderDueTooEarly(let date): "改正期限不能早于检查日期（\(date.chinese())）。"
    case .notOpen(let state): "这件整改现在是“\(state.title)”，可能别人刚刚复查过。"
    case .recheckBeforeOrder(let date): "复查日期不能早于责令改正的日期（\(date.chinese())）。"
    }
  }

  package var field: String? {
    switch self {
    case .noPremises: "premises"
    case .noChecklist: "checklist"
    case .taskNotRunning: "task"
    case .dateInPast, .dateInFuture, .recheckBeforeOrder: "date"
    case .endsBeforeBegin: "ended"
    case .unanswered(let item, _): VisitForm.answerField(item)
    case .noteMissing(let item, _): VisitForm.noteField(item)
    case .notClean: "result"
    case .orderMissing, .orderUnwanted: "order"
    case .orderDueTooEarly: "due"
    case .clueNotAccepted, .alreadyPlanned, .notPlanned, .notOpen: nil
    }
  }

  package var next: String? {
    switch self {
    case .noPremises: "请先查找并选定一个机构或无证点。"
    case .clueNotAccepted: "请先在线索页受理。"
    case .taskNotRunning: "请重新选任务，或选“日常监督”。"
    case .alreadyPlanned: "打开那次检查继续办理。"
    case .notPlanned, .notOpen: "刷新页面看最新情况。"
    case .notClean: "请改结论，或核对清单。"
    case .orderUnwanted: "请改结论，或清空改正内容。"
    default: nil
    }
  }

  package var status: RefusalStatus {
    switch self {
    case .alreadyPlanned, .notPlanned, .notOpen: .conflict
    default: .invalid
    }
  }
}
