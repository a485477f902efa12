internal import Kit

/// Headings without a number, known by their shape: a few words without any stop, alone on a line, with a paragraph
/// below; and another of the same shape.
enum Shapes {
  static func headed(_ text: [Unicode.Scalar], _ lines: [Line]) -> [Line] {
    let heads = lines.indices.filter { isHead(text, lines, $0) }
    guard heads.count >= 2 else { return lines }
    var lines = lines
    for index in heads {
      lines[index].marker = Marker(level: .section, number: nil, length: 0)
    }
    return lines
  }

  private static func isHead(_ text: [Unicode.Scalar], _ lines: [Line], _ index: Int) -> Bool {
    let line = lines[index]
    guard line.marker == nil, index + 1 < lines.count, (4...26).contains(line.span.count),
      text[line.span].allSatisfy({ $0.isHan || "、“”".unicodeScalars.contains($0) }), !Lines.isTitle(text[line.span]),
      parts.ending(text, at: line.span.upperBound, from: line.span.lowerBound) == nil
    else { return false }
    // The line before ends its sentence, or is a heading itself.
    if index > 0, lines[index - 1].marker == nil || lines[index - 1].span.count > 30,
      let last = lines[index - 1].span.last, !text[last].isStop, text[last] != ":"
    {
      return false
    }
    let next = lines[index + 1]
    guard next.marker == nil, next.span.count >= 24, let end = next.span.last, text[end] == "。" || text[end] == ";"
    else {
      return false
    }
    return !purposes.matches(text, next.span.lowerBound)
  }

  /// What ends a line of other kinds: signatures, navigation.
  private static let parts = Lexicon("人民政府 办公室 委员会 管理局 监督局 健康局 日")
  private static let purposes = Lexicon("为 根据 按照")
}
