/// PNG: named chunks. Kept are those that make the picture; texts, times, EXIF and private chunks go.
enum PNGStripping {
  private static let kept: Set<String> = [
    "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "sBIT", "bKGD", "pHYs", "hIST", "cICP",
    "acTL",
    "fcTL", "fdAT",
  ]

  static func bytes(_ file: [UInt8]) throws(Stripping.Unreadable) -> [UInt8] {
    let pieces = Pieces(bytes: file)
    var (result, place) = (Array(try pieces.slice(0, 8)), 8)
    while place < file.count {
      let chunk = try pieces.slice(place, 12 + pieces.big(place, 4))
      let name = String(decoding: try pieces.slice(place + 4, 4), as: UTF8.self)
      if place == 8, name != "IHDR" { throw Stripping.Unreadable() }
      if kept.contains(name) { result += chunk }
      if name == "IEND" { return result }
      place = chunk.endIndex
    }
    throw Stripping.Unreadable()
  }
}

/// WebP: chunks in a RIFF box, whose head says which of them there are.
enum WebPStripping {
  private static let kept: Set<String> = ["VP8 ", "VP8L", "VP8X", "ALPH", "ANIM", "ANMF", "ICCP"]
  /// EXIF and XMP, in the flags of `VP8X`.
  private static let hung: UInt8 = 0x0C

  static func bytes(_ file: [UInt8]) throws(Stripping.Unreadable) -> [UInt8] {
    let pieces = Pieces(bytes: file)
    guard pieces.says("RIFF", at: 0), pieces.says("WEBP", at: 8) else { throw Stripping.Unreadable() }
    let end = min(try pieces.little(4, 4) + 8, file.count)
    var (result, place): ([UInt8], Int) = (Array("WEBP".utf8), 12)
    while place + 8 <= end {
      let size = try pieces.little(place + 4, 4)
      var chunk = Array(try pieces.slice(place, 8 + size))
      let name = String(decoding: chunk.prefix(4), as: UTF8.self)
      if name == "VP8X", chunk.count > 8 { chunk[8] &= ~hung }
      if kept.contains(name) { result += chunk + (size % 2 == 0 ? [] : [0]) }
      place += 8 + size + size % 2
    }
    guard result.count > 4 else { throw Stripping.Unreadable() }
    let length = (0..<4).map { UInt8(result.count >> (8 * $0) & 255) }
    return Array("RIFF".utf8) + length + result
  }
}

/// GIF: blocks. Comments and all application blocks but the one that repeats an animation go.
enum GIFStripping {
  static func bytes(_ file: [UInt8]) throws(Stripping.Unreadable) -> [UInt8] {
    let pieces = Pieces(bytes: file)
    var place = 13 + table(try pieces.byte(10))
    var result = Array(try pieces.slice(0, place))
    while true {
      let start = place
      switch try pieces.byte(place) {
      case 0x3B: return result + [0x3B]
      case 0x2C:
        place = try pieces.endOfBlocks(place + 11 + table(try pieces.byte(place + 9)))
        result += try pieces.slice(start, place - start)
      case 0x21:
        let label = try pieces.byte(place + 1)
        place = try pieces.endOfBlocks(place + 2)
        let repeats = label == 0xFF && pieces.says("NETSCAPE2.0", at: start + 3)
        if label == 0xF9 || label == 0x01 || repeats { result += try pieces.slice(start, place - start) }
      default: throw Stripping.Unreadable()
      }
    }
  }

  /// Bytes of a colour table, by its flags.
  private static func table(_ flags: Int) -> Int { flags & 0x80 == 0 ? 0 : 3 << (flags & 7 + 1) }
}

extension Pieces {
  /// Behind a row of counted blocks and the empty one that ends it.
  fileprivate func endOfBlocks(_ start: Int) throws(Stripping.Unreadable) -> Int {
    var place = start
    while true {
      let size = try byte(place)
      place += 1 + size
      if size == 0 { return place }
    }
  }
}
