import CCrypto

/// SHA-256 of OpenSSL.
package enum SHA256 {
  package static func hash(_ bytes: some Sequence<UInt8>) -> [UInt8] {
    var hasher = SHA256Hasher()
    hasher.update(Array(bytes))
    return hasher.finish()
  }

  package static func hex(of text: String) -> String { hash(text.utf8).hex }
}

/// Hashes what arrives piece by piece (uploads).
package struct SHA256Hasher: ~Copyable {
  private let context: OpaquePointer?

  package init() {
    context = EVP_MD_CTX_new()
    EVP_DigestInit_ex(context, sha256.digest, nil)
  }

  deinit { EVP_MD_CTX_free(context) }

  package mutating func update(_ bytes: [UInt8]) { _ = EVP_DigestUpdate(context, bytes, bytes.count) }

  package mutating func finish() -> [UInt8] {
    var digest = [UInt8](repeating: 0, count: 32)
    EVP_DigestFinal_ex(context, &digest, nil)
    return digest
  }
}

/// Looked up once, as `hmac` is.
private let sha256 = FetchedDigest()

private struct FetchedDigest: @unchecked Sendable {
  /// Never freed, never changed.
  let digest = EVP_MD_fetch(nil, "SHA256", nil)
}

/// HMAC-SHA-256: look-up values of codes and tokens, which must not be readable in the store.
package func keyedHash(_ text: String, key: [UInt8]) -> String {
  var digest = [UInt8](repeating: 0, count: 32)
  var length = 0
  let bytes = Array(text.utf8)
  let context = EVP_MAC_CTX_dup(hmac.context)
  defer { EVP_MAC_CTX_free(context) }
  guard EVP_MAC_init(context, key, key.count, nil) == 1, EVP_MAC_update(context, bytes, bytes.count) == 1,
    EVP_MAC_final(context, &digest, &length, 32) == 1
  else {
    // Every OpenSSL has it. Were it broken all the same, a value that matches nothing is safer than one that matches all.
    return (0..<32).map { _ in UInt8.random(in: .min ... .max) }.hex
  }
  return digest.hex
}

/// Looked up once: OpenSSL searches its providers for every name, and each page asks for the hash of a session.
private let hmac = HashedMAC()

private struct HashedMAC: @unchecked Sendable {
  /// Never used itself, only copied.
  let context: OpaquePointer?

  init() {
    let mac = EVP_MAC_fetch(nil, "HMAC", nil)
    defer { EVP_MAC_free(mac) }
    context = EVP_MAC_CTX_new(mac)
    var name = Array("SHA256\0".utf8).map { CChar(bitPattern: $0) }
    name.withUnsafeMutableBufferPointer { name in
      let parameters = [
        OSSL_PARAM_construct_utf8_string("digest", name.baseAddress, 0), OSSL_PARAM_construct_end(),
      ]
      _ = EVP_MAC_CTX_set_params(context, parameters)
    }
  }
}

extension UInt8 {
  fileprivate static func hexDigit(_ nibble: UInt8) -> UInt8 { nibble < 10 ? 48 + nibble : 87 + nibble }

  /// 255 for what is no digit.
  fileprivate static func nibble(_ digit: UInt8) -> UInt8 {
    switch digit {
    case 48...57: digit - 48
    case 97...102: digit - 87
    default: 255
    }
  }
}

extension Sequence<UInt8> {
  package var hex: String {
    var text: [UInt8] = []
    text.reserveCapacity(underestimatedCount * 2)
    for byte in self {
      text.append(UInt8.hexDigit(byte >> 4))
      text.append(UInt8.hexDigit(byte & 15))
    }
    return String(decoding: text, as: UTF8.self)
  }
}

extension [UInt8] {
  /// Refuses odd lengths and other characters.
  package init?(hex text: some StringProtocol) {
    var text = String(text)
    guard let bytes = text.withUTF8([UInt8].decodingHex) else { return nil }
    self = bytes
  }

  /// Of every candidate of every question the sealed number is read: no byte is appended by itself.
  private static func decodingHex(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    guard text.count.isMultiple(of: 2) else { return nil }
    var wrong: UInt8 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: text.count / 2) { bytes, count in
      while count < text.count / 2 {
        let (high, low) = (UInt8.nibble(text[count * 2]), UInt8.nibble(text[count * 2 + 1]))
        wrong |= high | low
        bytes[count] = high << 4 | low
        count += 1
      }
    }
    return wrong > 15 ? nil : bytes
  }
}
