internal import Kit

/// What printing and saving left between the words: page numbers (-1-, 第 2 页 共 3 页) and the readings in brackets that a
/// converter put behind Traditional letters, 領(lǐng)導(dǎo).
enum PageMarks {
  /// Without them; a sentence that a page number cut is joined again.
  static func dropped(_ lines: [PhysicalLine]) -> [PhysicalLine] {
    var kept: [PhysicalLine] = []
    var isCut = false
    for line in lines.map(cleaned) {
      if line.plain.isEmpty || isMark(line.plain[...]) {
        isCut = !kept.isEmpty
        continue
      }
      if isCut, let last = kept.last, joins(last.plain, line.plain) {
        kept[kept.count - 1].add(line)
      } else {
        kept.append(line)
      }
      isCut = false
    }
    return kept
  }

  /// -1-, — 11 —, 第2页, 第2页共3页, 2/15: a line that is nothing else.
  private static func isMark(_ line: ArraySlice<Unicode.Scalar>) -> Bool {
    guard line.count <= 12, line.contains(where: \.isDigit) else { return false }
    if pageEnd(Array(line), 0) == line.count { return true }
    let inner = line.drop { dashes.contains($0) }
    let number = inner.prefix { $0.isDigit }
    guard number.count < line.count, (1...3).contains(number.count) else { return false }
    let rest = inner.dropFirst(number.count)
    return inner.count < line.count && !rest.isEmpty && rest.allSatisfy { dashes.contains($0) }
  }

  private static let dashes: Set<Unicode.Scalar> = ["-", "—", "·", " "]

  /// A long line without its stop, and one that opens nothing of its own.
  private static func joins(_ first: [Unicode.Scalar], _ second: [Unicode.Scalar]) -> Bool {
    guard first.count >= 16, let last = first.last, last.isHan || last == "," || last == "、",
      second.first?.isHan ?? false
    else { return false }
    return Marker.read(second, 0) == nil && !Lines.isTitle(first[...]) && !Lines.isTitle(second[...])
      && !Role.isHeading(second, second.indices) && !Phrases.stage.matches(second, 0)
  }

  /// 标第2页共5页准要求, 領(lǐng)導: marks within the line.
  private static func cleaned(_ line: PhysicalLine) -> PhysicalLine {
    guard line.plain.contains("页") || line.plain.contains("(") else { return line }
    var result = PhysicalLine(cells: [])
    var position = 0
    while position < line.plain.count {
      if let end = pagesEnd(line.plain, position) ?? readingEnd(line.plain, position) {
        position = end
      } else {
        result.plain.append(line.plain[position])
        result.shown.append(line.shown[position])
        result.origin.append(line.origin[position])
        position += 1
      }
    }
    return result
  }

  /// The end of 第2页共5页; 第2页 alone within a line may be meant.
  private static func pagesEnd(_ text: [Unicode.Scalar], _ start: Int) -> Int? {
    guard let end = pageEnd(text, start), end - start >= 6 else { return nil }
    return end
  }

  private static func pageEnd(_ text: [Unicode.Scalar], _ start: Int) -> Int? {
    guard start < text.count, text[start] == "第", let (_, first) = Numerals.digits(text, start + 1, most: 3),
      first < text.count, text[first] == "页"
    else { return nil }
    let next = first + 1 < text.count && "/,".unicodeScalars.contains(text[first + 1]) ? first + 2 : first + 1
    guard next < text.count, text[next] == "共", let (_, last) = Numerals.digits(text, next + 1, most: 3),
      last < text.count, text[last] == "页"
    else { return first + 1 }
    return last + 1
  }

  /// (lǐng): small Latin letters in a bracket behind a letter of the script, at least one of them with its tone or alone.
  private static func readingEnd(_ text: [Unicode.Scalar], _ start: Int) -> Int? {
    guard text[start] == "(", start > 0, text[start - 1].isHan || text[start - 1] == ")" else { return nil }
    let letters = text[(start + 1)...].prefix(8).prefix { $0.isPinyin }
    guard (1...7).contains(letters.count), letters.contains(where: { $0.value > 0x7F }),
      letters.endIndex < text.count, text[letters.endIndex] == ")"
    else { return nil }
    return letters.endIndex + 1
  }
}

extension Unicode.Scalar {
  /// a to z and the vowels with tones.
  fileprivate var isPinyin: Bool {
    (97...122).contains(value) || (0xE0...0xFC).contains(value) || (0x100...0x1DC).contains(value)
  }
}
