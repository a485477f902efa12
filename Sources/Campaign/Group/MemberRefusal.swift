internal import Kit

enum MemberRefusal: Refusal, Equatable {
  case taken(String)
  /// With the field of the form in which the day stands: a term begins, or ends.
  case future(today: CivilDate, field: String)
  case beforeStart(CivilDate, field: String)
  case noAccount, noName, over

  var code: String {
    switch self {
    case .taken: "member.taken"
    case .future: "member.future"
    case .beforeStart: "member.before-start"
    case .noAccount: "member.no-account"
    case .noName: "member.no-name"
    case .over: "member.over"
    }
  }

  var sentence: String {
    switch self {
    case .taken(let seat): "\(seat)已经有人担任，同一时间只能有一位。"
    case .future(let today, _): "日期不能晚于今天（\(today.iso)）。"
    case .beforeStart(let day, _): "日期不能早于任职开始的 \(day.iso)。"
    case .noAccount: "选的账号不在本县，或者已停用。"
    case .noName: "没有选账号的，要写姓名和单位。"
    case .over: "这一任已经结束。"
    }
  }

  var next: String? {
    switch self {
    case .taken: "打开现任的页面，办交接。"
    case .future, .beforeStart: "核对文件上的日期。"
    case .noAccount: "换一个账号，或者不选账号、写姓名。"
    case .noName: "写姓名和单位，或者选一个账号。"
    case .over: "刷新页面，看现在是谁。"
    }
  }

  var field: String? {
    switch self {
    case .taken: "part"
    case .future(_, let field), .beforeStart(_, let field): field
    case .noAccount: "account"
    case .noName: "name"
    case .over: nil
    }
  }

  var status: RefusalStatus {
    switch self {
    case .taken, .over: .conflict
    default: .invalid
    }
  }
}
