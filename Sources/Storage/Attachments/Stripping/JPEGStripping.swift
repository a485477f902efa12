/// JPEG: a row of marked segments, then the picture. Kept are those that the picture needs, its colour profile, and of EXIF the
/// one number that says which side is up.
enum JPEGStripping {
  static func bytes(_ file: [UInt8]) throws(Stripping.Unreadable) -> [UInt8] {
    let pieces = Pieces(bytes: file)
    guard file.starts(with: [0xFF, 0xD8]) else { throw Stripping.Unreadable() }
    var (kept, place): ([UInt8], Int) = ([0xFF, 0xD8], 2)
    var upright = true
    while place < file.count {
      guard try pieces.byte(place) == 0xFF else { throw Stripping.Unreadable() }
      let marker = try pieces.byte(place + 1)
      if marker == 0xFF {
        place += 1
        continue
      }
      // What follows the end of the picture is no picture: a second one for previews, a film of a «live» photo.
      if marker == 0xD9 { return kept + [0xFF, 0xD9] }
      guard !alone.contains(marker) else {
        kept += [0xFF, UInt8(marker)]
        place += 2
        continue
      }
      let segment = try pieces.slice(place, 2 + max(pieces.big(place + 2, 2), 2))
      if upright, marker == 0xE1, let side = EXIFSide.read(Array(segment.dropFirst(4))), side != 1 {
        kept += EXIFSide.segment(side)
        upright = false
      }
      if isKept(marker, segment) { kept += segment }
      place = segment.endIndex
      if marker == 0xDA {
        let end = pieces.endOfScan(from: place)
        kept += file[place..<end]
        place = end
      }
    }
    // Broken off within the picture: every segment was looked at, so nothing is left in it.
    guard kept.count > 4 else { throw Stripping.Unreadable() }
    return kept
  }

  /// Markers without a length: restarts and the private one of old files.
  private static let alone = Set(0xD0...0xD8).union([0x01])

  private static func isKept(_ marker: Int, _ segment: ArraySlice<UInt8>) -> Bool {
    func says(_ words: String) -> Bool { segment.dropFirst(4).starts(with: Array(words.utf8)) }
    switch marker {
    case 0xE0: return says("JFIF\0")
    case 0xE2: return says("ICC_PROFILE\0")
    case 0xEE: return says("Adobe")
    case 0xE1...0xEF, 0xFE: return false
    default: return true
    }
  }
}

extension Pieces {
  /// Where the coded picture ends and the next segment begins.
  fileprivate func endOfScan(from start: Int) -> Int {
    var place = start
    while place + 1 < bytes.count {
      if bytes[place] == 0xFF, !(bytes[place + 1] == 0 || (0xD0...0xD7).contains(bytes[place + 1])) {
        // Fill bytes belong to the marker behind them.
        return place
      }
      place += 1
    }
    return bytes.count
  }
}

/// Which side of a picture is up: the one number of EXIF without which a photograph lies on its side.
enum EXIFSide {
  /// Out of the content of an APP1 segment; nil where it does not say.
  static func read(_ content: [UInt8]) -> Int? {
    guard content.starts(with: Array("Exif\0\0".utf8)) else { return nil }
    let pieces = Pieces(bytes: Array(content.dropFirst(6)))
    let isLittle = pieces.says("II", at: 0)
    func number(_ place: Int, _ width: Int) -> Int? {
      try? isLittle ? pieces.little(place, width) : pieces.big(place, width)
    }
    guard let list = number(4, 4), let count = number(list, 2) else { return nil }
    for entry in 0..<min(count, 100) {
      let place = list + 2 + entry * 12
      if number(place, 2) == 0x0112 { return number(place + 8, 2).flatMap { (1...8).contains($0) ? $0 : nil } }
    }
    return nil
  }

  /// An APP1 segment that says this and nothing else.
  static func segment(_ side: Int) -> [UInt8] {
    let tiff: [UInt8] = [
      0x4D, 0x4D, 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, UInt8(side), 0, 0, 0, 0, 0, 0,
    ]
    let content = Array("Exif\0\0".utf8) + tiff
    return [0xFF, 0xE1, 0, UInt8(content.count + 2)] + content
  }
}
