package import Kit

/// A piece of a page. Written as an interpolated string; everything but `HTML` is escaped, byte by byte, so that a
/// quote followed by a combining mark cannot slip through.
///
/// Example: `"<p>\(clue.text)</p>\(pages.map(row))"`. Optionals print nothing when absent; arrays print in order.
package struct HTML: ExpressibleByStringInterpolation, Sendable {
  package private(set) var text: String

  /// Called by the compiler for literals.
  package init(stringLiteral text: String) { self.text = text }
  package init(stringInterpolation parts: Interpolation) { text = String(decoding: parts.bytes, as: UTF8.self) }

  package static let none: HTML = ""
  package var isEmpty: Bool { text.isEmpty }

  package static func + (left: HTML, right: HTML) -> HTML { "\(left)\(right)" }

  package static func join(_ parts: [HTML], _ separator: HTML) -> HTML {
    var sum = HTML.none
    for (index, part) in parts.enumerated() { sum.text += (index == 0 ? "" : separator.text) + part.text }
    return sum
  }

  package struct Interpolation: StringInterpolationProtocol {
    var bytes: [UInt8] = []

    package init(literalCapacity: Int, interpolationCount: Int) {
      bytes.reserveCapacity(literalCapacity + interpolationCount * 24)
    }

    package mutating func appendLiteral(_ literal: String) { bytes += literal.utf8 }
    package mutating func appendInterpolation(_ html: HTML) { bytes += html.text.utf8 }
    package mutating func appendInterpolation(_ html: HTML?) { if let html { bytes += html.text.utf8 } }
    package mutating func appendInterpolation(_ parts: [HTML]) { for part in parts { bytes += part.text.utf8 } }
    package mutating func appendInterpolation(_ text: some StringProtocol) { escape(text) }
    package mutating func appendInterpolation(_ text: String?) { if let text { escape(text) } }
    package mutating func appendInterpolation(_ number: some BinaryInteger) { bytes += "\(number)".utf8 }
    package mutating func appendInterpolation<Kind>(_ id: ID<Kind>) { bytes += id.text.utf8 }
    /// An address inside this site: the only thing that `href`, `action` and `src` take.
    package mutating func appendInterpolation(link: Link) { escape(link.text) }
    /// `\(if: late, "<b>…</b>")`.
    package mutating func appendInterpolation(if condition: Bool, _ html: @autoclosure () -> HTML) {
      if condition { bytes += html().text.utf8 }
    }

    private mutating func escape(_ text: some StringProtocol) {
      for byte in text.utf8 {
        switch byte {
        case UInt8(ascii: "&"): bytes += "&amp;".utf8
        case UInt8(ascii: "<"): bytes += "&lt;".utf8
        case UInt8(ascii: ">"): bytes += "&gt;".utf8
        case UInt8(ascii: "\""): bytes += "&quot;".utf8
        case UInt8(ascii: "'"): bytes += "&#39;".utf8
        default: bytes.append(byte)
        }
      }
    }
  }
}
