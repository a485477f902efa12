internal import Kit

/// Times told by quarters and halves of a year: 一季度, 第二、三季度, 2026年第三季度至第四季度, 下半年, 二季度末.
enum Quarters {
  static func read(_ script: Manuscript, _ start: Int, _ span: Range<Int>) -> DateMention? {
    var position = start
    var year = DatePoint.Year.none
    if let (value, end) = Numerals.digits(script.plain, start, most: 4), end - start == 4, script.at(end) == "年",
      (1949...2100).contains(value)
    {
      (year, position) = (.known(value), end + 1)
    } else if script.at(start + 1) == "年", "今本当".unicodeScalars.contains(script.at(start)) {
      (year, position) = (.own, start + 2)
    } else if "每各前半".unicodeScalars.contains(script.at(start - 1)) || script.at(start - 1).isDigit {
      return nil
    }
    guard var term = term(script, position) else { return nil }
    if let next = Separator.end(script, term.end, before: span.upperBound), let last = self.term(script, next) {
      (term.last, term.end) = (last.last, last.end)
    }
    let after = term.end..<min(span.upperBound, term.end + 10)
    guard term.end <= span.upperBound, term.first < term.last, script.at(term.end) != "前",
      !past.occurs(script.plain, in: after)
    else { return nil }
    // 二季度末: its last month.
    if script.at(term.end) == "末" || script.at(term.end) == "底" {
      let point = DatePoint(year: year, month: .known(term.last), day: .vague, span: start..<term.end + 1)
      return DateMention(start: point, end: point, span: point.span)
    }
    let first = DatePoint(year: year, month: .known(term.first), span: start..<term.end)
    let last = DatePoint(year: year, month: .known(term.last), span: start..<term.end)
    return DateMention(start: first, end: last, span: start..<term.end)
  }

  private struct Term {
    var first: Int
    var last: Int
    var end: Int
  }

  private static func term(_ script: Manuscript, _ start: Int) -> Term? {
    if script.at(start + 1) == "半", script.at(start + 2) == "年" {
      if script.at(start) == "上" { return Term(first: 1, last: 6, end: start + 3) }
      if script.at(start) == "下" { return Term(first: 7, last: 12, end: start + 3) }
    }
    let from = script.at(start) == "第" ? start + 1 : start
    guard let (number, end) = number(script, from) else { return nil }
    if quarter.matches(script.plain, end) { return Term(first: number * 3 - 2, last: number * 3, end: end + 2) }
    // 二、三季度; 一至三季度
    guard "、和至到—-".unicodeScalars.contains(script.at(end)), let (last, close) = self.number(script, end + 1),
      last > number, quarter.matches(script.plain, close)
    else { return nil }
    return Term(first: number * 3 - 2, last: last * 3, end: close + 2)
  }

  private static func number(_ script: Manuscript, _ start: Int) -> (Int, Int)? {
    let found = Numerals.chinese(script.plain, start) ?? Numerals.digits(script.plain, start, most: 1)
    return found.flatMap { (1...4).contains($0.0) ? $0 : nil }
  }

  private static let quarter = Lexicon("季度")
  /// 上半年共查处…: told of a time that is over.
  private static let past = Lexicon("共 已 累计 同比 查获 总结会")
}
