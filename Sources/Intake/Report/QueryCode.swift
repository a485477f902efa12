import Kit
import Storage

/// Query code (查询码): with it, and with nothing else, a reporter reads what became of the report.
///
/// Twelve places of an alphabet of 31 without 0, O, 1, I and L: 59 bits. The store keeps only its keyed hash.
package struct QueryCode: Hashable, Sendable {
  static let length = 12
  private static let alphabet = Array("23456789ABCDEFGHJKMNPQRSTUVWXYZ".utf8)

  /// Without dashes.
  let letters: String

  /// `7K3M-92QX-4HDP`, as it is shown and printed.
  package var text: String {
    letters.unicodeScalars.map { String($0) }.chunks(of: 4).map { $0.joined() }.joined(separator: "-")
  }

  /// As people type it: small letters, full-width letters, blanks and dashes anywhere. Nil for anything else.
  package init?(typed text: String) {
    let bytes = folded(text).compactMap { scalar -> UInt8? in
      guard scalar.isASCII else { return nil }
      let byte = UInt8(scalar.value)
      return (97...122).contains(byte) ? byte - 32 : byte
    }
    guard bytes.count == Self.length, folded(text).count == Self.length, bytes.allSatisfy(Self.alphabet.contains)
    else { return nil }
    letters = String(decoding: bytes, as: UTF8.self)
  }

  /// The code that belongs to a secret of at least 16 random bytes. Whoever knows the secret but not `key` cannot
  /// compute it; the remainder of 128 bits by 31¹² favours no code by more than one part in 2⁶⁸.
  package init(secret: String, key: [UInt8]) {
    let drawn = [UInt8](hex: keyedHash("query-code:\(secret)", key: key)) ?? []
    var rest = drawn.prefix(16).reduce(UInt128(0)) { $0 << 8 | UInt128($1) }
    var bytes: [UInt8] = []
    for _ in 0..<Self.length {
      let (quotient, place) = rest.quotientAndRemainder(dividingBy: UInt128(Self.alphabet.count))
      bytes.append(Self.alphabet[Int(place)])
      rest = quotient
    }
    letters = String(decoding: bytes, as: UTF8.self)
  }

  /// What the store keeps and looks up. A look-up by hash tells nothing by the time it takes.
  package func hash(key: [UInt8]) -> String { keyedHash("query-code-kept:\(letters)", key: key) }
}
