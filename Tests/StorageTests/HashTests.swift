import Storage
import Testing

/// Published values: what is stored under a hash must be found again by every later version.
@Suite struct HashTests {
  @Test(arguments: [
    ("Jefe", "what do ya want for nothing?", "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"),
    (
      String(repeating: "\u{0B}", count: 20), "Hi There",
      "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"
    ),
  ]) func `HMAC-SHA-256 as in RFC 4231`(key: String, text: String, hash: String) {
    for _ in 0..<2 { #expect(keyedHash(text, key: Array(key.utf8)) == hash) }
  }
}
