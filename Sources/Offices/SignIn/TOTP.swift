import CCrypto
import Kit

/// Codes of a phone's app (动态口令): RFC 6238 with SHA-1, six digits, thirty seconds, as all such apps know it.
enum TOTP {
  static let secretLength = 20
  private static let seconds: Int64 = 30

  /// The number of the half minute in which a moment lies.
  static func step(_ now: Instant) -> Int64 { now.milliseconds / 1000 / seconds }

  /// The step that a code belongs to: the present one, or a neighbour for clocks that differ. Nil for a wrong code.
  static func step(of code: String, secret: [UInt8], at now: Instant) -> Int64? {
    let typed = code.unicodeScalars.filter { ("0"..."9").contains($0) }.map(String.init).joined()
    guard typed.utf8.count == 6 else { return nil }
    let present = step(now)
    return [present, present - 1, present + 1].first { self.code($0, secret) == typed }
  }

  static func code(_ step: Int64, _ secret: [UInt8]) -> String {
    let counter = (0..<8).map { UInt8(truncatingIfNeeded: step >> (56 - 8 * $0)) }
    var (digest, length) = ([UInt8](repeating: 0, count: 20), UInt32(20))
    _ = HMAC(EVP_sha1(), secret, Int32(secret.count), counter, counter.count, &digest, &length)
    let offset = Int(digest[19] & 15)
    let number = digest[offset..<offset + 4].reduce(UInt32(0)) { $0 << 8 | UInt32($1) } & 0x7FFF_FFFF
    let text = String(number % 1_000_000)
    return String(repeating: "0", count: 6 - text.utf8.count) + text
  }

  /// Base 32 (RFC 4648), in groups of four for typing.
  static func words(_ secret: [UInt8]) -> String {
    let signs = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".unicodeScalars)
    var (bits, count, text) = (UInt64(0), 0, "")
    for byte in secret {
      (bits, count) = (bits << 8 | UInt64(byte), count + 8)
      while count >= 5 {
        count -= 5
        text.unicodeScalars.append(signs[Int(bits >> UInt64(count) & 31)])
      }
    }
    return text
  }

  /// What the app reads from the picture.
  static func address(_ secret: [UInt8], login: String) -> String {
    "otpauth://totp/Qingyuan:\(login)?secret=\(words(secret))&issuer=Qingyuan"
  }
}
