internal import Kit

enum MechanismRefusal: Refusal, Equatable {
  case noKind, noOwner, notYours, noFile, noSource, sourceKnown, nothingChosen, carried
  case past(today: CivilDate)
  case notYet(today: CivilDate)
  case settled(MechanismState)
  case manySources(Int)

  var code: String {
    switch self {
    case .noKind: "mechanism.no-kind"
    case .noOwner: "mechanism.no-owner"
    case .notYours: "mechanism.not-yours"
    case .noFile: "mechanism.no-file"
    case .noSource: "mechanism.no-source"
    case .sourceKnown: "mechanism.source-known"
    case .nothingChosen: "mechanism.nothing-chosen"
    case .carried: "mechanism.carried"
    case .past: "mechanism.past"
    case .notYet: "mechanism.not-yet"
    case .settled: "mechanism.settled"
    case .manySources: "mechanism.many-sources"
    }
  }

  var sentence: String {
    switch self {
    case .noKind: "问题的类别不在列表里。"
    case .noOwner: "长效机制要有一位在岗的责任人，选中的账号不在本县、已停用，或者岗位看不到专项行动和待办。"
    case .notYours: "由责任人登记施行，整治办可以代办。"
    case .noFile: "还没有附上文件：没有文件，只是说有了制度。"
    case .noSource: "没有这条记录，或者你打不开它、它不在本县，不能作为来源。"
    case .sourceKnown: "这条记录已经是来源了。"
    case .nothingChosen: "还没有选要承接的条目。"
    case .carried: "选的条目已经承接过，或者已经不再制定。"
    case .past(let today): "时限不能早于今天（\(today.iso)）。"
    case .notYet(let today): "施行日期不能晚于今天（\(today.iso)）。"
    case .settled(let state): "这一项\(state.title)，不再改动。"
    case .manySources(let most): "来源最多 \(most) 条。"
    }
  }

  var next: String? {
    switch self {
    case .noKind: "重新选类别。"
    case .noOwner: "换一个人。"
    case .notYours: "请责任人登录登记，或者先改派。"
    case .noFile: "附上印发的文件，扫描件也可以。"
    case .noSource: "在本页查找，从结果里选。"
    case .manySources: "留下最能说明问题的。"
    case .nothingChosen: "勾选至少一项。"
    case .carried, .settled, .sourceKnown: "刷新页面，看现在的状态。"
    case .past: "换一个日期。"
    case .notYet: "施行的那天再登记。"
    }
  }

  var field: String? {
    switch self {
    case .noKind: "kind"
    case .noOwner: "owner"
    case .noFile: "files"
    case .noSource, .sourceKnown, .manySources: "record"
    case .nothingChosen, .carried: "items"
    case .past: "due"
    case .notYet: "date"
    default: nil
    }
  }

  var status: RefusalStatus {
    switch self {
    case .notYours: .forbidden
    case .sourceKnown, .carried, .settled: .conflict
    default: .invalid
    }
  }
}
