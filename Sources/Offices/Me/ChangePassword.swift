import Kit
import Storage
import Web

extension Deed {
  static let changePassword = Deed("offices.change-password")
  static let endSessions = Deed("offices.end-sessions")
}

/// A person's own new password. It ends the person's other sessions.
enum ChangePassword {
  static let fields = ["old", "password", "again"]
  static let least = 12

  static func change(_ form: Form, _ call: Call) async throws {
    let read = FormReader(form)
    let old = read.text("old", "现在的密码")
    let new = read.text("password", "新密码")
    if form.value("again") != form.value("password") { read.refuse("again", "两次输入的新密码不一样。") }
    try read.done()
    let (viewer, database) = (try call.person(), call.database)
    let account = ID<Account>(viewer.account)
    let found = try await database.read { (try PeopleStore.person(account, $0), try SecretStore.find(account, $0)) }
    let tries = Tries(found.0?.login ?? "", database)
    try await tries.refuseTooMany()
    guard await Password.matches(old, found.1?.password) else {
      try await tries.fail()
      throw FieldRefusal("old", "现在的密码不对。")
    }
    if let why = weakness(of: new, old: old, login: found.0?.login ?? "") { throw OfficesRefusal.weakPassword(why) }
    let kept = await Password.derive(new, salt: database.world.randomBytes(16))
    let session = keyedHash(call.session ?? "", key: database.folder.keys.lookup)
    try await database.change(viewer.county, by: viewer.actor, deed: .changePassword) { tx in
      try SecretStore.setPassword(account, kept, mustChange: false, tx)
      _ = try SessionStore.endOthers(of: account, but: session, tx)
      tx.tell(Ref(.account, account), "修改自己的密码")
    }
  }

  /// Why a password is not good enough; nil where it is.
  static func weakness(of new: String, old: String? = nil, login: String) -> String? {
    if new.scalarCount < least { return "至少 \(least) 个字符，现在是 \(new.scalarCount) 个" }
    if new == old { return "和现在的密码一样" }
    if !login.isEmpty, new.lowercased().contains(login.lowercased()) { return "里面有账号名" }
    if Set(new.unicodeScalars).count < 5 { return "重复的字符太多" }
    return nil
  }
}
