package import Kit

/// What the offices refuse.
package enum OfficesRefusal: Refusal {
  /// The same words for a wrong name and a wrong password: nobody learns which accounts exist.
  case wrongPassword
  case tooManyTries
  case loginTaken(String)
  case unknownRole
  case ownAccount
  case alreadyDone

  package var code: String {
    switch self {
    case .wrongPassword: "offices.wrong-password"
    case .tooManyTries: "offices.too-many-tries"
    case .loginTaken: "offices.login-taken"
    case .unknownRole: "offices.unknown-role"
    case .ownAccount: "offices.own-account"
    case .alreadyDone: "offices.already-done"
    }
  }

  package var sentence: String {
    switch self {
    case .wrongPassword: "账号或密码不对。"
    case .tooManyTries: "这个账号 15 分钟内试错太多次，已暂停登录。"
    case .loginTaken(let login): "账号“\(login)”已经有人用了。"
    case .unknownRole: "岗位没有选，或不在岗位表里。"
    case .ownAccount: "不能停用自己的账号。"
    case .alreadyDone: "账号状态已经变了，可能别人刚刚办过。"
    }
  }

  package var field: String? {
    switch self {
    case .wrongPassword: "password"
    case .loginTaken: "login"
    case .unknownRole: "roles"
    default: nil
    }
  }

  package var next: String? {
    switch self {
    case .wrongPassword: "核对大小写后再试；忘了密码请找本单位的安全管理员。"
    case .tooManyTries: "请 15 分钟后再试，或请安全管理员核实。"
    case .loginTaken: "换一个账号名，例如加上姓名拼音。"
    case .ownAccount: "请另一位安全管理员办理。"
    case .unknownRole, .alreadyDone: nil
    }
  }

  package var status: RefusalStatus {
    switch self {
    case .alreadyDone, .loginTaken: .conflict
    default: .invalid
    }
  }
}
