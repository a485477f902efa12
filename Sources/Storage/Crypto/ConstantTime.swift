import CCrypto

/// Whether two values are the same, told in a time that depends on their length alone: for hashes of secrets, so that nobody
/// learns from the time how much of one he guessed.
package func sameInConstantTime(_ left: [UInt8], _ right: [UInt8]) -> Bool {
  left.count == right.count && CRYPTO_memcmp(left, right, left.count) == 0
}
