internal import Glibc
internal import Kit

/// Turns the bytes of an uploaded text (a plan, a list in CSV) into text.
///
/// UTF-16 where its byte order mark says so; else UTF-8 (with or without a mark), then GB18030, which holds GBK and GB2312. Strict: a byte that
/// belongs to neither refuses the whole, so that nothing is read with holes in it. Line ends become `\n`.
package enum Decoding {
  package static func text(_ bytes: [UInt8]) -> String? {
    if let wide = utf16(bytes) { return plainLineEnds(wide) }
    let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
    guard !body.contains(0) else { return nil }
    let utf8 = String(validating: body, as: UTF8.self)
    return (utf8 ?? gb18030(body)).map(plainLineEnds)
  }

  /// The Unicode text of an old Notepad, with its mark.
  private static func utf16(_ bytes: [UInt8]) -> String? {
    let isLittle = bytes.starts(with: [0xFF, 0xFE])
    guard isLittle || bytes.starts(with: [0xFE, 0xFF]), bytes.count % 2 == 0 else { return nil }
    let units = stride(from: 2, to: bytes.count - 1, by: 2).map { place -> UInt16 in
      let high = UInt16(bytes[isLittle ? place + 1 : place])
      let low = UInt16(bytes[isLittle ? place : place + 1])
      return high << 8 | low
    }
    let text = String(validating: units, as: UTF16.self)
    return text.flatMap {
      $0.unicodeScalars.contains { $0.value == 0 || $0.value >= 0xFFFE && $0.value <= 0xFFFF } ? nil : $0
    }
  }

  /// `\r\n` and `\r` as `\n`: source ranges then count the same in every browser.
  package static func plainLineEnds(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    var isAfterReturn = false
    for scalar in text.unicodeScalars {
      if scalar == "\r" {
        result.append("\n")
      } else if scalar != "\n" || !isAfterReturn {
        result.append(scalar)
      }
      isAfterReturn = scalar == "\r"
    }
    return String(result)
  }

  /// glibc's own converter: it knows the four-byte characters too.
  private static func gb18030(_ bytes: [UInt8]) -> String? {
    guard let converter = iconv_open("UTF-8", "GB18030"), converter != iconv_t(bitPattern: -1) else { return nil }
    defer { iconv_close(converter) }
    var input = bytes.map { CChar(bitPattern: $0) }
    // One byte of GB18030 never becomes more than three of UTF-8.
    var output = [CChar](repeating: 0, count: bytes.count * 3 + 8)
    let written = input.withUnsafeMutableBufferPointer { from in
      output.withUnsafeMutableBufferPointer { to in convert(converter, from, to) }
    }
    return written.flatMap { String(validating: output.prefix($0).map { UInt8(bitPattern: $0) }, as: UTF8.self) }
  }

  private static func convert(
    _ converter: iconv_t, _ from: UnsafeMutableBufferPointer<CChar>, _ to: UnsafeMutableBufferPointer<CChar>
  ) -> Int? {
    var source = from.baseAddress
    var target = to.baseAddress
    var left = from.count
    var room = to.count
    guard iconv(converter, &source, &left, &target, &room) != -1, left == 0 else { return nil }
    return to.count - room
  }
}
