import Kit

/// What the black list refuses.
enum BlackRefusal: Refusal, Hashable {
  case noBasis
  case tooFew(least: Int64, chosen: Int)
  case alreadyThere
  case nobodyDecides
  case notNow(String)
  case badDay
  case stillHeard(CivilDate)
  case noAnswer
  case tooEarly(CivilDate)
  case repairWaits
  case ownRequest

  var code: String { "offenders.black-\(name)" }

  private var name: String {
    switch self {
    case .noBasis: "no-basis"
    case .tooFew: "too-few"
    case .alreadyThere: "already-there"
    case .nobodyDecides: "nobody-decides"
    case .notNow: "not-now"
    case .badDay: "bad-day"
    case .stillHeard: "still-heard"
    case .noAnswer: "no-answer"
    case .tooEarly: "too-early"
    case .repairWaits: "repair-waits"
    case .ownRequest: "own-request"
    }
  }

  var sentence: String {
    switch self {
    case .noBasis: "没有这种依据，不能列入黑名单。"
    case .tooFew(let least, let chosen): "这种依据至少要有 \(least) 次有效的处罚，现在有 \(chosen) 次。取缔和已撤销的不算。"
    case .alreadyThere: "这个人按这种依据已经列入，或者正在办。"
    case .nobodyDecides: "本县除了提出的人，没有别人能审定。"
    case .notNow(let state): "这一件现在是“\(state)”，可能别人刚刚办过。"
    case .badDay: "日期不能晚于今天，也不能早于上一步。"
    case .stillHeard(let day): "当事人可以陈述、申辩到\(day.chinese())，还没有说要不要申辩，现在不能审定。"
    case .noAnswer: "当事人提出了申辩，要写对申辩的答复。"
    case .tooEarly(let day): "按这种依据，\(day.chinese())以后才能申请提前移出。"
    case .repairWaits: "已经有一份移出申请在等人审定。"
    case .ownRequest: "这份申请是你登记的，要由另一个人审定。"
    }
  }

  var next: String? {
    switch self {
    case .nobodyDecides: "请安全管理员给负责人、法制审核人员开通账号。"
    case .ownRequest: "请另一个有复核权限的人打开这一页审定。"
    case .tooFew: "勾选作依据的处罚；次数不够的，不能列入。"
    default: nil
    }
  }

  var field: String? {
    switch self {
    case .noBasis: "basis"
    case .tooFew: "record"
    case .noAnswer: "answer"
    default: nil
    }
  }

  var status: RefusalStatus {
    switch self {
    case .noBasis, .tooFew, .badDay, .noAnswer: .invalid
    default: .conflict
    }
  }
}
