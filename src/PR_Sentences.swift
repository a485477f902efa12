
/// Cutting of running text. Every piece is at most 600 scalars long, so that no step looks further than that.
enum Sentences {
  static let longest = 600

  /// Sentences (to 。 ; ! ? or line end), without their stop.
  static func all(_ script: Manuscript, in span: Range<Int>) -> [Range<Int>] {
    cut(script, span) { $0.isStop }
  }

  /// Clauses (also to , and :), brackets kept whole where they are short.
  static func clauses(_ script: Manuscript, in span: Range<Int>) -> [Range<Int>] {
    cut(script, span) { $0.isComma }
  }

  /// The sentence that holds the position, within `span`.
  static func around(_ script: Manuscript, _ position: Int, in span: Range<Int>) -> Range<Int> {
    var start = position
    while start > span.lowerBound, position - start < longest, !script.at(start - 1).isStop { start -= 1 }
    var end = position
    while end < span.upperBound, end - position < longest, !script.at(end).isStop { end += 1 }
    return start..<end
  }

  /// `span` without leading words of the list, again and again.
  static func drop(_ script: Manuscript, _ lexicon: Lexicon, from span: Range<Int>) -> Range<Int> {
    var start = span.lowerBound
    while start < span.upperBound, let length = lexicon.length(script.plain, start, before: span.upperBound) {
      start += length
    }
    return start..<span.upperBound
  }

  /// `span` without trailing words of the list and without commas and brackets left over.
  static func dropEnd(_ script: Manuscript, _ lexicon: Lexicon, from span: Range<Int>) -> Range<Int> {
    var end = span.upperBound
    while end > span.lowerBound {
      if let word = lexicon.ending(script.plain, at: end, from: span.lowerBound) {
        end = word.lowerBound
      } else if script.at(end - 1).isComma || script.at(end - 1) == "、" {
        end -= 1
      } else {
        break
      }
    }
    return span.lowerBound..<end
  }

  private static func cut(
    _ script: Manuscript, _ span: Range<Int>, _ isEnd: (Unicode.Scalar) -> Bool
  ) -> [Range<Int>] {
    var pieces: [Range<Int>] = []
    var start = span.lowerBound
    var depth = 0
    for position in span {
      let scalar = script.plain[position]
      if scalar == "(" || scalar == "《" { depth += 1 }
      if scalar == ")" || scalar == "》" { depth = max(depth - 1, 0) }
      let isLong = position - start >= longest
      guard isLong || isEnd(scalar) && (depth == 0 || scalar == "。" || scalar == "\n" || position - start > 150) else {
        continue
      }
      if position > start { pieces.append(start..<position) }
      start = isLong && !isEnd(scalar) ? position : position + 1
      depth = 0
    }
    if start < span.upperBound { pieces.append(start..<span.upperBound) }
    return pieces
  }
}
