import CCrypto

/// AES-256-GCM of OpenSSL: a text that cannot be read, and cannot be changed unnoticed.
enum Seal {
  static let tagLength = 16

  /// The sealed text with its tag behind it. A nonce must never serve twice under one key.
  static func seal(_ plain: [UInt8], key: [UInt8], nonce: [UInt8], beside data: [UInt8]) throws -> [UInt8] {
    guard let context = EVP_CIPHER_CTX_new() else { throw CryptoFault() }
    defer { EVP_CIPHER_CTX_free(context) }
    var (sealed, tag) = ([UInt8](repeating: 0, count: plain.count), [UInt8](repeating: 0, count: tagLength))
    var (length, rest) = (Int32(0), Int32(0))
    var nothing: [UInt8] = [0]
    guard key.count == 32, nonce.count == 12,
      EVP_EncryptInit_ex(context, EVP_aes_256_gcm(), nil, key, nonce) == 1,
      EVP_EncryptUpdate(context, nil, &length, data, Int32(data.count)) == 1,
      EVP_EncryptUpdate(context, &sealed, &length, plain, Int32(plain.count)) == 1,
      EVP_EncryptFinal_ex(context, &nothing, &rest) == 1, Int(length + rest) == plain.count,
      EVP_CIPHER_CTX_ctrl(context, EVP_CTRL_AEAD_GET_TAG, Int32(tagLength), &tag) == 1
    else { throw CryptoFault() }
    return sealed + tag
  }

  /// Nil where one bit differs from what was sealed: text, tag, nonce or what stands beside.
  static func open(_ sealed: [UInt8], key: [UInt8], nonce: [UInt8], beside data: [UInt8]) throws -> [UInt8]? {
    guard let context = EVP_CIPHER_CTX_new() else { throw CryptoFault() }
    defer { EVP_CIPHER_CTX_free(context) }
    let count = sealed.count - tagLength
    guard count >= 0 else { return nil }
    var (plain, tag) = ([UInt8](repeating: 0, count: count), Array(sealed.suffix(tagLength)))
    var (length, rest) = (Int32(0), Int32(0))
    var nothing: [UInt8] = [0]
    guard key.count == 32, nonce.count == 12,
      EVP_DecryptInit_ex(context, EVP_aes_256_gcm(), nil, key, nonce) == 1,
      EVP_DecryptUpdate(context, nil, &length, data, Int32(data.count)) == 1,
      EVP_DecryptUpdate(context, &plain, &length, sealed, Int32(count)) == 1,
      EVP_CIPHER_CTX_ctrl(context, EVP_CTRL_AEAD_SET_TAG, Int32(tagLength), &tag) == 1
    else { throw CryptoFault() }
    return EVP_DecryptFinal_ex(context, &nothing, &rest) == 1 ? plain : nil
  }

  /// scrypt (RFC 7914) with N = 2^16, r = 8, p = 1: about 64 MB and a sixth of a second for every guess.
  static func derive(_ secret: [UInt8], salt: [UInt8], count: Int) throws -> [UInt8] {
    var key = [UInt8](repeating: 0, count: count)
    let bytes = secret.map { CChar(bitPattern: $0) }
    guard EVP_PBE_scrypt(bytes, bytes.count, salt, salt.count, 1 << 16, 8, 1, 128 << 20, &key, count) == 1 else {
      throw CryptoFault()
    }
    return key
  }

  static func random(_ count: Int) throws -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count)
    guard RAND_bytes(&bytes, Int32(count)) == 1 else { throw CryptoFault() }
    return bytes
  }
}

/// OpenSSL could not do what it always can: no memory, or a build without the cipher.
struct CryptoFault: Error {}
