import CCrypto
import Dispatch
import Kit
import Storage

/// Passwords are kept only as scrypt (RFC 7914) values: N = 2^15, r = 8, p = 1, 16 random bytes of salt.
package enum Password {
  /// Runs off the threads that answer requests: one derivation takes about 80 ms and 32 MB.
  package static func derive(_ password: String, salt: [UInt8]) async -> String {
    let key = await onThread { scrypt(password, salt) }
    return "scrypt$15$8$1$\(salt.hex)$\(key.hex)"
  }

  /// Takes the same time whether or not there is a value to compare with.
  static func matches(_ password: String, _ kept: String?) async -> Bool {
    let parts = (kept ?? "").split(separator: "$")
    let salt = parts.count == 6 ? [UInt8](hex: parts[4]) : nil
    let key = await onThread { scrypt(password, salt ?? [UInt8](repeating: 0, count: 16)) }
    guard parts.count == 6, let wanted = [UInt8](hex: parts[5]), salt != nil, wanted.count == key.count else {
      return false
    }
    return CRYPTO_memcmp(key, wanted, key.count) == 0
  }

  private static func scrypt(_ password: String, _ salt: [UInt8]) -> [UInt8] {
    var key = [UInt8](repeating: 0, count: 32)
    let bytes = password.utf8.map { CChar(bitPattern: $0) }
    _ = EVP_PBE_scrypt(bytes, bytes.count, salt, salt.count, 1 << 15, 8, 1, 64 << 20, &key, key.count)
    return key
  }

  private static func onThread(_ work: @escaping @Sendable () -> [UInt8]) async -> [UInt8] {
    await withCheckedContinuation { continuation in
      DispatchQueue.global().async { continuation.resume(returning: work()) }
    }
  }
}
