internal import Kit

enum SupervisionRefusal: Refusal, Equatable {
  case noUnit, notBelow, noOwner, nobodyThere, notYours, notJudge, unwritten, answered, notAnswered, accepted
  case beforeCampaign(CivilDate)
  case notYet(CivilDate)
  case past(today: CivilDate)

  var code: String {
    switch self {
    case .noUnit: "supervision.no-unit"
    case .notBelow: "supervision.not-below"
    case .beforeCampaign: "supervision.before-campaign"
    case .noOwner: "supervision.no-owner"
    case .nobodyThere: "supervision.nobody-there"
    case .notYours: "supervision.not-yours"
    case .notJudge: "supervision.not-judge"
    case .unwritten: "supervision.unwritten"
    case .answered: "supervision.answered"
    case .notAnswered: "supervision.not-answered"
    case .accepted: "supervision.accepted"
    case .notYet: "supervision.not-yet"
    case .past: "supervision.past"
    }
  }

  var sentence: String {
    switch self {
    case .noUnit: "选的单位不在本县。"
    case .notBelow: "只能督导下级单位和同级的其他单位，不能督导自己所在的单位和上级。"
    case .beforeCampaign(let day): "督导检查不能早于专项行动开始的 \(day.iso)。"
    case .noOwner: "问题由被督导单位的一个人答复：选中的人不在这个单位、已停用，或者岗位看不到专项行动和待办。"
    case .nobodyThere: "被督导单位已经没有能答复的人。"
    case .notYours: "督导问题由责任人本人答复。"
    case .notJudge: "督导的情况、问题和验收，由安排督导的一级或者它的上级办理；被督导的单位不能给自己验收。"
    case .unwritten: "还没有写看到的情况。"
    case .answered: "这个问题已经答复。"
    case .notAnswered: "这个问题还没有答复。"
    case .accepted: "这个问题的答复已经通过。"
    case .notYet(let day): "督导检查定在 \(day.iso)，还没有开展。"
    case .past(let today): "答复的日期不能早于今天（\(today.iso)）。"
    }
  }

  var next: String? {
    switch self {
    case .noUnit, .notBelow: "重新选单位。"
    case .noOwner: "换一个人。"
    case .nobodyThere: "请安全管理员给这个单位开通账号。"
    case .notYours: "请责任人登录答复，或者先交接。"
    case .notJudge: "请安排督导的人办理。"
    case .unwritten: "先写看到的情况，再提问题。"
    case .answered, .notAnswered, .accepted: "刷新页面，看现在的状态。"
    case .notYet: "开展以后再写情况和问题。"
    case .past, .beforeCampaign: "换一个日期。"
    }
  }

  var field: String? {
    switch self {
    case .noUnit, .notBelow: "unit"
    case .beforeCampaign: "on"
    case .noOwner: "owner"
    case .past: "due"
    default: nil
    }
  }

  var status: RefusalStatus {
    switch self {
    case .noUnit, .notBelow, .beforeCampaign, .noOwner, .past: .invalid
    case .notYours, .notJudge: .forbidden
    default: .conflict
    }
  }
}
