/// A piece of HTML or XML. Written as an interpolated string; everything but `Markup` is escaped, byte by byte, and control
/// bytes that XML forbids are left out.
///
/// The `HTML` of `Web` stands above this room and knows its links; the parts of a Word file are XML and no pages.
struct Markup: ExpressibleByStringInterpolation, Sendable {
  private(set) var bytes: [UInt8]

  init(stringLiteral text: String) { bytes = Array(text.utf8) }
  init(stringInterpolation parts: Interpolation) { bytes = parts.bytes }

  static let none: Markup = ""
  static func + (left: Markup, right: Markup) -> Markup { "\(left)\(right)" }
  static func += (left: inout Markup, right: Markup) { left.bytes += right.bytes }

  struct Interpolation: StringInterpolationProtocol {
    var bytes: [UInt8] = []

    init(literalCapacity: Int, interpolationCount: Int) {
      bytes.reserveCapacity(literalCapacity + interpolationCount * 24)
    }

    mutating func appendLiteral(_ literal: String) { bytes += literal.utf8 }
    mutating func appendInterpolation(_ markup: Markup) { bytes += markup.bytes }
    mutating func appendInterpolation(_ parts: [Markup]) { for part in parts { bytes += part.bytes } }
    mutating func appendInterpolation(_ number: Int) { bytes += "\(number)".utf8 }
    mutating func appendInterpolation(_ text: String) { for byte in text.utf8 { escape(byte) } }
    mutating func appendInterpolation(if condition: Bool, _ markup: @autoclosure () -> Markup) {
      if condition { bytes += markup().bytes }
    }

    private mutating func escape(_ byte: UInt8) {
      switch byte {
      case UInt8(ascii: "&"): bytes += "&amp;".utf8
      case UInt8(ascii: "<"): bytes += "&lt;".utf8
      case UInt8(ascii: ">"): bytes += "&gt;".utf8
      case UInt8(ascii: "\""): bytes += "&quot;".utf8
      case UInt8(ascii: "'"): bytes += "&#39;".utf8
      case 0...8, 11, 12, 14...31, 127: break
      default: bytes.append(byte)
      }
    }
  }
}
