internal import Kit

enum GuestRefusal: Refusal, Equatable {
  case nobody, notThere, noMaterial, noReason, arrived, notYours, notEntered, known
  case invited(String)
  case otherDay(CivilDate)
  case notYet(CivilDate)

  var code: String {
    switch self {
    case .nobody: "guest.nobody"
    case .notThere: "guest.not-there"
    case .noMaterial: "guest.no-material"
    case .noReason: "guest.no-reason"
    case .arrived: "guest.arrived"
    case .notYours: "guest.not-yours"
    case .notEntered: "guest.not-entered"
    case .known: "guest.known"
    case .invited: "guest.invited"
    case .otherDay: "guest.other-day"
    case .notYet: "guest.not-yet"
    }
  }

  var sentence: String {
    switch self {
    case .nobody: "还没有选人。"
    case .notThere: "选的人不在岗，或者岗位看不到待办。"
    case .noMaterial: "还没有选会议材料的文件。"
    case .noReason: "请假要写理由。"
    case .arrived: "已经登记到会。"
    case .notYours: "签到由本人办理，别人的到会由整治办登记。"
    case .notEntered: "还没有登记到会或者请假，没有可以撤销的。"
    case .known: "没有等着知悉的取消通知。"
    case .invited(let name): "\(name)已经在名单里。"
    case .otherDay(let day): "会议在 \(day.iso)，只能当天由本人签到。"
    case .notYet(let day): "会议定在 \(day.iso)，还没有开。"
    }
  }

  var next: String? {
    switch self {
    case .nobody: "至少选一个人，或者写一行。"
    case .notThere: "重新选人，没有账号的写在下面。"
    case .noMaterial: "选一个文件再保存。"
    case .noReason: "写明为什么不能到会。"
    case .arrived, .notEntered, .known: "刷新页面，看现在的状态。"
    case .notYours: "请本人登录签到。"
    case .invited: "只选还没有邀请的人。"
    case .otherDay: "会后补登的，请整治办登记。"
    case .notYet: "会议当天起登记到会。"
    }
  }

  var field: String? {
    switch self {
    case .noMaterial: "files"
    case .noReason: "reason"
    default: nil
    }
  }

  var status: RefusalStatus {
    switch self {
    case .notYours: .forbidden
    case .nobody, .notThere, .noMaterial, .noReason: .invalid
    default: .conflict
    }
  }
}
