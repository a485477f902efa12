package import Kit
package import Storage

/// Who may use a route. A route cannot be made without one, and there is no default.
package struct Access: Sendable {
  enum Rule: Sendable {
    case everybody
    case signedIn
    case right(Permission)
    case rightOn(Permission, RefKind, parameter: String)
  }

  let rule: Rule

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

  package let note: String
}

/// Why somebody is not let in.
package enum AccessRefusal: Refusal {
  case signInFirst
  case noRight
  case foreignForm

  package var code: String {
    switch self {
    case .signInFirst: "access.sign-in"
    case .noRight: "access.no-right"
    case .foreignForm: "access.foreign-form"
    }
  }

  package var sentence: String {
    switch self {
    case .signInFirst: "这个页面要先登录。"
    case .noRight: "你的岗位没有办这件事的权限。"
    case .foreignForm: "这次提交不是从本站页面发出的，已拒绝，没有保存任何内容。"
    }
  }

  package var next: String? {
    switch self {
    case .signInFirst: "登录后会回到这个页面。"
    case .noRight: "需要办理时，请单位的安全管理员调整岗位，或请有权限的同事代办。"
    case .foreignForm: "请在本站打开页面，重新填写并提交。"
    }
  }

  package var status: RefusalStatus { self == .signInFirst ? .signInFirst : .forbidden }
}

/// What every room tells of a kind of record: how to name it, where it is shown, where it stands.
///
/// Ledger, duties, search and access rules reach any record through this, without an import.
package struct RecordKind: Sendable {
  package let kind: RefKind
  /// `线索`.
  package let noun: String
  package let link: @Sendable (_ number: Int64) -> Link
  package let face: @Sendable (_ number: Int64, _ reader: Reader) throws -> RecordFace?

  package init(
    _ kind: RefKind, noun: String, link: @escaping @Sendable (Int64) -> Link,
    face: @escaping @Sendable (Int64, Reader) throws -> RecordFace?
  ) {
    self.kind = kind
    self.noun = noun
    self.link = link
    self.face = face
  }
}

package struct RecordFace: Sendable {
  package let title: String
  package let place: Placement

  package init(title: String, place: Placement) {
    self.title = title
    self.place = place
  }
}
