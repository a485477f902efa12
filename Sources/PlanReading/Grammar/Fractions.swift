internal import Kit

/// A share told as a fraction: 三分之二以上, 不少于四分之一. Without a word that makes it a minimum it says nothing of coverage.
enum Fractions {
  static func read(_ script: Manuscript, _ start: Int, before end: Int) -> Percent? {
    guard Numerals.values[script.at(start - 1)] == nil, script.at(start - 1) != "十",
      let (whole, middle) = Numerals.chinese(script.plain, start),
      let over = between.length(script.plain, middle, before: end),
      let (part, stop) = Numerals.chinese(script.plain, middle + over), stop <= end, part > 0, part <= whole
    else { return nil }
    let before = max(0, start - 8)..<start
    let isMinimum = atLeast.matches(script.plain, stop) || reaching.occurs(script.plain, in: before)
    guard isMinimum, !votes.occurs(script.plain, in: stop..<min(end, stop + 14)) else { return nil }
    return Percent(value: (Double(part) / Double(whole) * 10_000).rounded() / 100, span: start..<stop)
  }

  private static let between = Lexicon("分之")
  private static let atLeast = Lexicon("以上 及以上")
  private static let reaching = Lexicon("达到 达 不低于 不少于 不得低于 不得少于 至少 完成 覆盖")
  /// 三分之二以上成员同意: how a body decides.
  private static let votes = Lexicon("出席 到会 同意 表决 通过 业主 成员参加")
}
