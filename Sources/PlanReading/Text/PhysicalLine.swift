internal import Kit

/// One non-empty line of the given text, folded, without blanks except between Latin letters or digits.
struct PhysicalLine: Sendable {
  var plain: [Unicode.Scalar] = []
  var shown: [Unicode.Scalar] = []
  var origin: [Int] = []

  init() {}

  static func read(_ text: String) -> [PhysicalLine] {
    var raw: [[(Unicode.Scalar, Int)]] = []
    var collected: [(Unicode.Scalar, Int)] = []
    func close() {
      if collected.contains(where: { !$0.0.isBlank }) { raw += Flattened.parted(collected) }
      collected.removeAll(keepingCapacity: true)
    }
    for (place, scalar) in text.unicodeScalars.enumerated() {
      if scalar.isLineEnd { close() } else { collected.append((scalar, place)) }
    }
    close()
    let lines = BlankTables.lines(raw, bars: Cells.rows(raw))
    return CellLines.joined(PageNumbers.dropped(PageMarks.dropped(lines)))
  }

  /// A row of a table from its cells.
  init(cells: [PhysicalLine]) {
    for cell in cells {
      if let last = origin.last { append("|", " ", cell.origin.first.map { max(0, $0 - 1) } ?? last) }
      plain += cell.plain
      shown += cell.shown
      origin += cell.origin
    }
  }

  init?(_ scalars: [(Unicode.Scalar, Int)], bars: Set<Int>) {
    let isTraditional = scalars.contains { ScriptTable.folds[$0.0] != nil }
    var blank = false
    for (scalar, place) in scalars {
      if scalar.isBlank {
        blank = true
        continue
      }
      if bars.contains(place) {
        append("|", " ", place - 1)
      } else if blank, let last = plain.last, last.isWordASCII, scalar.isWordASCII {
        append(" ", " ", place - 1)
      }
      blank = false
      // 顯著 keeps its 著; 打著 is 打着.
      let isOwn = scalar == "著" && plain.last.map { "显卓昭名论".unicodeScalars.contains($0) } ?? false
      let simple = isOwn ? scalar : Fold.simplified(scalar, traditional: isTraditional)
      append(Fold.narrow(simple), simple, place)
    }
    if plain.isEmpty { return nil }
    markNumber()
    dropMarks()
    foldStops()
  }

  /// 一 工作目标, 1 未取得许可的: a blank behind a line's number stands for its stop. Not in a text spaced letter by letter, and not
  /// before what is counted (3 个月).
  private mutating func markNumber() {
    let end = Numbered.end(plain)
    guard end > 0, end + 1 < plain.count, origin[end] - origin[end - 1] > 1, origin[end + 1] - origin[end] == 1,
      plain[end].isHan, plain[end + 1].isHan, !Numbered.counted.contains(plain[end])
    else { return }
    plain.insert("、", at: end)
    shown.insert(" ", at: end)
    origin.insert(origin[end - 1] + 1, at: end)
  }

  /// 三、?职责分工: what a blank became when the page was saved.
  private mutating func dropMarks() {
    for index in plain.indices.dropFirst().dropLast().reversed() where plain[index] == "?" {
      let before = plain[index - 1]
      let isNumbered = before == "、" && index > 1 && (plain[index - 2].isDigit || Marker.isNumeral(plain[index - 2]))
      guard before == ")" || isNumbered, plain[index + 1].isHan else { continue }
      plain.remove(at: index)
      shown.remove(at: index)
      origin.remove(at: index)
    }
  }

  /// 一、检查范围.全区企业.: a half-width stop behind a word ends a sentence; behind the number of a heading (一.) it does
  /// not.
  private mutating func foldStops() {
    for index in plain.indices where plain[index] == "." && index > 0 {
      let before = plain[index - 1]
      let isWord = before.isHan && !Marker.isNumeral(before) || ")%”》".unicodeScalars.contains(before)
      let isEnd = index + 1 == plain.count || plain[index + 1].isHan || "(“《".unicodeScalars.contains(plain[index + 1])
      if isWord, isEnd, index > 2 || !before.isHan { plain[index] = "。" }
    }
  }

  private mutating func append(_ plainScalar: Unicode.Scalar, _ shownScalar: Unicode.Scalar, _ place: Int) {
    plain.append(plainScalar)
    shown.append(shownScalar)
    origin.append(place)
  }
}

/// The bare number that a line begins with.
enum Numbered {
  /// Where it ends: up to two digits, or a Chinese numeral below a hundred; 0 where there is none.
  static func end(_ text: [Unicode.Scalar]) -> Int {
    if let (_, end) = Numerals.digits(text, 0, most: 2), end <= 2 { return end }
    return Numerals.chinese(text, 0).map(\.1) ?? 0
  }

  static let counted = Set("月年日号时分天周季个家户人名次件元万亿千百级类项条辆台所份页批项种是至到届期".unicodeScalars)
}

/// Cells of a table in pasted text, kept apart by tabs or wide gaps.
enum Cells {
  /// For each line the places where a cell begins behind a gap. A row has another beside it; a line alone whose words stand
  /// far apart is none, but behind a label its gaps part what belongs to it (组  长：周平  镇长).
  static func rows(_ lines: [[(Unicode.Scalar, Int)]]) -> [Set<Int>] {
    let bars = lines.map(bars)
    return bars.indices.map { index in
      if let colon = labelEnd(lines[index]) { return bars[index].filter { $0 > colon } }
      let beside = [index - 1, index + 1].contains { bars.indices.contains($0) && !bars[$0].isEmpty }
      return beside || lines[index].contains { $0.0 == "\t" } ? bars[index] : []
    }
  }

  /// 整  治  范  围：…: where a label of few words ends, however far apart they stand.
  private static func labelEnd(_ scalars: [(Unicode.Scalar, Int)]) -> Int? {
    let opening = scalars.lazy.filter { !$0.0.isBlank }.prefix(7)
    guard let colon = opening.first(where: { Fold.narrow($0.0) == ":" }) else { return nil }
    return opening.prefix { $0.1 < colon.1 }.allSatisfy { $0.0.isHan } ? colon.1 : nil
  }

  /// None unless the line has three to ten cells of some length.
  private static func bars(_ scalars: [(Unicode.Scalar, Int)]) -> Set<Int> {
    var bars: [Int] = []
    var lengths: [Int] = []
    var gap = 0
    var length = 0
    for (scalar, place) in scalars {
      if scalar.isBlank {
        gap += scalar == "\t" ? 2 : 1
        continue
      }
      if gap >= 2, length > 0 {
        bars.append(place)
        lengths.append(length)
        length = 0
      }
      gap = 0
      length += 1
    }
    lengths.append(length)
    let isTable =
      (3...10).contains(lengths.count) && lengths.reduce(0, +) >= lengths.count * 3 && lengths.contains { $0 >= 4 }
    return isTable && !isProse(scalars, bars) ? Set(bars) : []
  }

  /// A sentence with gaps between its words: a cell ends with a comma, or a bracket is closed in another cell.
  private static func isProse(_ scalars: [(Unicode.Scalar, Int)], _ bars: [Int]) -> Bool {
    let starts = Set(bars)
    var depth = 0
    var last: Unicode.Scalar = " "
    for (scalar, place) in scalars where !scalar.isBlank {
      if starts.contains(place), depth != 0 || "，,；;".unicodeScalars.contains(last) { return true }
      if "（(".unicodeScalars.contains(scalar) { depth += 1 }
      if "）)".unicodeScalars.contains(scalar) { depth = max(0, depth - 1) }
      last = scalar
    }
    return false
  }
}

/// Folding of one scalar to one scalar.
enum Fold {
  static func simplified(_ scalar: Unicode.Scalar, traditional: Bool) -> Unicode.Scalar {
    if let folded = ScriptTable.folds[scalar] { return folded }
    return traditional ? ScriptTable.ambiguous[scalar] ?? scalar : scalar
  }

  /// Full width to half width, and the brackets and quotes of one kind to one form.
  static func narrow(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    if (0xFF01...0xFF5E).contains(scalar.value) { return Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar }
    return forms[scalar] ?? scalar
  }

  private static let forms: [Unicode.Scalar: Unicode.Scalar] = [
    "〔": "[", "〕": "]", "【": "[", "】": "]", "﹝": "[", "﹞": "]", "〈": "《", "〉": "》", "﹙": "(", "﹚": ")",
    "「": "“", "」": "”", "『": "“", "』": "”", "〞": "”", "〝": "“", "\"": "”", "–": "—", "―": "—", "－": "-",
    "─": "—", "━": "—", "～": "~", "〜": "~", "∼": "~", "○": "〇", "﹪": "%", "％": "%", "．": ".", "｡": "。",
    "、": "、", "﹑": "、", "︰": ":", "﹕": ":", "；": ";", "×": "×", "✕": "×", "＊": "*", "＿": "_", "‗": "_",
  ]
}

extension Unicode.Scalar {
  var isLineEnd: Bool {
    self == "\n" || self == "\r" || (0x0B...0x0C).contains(value) || value == 0x85
      || value == 0x2028 || value == 0x2029
  }
  var isDigit: Bool { (48...57).contains(value) }
  var isWordASCII: Bool { isDigit || (65...90).contains(value) || (97...122).contains(value) }
  /// Where a clause ends.
  var isStop: Bool { self == "|" || self == "。" || self == ";" || self == "!" || self == "?" || self == "\n" }
  var isComma: Bool { isStop || self == "," || self == ":" }
  /// A sign that blanks out a digit or a name.
  var isMask: Bool { "_xX×*〇?".unicodeScalars.contains(self) }
}
