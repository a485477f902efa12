/// A set of words, found by their first scalar, the longest first.
struct Lexicon: Sendable {
  private let byFirst: [Unicode.Scalar: [[Unicode.Scalar]]]

  /// Words separated by blanks.
  init(_ words: String) {
    let all = words.unicodeScalars.split { $0 == " " || $0 == "\n" }.map(Array.init)
    byFirst = Dictionary(grouping: all) { $0.first ?? " " }.mapValues { $0.sorted { $0.count > $1.count } }
  }

  /// Length of the longest word that begins there.
  func length(_ text: [Unicode.Scalar], _ position: Int, before end: Int? = nil) -> Int? {
    let end = min(end ?? text.endIndex, text.endIndex)
    guard position >= 0, position < end, let candidates = byFirst[text[position]] else { return nil }
    return candidates.first { word in
      position + word.count <= end && text[position..<position + word.count].elementsEqual(word)
    }?.count
  }

  func matches(_ text: [Unicode.Scalar], _ position: Int) -> Bool { length(text, position) != nil }

  /// The first word in the range.
  func first(_ text: [Unicode.Scalar], in span: Range<Int>) -> Range<Int>? {
    for position in span {
      if let count = length(text, position, before: span.upperBound) { return position..<position + count }
    }
    return nil
  }

  func occurs(_ text: [Unicode.Scalar], in span: Range<Int>) -> Bool { first(text, in: span) != nil }

  /// All words in the range, not overlapping.
  func all(_ text: [Unicode.Scalar], in span: Range<Int>) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var position = span.lowerBound
    while position < span.upperBound {
      if let count = length(text, position, before: span.upperBound) {
        found.append(position..<position + count)
        position += count
      } else {
        position += 1
      }
    }
    return found
  }

  /// The word that ends at the position.
  func ending(_ text: [Unicode.Scalar], at end: Int, from lower: Int) -> Range<Int>? {
    for start in max(lower, end - 8)..<max(end, max(lower, end - 8)) {
      if length(text, start, before: end) == end - start { return start..<end }
    }
    return nil
  }

  /// Whether the whole range is one of the words.
  func isWord(_ text: [Unicode.Scalar], _ span: Range<Int>) -> Bool {
    span.upperBound <= text.endIndex
      && byFirst[span.first.map { text[$0] } ?? " "]?
        .contains { $0.elementsEqual(text[span]) } ?? false
  }
}
