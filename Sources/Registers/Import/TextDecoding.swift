import Glibc

/// A file is in neither encoding: `prefix` was still readable.
struct BrokenText: Error {
  let prefix: [UInt8]
}

/// Turns the bytes of a file into UTF-8, piece by piece. A character that a piece cuts waits for the next one.
protocol TextDecoder {
  /// Throws `BrokenText` at the first byte that is of no character.
  mutating func decode(_ bytes: [UInt8], isLast: Bool) throws -> [UInt8]
}

/// UTF-8 that is checked and passed on.
struct UTF8Decoder: TextDecoder {
  private var rest: [UInt8] = []

  mutating func decode(_ bytes: [UInt8], isLast: Bool) throws -> [UInt8] {
    var bytes = rest.isEmpty ? bytes : rest + bytes
    let (count, isBroken) = UTF8Scan.valid(bytes)
    rest = Array(bytes[count...])
    bytes.removeSubrange(count...)
    if isBroken || (isLast && !rest.isEmpty) { throw BrokenText(prefix: bytes) }
    return bytes
  }
}

enum UTF8Scan {
  /// How many bytes from the start are whole characters (RFC 3629), and whether the byte after them is wrong rather
  /// than the beginning of a character that is still to come.
  static func valid(_ bytes: [UInt8]) -> (count: Int, isBroken: Bool) {
    bytes.withUnsafeBufferPointer { bytes in
      var place = 0
      while place < bytes.count {
        let first = bytes[place]
        if first < 0x80 {
          place += 1
          continue
        }
        guard let (length, second) = shape(first) else { return (place, true) }
        for offset in 1..<length {
          guard place + offset < bytes.count else { return (place, false) }
          guard (offset == 1 ? second : 0x80...0xBF).contains(bytes[place + offset]) else { return (place, true) }
        }
        place += length
      }
      return (place, false)
    }
  }

  /// Length of the character that a byte begins, and what its second byte may be: no overlong forms, no surrogates,
  /// nothing above U+10FFFF.
  private static func shape(_ first: UInt8) -> (length: Int, second: ClosedRange<UInt8>)? {
    switch first {
    case 0xC2...0xDF: (2, 0x80...0xBF)
    case 0xE0: (3, 0xA0...0xBF)
    case 0xED: (3, 0x80...0x9F)
    case 0xE1...0xEF: (3, 0x80...0xBF)
    case 0xF0: (4, 0x90...0xBF)
    case 0xF1...0xF3: (4, 0x80...0xBF)
    case 0xF4: (4, 0x80...0x8F)
    default: nil
    }
  }
}

/// GB18030 (with GBK and GB2312 inside it), through the C library.
final class GB18030Decoder: TextDecoder {
  private let handle: iconv_t
  private var rest: [UInt8] = []

  /// nil where the system's C library lacks the table.
  init?() {
    guard let handle = iconv_open("UTF-8", "GB18030"), Int(bitPattern: handle) != -1 else { return nil }
    self.handle = handle
  }

  deinit { iconv_close(handle) }

  func decode(_ bytes: [UInt8], isLast: Bool) throws -> [UInt8] {
    let bytes = rest + bytes
    let (decoded, used, problem) = convert(bytes)
    rest = Array(bytes[used...])
    if problem == EILSEQ || (isLast && !rest.isEmpty) { throw BrokenText(prefix: decoded) }
    return decoded
  }

  /// Two bytes become three, one stays one: twice the room is enough, so the call ends at the end, at a wrong byte or
  /// at a cut character.
  private func convert(_ bytes: [UInt8]) -> (decoded: [UInt8], used: Int, problem: Int32) {
    var input = bytes.map { CChar(bitPattern: $0) }
    var problem: Int32 = 0
    var used = 0
    let decoded = [UInt8](unsafeUninitializedCapacity: bytes.count * 2 + 16) { room, count in
      input.withUnsafeMutableBufferPointer { input in
        room.withMemoryRebound(to: CChar.self) { output in
          var (from, to) = (input.baseAddress, output.baseAddress)
          var (left, free) = (input.count, output.count)
          problem = iconv(handle, &from, &left, &to, &free) == -1 ? errno : 0
          used = input.count - left
          count = output.count - free
        }
      }
    }
    return (decoded, used, problem)
  }
}
