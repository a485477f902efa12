internal import Kit

/// The text prepared for reading, with the way back to the original.
///
/// Blanks inside lines are dropped (OCR leaves them between characters), wrapped lines are joined, Traditional script
/// and full width are folded one to one. Steps work on `plain`; values are cut out of `shown`; `origin` maps back.
struct Manuscript: Sendable {
  private(set) var plain: [Unicode.Scalar] = []
  private(set) var shown: [Unicode.Scalar] = []
  private(set) var origin: [Int] = []
  /// Whether the scalar stands inside 《》, where years and bodies are cited, not ordered.
  private(set) var isCited: [Bool] = []

  init(_ text: String) {
    let physical = PhysicalLine.read(text)
    let page = PageWidth(physical)
    for (index, line) in physical.enumerated() {
      if index > 0, !Wrapping.joins(physical[index - 1], line), !page.joins(physical[index - 1], line) {
        append("\n", "\n", line.origin.first ?? 0)
      }
      for position in line.plain.indices { append(line.plain[position], line.shown[position], line.origin[position]) }
    }
    markCitations()
  }

  var all: Range<Int> { plain.startIndex..<plain.endIndex }

  /// The values' text of a range: without line ends, trimmed.
  func text(_ span: Range<Int>) -> String {
    var view = String.UnicodeScalarView()
    for scalar in shown[span.clamped(to: all)] where scalar != "\n" { view.append(scalar) }
    return String(view).trimmed
  }

  func source(_ span: Range<Int>) -> SourceRange {
    let span = span.clamped(to: all)
    guard let first = span.first, let last = span.last else { return SourceRange(start: 0, end: 0) }
    return SourceRange(start: origin[first], end: origin[last] + 1)
  }

  /// Where the scalar of that place in the original stands.
  func position(_ place: Int) -> Int {
    var low = 0
    var high = origin.count
    while low < high {
      let middle = (low + high) / 2
      if origin[middle] < place { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The scalar there, or a line end outside of the text: callers look around freely.
  func at(_ position: Int) -> Unicode.Scalar { all.contains(position) ? plain[position] : "\n" }

  private mutating func append(_ plainScalar: Unicode.Scalar, _ shownScalar: Unicode.Scalar, _ place: Int) {
    plain.append(plainScalar)
    shown.append(shownScalar)
    origin.append(place)
  }

  /// An opening mark without a closing one within 120 scalars is noise and marks nothing.
  private mutating func markCitations() {
    isCited = Array(repeating: false, count: plain.count)
    var open: Int?
    for (position, scalar) in plain.enumerated() {
      if scalar == "《", open == nil { open = position }
      if let start = open, position - start > 120 || scalar == "\n" { open = nil }
      if scalar == "》", let start = open {
        for inside in start...position { isCited[inside] = true }
        open = nil
      }
    }
  }
}
