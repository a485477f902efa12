internal import Kit

/// Outline marker (序号) at the beginning of a line, higher levels first.
struct Marker: Hashable, Sendable {
  enum Level: Int, Sendable, Comparable {
    /// 一、 第一章
    case chapter
    /// （一） and 一） without its opening bracket
    case section
    /// 1、 1. 01 and the masked _、
    case item
    /// （1） ①
    case subitem
    /// —— ●
    case dash

    static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
  }

  var level: Level
  var number: Int?
  /// Scalars of the marker, from the position it was read at.
  var length: Int

  static func isNumeral(_ scalar: Unicode.Scalar) -> Bool { Numerals.values[scalar] != nil || scalar == "十" }

  static func read(_ text: [Unicode.Scalar], _ position: Int) -> Marker? {
    guard position >= 0, position < text.count else { return nil }
    let scan = MarkerScan(text: text, start: position)
    return scan.bracketed() ?? scan.numeral() ?? scan.digits() ?? scan.sign()
  }
}

private struct MarkerScan {
  let text: [Unicode.Scalar]
  let start: Int

  func at(_ position: Int) -> Unicode.Scalar { text.indices.contains(position) ? text[position] : "\n" }

  func bracketed() -> Marker? {
    let isSquare = at(start) == "["
    guard at(start) == "(" || isSquare else { return nil }
    if let (number, end) = Numerals.chinese(text, start + 1), at(end) == (isSquare ? "]" : ")") {
      return Marker(level: .section, number: number, length: pastComma(end + 1) - start)
    }
    guard !isSquare, let (number, end) = Numerals.digits(text, start + 1, most: 2), at(end) == ")" else { return nil }
    return Marker(level: .subitem, number: number, length: end + 1 - start)
  }

  func numeral() -> Marker? {
    let isArticle = at(start) == "第"
    guard let (number, end) = Numerals.chinese(text, start + (isArticle ? 1 : 0)) else { return nil }
    if isArticle { return article(number, end) }
    switch at(end) {
    case ")": return Marker(level: .section, number: number, length: end + 1 - start)
    case "、", ".", ":", ",":
      // 一、二级医疗机构 is no heading.
      if Numerals.chinese(text, end + 1) != nil, at(end + 2) != "是" { return nil }
      return Marker(level: .chapter, number: number, length: end + 1 - start)
    default: return nil
    }
  }

  private func article(_ number: Int, _ end: Int) -> Marker? {
    guard at(end) == "章" || at(end) == "部" && at(end + 1) == "分" else { return nil }
    let length = (at(end) == "章" ? end + 1 : end + 2) - start
    return Marker(level: .chapter, number: number, length: pastComma(start + length) - start)
  }

  func digits() -> Marker? {
    if at(start) == "_", at(start + 1) == "、" { return Marker(level: .item, number: nil, length: 2) }
    guard let (number, end) = Numerals.digits(text, start, most: 2) else { return nil }
    // 3四、整治重点: a page number before the heading.
    if Marker.isNumeral(at(end)), let inner = Marker.read(text, end), inner.level == .chapter,
      inner.number == number + 1
    {
      return Marker(level: .chapter, number: inner.number, length: inner.length + end - start)
    }
    if at(end) == "、" || at(end) == "." && !at(end + 1).isDigit {
      return Marker(level: .item, number: number, length: end + 1 - start)
    }
    if at(end) == ")" { return Marker(level: .subitem, number: number, length: end + 1 - start) }
    guard at(start) == "0", end - start == 2, at(end).isHan, at(end) != "年", at(end) != "月" else { return nil }
    return Marker(level: .item, number: number, length: 2)
  }

  func sign() -> Marker? {
    let first = at(start)
    if (0x2460...0x2473).contains(first.value) {
      return Marker(level: .subitem, number: Int(first.value) - 0x245F, length: 1)
    }
    // A.夜间不停车休息；B.…
    if (65...74).contains(first.value), at(start + 1) == "." || at(start + 1) == "、", at(start + 2).isHan {
      return Marker(level: .subitem, number: Int(first.value) - 64, length: 2)
    }
    if "●◆■★▲•·◇□".unicodeScalars.contains(first) { return Marker(level: .dash, number: nil, length: 1) }
    // ㈠ ⒈ ⑴: one sign with its brackets or its stop.
    if (0x3220...0x3229).contains(first.value) {
      return Marker(level: .section, number: Int(first.value) - 0x321F, length: pastComma(start + 1) - start)
    }
    if (0x2488...0x249B).contains(first.value) {
      return Marker(level: .item, number: Int(first.value) - 0x2487, length: pastComma(start + 1) - start)
    }
    if (0x2474...0x2487).contains(first.value) {
      return Marker(level: .subitem, number: Int(first.value) - 0x2473, length: pastComma(start + 1) - start)
    }
    guard first == "—" || first == "-", at(start + 1) == first else { return nil }
    return Marker(level: .dash, number: nil, length: 2)
  }

  private func pastComma(_ end: Int) -> Int { at(end) == "、" || at(end) == "." ? end + 1 : end }
}

/// Whole numbers in digits or Chinese numerals.
enum Numerals {
  static let values: [Unicode.Scalar: Int] = [
    "〇": 0, "零": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
  ]

  /// 一 to 九十九. The end is where the numeral stops.
  static func chinese(_ text: [Unicode.Scalar], _ start: Int) -> (Int, Int)? {
    func at(_ position: Int) -> Unicode.Scalar { text.indices.contains(position) ? text[position] : "\n" }
    if at(start) == "十" {
      guard let unit = values[at(start + 1)], unit > 0 else { return (10, start + 1) }
      return (10 + unit, start + 2)
    }
    guard let first = values[at(start)], first > 0 else { return nil }
    guard at(start + 1) == "十" else { return (first, start + 1) }
    guard let unit = values[at(start + 2)], unit > 0 else { return (first * 10, start + 2) }
    return (first * 10 + unit, start + 3)
  }

  /// At most `most` digits; more are no number of this kind.
  static func digits(_ text: [Unicode.Scalar], _ start: Int, most: Int) -> (Int, Int)? {
    var value = 0
    var end = start
    while end >= 0, end < text.count, text[end].isDigit, end - start <= most {
      value = value * 10 + Int(text[end].value - 48)
      end += 1
    }
    return end > start && end - start <= most ? (value, end) : nil
  }
}
