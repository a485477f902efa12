internal import Kit

enum MeetingRefusal: Refusal, Equatable {
  case notYet(CivilDate)
  case past(today: CivilDate)
  case noOwner, noKind, done, notYours

  var code: String {
    switch self {
    case .notYet: "meeting.not-yet"
    case .past: "meeting.past"
    case .noOwner: "meeting.no-owner"
    case .noKind: "meeting.no-kind"
    case .done: "meeting.done"
    case .notYours: "meeting.not-yours"
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
    }
  }

  var field: String? {
    switch self {
    case .past: "due"
    case .noOwner: "owner"
    default: nil
    }
  }

  var status: RefusalStatus {
    switch self {
    case .past, .noOwner, .noKind: .invalid
    case .notYours: .forbidden
    case .notYet, .done: .conflict
    }
  }
}
