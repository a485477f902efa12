internal import Kit

enum FileReadingRefusal: Refusal, Equatable {
  case noUnit, noReader, noArbiter, samePerson, notYours, ownUnit, ownReading, noWords, nobodyThere
  case pool(Int)
  case past(today: CivilDate)
  case objectionOver(CivilDate)
  case state(FileReadingState)

  var code: String {
    switch self {
    case .noUnit: "reading.no-unit"
    case .noReader: "reading.no-reader"
    case .noArbiter: "reading.no-arbiter"
    case .samePerson: "reading.same-person"
    case .notYours: "reading.not-yours"
    case .ownUnit: "reading.own-unit"
    case .ownReading: "reading.own-reading"
    case .noWords: "reading.no-words"
    case .nobodyThere: "reading.nobody-there"
    case .pool: "reading.pool"
    case .past: "reading.past"
    case .objectionOver: "reading.objection-over"
    case .state: "reading.state"
    }
  }

  var sentence: String {
    switch self {
    case .noUnit: "选的单位不在被考核的单位里。"
    case .noReader: "评查人要在岗，能打开本县的案件、检查和专项行动，不能是被抽查单位的人。"
    case .noArbiter: "复核人要在岗，能打开本县的案件、检查和专项行动，不能是被抽查单位的人。"
    case .samePerson: "评查人和复核人不能是同一个人。"
    case .notYours: "由指定的责任人办理。"
    case .ownUnit: "不能评查、复核自己单位的案卷。"
    case .ownReading: "是你评查的，申诉要由另一个人复核。"
    case .noWords: "扣了分，还没有写问题。"
    case .nobodyThere: "被抽查的单位没有能答复的人。"
    case .pool(let count): count == 0 ? "这个单位现在没有可以抽的案卷。" : "这个单位现在能抽的案卷有 \(count) 份，抽取的份数应在 1 到 \(count) 之间。"
    case .past(let today): "评查的日期不能早于今天（\(today.iso)）。"
    case .objectionOver(let day): "提出申诉的期限到 \(day.iso)，已经过了。"
    case .state(let state): "这份案卷现在是“\(state.title)”，没有保存，可能别人刚刚办过。"
    }
  }

  var next: String? {
    switch self {
    case .noUnit: "重新选单位。"
    case .noReader, .noArbiter, .samePerson: "换一个人。"
    case .notYours: "请责任人登录办理，或者先交接。"
    case .ownUnit, .ownReading: "请先交接给别的单位的人。"
    case .noWords: "写明是什么问题，扣几分。"
    case .nobodyThere: "请安全管理员给这个单位开通账号。"
    case .pool(let count): count == 0 ? "检查、案件办结一步以后才能抽；抽过的不再抽。" : "改份数。"
    case .past: "换一个日期。"
    case .objectionOver: "可以登记“没有意见”。"
    case .state: "刷新页面，看现在的状态。"
    }
  }

  var field: String? {
    switch self {
    case .noUnit: "unit"
    case .noReader: "reader"
    case .noArbiter, .samePerson: "arbiter"
    case .noWords: "words"
    case .pool: "count"
    case .past: "due"
    default: nil
    }
  }

  var status: RefusalStatus {
    switch self {
    case .noUnit, .noReader, .noArbiter, .samePerson, .noWords, .pool, .past: .invalid
    case .notYours, .ownUnit, .ownReading: .forbidden
    case .nobodyThere, .objectionOver, .state: .conflict
    }
  }
}
