internal import Kit

/// One non-empty line of the given text, folded, without blanks except between Latin letters or digits.
struct PhysicalLine: Sendable {
  var plain: [Unicode.Scalar] = []
  var shown: [Unicode.Scalar] = []
  var origin: [Int] = []

  static func read(_ text: String) -> [PhysicalLine] {
    var lines: [PhysicalLine] = []
    var collected: [(Unicode.Scalar, Int)] = []
    for (place, scalar) in text.unicodeScalars.enumerated() {
      if scalar.isLineEnd {
        if let line = PhysicalLine(collected) { lines.append(line) }
        collected.removeAll(keepingCapacity: true)
      } else {
        collected.append((scalar, place))
      }
    }
    if let line = PhysicalLine(collected) { lines.append(line) }
    return lines
  }

  private init?(_ scalars: [(Unicode.Scalar, Int)]) {
    let isTraditional = scalars.contains { ScriptTable.folds[$0.0] != nil }
    let bars = Cells.bars(scalars)
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
  }

  private mutating func append(_ plainScalar: Unicode.Scalar, _ shownScalar: Unicode.Scalar, _ place: Int) {
    plain.append(plainScalar)
    shown.append(shownScalar)
    origin.append(place)
  }
}

/// Cells of a table in pasted text, kept apart by tabs or wide gaps.
enum Cells {
  /// The places where a cell begins behind a gap; none unless the line has three to ten cells of some length.
  static func bars(_ scalars: [(Unicode.Scalar, Int)]) -> Set<Int> {
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
    return isTable ? Set(bars) : []
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
