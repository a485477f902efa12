/// Writes the smallest pictures and films, with whatever shall hang on them.
package enum TinyPicture {
  /// One grey dot; `seed` makes another file of it, `hung` are chunks between head and picture.
  package static func png(_ seed: UInt8 = 0, hung: [(name: String, content: [UInt8])] = []) -> [UInt8] {
    let head: [UInt8] = [0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]
    // zlib: one stored block with the filter byte and the dot.
    let sum: [UInt8] = adler([0, seed])
    let dot: [UInt8] = [0x78, 1, 1, 2, 0, 0xFD, 0xFF, 0, seed] + sum
    let chunks = [("IHDR", head)] + hung.map { ($0.name, $0.content) } + [("IDAT", dot), ("IEND", [])]
    return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + chunks.flatMap { chunk($0.0, $0.1) }
  }

  /// A frame of segments around bytes that stand for the picture; `hung` are segments with their marker.
  package static func jpeg(hung: [(marker: UInt8, content: [UInt8])] = [], behind: [UInt8] = []) -> [UInt8] {
    let jfif = segment(0xE0, Array("JFIF\0".utf8) + [1, 1, 0, 0, 1, 0, 1, 0, 0])
    let table = segment(0xDB, [0] + (1...64).map { UInt8($0) })
    let scan = segment(0xDA, [1, 1, 0, 0, 63, 0]) + [0x12, 0xFF, 0, 0x34, 0xFF, 0xD0, 0x56]
    return [0xFF, 0xD8] + jfif + hung.flatMap { segment($0.marker, $0.content) } + table + scan + [0xFF, 0xD9] + behind
  }

  package static func segment(_ marker: UInt8, _ content: [UInt8]) -> [UInt8] {
    let size = content.count + 2
    return [0xFF, marker, UInt8(size >> 8), UInt8(size & 255)] + content
  }

  /// A box of a film; pieces may be boxes themselves.
  package static func box(_ name: String, _ content: [UInt8]) -> [UInt8] {
    four(content.count + 8) + Array(name.utf8) + content
  }

  package static func riff(_ name: String, _ content: [UInt8]) -> [UInt8] {
    Array(name.utf8) + four(content.count).reversed() + content + (content.count % 2 == 0 ? [] : [0])
  }

  package static func four(_ number: Int) -> [UInt8] { (0..<4).map { UInt8(number >> (8 * (3 - $0)) & 255) } }

  private static func chunk(_ name: String, _ content: [UInt8]) -> [UInt8] {
    let named = Array(name.utf8) + content
    return four(content.count) + named + four(Int(checksum(named)))
  }

  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    var sum: UInt32 = 0xFFFF_FFFF
    for byte in bytes {
      sum ^= UInt32(byte)
      for _ in 0..<8 {
        let isOdd = sum & 1 == 1
        sum >>= 1
        if isOdd { sum ^= 0xEDB8_8320 }
      }
    }
    return ~sum
  }

  private static func adler(_ bytes: [UInt8]) -> [UInt8] {
    let (a, b) = bytes.reduce((1, 0)) { sums, byte in
      let a = (sums.0 + Int(byte)) % 65521
      return (a, (sums.1 + a) % 65521)
    }
    return four(b << 16 | a)
  }
}
