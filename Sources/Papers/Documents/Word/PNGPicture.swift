/// A black and white picture as a PNG file, one bit for a point, not packed: the zip file around it packs it.
struct PNGPicture {
  private(set) var bytes: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

  /// Each square of the code as `scale` × `scale` points.
  init(_ code: QRPicture, scale: Int = 8) {
    let side = (code.width + 2 * QRPicture.margin) * scale
    chunk("IHDR", Self.four(side) + Self.four(side) + [1, 0, 0, 0, 0])
    chunk("IDAT", Self.stored(Self.points(code, scale: scale, side: side)))
    chunk("IEND", [])
  }

  /// Lines of points, each after the byte that says how it is filtered: not at all. 1 is white.
  private static func points(_ code: QRPicture, scale: Int, side: Int) -> [UInt8] {
    (0..<side).flatMap { y -> [UInt8] in
      var line = [UInt8](repeating: 0, count: (side + 7) / 8)
      for x in 0..<side where !isBlack(code, x / scale - QRPicture.margin, y / scale - QRPicture.margin) {
        line[x / 8] |= 0x80 >> UInt8(x % 8)
      }
      return [0] + line
    }
  }

  private static func isBlack(_ code: QRPicture, _ column: Int, _ row: Int) -> Bool {
    let inside = 0..<code.width
    return inside.contains(column) && inside.contains(row) && code.squares[row * code.width + column]
  }

  private mutating func chunk(_ name: String, _ content: [UInt8]) {
    let named = Array(name.utf8) + content
    bytes += Self.four(content.count) + named + Self.four(Int(Self.checksum(named)))
  }

  /// A zlib stream of blocks that are stored as they are.
  private static func stored(_ content: [UInt8]) -> [UInt8] {
    var stream: [UInt8] = [0x78, 0x01]
    let most = 65_535
    for start in stride(from: 0, to: content.count, by: most) {
      let block = content[start..<min(start + most, content.count)]
      let (low, high) = (UInt8(block.count & 255), UInt8(block.count >> 8))
      stream += [start + most >= content.count ? 1 : 0, low, high, ~low, ~high] + block
    }
    return stream + four(Int(adler(content)))
  }

  private static func four(_ number: Int) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
  }

  private static func adler(_ bytes: [UInt8]) -> UInt32 {
    var (a, b): (UInt32, UInt32) = (1, 0)
    for byte in bytes {
      a = (a + UInt32(byte)) % 65_521
      b = (b + a) % 65_521
    }
    return b << 16 | a
  }

  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    var rest: UInt32 = 0xFFFF_FFFF
    for byte in bytes {
      rest ^= UInt32(byte)
      for _ in 0..<8 { rest = rest >> 1 ^ (rest & 1 == 1 ? 0xEDB8_8320 : 0) }
    }
    return ~rest
  }
}
