internal import Kit

/// A heading with all that stands under it, down to the next heading of its own or a higher level.
struct Node: Sendable {
  /// nil for the whole plan and for paragraphs without marker.
  var marker: Marker?
  var markerSpan: Range<Int>
  /// The heading's words: up to the first full stop, colon or line end outside of brackets.
  var heading: Range<Int>
  /// What follows the heading in its own line.
  var rest: Range<Int>
  var paragraphs: [Range<Int>] = []
  var children: [Node] = []
  /// From the marker to the end of the last child.
  var span: Range<Int>

  /// The running text: rest, paragraphs, but not the children.
  var ownText: [Range<Int>] { (rest.isEmpty ? [] : [rest]) + paragraphs }

  /// The number as it is written, without the list sign: `(一)`, `3`, `一`.
  func numberText(_ script: Manuscript) -> String? {
    guard marker != nil, !markerSpan.isEmpty else { return nil }
    var text = script.text(markerSpan)
    while let last = text.unicodeScalars.last, "、.．,:：".unicodeScalars.contains(last) {
      text = String(text.unicodeScalars.dropLast())
    }
    return text.isEmpty ? nil : text
  }

  /// The tree of a plan. Levels that a plan leaves out do no harm.
  static func tree(_ script: Manuscript, _ lines: [Line]) -> Node {
    let start = lines.first?.span.lowerBound ?? 0
    let end = lines.last?.span.upperBound ?? start
    var root = Node(
      marker: nil, markerSpan: start..<start, heading: start..<start, rest: start..<start, span: start..<end)
    var index = 0
    while index < lines.count { root.take(script, lines, &index, above: -1) }
    return root
  }

  /// Takes the line at `index` and, when it opens a heading, all lines that belong under it.
  private mutating func take(_ script: Manuscript, _ lines: [Line], _ index: inout Int, above level: Int) {
    let line = lines[index]
    index += 1
    guard let marker = line.marker else {
      paragraphs.append(line.span)
      span = span.lowerBound..<max(span.upperBound, line.span.upperBound)
      return
    }
    var child = Node(script, line, marker)
    while index < lines.count, child.owns(lines[index]) {
      child.take(script, lines, &index, above: marker.level.rawValue)
    }
    span = span.lowerBound..<max(span.upperBound, child.span.upperBound)
    children.append(child)
  }

  private func owns(_ line: Line) -> Bool {
    guard let marker, let other = line.marker else { return true }
    return marker.level < other.level
  }

  /// Units that have no heading over them.
  static func group(_ nodes: [Node]) -> Node {
    let start = nodes.first?.span.lowerBound ?? 0
    let end = nodes.last?.span.upperBound ?? start
    var node = Node(
      marker: nil, markerSpan: start..<start, heading: start..<start, rest: start..<start, span: start..<end)
    node.children = nodes
    return node
  }

  /// Units under a sentence that announces them.
  static func group(_ nodes: [Node], under label: Range<Int>) -> Node {
    var node = group(nodes)
    node.heading = label
    node.rest = label.upperBound..<label.upperBound
    node.markerSpan = label.lowerBound..<label.lowerBound
    return node
  }

  private init(_ script: Manuscript, _ line: Line, _ marker: Marker) {
    let whole = Node.headingEnd(script, line.body)
    // 一、工作目标通过专项整治，…: the genre's heading, run together with its text.
    let head = marker.level == .chapter ? Role.opening(script.plain, line.body.lowerBound) : nil
    let end =
      head.map { $0 + 8 < whole ? $0 : whole } ?? Node.gap(script, line.body.lowerBound..<whole, marker) ?? whole
    let after = end == whole && end < line.body.upperBound ? end + 1 : end
    self.init(
      marker: marker, markerSpan: line.span.lowerBound..<line.body.lowerBound,
      heading: line.body.lowerBound..<end, rest: after..<line.body.upperBound, span: line.span)
  }

  private init(
    marker: Marker?, markerSpan: Range<Int>, heading: Range<Int>, rest: Range<Int>, span: Range<Int>
  ) {
    self.marker = marker
    self.markerSpan = markerSpan
    self.heading = heading
    self.rest = rest
    self.span = span
  }

  /// 二、检查的范围　此次检查的范围是…: in flattened text a blank parts a chapter's heading from its text.
  private static func gap(_ script: Manuscript, _ body: Range<Int>, _ marker: Marker) -> Int? {
    guard marker.level == .chapter, marker.number != nil,
      let gap = body.prefixRange(17).dropFirst().first(where: { script.origin[$0] - script.origin[$0 - 1] > 1 }),
      gap - body.lowerBound >= 4, body.upperBound - gap >= 12,
      script.plain[body.lowerBound..<gap].allSatisfy({ $0.isHan || $0 == "、" }),
      !Role.of(script.plain, body.lowerBound..<gap).isEmpty
    else { return nil }
    return gap
  }

  private static func headingEnd(_ script: Manuscript, _ body: Range<Int>) -> Int {
    var depth = 0
    for position in body {
      switch script.plain[position] {
      case "(", "“", "《": depth += 1
      case ")", "”", "》": depth = max(depth - 1, 0)
      case "。", ":", ";": if depth == 0 || position - body.lowerBound > 60 { return position }
      default: break
      }
    }
    return body.upperBound
  }
}
