internal import Kit

/// Reads one date point: `2011年9月20日`, `9月底`, `20__年__月`, `2013-7-10`, `二〇一一年九月`, `年10月下旬`, `次年3月`.
struct DatePointScan {
  let script: Manuscript
  let end: Int

  func at(_ position: Int) -> Unicode.Scalar { position < end ? script.at(position) : "\n" }

  func read(_ start: Int) -> DatePoint? {
    guard !script.at(start - 1).isDigit || !at(start).isDigit else { return nil }
    if let dotted = dotted(start) { return dotted }
    var point = DatePoint(span: start..<start)
    var position = year(start, &point)
    position = month(position, &point)
    position = day(position, &point)
    guard position > start, isDate(point, position) else { return nil }
    point.span = start..<position
    return point
  }

  /// A lone mask or a lone day is a date only beside other parts.
  private func isDate(_ point: DatePoint, _ end: Int) -> Bool {
    switch (point.year, point.month, point.day) {
    case (.none, .none, _), (.own, .none, .none), (.next, .none, .none): false
    case (.known, .none, .none): at(end) != "度" && at(end) != "来" && at(end) != "以"
    default: true
    }
  }

  private func year(_ start: Int, _ point: inout DatePoint) -> Int {
    let first = at(start)
    if at(start + 1) == "年" {
      if first == "次" || first == "翌" || first == "明" { return set(.next, start + 2, &point) }
      if first == "今" || first == "本" || first == "当" { return set(.own, start + 2, &point) }
    }
    if first == "年", at(start + 1) == "底" || at(start + 1) == "末", !script.at(start - 1).isDigit,
      !whole.contains(script.at(start - 1)), !script.at(start - 1).isMask
    {
      return set(.own, start + 1, &point)
    }
    if first == "年", at(start + 1).isDigit, !script.at(start - 1).isDigit, !whole.contains(script.at(start - 1)),
      let (_, end) = number(start + 1, 12),
      at(end) == "月"
    {
      return set(.masked, start + 1, &point)
    }
    if let (value, end) = Numerals.digits(script.plain, start, most: 4), end - start == 4, at(end) == "年" {
      return (1949...2100).contains(value) ? set(.known(value), end + 1, &point) : start
    }
    if let value = chineseYear(start) { return set(.known(value), start + 5, &point) }
    return maskedYear(start, &point)
  }

  /// 每年12月, 全年10月 blank no year out.
  private var whole: Set<Unicode.Scalar> { ["每", "全", "半", "整", "一", "两", "三"] }

  private func set(_ year: DatePoint.Year, _ end: Int, _ point: inout DatePoint) -> Int {
    point.year = year
    return end
  }

  private func chineseYear(_ start: Int) -> Int? {
    guard at(start + 4) == "年" else { return nil }
    var value = 0
    for position in start..<start + 4 {
      guard let digit = Numerals.values[at(position)], at(position) != "两" else { return nil }
      value = value * 10 + digit
    }
    return (1949...2100).contains(value) ? value : nil
  }

  /// `20__年`, `XX年`, `____年`, `20年` cut short is none.
  private func maskedYear(_ start: Int, _ point: inout DatePoint) -> Int {
    var position = start
    var masks = 0
    while position - start < 6, at(position).isMask || at(position).isDigit {
      masks += at(position).isMask ? 1 : 0
      position += 1
    }
    guard masks > 0, at(position) == "年", !script.at(start - 1).isMask else { return start }
    return set(.masked, position + 1, &point)
  }

  /// At most two digits up to `most`, in digits or Chinese numerals.
  private func number(_ start: Int, _ most: Int) -> (Int, Int)? {
    let found = Numerals.digits(script.plain, start, most: 2) ?? Numerals.chinese(script.plain, start)
    guard let (value, end) = found, (1...most).contains(value), end <= self.end else { return nil }
    return (value, end)
  }

  private func masks(_ start: Int) -> Int {
    var position = start
    while position - start < 4, at(position).isMask { position += 1 }
    return position
  }

  private func month(_ start: Int, _ point: inout DatePoint) -> Int {
    let yearEnd = yearEndWord(start, &point)
    if yearEnd > start { return yearEnd }
    // 2026年春节: the month is not said, and the year is not the whole of it.
    if point.year != .none, DatePointScan.feasts.matches(script.plain, start) {
      point.month = .vague
      return start
    }
    if let (value, end) = number(start, 12) {
      if at(end) == "月" {
        point.month = .known(value)
        return end + (at(end + 1) == "份" ? 2 : 1)
      }
      // 2026年8底前: the 月 was lost.
      if at(end) == "底", point.year != .none {
        (point.month, point.day) = (.known(value), .vague)
        return end + 1
      }
      // 4—5月: the first numeral has no 月 of its own.
      if let next = Separator.end(script, end, before: self.end), let (_, after) = number(next, 12), at(after) == "月",
        script.plain[start].isDigit
      {
        point.month = .known(value)
        return end
      }
    }
    let end = masks(start)
    guard end > start, at(end) == "月" else { return start }
    point.month = .masked
    return end + 1
  }

  /// 2022年底, 年末, 今年年底: December.
  private func yearEndWord(_ start: Int, _ point: inout DatePoint) -> Int {
    guard point.year != .none else { return start }
    let position = at(start) == "年" ? start + 1 : start
    guard at(position) == "底" || at(position) == "末" else { return start }
    point.month = .known(12)
    point.day = .vague
    return position + 1
  }

  private func day(_ start: Int, _ point: inout DatePoint) -> Int {
    guard point.month != .none, at(start - 1) == "月" || at(start - 1) == "份" else { return start }
    if let length = DatePointScan.vague.length(script.plain, start, before: end) {
      point.day = .vague
      return start + length
    }
    if let (value, end) = number(start, 31) {
      if at(end) == "日" || at(end) == "号" {
        point.day = .known(value)
        return end + 1
      }
      // 6月10以前: the 日 was lost.
      if DeadlineWords.before.matches(script.plain, end) {
        point.day = .known(value)
        return end
      }
      if let next = Separator.end(script, end, before: self.end), let (_, after) = number(next, 31), at(after) == "日",
        script.plain[start].isDigit
      {
        point.day = .known(value)
        return end
      }
    }
    let end = masks(start)
    guard end > start, at(end) == "日" || at(end) == "号" else { return start }
    point.day = .masked
    return end + 1
  }

  private static let feasts = Lexicon("春节 元旦 元宵 清明 五一 端午 中秋 国庆 暑假 寒假 上半年 下半年 一季度 二季度 三季度 四季度 第一季度 第二季度 第三季度 第四季度")
  private static let vague = Lexicon("上旬 中旬 下旬 底 末 初")

  /// 3.31 behind a date that is written with stops and has its day.
  func short(_ start: Int) -> DatePoint? {
    guard let (month, monthEnd) = Numerals.digits(script.plain, start, most: 2), (1...12).contains(month),
      at(monthEnd) == ".", let (day, dayEnd) = Numerals.digits(script.plain, monthEnd + 1, most: 2),
      (1...31).contains(day), dayEnd <= end
    else { return nil }
    return DatePoint(month: .known(month), day: .known(day), span: start..<dayEnd)
  }

  /// 2013-7-10, 2011.9.20, 2011/9 with a four-digit year first.
  private func dotted(_ start: Int) -> DatePoint? {
    guard let (year, yearEnd) = Numerals.digits(script.plain, start, most: 4), yearEnd - start == 4,
      (1949...2100).contains(year), ".-/".unicodeScalars.contains(at(yearEnd)),
      let (month, monthEnd) = Numerals.digits(script.plain, yearEnd + 1, most: 2), (1...12).contains(month)
    else { return nil }
    var point = DatePoint(year: .known(year), month: .known(month), span: start..<monthEnd)
    guard at(monthEnd) == at(yearEnd), let (day, dayEnd) = Numerals.digits(script.plain, monthEnd + 1, most: 2),
      (1...31).contains(day)
    else { return at(yearEnd) == "." && !at(monthEnd).isDigit ? point : nil }
    point.day = .known(day)
    point.span = start..<dayEnd
    return point
  }
}

/// What stands between the two ends of a range. The numeral 一 counts where a date follows at once.
enum Separator {
  static func end(_ script: Manuscript, _ position: Int, before limit: Int) -> Int? {
    if let length = words.length(script.plain, position, before: limit) {
      var end = position + length
      while end < limit, end - position < 6, words.length(script.plain, end, before: limit) != nil { end += 1 }
      return end
    }
    guard position < limit, script.at(position) == "一" else { return nil }
    let next = script.at(position + 1)
    return next.isDigit || next == "次" || next == "翌" || next.isMask ? position + 1 : nil
  }

  private static let words = Lexicon("起至 起,至 起,到 起始至 开始至 开始,至 开始到 起到 至 到 — - ~ ～ →")
}
