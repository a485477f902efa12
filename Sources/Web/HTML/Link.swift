package import Kit

/// An address inside this site. It is built from a literal and encoded parts, so that no typed text can lead away.
///
/// Example: `Link("/clues/\(clue.id)")`, `Link("/search").asking([("q", text)])`.
package struct Link: Sendable, Hashable, ExpressibleByStringInterpolation {
  package private(set) var text: String

  package init(stringLiteral text: String) { self.text = text }
  package init(stringInterpolation parts: Interpolation) { text = parts.text }
  package init(_ link: Link) { self = link }

  /// Adds a query; absent and empty values are left out.
  package func asking(_ values: [(String, String?)]) -> Link {
    var link = self
    var sign = text.utf8.contains(UInt8(ascii: "?")) ? "&" : "?"
    for case (let name, let value?) in values where !value.isEmpty {
      link.text += sign + name + "=" + Link.encoded(value)
      sign = "&"
    }
    return link
  }

  package func at(_ anchor: String) -> Link {
    var link = self
    link.text += "#" + Link.encoded(anchor)
    return link
  }

  package struct Interpolation: StringInterpolationProtocol {
    var text = ""
    package init(literalCapacity: Int, interpolationCount: Int) {}
    package mutating func appendLiteral(_ literal: String) { text += literal }
    package mutating func appendInterpolation<Kind>(_ id: ID<Kind>) { appendLiteral(id.text) }
    package mutating func appendInterpolation(_ part: String) { text += Link.encoded(part) }
    package mutating func appendInterpolation(_ link: Link) { text += link.text }
    package mutating func appendInterpolation(_ number: Int64) { text += "\(number)" }
  }

  static func encoded(_ text: String) -> String {
    guard !text.utf8.allSatisfy(isPlain) else { return text }
    var result: [UInt8] = []
    let digits = Array("0123456789ABCDEF".utf8)
    for byte in text.utf8 {
      if isPlain(byte) { result.append(byte) } else { result += [37, digits[Int(byte >> 4)], digits[Int(byte & 15)]] }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case 48...57, 65...90, 97...122, 45, 46, 95, 126: true
    default: false
    }
  }
}
