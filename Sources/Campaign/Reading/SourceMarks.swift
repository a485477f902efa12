internal import Kit
internal import PlanReading
internal import Web

/// The plan's text with the places of every item marked and numbered.
///
/// Places may lie inside each other and overlap; marks must nest. Places are cut at line ends, then an overlapping one
/// is cut where the mark around it ends. The first piece of an item carries its anchor, the last its number.
struct SourceMarks {
  private struct Piece {
    let number: Int64
    let tone: String
    var span: Range<Int>
    var isFirst: Bool
    var isLast: Bool
  }

  private let scalars: [Unicode.Scalar]
  private let lines: [Range<Int>]
  private var pieces: [Int: [Piece]] = [:]

  static func html(_ text: String, _ items: [PlanItem]) -> HTML { SourceMarks(text, items).html }

  private init(_ text: String, _ items: [PlanItem]) {
    scalars = Array(text.unicodeScalars)
    lines = scalars.split(separator: "\n").map { $0.startIndex..<$0.endIndex }
      .filter { [scalars] line in !scalars[line].allSatisfy(\.isBlank) }
    for item in items where item.isThere { cut(item) }
  }

  private var html: HTML { "\(lines.indices.map(paragraph))" }

  /// One item's places, cut at line ends.
  private mutating func cut(_ item: PlanItem) {
    var isFirst = true
    for place in item.source {
      let touched = linesTouched(place.start, place.end)
      for index in touched {
        let line = lines[index]
        let piece = Piece(
          number: item.number, tone: Self.tone(item),
          span: max(line.lowerBound, place.start)..<min(line.upperBound, place.end), isFirst: isFirst,
          isLast: index == touched.last)
        pieces[index, default: []].append(piece)
        isFirst = false
      }
    }
  }

  private static func tone(_ item: PlanItem) -> String {
    guard item.kind == .finding else { return "" }
    return item.isGap ? "gap" : "odd"
  }

  /// Indices of the lines that share a scalar with the place, by halving.
  private func linesTouched(_ start: Int, _ end: Int) -> Range<Int> {
    func first(_ isThere: (Range<Int>) -> Bool) -> Int {
      var (low, high) = (0, lines.count)
      while low < high {
        let middle = (low + high) / 2
        if isThere(lines[middle]) { high = middle } else { low = middle + 1 }
      }
      return low
    }
    let low = first { $0.upperBound > start }
    return low..<max(low, first { $0.lowerBound >= end })
  }

  private func paragraph(_ index: Int) -> HTML {
    let line = lines[index]
    let content = filled(line, Self.ordered(pieces[index] ?? [])[...])
    return isHeading(line) ? "<h2>\(content)</h2>\n" : "<p>\(content)</p>\n"
  }

  private static func ordered(_ pieces: [Piece]) -> [Piece] {
    pieces.sorted {
      ($0.span.lowerBound, -$0.span.upperBound, $0.number) < ($1.span.lowerBound, -$1.span.upperBound, $1.number)
    }
  }

  /// Text of a span with its pieces, which stand in order and lie inside of it.
  private func filled(_ span: Range<Int>, _ pieces: ArraySlice<Piece>) -> HTML {
    var output: [HTML] = []
    var position = span.lowerBound
    var rest = pieces
    while let outer = rest.popFirst() {
      output.append(words(position..<outer.span.lowerBound))
      let inner = rest.prefix { $0.span.lowerBound < outer.span.upperBound }
      rest = rest.dropFirst(inner.count)
      let (inside, beyond) = Self.split(inner, at: outer.span.upperBound)
      if !beyond.isEmpty { rest = Self.ordered(beyond + rest)[...] }
      output.append(mark(outer, filled(outer.span, inside[...])))
      position = outer.span.upperBound
    }
    return "\(output)\(words(position..<span.upperBound))"
  }

  private static func split(_ pieces: ArraySlice<Piece>, at end: Int) -> (inside: [Piece], beyond: [Piece]) {
    var inside: [Piece] = []
    var beyond: [Piece] = []
    for piece in pieces {
      guard piece.span.upperBound > end else {
        inside.append(piece)
        continue
      }
      var (head, tail) = (piece, piece)
      head.span = piece.span.lowerBound..<end
      head.isLast = false
      tail.span = end..<piece.span.upperBound
      tail.isFirst = false
      inside.append(head)
      beyond.append(tail)
    }
    return (inside, beyond)
  }

  private func mark(_ piece: Piece, _ content: HTML) -> HTML {
    """
    <mark\(if: piece.isFirst, " id=\"s\(piece.number)\"")\(if: !piece.tone.isEmpty, " class=\"\(piece.tone)\"")>\(content)\
    \(if: piece.isLast, "<a href=\"#i\(piece.number)\" aria-label=\"读出内容 \(piece.number)\">\(piece.number)</a>")</mark>
    """
  }

  private func words(_ span: Range<Int>) -> HTML {
    "\(String(String.UnicodeScalarView(scalars[span.clamped(to: scalars.indices)])))"
  }

  /// `一、工作目标`: short, numbered in Chinese, without a full stop.
  private func isHeading(_ line: Range<Int>) -> Bool {
    let words = scalars[line].drop(while: \.isBlank)
    guard words.count <= 40, !words.contains("。") else { return false }
    let number = words.prefix { "一二三四五六七八九十".unicodeScalars.contains($0) }
    return !number.isEmpty && words.dropFirst(number.count).first == "、"
  }
}
