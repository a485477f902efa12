import Kit

enum DemandRefusal: Refusal, Equatable {
  case ended, isAnswer, notYours, nothingAsked, cannotAnswer
  case past(today: CivilDate)
  case stillRuns(until: CivilDate)
  case stands(since: CivilDate)

  var code: String {
    switch self {
    case .ended: "demand.ended"
    case .isAnswer: "demand.is-answer"
    case .notYours: "demand.not-yours"
    case .nothingAsked: "demand.nothing-asked"
    case .past: "demand.past"
    case .cannotAnswer: "demand.cannot-answer"
    case .stands: "demand.stands"
    case .stillRuns: "demand.still-runs"
    }
  }

  var sentence: String {
    switch self {
    case .ended: "这件事已经办结，不用再督办、答复。"
    case .isAnswer: "这一项就是督办要的答复，不能再督办它。"
    case .notYours: "督办由责任人本人答复。"
    case .nothingAsked: "没有等着答复的督办。"
    case .cannotAnswer: "责任人的岗位看不到待办，没有办法在这里答复。"
    case .stands(let day): "这件事的期限自 \(day.iso) 起中止，恢复以前不督办。"
    case .past(let today): "答复的日期不能早于今天（\(today.iso)）。"
    case .stillRuns(let day): "上一次督办要求 \(day.iso) 以前答复，还没有到期。"
    }
  }

  var next: String? {
    switch self {
    case .ended, .nothingAsked: "刷新页面，看现在的状态。"
    case .isAnswer: "到原来的待办里再次督办。"
    case .notYours: "请责任人登录以后答复。"
    case .past: "换一个日期。"
    case .cannotAnswer: "用其他方式联系责任人，或者把这件事改派给能办的人。"
    case .stands: "恢复计算以后再督办。"
    case .stillRuns: "到期没有答复，或者答复不够，再督办一次；再次督办会通知上一级。"
    }
  }

  var field: String? { if case .past = self { "answer-by" } else { nil } }

  var status: RefusalStatus {
    switch self {
    case .past: .invalid
    case .notYours: .forbidden
    default: .conflict
    }
  }
}
