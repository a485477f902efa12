import Kit

/// What this room refuses.
enum RecurrenceRefusal: Refusal, Equatable {
  case noAct
  case noPerson
  case notWaiting(String)
  case notTheHead(String)
  case noCase
  case noHead
  case sameReading(String)

  var code: String {
    switch self {
    case .noAct: "recurrence.no-act"
    case .noPerson: "recurrence.no-person"
    case .notWaiting: "recurrence.not-waiting"
    case .notTheHead: "recurrence.not-the-head"
    case .noCase: "recurrence.no-case"
    case .noHead: "recurrence.no-head"
    case .sameReading: "recurrence.same-reading"
    }
  }

  var sentence: String {
    switch self {
    case .noAct: "只能在本县的案件、检查或者线索里确认是同一人。"
    case .noPerson: "违法人员库里没有这个人。"
    case .notWaiting(let state): "这件提示现在是“\(state)”，不用再决定。"
    case .notTheHead(let name): "这件提示由\(name)决定，别人不能代替。"
    case .noCase: "还没有立案，不能决定移送。"
    case .noHead: "接手的人没有作决定的权限。"
    case .sameReading(let title): "现在用的就是“\(title)”。"
    }
  }

  var field: String? {
    switch self {
    case .noAct: "case"
    case .sameReading: "reading"
    default: nil
    }
  }

  var next: String? {
    switch self {
    case .noCase: "先由承办人立案，再决定。"
    case .notWaiting: "刷新页面看最新情况。"
    case .noHead: "请安全管理员核对他的岗位，或者交给别的负责人。"
    default: nil
    }
  }

  var status: RefusalStatus {
    switch self {
    case .notWaiting, .noCase, .sameReading: .conflict
    case .notTheHead: .forbidden
    case .noPerson: .missing
    default: .invalid
    }
  }
}
