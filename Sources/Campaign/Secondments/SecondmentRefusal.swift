internal import Kit

enum SecondmentRefusal: Refusal, Equatable {
  case noName, noAccount, noCertificate, backwards, twice, over, notLonger
  case past(today: CivilDate)
  case beforeStart(CivilDate)
  case future(today: CivilDate)
  case noReason(CivilDate)

  var code: String {
    switch self {
    case .noName: "secondment.no-name"
    case .noAccount: "secondment.no-account"
    case .noCertificate: "secondment.no-certificate"
    case .backwards: "secondment.backwards"
    case .twice: "secondment.twice"
    case .over: "secondment.over"
    case .notLonger: "secondment.not-longer"
    case .past: "secondment.past"
    case .beforeStart: "secondment.before-start"
    case .future: "secondment.future"
    case .noReason: "secondment.no-reason"
    }
  }

  var sentence: String {
    switch self {
    case .noName: "没有选账号的，要写姓名和原单位。"
    case .noAccount: "选的账号不在本县，或者已停用。"
    case .noCertificate: "按执法资格抽调的，要有在用的执法证：账号上没有登记执法证，没有账号的没有写证号。"
    case .backwards: "结束的日期早于开始的日期。"
    case .twice: "这个人在这段时间里已经抽调到本行动。"
    case .over: "已经归队，不能再改。"
    case .notLonger: "延期后的日期要晚于现在的结束日期。"
    case .past(let today): "结束的日期不能早于今天（\(today.iso)）。"
    case .beforeStart(let day): "归队的日期不能早于开始的日期（\(day.iso)）。"
    case .future(let today): "归队的日期不能晚于今天（\(today.iso)），到了那天再办。"
    case .noReason(let until): "抽调到 \(until.iso) 才结束，提前归队要写理由。"
    }
  }

  var next: String? {
    switch self {
    case .noName: "写姓名和原单位，或者选账号。"
    case .noAccount: "重新选人。"
    case .noCertificate: "改为协助，或者先由安全管理员登记执法证。"
    case .twice: "打开原来的一条，需要的延期。"
    case .over: "刷新页面，看现在的状态；再抽调的另登记一条。"
    case .noReason: "写明提前归队的理由。"
    case .backwards, .notLonger, .past, .beforeStart, .future: "换一个日期。"
    }
  }

  var field: String? {
    switch self {
    case .noName: "name"
    case .noAccount, .twice: "account"
    case .noCertificate: "authority"
    case .backwards, .past, .notLonger: "until"
    case .beforeStart, .future: "last"
    case .noReason: "reason"
    case .over: nil
    }
  }

  var status: RefusalStatus {
    switch self {
    case .twice, .over: .conflict
    default: .invalid
    }
  }
}
