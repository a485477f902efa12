package import Kit

/// What the register of offenders refuses.
package enum OffenderRefusal: Refusal, Hashable {
  /// The sealing key of the data folder is another one than that of the store.
  case sealBroken
  case nothingAsked
  case noSuchPerson
  case samePerson
  case noPart
  case moveWaits
  case moveDecided(String)
  case ownProposal
  case recordsChanged

  package var code: String { "offenders.\(name)" }

  private var name: String {
    switch self {
    case .sealBroken: "seal-broken"
    case .nothingAsked: "nothing-asked"
    case .noSuchPerson: "no-person"
    case .samePerson: "same-person"
    case .noPart: "no-part"
    case .moveWaits: "move-waits"
    case .moveDecided: "move-decided"
    case .ownProposal: "own-proposal"
    case .recordsChanged: "records-changed"
    }
  }

  package var sentence: String {
    switch self {
    case .sealBroken: "证件号码、电话打不开：数据文件夹里的密钥和数据不是一套。"
    case .nothingAsked: "姓名、证件号码、电话至少要填一项，才能查。"
    case .noSuchPerson: "这个人已经并到别的人名下，或者拆开了。"
    case .samePerson: "这是同一个人的页面，不用合并。"
    case .noPart: "要拆分，先勾选不是这个人的记录；不能一条不选，也不能全选。"
    case .moveWaits: "这个人已经有一件合并或者拆分在等人确认。"
    case .moveDecided(let state): "这一件\(state)，可能别人刚刚办过。"
    case .ownProposal: "这是你自己提出的，要由另一个人确认。"
    case .recordsChanged: "提出以后，这个人的记录有了变动，不能照原来的确认。"
    }
  }

  package var next: String? {
    switch self {
    case .sealBroken: "请系统管理员从备份里恢复密钥。"
    case .noSuchPerson: "请刷新页面，看他现在在哪里。"
    case .moveWaits: "先确认或者撤回那一件。"
    case .recordsChanged: "不同意这一件，再重新提出。"
    case .ownProposal: "请另一个有复核权限的人打开这一页确认。"
    case .nothingAsked, .samePerson, .noPart, .moveDecided: nil
    }
  }

  package var field: String? {
    switch self {
    case .nothingAsked: "name"
    case .noPart: "apart"
    default: nil
    }
  }

  package var status: RefusalStatus {
    switch self {
    case .sealBroken: .unavailable
    case .nothingAsked, .noPart, .samePerson: .invalid
    default: .conflict
    }
  }
}
