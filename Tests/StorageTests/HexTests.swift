import Testing

@testable import Storage

@Suite("Hex")
struct HexTests {
  @Test("bytes come back from their hex")
  func roundTrip() {
    let bytes = [UInt8](0...255)
    #expect([UInt8](hex: bytes.hex) == bytes)
    #expect([UInt8](hex: "") == [])
  }

  @Test(
    "odd lengths, capitals and other characters are refused, wherever they stand",
    arguments: ["0", "abc", "AB", "0g", "g0", "a0 b", "零一二三"])
  func refused(_ text: String) { #expect([UInt8](hex: text) == nil) }

  @Test("part of a text is read as well as a whole one")
  func part() { #expect([UInt8](hex: "xx00ff".dropFirst(2)) == [0, 255]) }
}
