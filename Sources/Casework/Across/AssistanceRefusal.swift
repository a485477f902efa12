import Kit

/// What is refused between counties.
enum AssistanceRefusal: Refusal, Equatable {
  case ownCounty
  case dueInPast(CivilDate)
  case caseClosed
  case nobodyThere(String)
  case answered
  case notDispute
  case stillTalking
  case noSuperior
  case notEscalated
  case notCommon
  case notAParty

  var code: String {
    switch self {
    case .ownCounty: "assistance.own-county"
    case .dueInPast: "assistance.due-in-past"
    case .caseClosed: "assistance.case-closed"
    case .nobodyThere: "assistance.nobody-there"
    case .answered: "assistance.answered"
    case .notDispute: "assistance.not-dispute"
    case .stillTalking: "assistance.still-talking"
    case .noSuperior: "assistance.no-superior"
    case .notEscalated: "assistance.not-escalated"
    case .notCommon: "assistance.not-common"
    case .notAParty: "assistance.not-a-party"
    }
  }

  var sentence: String {
    switch self {
    case .ownCounty: "协查要选别的县。"
    case .dueInPast(let today): "要求答复的日期不能早于今天（\(today.chinese())）。"
    case .caseClosed: "案件已经结案，不能再发协查。"
    case .nobodyThere(let name): "\(name)还没有人用本系统办案，发过去没有人能答复。"
    case .answered: "这件已经答复过了，可能别人刚刚办过。"
    case .notDispute: "请求协查不用报上级指定管辖。"
    case .stillTalking: "还在协商：对方没有说不同意，要求答复的日期也没有过（行政处罚法第二十五条）。"
    case .noSuperior: "系统里没有管着这两个县、能指定管辖的上级。"
    case .notEscalated: "这件没有报请指定，或者已经指定过。"
    case .notCommon: "只有两个县共同的上一级才能指定管辖（行政处罚法第二十五条）。"
    case .notAParty: "只能指定争议双方中的一个县。"
    }
  }

  var field: String? {
    switch self {
    case .ownCounty, .nobodyThere: "county"
    case .dueInPast: "due"
    case .notAParty: "county"
    default: nil
    }
  }

  var next: String? {
    switch self {
    case .nobodyThere: "请用公函联系，回复的材料作为其他证据记入案件。"
    case .answered, .notEscalated: "刷新页面看最新情况。"
    case .noSuperior: "请安全管理员给上级单位的人员加上“上级监督”岗位。"
    default: nil
    }
  }

  var status: RefusalStatus {
    switch self {
    case .answered, .notEscalated, .stillTalking, .notDispute, .caseClosed: .conflict
    case .notCommon: .forbidden
    default: .invalid
    }
  }
}
