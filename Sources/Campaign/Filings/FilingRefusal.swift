internal import Kit

enum FilingRefusal: Refusal, Equatable {
  case past(today: CivilDate)
  case nobody, notBelow, twice, notYours, nothing, foreignPlan, filed, notFiled, noHeir, ownAgency

  var code: String {
    switch self {
    case .past: "filing.past"
    case .nobody: "filing.nobody"
    case .notBelow: "filing.not-below"
    case .twice: "filing.twice"
    case .notYours: "filing.not-yours"
    case .nothing: "filing.nothing"
    case .foreignPlan: "filing.foreign-plan"
    case .filed: "filing.filed"
    case .notFiled: "filing.not-filed"
    case .noHeir: "filing.no-heir"
    case .ownAgency: "filing.own-agency"
    }
  }

  var sentence: String {
    switch self {
    case .past(let today): "报送的日期不能早于今天（\(today.iso)）。"
    case .nobody: "还没有选由谁报送。"
    case .notBelow: "选的人不是成员单位或者下级单位在岗的人，或者岗位看不到专项行动和待办。"
    case .twice: "一个单位只由一个人报送。"
    case .notYours: "报送由责任人本人办理。"
    case .nothing: "还没有附上文件，也没有选方案。"
    case .foreignPlan: "选的方案不是你导入的。"
    case .filed: "已经报送。"
    case .notFiled: "还没有报送，不用退回。"
    case .ownAgency: "自己所在单位报送的材料，不能由自己退回或者改派。"
    case .noHeir: "这个单位已经没有能报送的人。"
    }
  }

  var next: String? {
    switch self {
    case .past: "换一个日期。"
    case .nobody: "至少选一个单位的责任人。"
    case .notBelow, .twice: "重新选责任人。"
    case .notYours: "请责任人登录报送，或者先交接。"
    case .nothing: "附上文件，或者选自己导入的方案。"
    case .foreignPlan: "先在“方案”里导入，再来选。"
    case .filed, .notFiled: "刷新页面，看现在的状态。"
    case .ownAgency: "请要求报送的单位或者上级办理。"
    case .noHeir: "请安全管理员给这个单位开通账号。"
    }
  }

  var field: String? {
    switch self {
    case .past: "due"
    case .nothing: "files"
    case .foreignPlan: "plan"
    default: nil
    }
  }

  var status: RefusalStatus {
    switch self {
    case .notYours, .ownAgency: .forbidden
    case .filed, .notFiled, .noHeir: .conflict
    default: .invalid
    }
  }
}
