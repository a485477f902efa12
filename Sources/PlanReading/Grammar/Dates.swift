internal import Kit

/// Finds dates and gives them years, where the text gives one.
enum Dates {
  /// All mentions outside of cited titles, in order.
  static func all(_ script: Manuscript, in span: Range<Int>) -> [DateMention] {
    var found: [DateMention] = []
    var position = span.lowerBound
    while position < span.upperBound {
      if canBegin(script.plain[position]), !script.isCited[position], let mention = read(script, position, span) {
        found.append(mention)
        position = max(mention.span.upperBound, position + 1)
      } else {
        position += 1
      }
    }
    return found
  }

  private static func canBegin(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isDigit || scalar.isMask || Numerals.values[scalar] != nil || "十年今本当次翌明至到第上下".unicodeScalars.contains(scalar)
  }

  private static func read(_ script: Manuscript, _ start: Int, _ span: Range<Int>) -> DateMention? {
    if let quarter = Quarters.read(script, start, span) { return quarter }
    let scan = DatePointScan(script: script, end: span.upperBound)
    // 至2011年9月20日: an end without a beginning.
    if script.at(start) == "至" || script.at(start) == "到" {
      guard
        start == span.lowerBound || !script.at(start - 1).isHan || "截起".unicodeScalars.contains(script.at(start - 1)),
        let end = scan.read(start + 1)
      else { return nil }
      return DateMention(start: nil, end: end, span: start..<end.span.upperBound)
    }
    guard let first = scan.read(start) else { return nil }
    if let range = range(script, first, scan, span) { return range }
    return followsNow(script, start) ? DateMention(start: nil, end: first, span: first.span) : open(script, first, span)
  }

  /// 即日起—4月15日: only the end is a date.
  private static func followsNow(_ script: Manuscript, _ start: Int) -> Bool {
    var before = start - 1
    while start - before <= 3, "-—~".unicodeScalars.contains(script.at(before)) { before -= 1 }
    return before < start - 1 && script.at(before) == "起"
  }

  private static func range(
    _ script: Manuscript, _ first: DatePoint, _ scan: DatePointScan, _ span: Range<Int>
  ) -> DateMention? {
    let after = first.span.upperBound
    guard let next = Separator.end(script, after, before: span.upperBound) else { return nil }
    if let second = scan.read(next) {
      return DateMention(start: first, end: second, span: first.span.lowerBound..<second.span.upperBound)
    }
    // 2025.3.1-3.31
    if script.at(first.span.upperBound - 1).isDigit, let second = scan.short(next) {
      return DateMention(start: first, end: second, span: first.span.lowerBound..<second.span.upperBound)
    }
    // 9月1日至15日
    guard case .known = first.month, let (day, end) = Numerals.digits(script.plain, next, most: 2), day <= 31, day > 0,
      end < span.upperBound, script.at(end) == "日"
    else { return nil }
    let second = DatePoint(month: first.month, day: .known(day), span: next..<end + 1)
    return DateMention(start: first, end: second, span: first.span.lowerBound..<end + 1)
  }

  private static let openEnd = Lexicon("起 开始 至长期 到长期 至永久 以后 及以后 —长期 -长期")

  /// 4月1日起: a beginning without end. Else one point, which is both.
  private static func open(_ script: Manuscript, _ point: DatePoint, _ span: Range<Int>) -> DateMention {
    let after = point.span.upperBound
    let opens =
      after < span.upperBound
      && openEnd.length(script.plain, after, before: span.upperBound) != nil
    return DateMention(start: point, end: opens ? nil : point, span: point.span)
  }

  /// Start and end with years: the point's own, else the start's for the end, else the context's. A range whose months
  /// run backwards (12月至3月) crosses into a year that is not written, so its end stays without one.
  static func resolve(_ mention: DateMention, year context: Int?) -> (start: PlanDate, end: PlanDate) {
    var first = mention.start.flatMap { own($0, context: context, before: nil) }
    if first == nil, mention.start?.year == DatePoint.Year.none, isForward(mention),
      case .known(let year) = mention.end?.year
    {
      first = year
    }
    guard mention.isRange else {
      return (date(mention.start, first, isEnd: false), date(mention.end, first, isEnd: true))
    }
    let inherited = mention.start == nil ? context : first
    var last = mention.end.flatMap { own($0, context: inherited, before: first) }
    if mention.end?.year == DatePoint.Year.none, !isForward(mention) { last = nil }
    return (date(mention.start, first, isEnd: false), date(mention.end, last, isEnd: true))
  }

  static func own(_ point: DatePoint, context: Int?, before: Int?) -> Int? {
    switch point.year {
    case .known(let year): year
    case .none: before ?? context
    case .own: context
    case .next: (before ?? context).map { $0 + 1 }
    case .masked: nil
    }
  }

  private static func isForward(_ mention: DateMention) -> Bool {
    guard case .known(let first) = mention.start?.month, case .known(let last) = mention.end?.month else { return true }
    return first <= last
  }

  static func date(_ point: DatePoint?, _ year: Int?, isEnd: Bool) -> PlanDate {
    guard let point else { return PlanDate() }
    guard case .known(let month) = point.month else {
      guard point.month == .none, let year, point.year != .masked else { return PlanDate() }
      return PlanDate(month: PlanMonth(year: year, month: isEnd ? 12 : 1))
    }
    guard case .known(let day) = point.day else {
      if point.day == .masked { return PlanDate() }
      return year.map { PlanDate(month: PlanMonth(year: $0, month: month)) } ?? PlanDate(monthDay: month.twoDigits)
    }
    guard let year else {
      guard CivilDate(2024, month, day) != nil else { return PlanDate() }
      return PlanDate(monthDay: "\(month.twoDigits)-\(day.twoDigits)")
    }
    return CivilDate(year, month, day).map { PlanDate(date: $0) } ?? PlanDate()
  }
}
