import Kit

/// What is refused where clues are handed on.
enum ReferralRefusal: Refusal, Equatable {
  case nowhere, twoTargets, notReceiving, ownAgency
  case dueInPast(CivilDate)
  case alreadyAway(String)
  case hadIt(String)
  case away(String)
  case notOpen(String)
  case notAccepted, passedOn, hasAccount, noScan, notWithdrawn

  var code: String {
    switch self {
    case .nowhere: "referral.nowhere"
    case .twoTargets: "referral.two-targets"
    case .notReceiving: "referral.not-receiving"
    case .ownAgency: "referral.own-agency"
    case .dueInPast: "referral.due-in-past"
    case .alreadyAway: "referral.already-away"
    case .hadIt: "referral.had-it"
    case .away: "referral.away"
    case .notOpen: "referral.not-open"
    case .notAccepted: "referral.not-accepted"
    case .passedOn: "referral.passed-on"
    case .hasAccount: "referral.has-account"
    case .noScan: "referral.no-scan"
    case .notWithdrawn: "referral.not-withdrawn"
    }
  }

  var sentence: String {
    switch self {
    case .nowhere: "还没有选转给谁，也没有写单位名称。"
    case .twoTargets: "选了有账号的单位，又写了别的单位名称，只能转给一个。"
    case .notReceiving: "选的人不在可以接收转办的名单里。"
    case .ownAgency: "转给本单位的人不是转办。"
    case .dueInPast(let today): "反馈结果的日期不能早于今天（\(today.chinese())）。"
    case .alreadyAway(let to): "这条线索已经转给\(to)，还没有退回，也没有反馈结果。"
    case .hadIt(let to): "这条线索以前转给过\(to)，再转要写明为什么。"
    case .away(let to): "这条线索转给了\(to)，还没有结果，现在不能答复。"
    case .notOpen(let state): "这件转办现在是“\(state)”，可能别人刚刚办过，这一步没有保存。"
    case .notAccepted: "先接收，才能反馈结果或者转给别的单位。"
    case .passedOn: "这件又转给了别的单位，等那边退回或者反馈以后再办。"
    case .hasAccount: "对方有账号，由对方自己接收、退回和反馈。"
    case .noScan: "还没有附上对方纸面文书的扫描件。"
    case .notWithdrawn: "对方已经接收，不能撤回。"
    }
  }

  var field: String? {
    switch self {
    case .nowhere, .notReceiving, .ownAgency: "to"
    case .twoTargets: "body"
    case .dueInPast: "due"
    case .hadIt: "again"
    case .noScan: "files"
    default: nil
    }
  }

  var next: String? {
    switch self {
    case .ownAgency: "本单位换人办理，用“改派”。"
    case .notReceiving: "重新选一位；对方没有账号的，写单位名称。"
    case .hadIt: "在“再次转给同一个单位的理由”里写明。"
    case .away: "等对方反馈；对方还没有接收的，可以撤回。"
    case .notOpen: "打开转办看最新情况。"
    case .notWithdrawn: "请对方退回，写明理由。"
    default: nil
    }
  }

  var status: RefusalStatus {
    switch self {
    case .alreadyAway, .away, .notOpen, .notAccepted, .passedOn, .hasAccount, .notWithdrawn: .conflict
    default: .invalid
    }
  }
}
