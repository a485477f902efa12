import TestKit
import Testing
import Web

@Suite struct MultipartTests {
  private static let body = Array(
    "--B\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n一二\r\n--B\r\nContent-Disposition: form-data; name=\"f\"; filename=\"照.png\"\r\nContent-Type: image/png\r\n\r\n\r\n--\r\n-B--B\r\n\r\n--B\r\nContent-Disposition: form-data; name=\"e\"; filename=\"\"\r\n\r\n\r\n--B--\r\n"
      .utf8)

  private func events(_ bytes: [UInt8], pieces: Int) throws -> [Multipart.Event] {
    var parser = try #require(Multipart(contentType: "multipart/form-data; boundary=B"))
    var found: [Multipart.Event] = []
    var rest = bytes[...]
    while !rest.isEmpty {
      try parser.feed(rest.prefix(pieces)) { event in
        // Pieces of one part are joined, so that the cut does not show.
        if case .bytes(let more) = event, case .bytes(let before)? = found.last {
          found[found.count - 1] = .bytes(before + more)
        } else {
          found.append(event)
        }
      }
      rest = rest.dropFirst(pieces)
    }
    #expect(parser.isFinished)
    return found
  }

  @Test(arguments: [1, 2, 3, 7, 16, 1000]) func `reads alike however it arrives`(pieces: Int) throws {
    #expect(
      try events(Self.body, pieces: pieces) == [
        .begin(name: "a", file: nil), .bytes(Array("一二".utf8)), .end,
        .begin(name: "f", file: "照.png"), .bytes(Array("\r\n--\r\n-B--B\r\n".utf8)), .end,
        .begin(name: "e", file: ""), .end,
      ])
  }

  @Test func `no input ends in a trap`() throws {
    var state: UInt64 = 42
    func random(_ bound: Int) -> Int {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return Int(state % UInt64(bound))
    }
    for _ in 0..<3_000 {
      var bytes = Self.body
      for _ in 0...random(4) {
        switch random(3) {
        case 0: bytes[random(bytes.count)] = UInt8(random(256))
        case 1: bytes.removeSubrange(random(bytes.count)...)
        default: bytes.insert(contentsOf: Self.body.prefix(random(60)), at: random(bytes.count))
        }
        if bytes.isEmpty { bytes = [45] }
      }
      var parser = try #require(Multipart(contentType: "multipart/form-data; boundary=B"))
      try? parser.feed(bytes) { _ in }
    }
  }

  @Test(arguments: ["multipart/form-data", "multipart/form-data; boundary=", "multipart/form-data; boundary=\"\""])
  func `a type without boundary is refused`(type: String) { #expect(Multipart(contentType: type) == nil) }
}
