/// What the format of a cell makes of its number.
enum NumberFormat: Sendable, Hashable {
  case plain
  case date
  case time
  /// Zeros in front: `00000` shows 42 as 00042.
  case padded(Int)

  /// The formats that every spreadsheet knows by number, with those of the Chinese edition (27 to 36, 50 to 58).
  init(builtIn number: Int) {
    switch number {
    case 14...17, 22, 27...31, 36, 50...54, 57, 58: self = .date
    case 18...21, 32...35, 45...47, 55, 56: self = .time
    default: self = .plain
    }
  }

  /// `yyyy"年"m"月"d"日"`, `[h]:mm`, `000000`.
  init(code: String) {
    let letters = NumberFormat.bare(code)
    if (2...30).contains(letters.count), letters.allSatisfy({ $0 == UInt8(ascii: "0") }) {
      self = .padded(letters.count)
    } else if letters.contains(where: { "ydYD".utf8.contains($0) }) {
      self = .date
    } else if letters.contains(where: { "hsHS".utf8.contains($0) }) {
      self = .time
    } else {
      self = letters.contains(where: { "mM".utf8.contains($0) }) ? .date : .plain
    }
  }

  /// The first section of a code without quoted words, escaped signs, and what stands in brackets (colours, languages,
  /// hours beyond a day).
  private static func bare(_ code: String) -> [UInt8] {
    if ["general", "g/通用格式", "@"].contains(code.lowercased()) { return [] }
    var result: [UInt8] = []
    var closing: UInt8?
    var skips = false
    for byte in code.utf8 {
      if skips {
        skips = false
      } else if let end = closing {
        if byte == end { closing = nil }
      } else {
        switch byte {
        case UInt8(ascii: "\""): closing = byte
        case UInt8(ascii: "["): closing = UInt8(ascii: "]")
        case UInt8(ascii: "\\"), UInt8(ascii: "_"), UInt8(ascii: "*"): skips = true
        case UInt8(ascii: ";"): return result
        default: result.append(byte)
        }
      }
    }
    return result
  }
}
