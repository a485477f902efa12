package import Kit
package import Storage

/// Who may use a route. A route cannot be made without one, and there is no default.
package struct Access: Sendable {
  enum Rule: Sendable {
    case everybody
    case signedIn
    case right(Permission)
    case rightOn(Permission, RefKind, parameter: String)
    /// For programs: no session opens it, and no token opens anything else.
    case token(TokenScope)
    case device
  }

  let rule: Rule
  /// Asks for a recent proof of who sits there: a password or a code within ten minutes.
  package private(set) var wantsProof = false

  /// Open to the world. `because` is printed by `qingyuan routes`, for the reviewer.
  package static func everybody(because: StaticString) -> Access { Access(rule: .everybody, note: because.description) }
  package static let signedIn = Access(rule: .signedIn, note: "登录即可")

  /// Needs a right; the handler shows what `call.scope` lets through.
  package static func may(_ permission: Permission) -> Access {
    Access(rule: .right(permission), note: permission.name)
  }

  /// Needs a right on the record whose number stands in the path. Outside the scope there is no such record.
  package static func may(_ permission: Permission, on kind: RefKind, _ parameter: String = "id") -> Access {
    Access(rule: .rightOn(permission, kind, parameter: parameter), note: "\(permission.name) @ \(kind.name)")
  }

  /// Needs a token with this scope, from an outer system. Only with `Route.call`.
  package static func token(_ scope: TokenScope) -> Access {
    Access(rule: .token(scope), note: "令牌 \(scope.name)")
  }
  /// For a device that is tied to one record, without an account: the telephone of a monitoring post. The handler finds
  /// the record in `call.device` and shows nothing else; a person's session opens nothing here. `because` is printed by
  /// `qingyuan routes`.
  package static func device(because: StaticString) -> Access { Access(rule: .device, note: because.description) }

  package let note: String

  /// The same rule, for what must not be done from a computer that somebody left open.
  package var proven: Access {
    var access = self
    access.wantsProof = true
    return access
  }
}

/// Why somebody is not let in.
package enum AccessRefusal: Refusal, Equatable {
  case signInFirst
  case noRight
  case foreignForm
  /// The password was chosen by somebody else.
  case changePassword
  case proveFirst
  case recused(String)
  /// No device that is tied to a record, or its tie has ended.
  case deviceFirst

  package var code: String {
    switch self {
    case .signInFirst: "access.sign-in"
    case .noRight: "access.no-right"
    case .foreignForm: "access.foreign-form"
    case .changePassword: "access.change-password"
    case .proveFirst: "access.prove-first"
    case .recused: "access.recused"
    case .deviceFirst: "access.device"
    }
  }

  package var sentence: String {
    switch self {
    case .signInFirst: "这个页面要先登录。"
    case .noRight: "你的岗位没有办这件事的权限。"
    case .foreignForm: "这次提交不是从本站页面发出的，已拒绝，没有保存任何内容。"
    case .changePassword: "初始密码要先改成自己的。"
    case .proveFirst: "办这件事要先确认是你本人，刚才的内容没有保存。"
    case .deviceFirst: "这部手机还没有和哨点连上，或者已经停用，没有保存任何内容。"
    case .recused(let title): "你已声明回避“\(title)”，可以看，不能办。"
    }
  }

  package var next: String? {
    switch self {
    case .signInFirst: "登录后会回到这个页面。"
    case .noRight: "需要办理时，请单位的安全管理员调整岗位，或请有权限的同事代办。"
    case .foreignForm: "请在本站打开页面，重新填写并提交。"
    case .changePassword: "到“我的账号”改密码，改完就能办事。"
    case .proveFirst: "返回上一页，刷新后输入密码确认，再提交。"
    case .deviceFirst: "请打开监督机构给的链接，或者输入登录码。没有的，向联系你的监督员要一个新的。"
    case .recused: "请单位负责人改派其他人。回避声明有误的，到“我的账号”撤回。"
    }
  }

  package var status: RefusalStatus {
    self == .signInFirst || self == .deviceFirst ? .signInFirst : .forbidden
  }
}

/// What every room tells of a kind of record: how to name it, where it is shown, where it stands.
///
/// Ledger, duties, search and access rules reach any record through this, without an import.
package struct RecordKind: Sendable {
  package let kind: RefKind
  /// `线索`.
  package let noun: String
  /// The right that opens its page.
  package let see: Permission
  package let link: @Sendable (_ number: Int64) -> Link
  package let face: @Sendable (_ number: Int64, _ reader: Reader) throws -> RecordFace?

  package init(
    _ kind: RefKind, noun: String, see: Permission, link: @escaping @Sendable (Int64) -> Link,
    face: @escaping @Sendable (Int64, Reader) throws -> RecordFace?
  ) {
    self.kind = kind
    self.noun = noun
    self.see = see
    self.link = link
    self.face = face
  }
}

package struct RecordFace: Sendable {
  package let title: String
  package let place: Placement
  /// Records whose parties are this record's parties: the institution of a case. Who keeps away from one of them may not
  /// act on this record.
  package let parties: [Ref]

  package init(title: String, place: Placement, parties: [Ref] = []) {
    self.title = title
    self.place = place
    self.parties = parties
  }
}
