package import Kit

/// What intake refuses.
package enum IntakeRefusal: Refusal, Hashable {
  /// Nobody in the county could own the clue, and a clue without an owner is not taken in.
  case countyClosed
  case wrongCode
  case tooManyWrongCodes
  case alreadyHandled(number: String, state: String)
  case notAccepted(number: String)
  case notAnOfficer
  case sameOwner
  case taskNotRunning
  case premisesMissing
  case dueBeforeToday
  case anonymous
  case sealBroken(number: String)

  package var code: String {
    switch self {
    case .countyClosed: "intake.county-closed"
    case .wrongCode: "intake.wrong-code"
    case .tooManyWrongCodes: "intake.too-many-wrong-codes"
    case .alreadyHandled: "intake.already-handled"
    case .notAccepted: "intake.not-accepted"
    case .notAnOfficer: "intake.not-an-officer"
    case .sameOwner: "intake.same-owner"
    case .taskNotRunning: "intake.task-not-running"
    case .premisesMissing: "intake.premises-missing"
    case .dueBeforeToday: "intake.due-before-today"
    case .anonymous: "intake.anonymous"
    case .sealBroken: "intake.seal-broken"
    }
  }

  package var sentence: String {
    switch self {
    case .countyClosed: "这个县还没有开通网上举报，这次没有保存任何内容。"
    case .wrongCode: "没有这个查询码。"
    case .tooManyWrongCodes: "这一分钟里输错的查询码太多，查询暂停片刻。"
    case .alreadyHandled(let number, let state): "线索\(number)现在是“\(state)”，可能别人刚刚办过，这一步没有保存。"
    case .notAccepted(let number): "线索\(number)还没有受理，不能答复。"
    case .notAnOfficer: "选的人不在本县办理线索的人员名单里。"
    case .sameOwner: "这条线索本来就由他承办，没有变化。"
    case .taskNotRunning: "选的任务不在正在开展的专项行动里。"
    case .premisesMissing: "没有找到选的机构或无证点，或者它不在本县。"
    case .dueBeforeToday: "答复期限不能早于今天。"
    case .anonymous: "这条线索是匿名举报，没有身份可以开启。"
    case .sealBroken(let number): "线索\(number)的举报人身份打不开：封存它的密钥和现在用的不是同一把。"
    }
  }

  package var field: String? {
    switch self {
    case .wrongCode: "code"
    case .notAnOfficer, .sameOwner: "owner"
    case .taskNotRunning: "task"
    case .premisesMissing: "premises"
    case .dueBeforeToday: "due"
    default: nil
    }
  }

  package var next: String? {
    switch self {
    case .countyClosed: "请打当地卫生健康部门的举报电话，或打 12320。"
    case .wrongCode: "查询码有 12 位，没有数字 0、1 和字母 I、L、O，请对照收到举报时给的码再输一次。"
    case .tooManyWrongCodes: "请一分钟后再试。"
    case .alreadyHandled: "打开线索看最新情况，再决定怎么办。"
    case .notAccepted: "先受理；不归本机关管的，用“不予受理”写明理由。"
    case .notAnOfficer: "从名单里重新选一位。"
    case .sameOwner: nil
    case .taskNotRunning: "重新选一项任务，或不选。"
    case .premisesMissing: "重新搜索；都没有，可以登记为无证点。"
    case .dueBeforeToday: "改成今天或以后的日期。"
    case .anonymous: nil
    case .sealBroken: "请系统管理员核对数据目录里的密钥；备份恢复后要用原来的密钥。"
    }
  }

  package var status: RefusalStatus {
    switch self {
    case .countyClosed: .unavailable
    case .tooManyWrongCodes: .tooMany
    case .alreadyHandled: .conflict
    case .anonymous: .missing
    default: .invalid
    }
  }
}
