import CCrypto
package import Kit

/// A value that the store must not be able to read: encrypted with a key that lies outside of it.
package enum SealedText {
  /// `subject` is bound in, so that a sealed value cannot be moved to another record. Example: `"account:17:totp"`.
  package static func seal(_ plain: [UInt8], for subject: String, _ keys: Keys, _ world: World) throws -> String {
    let nonce = world.randomBytes(12)
    return (nonce + (try Seal.seal(plain, key: keys.sealing, nonce: nonce, beside: Array(subject.utf8)))).hex
  }

  /// Nil where the value, its subject or the key is another one.
  package static func open(_ sealed: String, for subject: String, _ keys: Keys) throws -> [UInt8]? {
    guard let bytes = [UInt8](hex: sealed), bytes.count > 12 else { return nil }
    return try Seal.open(
      Array(bytes.dropFirst(12)), key: keys.sealing, nonce: Array(bytes.prefix(12)), beside: Array(subject.utf8))
  }
}
