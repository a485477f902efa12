import Testing

@testable import Registers

@Suite struct DecodingTests {
  @Test(
    arguments: [
      ([0x41], 1, false), ([0xE4, 0xB8, 0xAD], 3, false), ([0xF0, 0xA0, 0xAE, 0xB7], 4, false),
      ([0xE4, 0xB8], 0, false), ([0x41, 0xF0, 0xA0], 1, false),
      ([0xC0, 0x80], 0, true), ([0xED, 0xA0, 0x80], 0, true), ([0xF4, 0x90, 0x80, 0x80], 0, true),
      ([0xE0, 0x80, 0x80], 0, true), ([0x41, 0x80], 1, true), ([0xE4, 0x41], 0, true), ([0xFF], 0, true),
    ] as [([UInt8], Int, Bool)])
  func scansUTF8(_ bytes: [UInt8], _ count: Int, _ isBroken: Bool) {
    #expect(UTF8Scan.valid(bytes) == (count, isBroken))
  }

  @Test func passesUTF8ThroughInAnyPieces() throws {
    let bytes = Array("柳塘镇 A 𠮷 é".utf8)
    for size in 1...5 {
      var decoder = UTF8Decoder()
      #expect(try decoded(bytes, size) { try decoder.decode($0, isLast: $1) } == bytes)
    }
  }

  /// 诊所 in GBK, then U+3400 and U+20BB7 in the four bytes of GB18030.
  @Test func readsGB18030InAnyPieces() throws {
    let bytes: [UInt8] = [
      0xD5, 0xEF, 0xCB, 0xF9, 0x2C, 0x81, 0x39, 0xEE, 0x39, 0x95, 0x34, 0xB2, 0x35,
    ]
    for size in 1...5 {
      let decoder = try #require(GB18030Decoder())
      let text = try decoded(bytes, size) { try decoder.decode($0, isLast: $1) }
      #expect(String(decoding: text, as: UTF8.self) == "诊所,\u{3400}\u{20BB7}")
    }
  }

  @Test func tellsWhereTextBreaks() throws {
    var utf8 = UTF8Decoder()
    let broken = try #require(throws: BrokenText.self) { _ = try utf8.decode([0x41, 0x0A, 0xFF, 0x42], isLast: true) }
    #expect(broken.prefix == [0x41, 0x0A])
    let gbk = try #require(GB18030Decoder())
    #expect(throws: BrokenText.self) { _ = try gbk.decode([0x41, 0xD5], isLast: true) }
  }

  private func decoded(_ bytes: [UInt8], _ size: Int, _ decode: ([UInt8], Bool) throws -> [UInt8]) throws -> [UInt8] {
    var result: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: size) {
      let end = min(start + size, bytes.count)
      result += try decode(Array(bytes[start..<end]), end == bytes.count)
    }
    return result
  }
}
