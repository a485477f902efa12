import Kit
import Storage

/// Somebody who gave a right password and owes the code. Travels in the form, signed with the folder's key, for five
/// minutes; the store keeps nothing of it.
struct PendingSignIn: Sendable {
  let account: ID<Account>
  let login: String
  let text: String

  init(_ account: ID<Account>, login: String, _ database: Database) {
    let until = database.world.now().adding(seconds: 300).milliseconds
    let said = "\(account.text).\(until).\(Array(login.utf8).hex)"
    self.account = account
    self.login = login
    text = "\(said).\(Self.signature(said, database))"
  }

  /// Nil for what we did not sign, and for what is too old.
  init?(_ text: String?, _ database: Database) {
    let parts = (text ?? "").split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 4, let account = ID<Account>(text: parts[0]), let until = Int64(parts[1]),
      let login = [UInt8](hex: parts[2]), until > database.world.now().milliseconds,
      Self.signature(parts.dropLast().joined(separator: "."), database) == parts[3]
    else { return nil }
    self.account = account
    self.login = String(decoding: login, as: UTF8.self)
    self.text = parts.joined(separator: ".")
  }

  private static func signature(_ said: String, _ database: Database) -> String {
    keyedHash("sign-in:\(said)", key: database.folder.keys.lookup)
  }
}
