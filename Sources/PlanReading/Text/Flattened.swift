internal import Kit

/// A page whose paragraphs were run together, with a blank where each line ended: …方案 为… 一、工作目标 … （一）….
///
/// Not every blank is such a place. One is, behind a stop, a title or a heading, and before a number or a label.
enum Flattened {
  static func parted(_ line: [(Unicode.Scalar, Int)]) -> [[(Unicode.Scalar, Int)]] {
    guard line.count >= 100, !isSpaced(line) else { return [line] }
    let text = line.map { Fold.narrow(Fold.simplified($0.0, traditional: false)) }
    var parts: [[(Unicode.Scalar, Int)]] = []
    var start = 0
    for position in line.indices.dropFirst() where line[position - 1].0.isBlank && !line[position].0.isBlank {
      let words = text[max(start, position - 120)..<position].filter { !$0.isBlank }
      guard !words.isEmpty, Marker.read(words, 0)?.length != words.count else { continue }
      if ends(words, isWhole: position - start <= 120) || opens(text, position) || isRow(words, text, position) {
        parts.append(Array(line[start..<position]))
        start = position
      }
    }
    return parts + [Array(line[start...])]
  }

  /// Scans leave blanks everywhere, tables have tabs and bars.
  private static func isSpaced(_ line: [(Unicode.Scalar, Int)]) -> Bool {
    line.contains { $0.0 == "\t" || $0.0 == "|" } || line.count { $0.0.isBlank } * 12 > line.count
  }

  /// A stop, a title, or a numbered heading of a few words.
  private static func ends(_ words: [Unicode.Scalar], isWhole: Bool) -> Bool {
    guard let last = words.last else { return false }
    if last.isStop || last == ":" || PageData.closes(words) { return true }
    guard isWhole else { return false }
    if Lines.isTitle(words[...]) || Role.isHeading(words, words.indices) || Role.ends(words, words.indices) {
      return true
    }
    guard let marker = Marker.read(words, 0), marker.level <= .section, marker.number != nil else { return false }
    let heading = words[marker.length...]
    // （三）总结阶段（9月1日—9月15日）
    if last == ")", heading.count <= 40, Units.stageWords.occurs(words, in: heading.indices) { return true }
    return (2...16).contains(heading.count) && heading.allSatisfy { $0.isHan || $0 == "、" }
      && !Role.of(words, heading.indices).isEmpty
  }

  /// 一 工作目标: a heading whose number has no stop.
  private static func isNumbered(_ words: [Unicode.Scalar]) -> Bool {
    guard let (_, end) = Numerals.chinese(words, 0), end < words.count else { return false }
    return Role.isHeading(words, end..<words.count)
  }

  /// 一、 （一） 1. 01 before a word, 第二阶段, 责任单位：.
  private static func opens(_ text: [Unicode.Scalar], _ position: Int) -> Bool {
    let head = Array(text[position...].prefix(12).filter { !$0.isBlank })
    let word = text[position...].prefix(20).split(whereSeparator: \.isBlank).prefix(2)
    if word.count == 2, isNumbered(Array(word.joined())), Numerals.chinese(Array(word[0]), 0)?.1 == word[0].count {
      return true
    }
    if Phrases.label.matches(head, 0) || Phrases.stage.matches(head, 0) || PageData.opens(head) { return true }
    guard let marker = Marker.read(head, 0), marker.level < .dash, marker.number != nil, marker.length < head.count,
      head[marker.length].isHan || "“《".unicodeScalars.contains(head[marker.length])
        || marker.level == .section && head[marker.length].isDigit
    else { return false }
    return true
  }

  /// 8月1日至8月10日 自查 8月11日至9月30日 检查: each date opens a row as the one before did.
  private static func isRow(_ words: [Unicode.Scalar], _ text: [Unicode.Scalar], _ position: Int) -> Bool {
    words.count <= 40 && isDated(words[...]) && isDated(text[position...]) && words.last?.isHan ?? false
      && words.last != "至" && words.last != "到"
  }

  private static func isDated(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
    let digits = text.prefix(3).prefix { $0.isDigit }
    return (1...2).contains(digits.count) && text.dropFirst(digits.count).first == "月"
  }
}
