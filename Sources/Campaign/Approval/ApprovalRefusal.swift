internal import Kit

enum ApprovalRefusal: Refusal, Equatable {
  case alreadyAsked, noApprover, ownWork, nothingAsked, stale, changed, reasonMissing, notApproved
  case notAsked(name: String)
  case cannotTake(name: String)
  case past(today: CivilDate)

  var code: String {
    switch self {
    case .alreadyAsked: "approval.already-asked"
    case .noApprover: "approval.no-approver"
    case .ownWork: "approval.own-work"
    case .nothingAsked: "approval.nothing-asked"
    case .notAsked: "approval.not-asked"
    case .cannotTake: "approval.cannot-take"
    case .stale: "approval.stale"
    case .changed: "approval.changed"
    case .reasonMissing: "approval.reason-missing"
    case .notApproved: "approval.not-approved"
    case .past: "approval.past"
    }
  }

  var sentence: String {
    switch self {
    case .alreadyAsked: "已经送这个人审定，还没有结果；或者已经同意。"
    case .noApprover: "审定人要是本县有审定权限的在岗人员。"
    case .ownWork: "自己录入、修改、起草、送审的，不能由自己审定，也不能由代理人审定。"
    case .nothingAsked: "现在没有待审定的内容。"
    case .notAsked(let name): "这次送的是\(name)审定。"
    case .cannotTake(let name): "\(name)没有审定权限，或者录入、修改、送审过这份内容，不能接手审定。"
    case .stale: "打开页面以后内容又改过，这次的意见没有记下。"
    case .changed: "送审以后内容又改过，不能同意。"
    case .reasonMissing: "退回要写明理由。"
    case .notApproved: "还没有审定，或者审定以后内容又改过。"
    case .past(let today): "审定的日期不能早于今天（\(today.iso)）。"
    }
  }

  var next: String? {
    switch self {
    case .alreadyAsked, .nothingAsked: "刷新页面，看现在的状态。"
    case .noApprover, .ownWork: "换一位审定人。"
    case .notAsked: "由他或者他的代理人审定；他不在的，请送审的人改送别人。"
    case .cannotTake: "先请送审的人改送别人审定，再交接。"
    case .stale: "看清现在的内容，再审定。"
    case .changed: "退回，请送审的人重新送审。"
    case .reasonMissing: "写一两句，让起草的人知道改哪里。"
    case .notApproved: "先送审，同意以后再办。"
    case .past: "换一个日期。"
    }
  }

  var field: String? {
    switch self {
    case .noApprover: "approver"
    case .reasonMissing: "reason"
    case .past: "due"
    default: nil
    }
  }

  var status: RefusalStatus {
    switch self {
    case .noApprover, .reasonMissing, .past: .invalid
    case .alreadyAsked, .ownWork, .nothingAsked, .notAsked, .cannotTake, .stale, .changed, .notApproved: .conflict
    }
  }
}
