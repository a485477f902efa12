internal import Kit

enum CirculationRefusal: Refusal, Equatable {
  case past(today: CivilDate)
  case nobody, notThere, twice, demand, notYours, signed, void, notVoid, known, noSuccessor
  case alreadySent(String)

  var code: String {
    switch self {
    case .past: "circulation.past"
    case .nobody: "circulation.nobody"
    case .notThere: "circulation.not-there"
    case .twice: "circulation.twice"
    case .demand: "circulation.demand"
    case .notYours: "circulation.not-yours"
    case .signed: "circulation.signed"
    case .void: "circulation.void"
    case .notVoid: "circulation.not-void"
    case .known: "circulation.known"
    case .noSuccessor: "circulation.no-successor"
    case .alreadySent: "circulation.already-sent"
    }
  }

  var sentence: String {
    switch self {
    case .past(let today): "签收的日期不能早于今天（\(today.iso)）。"
    case .nobody: "还没有选发给谁。"
    case .notThere: "选的人不是别的单位在岗的人，或者岗位看不到待办。"
    case .twice: "一个单位只由一个人签收。"
    case .demand: "督办单写的是一个人的事，只给看得到那项待办的人，不分发。"
    case .notYours: "签收由收件人本人办理。"
    case .signed: "已经签收。"
    case .void: "这份文书已经作废，不用再签收。"
    case .notVoid: "这份文书没有作废，或者已经由另一份代替，不用知悉。"
    case .known: "已经知悉。"
    case .noSuccessor: "选的文书不是本行动里印发了、现在有效、可以分发的文书。"
    case .alreadySent(let agency): "已经发给\(agency)。"
    }
  }

  var next: String? {
    switch self {
    case .past: "换一个日期。"
    case .nobody: "至少选一个单位的收件人。"
    case .notThere, .twice: "重新选收件人。"
    case .demand: "由责任人在“今日”里看督办的要求。"
    case .notYours: "请收件人登录签收，不在岗的由整治办改派。"
    case .signed, .void, .notVoid, .known: "刷新页面，看现在的状态。"
    case .noSuccessor: "重新选，或者先印发新的一份。"
    case .alreadySent: "只选还没有发的单位。"
    }
  }

  var field: String? {
    switch self {
    case .past: "due"
    case .noSuccessor: "successor"
    default: nil
    }
  }

  var status: RefusalStatus {
    switch self {
    case .notYours: .forbidden
    case .signed, .void, .notVoid, .known, .alreadySent, .demand: .conflict
    default: .invalid
    }
  }
}
