internal import Kit

/// A share told as a fraction: 三分之二以上, 不少于四分之一. Without a word that makes it a minimum it says nothing of coverage.
enum Fractions {
  static func read(_ script: Manuscript, _ start: Int, before end: Int) -> Percent? {
    if let tenths = tenths(script, start, before: end) { return tenths }
    guard Numerals.values[script.at(start - 1)] == nil, script.at(start - 1) != "十",
      let (whole, middle) = Numerals.chinese(script.plain, start),
      let over = between.length(script.plain, middle, before: end),
      let (part, stop) = Numerals.chinese(script.plain, middle + over), stop <= end, part > 0, part <= whole
    else { return nil }
    guard isMinimum(script, start..<stop), !votes.occurs(script.plain, in: stop..<min(end, stop + 14)) else {
      return nil
    }
    return Percent(value: (Double(part) / Double(whole) * 10_000).rounded() / 100, span: start..<stop)
  }

  /// 不少于九成, 八成以上, 达到九成五.
  private static func tenths(_ script: Manuscript, _ start: Int, before end: Int) -> Percent? {
    guard let tens = Numerals.values[script.at(start)], (1...9).contains(tens), start + 1 < end,
      script.at(start + 1) == "成", Numerals.values[script.at(start - 1)] == nil
    else { return nil }
    let half = start + 2 < end ? Numerals.values[script.at(start + 2)] : nil
    let span = start..<start + (half == nil ? 2 : 3)
    return isMinimum(script, span) ? Percent(value: Double(tens * 10 + (half ?? 0)), span: span) : nil
  }

  private static func isMinimum(_ script: Manuscript, _ span: Range<Int>) -> Bool {
    atLeast.matches(script.plain, span.upperBound)
      || reaching.occurs(script.plain, in: max(0, span.lowerBound - 8)..<span.lowerBound)
  }

  private static let between = Lexicon("分之")
  private static let atLeast = Lexicon("以上 及以上")
  private static let reaching = Lexicon("达到 达 不低于 不少于 不得低于 不得少于 至少 完成 覆盖")
  /// 三分之二以上成员同意: how a body decides.
  private static let votes = Lexicon("出席 到会 同意 表决 通过 业主 成员参加")
}
