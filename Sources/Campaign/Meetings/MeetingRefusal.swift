internal import Kit

enum MeetingRefusal: Refusal, Equatable {
  case notYet(CivilDate)
  case past(today: CivilDate)
  case movedBack(today: CivilDate)
  case noOwner, noKind, done, notYours, held, begun, calledOff, sameTime

  var code: String {
    switch self {
    case .notYet: "meeting.not-yet"
    case .past: "meeting.past"
    case .noOwner: "meeting.no-owner"
    case .noKind: "meeting.no-kind"
    case .done: "meeting.done"
    case .notYours: "meeting.not-yours"
    case .movedBack: "meeting.moved-back"
    case .held: "meeting.held"
    case .begun: "meeting.begun"
    case .calledOff: "meeting.called-off"
    case .sameTime: "meeting.same-time"
    }
  }

  var sentence: String {
    switch self {
    case .notYet(let day): "会议定在 \(day.iso)，还没有开。"
    case .past(let today): "办结的日期不能早于今天（\(today.iso)）。"
    case .noOwner: "决议要有一位在岗的责任人，选中的账号不在本县、已停用，或者岗位看不到专项行动。"
    case .noKind: "会议的种类不在列表里。"
    case .done: "这项决议已经办结。"
    case .notYours: "决议由责任人办结，整治办可以代办。"
    case .movedBack(let today): "新的日期不能早于今天（\(today.iso)）。"
    case .held: "会议已经开过，纪要已经写了。"
    case .begun: "已经有人签到，会议不能再改期或者取消。"
    case .calledOff: "会议已经取消。"
    case .sameTime: "日期、时间和地点都没有变。"
    }
  }

  var next: String? {
    switch self {
    case .notYet: "开完会再写纪要和决议。"
    case .past: "换一个日期。"
    case .noOwner: "换一位责任人。"
    case .noKind: "回到会议列表，重新选种类。"
    case .done: "刷新页面，看现在的状态。"
    case .notYours: "请责任人登录办结。"
    case .movedBack: "换一个日期。"
    case .held: "要改的写在纪要里。"
    case .begun: "签到登记错了的，先撤销。"
    case .calledOff: "需要再开的，重新召集一次会议。"
    case .sameTime: "改好日期、时间或者地点再提交。"
    }
  }

  var field: String? {
    switch self {
    case .past: "due"
    case .noOwner: "owner"
    case .movedBack, .sameTime: "on"
    default: nil
    }
  }

  var status: RefusalStatus {
    switch self {
    case .past, .noOwner, .noKind, .movedBack, .sameTime: .invalid
    case .notYours: .forbidden
    case .notYet, .done, .held, .begun, .calledOff: .conflict
    }
  }
}
