/// Han text helpers that work on scalars: walking `Character`s is ten times slower on Chinese.
extension StringProtocol {
  /// Without blanks (also U+3000) and line ends at both ends.
  package var trimmed: String {
    var scalars = Substring(self).unicodeScalars
    while let first = scalars.first, first.isBlank { scalars.removeFirst() }
    while let last = scalars.last, last.isBlank { scalars.removeLast() }
    return String(Substring(scalars))
  }

  /// Number of Unicode scalars, the unit of all length limits and source ranges.
  package var scalarCount: Int { unicodeScalars.count }

  /// At most `limit` scalars, with `…` where something was left out.
  package func clipped(to limit: Int) -> String {
    // A scalar has a byte at the least.
    guard utf8.count > limit else { return String(self) }
    let all = unicodeScalars
    guard all.index(all.startIndex, offsetBy: limit, limitedBy: all.endIndex).map({ $0 < all.endIndex }) ?? false else {
      return String(self)
    }
    // A piece of the string itself is copied whole, a view of scalars one by one.
    return String(self[..<all.index(all.startIndex, offsetBy: Swift.max(limit - 1, 0))]) + "…"
  }
}

extension String {
  /// The parts of a stored list: `warning,fine`.
  package var commaParts: [String] { utf8.split(separator: UInt8(ascii: ",")).map { String(Substring($0)) } }
}

extension Unicode.Scalar {
  /// Unicode's white space, the byte order mark and the blank without width. Written out: asking the Unicode tables for
  /// every character of every text shows in the cost of a page.
  package var isBlank: Bool {
    switch value {
    case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200B, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000, 0xFEFF: true
    default: false
    }
  }
  /// CJK ideographs, including extensions A to F and 〇.
  package var isHan: Bool {
    (0x4E00...0x9FFF).contains(value) || (0x3400...0x4DBF).contains(value) || (0x20000...0x2FA1F).contains(value)
      || (0xF900...0xFAFF).contains(value) || value == 0x3007
  }
}

extension Unicode.Scalar {
  /// A letter of any script or a digit 0–9. Han characters, ASCII and the usual punctuation are told without the Unicode
  /// tables, which cost more than all the rest of a folding.
  fileprivate var isSpoken: Bool {
    switch value {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x4E00...0x9FFF: true
    case ..<0x80, 0x2010...0x2027, 0x3000...0x3004, 0x3008...0x3020: false
    default: isHan || properties.isAlphabetic
    }
  }
}

/// The search folding: full width to half width, capitals to small letters, blanks and punctuation away.
///
/// Both what is stored in the index and what is asked for go through it, so the database's collation never matters.
package func folded(_ text: String) -> [Unicode.Scalar] {
  var result: [Unicode.Scalar] = []
  for scalar in text.unicodeScalars {
    let value = scalar.value
    let narrow = (0xFF01...0xFF5E).contains(value) ? Unicode.Scalar(value - 0xFEE0) ?? scalar : scalar
    if ("A"..."Z").contains(narrow) {
      result.append(Unicode.Scalar(narrow.value + 32) ?? narrow)
    } else if narrow.isSpoken {
      result.append(narrow)
    }
  }
  return result
}

/// Texts folded one by one, with a blank between them, so that no word is found across two of them.
package func foldedWords(_ texts: [String]) -> String {
  texts.map { String(String.UnicodeScalarView(folded($0))) }.joined(separator: " ")
}

/// What is typed into a word filter: each word folded, the empty ones left out.
package func askedWords(_ text: String?) -> [String] {
  (text ?? "").unicodeScalars.split(whereSeparator: \.isBlank).prefix(6)
    .map { String(String.UnicodeScalarView(folded(String($0)))) }.filter { !$0.isEmpty }
}
