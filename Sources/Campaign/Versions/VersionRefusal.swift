internal import Kit

enum VersionRefusal: Refusal, Hashable {
  case isSupplement, notSupplement, campaignGone, nothingChanged, unconfirmed
  case phaseEnded(field: String, name: String)
  case targetGone(field: String)
  case undated(field: String, what: String)
  case backwards(field: String, what: String)
  case leadMissing(field: String, what: String)
  case ownerMissing(field: String, what: String)
  case twice(field: String, what: String)
  case outOfOrder(field: String, what: String)
  case past(field: String, what: String, today: CivilDate)

  var code: String {
    switch self {
    case .isSupplement: "version.is-supplement"
    case .notSupplement: "version.not-supplement"
    case .campaignGone: "version.campaign-gone"
    case .nothingChanged: "version.nothing-changed"
    case .unconfirmed: "version.unconfirmed"
    case .phaseEnded: "version.phase-ended"
    case .targetGone: "version.target-gone"
    case .undated: "version.undated"
    case .backwards: "version.backwards"
    case .leadMissing: "version.lead-missing"
    case .ownerMissing: "version.owner-missing"
    case .twice: "version.twice"
    case .outOfOrder: "version.out-of-order"
    case .past: "version.past"
    }
  }

  var sentence: String {
    switch self {
    case .isSupplement: "这是补充通知，并入已有的专项行动，不能另外发布成一个行动。"
    case .notSupplement: "这份方案没有选定要并入的专项行动。"
    case .campaignGone: "选的专项行动不存在、不在本县，或者已经结束。"
    case .nothingChanged: "每一项都选了不变，没有可以执行的变动。"
    case .unconfirmed: "补充通知还没有逐项核对，或者核对以后又补了内容。"
    case .phaseEnded(_, let name): "阶段“\(name.clipped(to: 30))”已经收尾，不能再改日期。"
    case .targetGone: "对应的阶段或者期限不在了，或者期限已经办结。"
    case .undated(_, let what): "“\(what.clipped(to: 30))”没有写全日期。"
    case .backwards(_, let what): "“\(what.clipped(to: 30))”的结束日期早于开始日期。"
    case .leadMissing(_, let what): "任务“\(what.clipped(to: 30))”没有牵头单位。"
    case .ownerMissing(_, let what): "新的期限“\(what.clipped(to: 30))”还没有选责任人。"
    case .twice(_, let what): "“\(what.clipped(to: 30))”被改了两次。"
    case .outOfOrder(_, let what): "阶段“\(what.clipped(to: 30))”的开始日期与前后的阶段次序不对。"
    case .past(_, let what, let today): "期限“\(what.clipped(to: 30))”早于今天（\(today.iso)）。"
    }
  }

  var next: String? {
    switch self {
    case .isSupplement: "到“并入专项行动”里核对并执行。"
    case .notSupplement: "先选专项行动。"
    case .campaignGone: "换一个正在进行的专项行动。"
    case .nothingChanged: "不用执行；确有变动的，逐项选定。"
    case .unconfirmed: "到“并入专项行动”里逐项核对。"
    case .phaseEnded, .targetGone: "选“不变”，或者换一个对应的阶段、期限。"
    case .undated, .backwards, .leadMissing: "到解读页改正这一项，再回来核对。"
    case .ownerMissing: "从名单里选一个人。"
    case .twice: "一个阶段、一项期限、一类机构的目标只对应通知里的一项。"
    case .outOfOrder: "核对日期：阶段按开始日期先后排列，新的阶段接在最后。"
    case .past: "到解读页核对日期，或者选“不变”。"
    }
  }

  var field: String? {
    switch self {
    case .phaseEnded(let field, _), .targetGone(let field), .undated(let field, _), .backwards(let field, _),
      .leadMissing(let field, _), .ownerMissing(let field, _), .twice(let field, _), .outOfOrder(let field, _),
      .past(let field, _, _):
      field
    case .campaignGone: "campaign"
    default: nil
    }
  }

  var status: RefusalStatus {
    switch self {
    case .isSupplement, .notSupplement, .nothingChanged, .unconfirmed: .conflict
    default: .invalid
    }
  }
}
