import Papers
import Testing

struct DecodingTests {
  struct Case: Sendable {
    let name: String
    let bytes: [UInt8]
    let text: String?
  }

  /// GBK and GB18030 bytes as the standard's code table gives them.
  static let cases: [Case] = [
    Case(name: "UTF-8", bytes: Array("方案".utf8), text: "方案"),
    Case(name: "UTF-8 with a byte order mark", bytes: [0xEF, 0xBB, 0xBF] + Array("方案".utf8), text: "方案"),
    Case(name: "UTF-16, low byte first", bytes: [0xFF, 0xFE, 0xB9, 0x65, 0x48, 0x68], text: "方案"),
    Case(name: "UTF-16, high byte first", bytes: [0xFE, 0xFF, 0x65, 0xB9, 0x68, 0x48], text: "方案"),
    Case(name: "half of UTF-16", bytes: [0xFF, 0xFE, 0xB9], text: nil),
    Case(name: "GBK", bytes: [0xB7, 0xBD, 0xB0, 0xB8], text: "方案"),
    // The last of Extension A, U+4DB5.
    Case(name: "four bytes of GB18030", bytes: [0x82, 0x35, 0x87, 0x38, 0xB7, 0xBD], text: "\u{4DB5}\u{65B9}"),
    Case(name: "plain letters", bytes: Array("plan 1".utf8), text: "plan 1"),
    Case(name: "nothing", bytes: [], text: ""),
    Case(name: "a half character at the end", bytes: [0xB7, 0xBD, 0xB0], text: nil),
    Case(name: "no text at all", bytes: [0xFF, 0xFE, 0xFF, 0xFF], text: nil),
    Case(name: "a zero byte", bytes: [0x61, 0, 0x62], text: nil),
    Case(name: "line ends of every kind", bytes: Array("a\r\nb\rc\nd\r\n\r\ne".utf8), text: "a\nb\nc\nd\n\ne"),
  ]

  @Test(arguments: cases.indices) func decodes(_ index: Int) {
    let example = Self.cases[index]
    #expect(Decoding.text(example.bytes) == example.text, "\(example.name)")
  }
}
