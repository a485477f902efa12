internal import Glibc
internal import Kit

/// Turns the bytes of an uploaded text into text.
///
/// UTF-8 first (with or without a byte order mark), then GB18030, which holds GBK and GB2312. Strict: a byte that
/// belongs to neither refuses the whole, so that no plan is read with holes in it. Line ends become `\n`.
package enum Decoding {
  package static func text(_ bytes: [UInt8]) -> String? {
    let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
    guard !body.contains(0) else { return nil }
    let utf8 = String(validating: body, as: UTF8.self)
    return (utf8 ?? gb18030(body)).map(plainLineEnds)
  }

  /// `\r\n` and `\r` as `\n`: source ranges then count the same in every browser.
  static func plainLineEnds(_ text: String) -> String {
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
