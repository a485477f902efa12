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
  /// Nobody changes his own rights.
  case ownRights
  /// An administrator's role beside another one (三员分立).
  case mixedRoles(String)
  case endsBeforeBegins
  case wrongCode
  case weakPassword(String)
  case sameCode
  case notADelegate(String)
  case delegationTooLong
  case setUpDone
  case wrongSetUpCode
  case proveFirst
  case recused(String)

  package var code: String {
    switch self {
    case .wrongPassword: "offices.wrong-password"
    case .tooManyTries: "offices.too-many-tries"
    case .loginTaken: "offices.login-taken"
    case .unknownRole: "offices.unknown-role"
    case .ownAccount: "offices.own-account"
    case .alreadyDone: "offices.already-done"
    case .ownRights: "offices.own-rights"
    case .mixedRoles: "offices.mixed-roles"
    case .endsBeforeBegins: "offices.ends-before-begins"
    case .wrongCode: "offices.wrong-code"
    case .weakPassword: "offices.weak-password"
    case .sameCode: "offices.same-code"
    case .notADelegate: "offices.not-a-delegate"
    case .delegationTooLong: "offices.delegation-too-long"
    case .setUpDone: "offices.set-up-done"
    case .wrongSetUpCode: "offices.wrong-set-up-code"
    case .proveFirst: "offices.prove-first"
    case .recused: "offices.recused"
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
    case .ownRights: "不能改自己的岗位和证件。"
    case .mixedRoles(let name): "“\(name)”不能和其他岗位由同一个人担任。"
    case .endsBeforeBegins: "结束日期早于开始日期。"
    case .wrongCode: "动态口令不对，或已经用过。"
    case .weakPassword(let why): "新密码不行：\(why)。"
    case .sameCode: "这个动态口令已经用过，请等下一个。"
    case .notADelegate(let why): "不能委托给他：\(why)。"
    case .delegationTooLong: "委托最长 90 天。"
    case .setUpDone: "本系统已经设置过了。"
    case .wrongSetUpCode: "设置码不对。"
    case .proveFirst: "办这件事之前要再确认一次身份。"
    case .recused(let name): "\(name)已声明回避，不能办理。"
    }
  }

  package var field: String? {
    switch self {
    case .wrongPassword: "password"
    case .loginTaken: "login"
    case .unknownRole, .mixedRoles: "roles"
    case .endsBeforeBegins: "ends"
    case .wrongCode, .sameCode, .wrongSetUpCode: "code"
    case .weakPassword: "password"
    case .notADelegate: "taker"
    case .delegationTooLong: "ends"
    default: nil
    }
  }

  package var next: String? {
    switch self {
    case .wrongPassword: "核对大小写后再试；忘了密码请找本单位的安全管理员。"
    case .tooManyTries: "请 15 分钟后再试，或请安全管理员核实。"
    case .loginTaken: "换一个账号名，例如加上姓名拼音。"
    case .ownAccount: "请另一位安全管理员办理。"
    case .ownRights: "请另一位安全管理员办理。"
    case .mixedRoles: "系统、安全、审计三个管理员要分开，也不能兼业务岗位。"
    case .wrongCode: "看手机上的六位数，时间要准；手机丢了用恢复码。"
    case .wrongSetUpCode: "设置码写在启动服务的窗口里，也在数据文件夹的 setup-code 文件里。"
    case .setUpDone: "请登录；没有账号请找安全管理员。"
    case .delegationTooLong: "更久的变动请用交接。"
    case .proveFirst: "点“确认身份”，输入密码后再办。"
    case .recused: "请改派其他人。"
    case .unknownRole, .alreadyDone, .endsBeforeBegins, .weakPassword, .sameCode, .notADelegate: nil
    }
  }

  package var status: RefusalStatus {
    switch self {
    case .alreadyDone, .loginTaken, .setUpDone: .conflict
    case .proveFirst, .recused: .forbidden
    default: .invalid
    }
  }
}
