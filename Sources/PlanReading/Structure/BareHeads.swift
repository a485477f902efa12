internal import Kit

/// Chapters without numbers: 检查什么, 时间怎么排, 进度 alone on a line, over a list or a paragraph, in a text none of whose
/// chapters has a number.
enum BareHeads {
  static func headed(_ text: [Unicode.Scalar], _ lines: [Line]) -> [Line] {
    let heads = lines.indices.filter { isHead(text, lines, $0) }
    let others = lines.count { $0.marker?.level == .chapter }
    guard !heads.isEmpty, heads.count + others >= 2, others > 0 || heads.contains(where: { says(text, lines[$0].span) })
    else { return lines }
    var lines = lines
    for index in heads { lines[index].marker = Marker(level: .chapter, number: nil, length: 0) }
    return lines
  }

  /// 一工作目标, 二检查范围：…: the sign behind the number was lost, and the numbers go on counting.
  static func counted(_ text: [Unicode.Scalar], _ lines: [Line]) -> [Line] {
    var found: [(index: Int, number: Int, end: Int)] = []
    var last = 0
    var chapters = 0
    for (index, line) in lines.enumerated() {
      if line.marker?.level == .chapter, let number = line.marker?.number {
        last = number
        chapters += 1
      } else if let end = lostSign(text, line, after: last) {
        last += 1
        found.append((index, last, end))
      }
    }
    guard !found.isEmpty, found.count + chapters >= 2 else { return lines }
    var lines = lines
    for (index, number, end) in found {
      let start = lines[index].span.lowerBound
      lines[index].marker = Marker(level: .chapter, number: number, length: end - start)
      lines[index].body = end..<lines[index].span.upperBound
    }
    return lines
  }

  /// The end of the next number, where a heading follows it at once.
  private static func lostSign(_ text: [Unicode.Scalar], _ line: Line, after last: Int) -> Int? {
    guard line.marker?.number == nil, let (number, end) = Numerals.chinese(text, line.span.lowerBound),
      number == last + 1, end + 2 <= line.span.upperBound, text[end].isHan, !measures.contains(text[end])
    else { return nil }
    let isShort = line.span.count <= 16 && text[line.span].allSatisfy { $0.isHan || $0 == "、" }
    let isGenre = !Role.of(text, (end..<line.span.upperBound).prefixRange(10)).isEmpty
    return isShort || isGenre ? end : nil
  }

  private static let measures = Set("是个种类次项步阶年月日季方名级律线些".unicodeScalars)

  /// Of the genre: its words say what the chapter is for.
  private static func says(_ text: [Unicode.Scalar], _ span: Range<Int>) -> Bool { !Role.of(text, span).isEmpty }

  private static func isHead(_ text: [Unicode.Scalar], _ lines: [Line], _ index: Int) -> Bool {
    let line = lines[index]
    guard line.marker == nil, index + 1 < lines.count, isShort(text, line), !ends(text, line.span) else { return false }
    if index > 0, let last = lines[index - 1].span.last, !text[last].isStop, !isTitled(text, lines[index - 1]) {
      return false
    }
    let next = lines[index + 1]
    if let marker = next.marker { return marker.level > .chapter && (marker.number ?? 1) == 1 }
    return Phrases.stage.matches(text, next.span.lowerBound)
      || next.span.count >= 10 && text[next.span].contains { $0.isStop || $0 == "," }
  }

  private static func isShort(_ text: [Unicode.Scalar], _ line: Line) -> Bool {
    (2...12).contains(line.span.count) && text[line.span].allSatisfy { $0.isHan || $0 == "、" }
      && !Lines.isTitle(text[line.span])
  }

  private static func isTitled(_ text: [Unicode.Scalar], _ line: Line) -> Bool {
    Lines.isTitle(text[line.span]) || line.marker?.level == .chapter
  }

  /// Signatures, addressees and names.
  private static func ends(_ text: [Unicode.Scalar], _ span: Range<Int>) -> Bool {
    parts.ending(text, at: span.upperBound, from: span.lowerBound) != nil
  }

  private static let parts = Lexicon(
    "政府 办公室 委员会 局 厅 院 站 所 中心 公司 支队 大队 小组 长 书记 主任 委员 日 月 单位 部门 学校 人 附件 正文 通知 方案 计划 意见 办法 关闭 打印 朗读")
}
