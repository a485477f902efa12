package import Kit

/// A piece of a page. Written as an interpolated string; everything but `HTML` is escaped, byte by byte, so that a
/// quote followed by a combining mark cannot slip through.
///
/// Example: `"<p>\(clue.text)</p>\(pages.map(row))"`. Optionals print nothing when absent; arrays print in order.
package struct HTML: ExpressibleByStringInterpolation, Sendable {
  /// UTF-8. Bytes, not a `String`: pieces are put into pieces, and each would be checked and copied anew.
  package private(set) var bytes: [UInt8]
  package var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Called by the compiler for literals.
  package init(stringLiteral text: String) { bytes = Array(text.utf8) }
  package init(stringInterpolation parts: Interpolation) { bytes = parts.bytes }

  package static let none: HTML = ""
  package var isEmpty: Bool { bytes.isEmpty }

  package static func + (left: HTML, right: HTML) -> HTML { "\(left)\(right)" }

  package static func join(_ parts: [HTML], _ separator: HTML) -> HTML {
    var sum = HTML.none
    for (index, part) in parts.enumerated() { sum.bytes += (index == 0 ? [] : separator.bytes) + part.bytes }
    return sum
  }

  /// For what consists of many small pieces: they are written one after the other, not made and copied.
  static func written(_ write: (inout Interpolation) -> Void) -> HTML {
    var parts = Interpolation(literalCapacity: 8192, interpolationCount: 0)
    write(&parts)
    return HTML(stringInterpolation: parts)
  }

  package struct Interpolation: StringInterpolationProtocol {
    var bytes: [UInt8] = []

    package init(literalCapacity: Int, interpolationCount: Int) {
      bytes.reserveCapacity(literalCapacity + interpolationCount * 64)
    }

    package mutating func appendLiteral(_ literal: String) {
      var literal = literal
      literal.withUTF8 { bytes += $0 }
    }
    package mutating func appendInterpolation(_ html: HTML) { append(html.bytes) }
    package mutating func appendInterpolation(_ html: HTML?) { if let html { append(html.bytes) } }
    package mutating func appendInterpolation(_ parts: [HTML]) { for part in parts { append(part.bytes) } }
    // A function for each type, none for all strings or numbers: most of a page goes through these.
    package mutating func appendInterpolation(_ text: String) { escape(text) }
    package mutating func appendInterpolation(_ text: Substring) { escape(String(text)) }
    package mutating func appendInterpolation(_ text: String?) { if let text { escape(text) } }
    package mutating func appendInterpolation(_ number: Int) { write(Int64(number)) }
    package mutating func appendInterpolation(_ number: Int64) { write(number) }
    package mutating func appendInterpolation<Kind>(_ id: ID<Kind>) { appendLiteral(id.text) }
    /// An address inside this site: the only thing that `href`, `action` and `src` take.
    package mutating func appendInterpolation(link: Link) { escape(link.text) }
    /// `\(if: late, "<b>…</b>")`.
    package mutating func appendInterpolation(if condition: Bool, _ html: @autoclosure () -> HTML) {
      if condition { append(html().bytes) }
    }

    /// With room for what follows: an array that grows for a long piece fits it exactly, and would grow again at once.
    private mutating func append(_ more: [UInt8]) {
      let count = bytes.count + more.count
      if count > bytes.capacity { bytes.reserveCapacity(max(count + 512, 2 * bytes.capacity)) }
      bytes += more
    }

    private mutating func write(_ number: Int64) { appendLiteral(String(number)) }

    /// Runs without special characters are copied whole; most texts are one such run.
    private mutating func escape(_ text: String) {
      var text = text
      text.withUTF8 { all in
        var rest = all[...]
        while let index = rest.firstIndex(where: Self.isSpecial) {
          bytes += rest[..<index]
          bytes += Self.entity(rest[index]).utf8
          rest = rest[(index + 1)...]
        }
        bytes += rest
      }
    }

    private static func isSpecial(_ byte: UInt8) -> Bool {
      switch byte {
      case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "'"): true
      default: false
      }
    }

    private static func entity(_ special: UInt8) -> StaticString {
      switch special {
      case UInt8(ascii: "&"): "&amp;"
      case UInt8(ascii: "<"): "&lt;"
      case UInt8(ascii: ">"): "&gt;"
      case UInt8(ascii: "\""): "&quot;"
      default: "&#39;"
      }
    }
  }
}

extension StaticString {
  fileprivate var utf8: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: utf8Start, count: utf8CodeUnitCount) }
}
