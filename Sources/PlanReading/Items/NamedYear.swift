internal import Kit

/// The year that the text gives the work in passing: 形成2026年度全市专项行动总结, 下发《2026年库存检查通知》. It is the plan's only where
/// every other year of the text agrees, whatever is cited as a basis, told of the past or blanked out left aside.
struct NamedYear {
  private let script: Manuscript
  private let reader: PlanReader

  static func read(_ reader: PlanReader) -> Sourced<Int>? { NamedYear(script: reader.script, reader: reader).read() }

  private func read() -> Sourced<Int>? {
    let found = reader.lines.flatMap { line in
      Sentences.clauses(script, in: line.span).flatMap { clause in mentions(in: clause) }
    }
    guard let first = found.first(where: \.isNamed), found.allSatisfy({ $0.year == first.year }),
      !reader.lines.contains(where: { Dates.all(script, in: $0.span).flatMap(\.points).contains { $0.year == .masked } }
      )
    else { return nil }
    return Sourced(value: first.year, source: [script.source(first.span)])
  }

  private struct Mention {
    var year: Int
    var span: Range<Int>
    /// The year of some work, not of a date.
    var isNamed: Bool
  }

  private func mentions(in clause: Range<Int>) -> [Mention] {
    // 完成2026年整治后，…: what was done before.
    guard !NamedYear.told.occurs(script.plain, in: clause), clause.last.map({ script.at($0) != "后" }) ?? false else {
      return []
    }
    return clause.compactMap { start in
      guard let (year, end) = Numerals.digits(script.plain, start, most: 4), end - start == 4, script.at(end) == "年",
        (1990...2100).contains(year), !script.at(start - 1).isDigit, !isAside(start..<end + 1, in: clause)
      else { return nil }
      let rest = (end + 1..<clause.upperBound).prefixRange(30)
      let isDate = script.at(rest.lowerBound).isDigit
      return Mention(
        year: year, span: start..<end + 1, isNamed: !isDate && NamedYear.work.occurs(script.plain, in: rest))
    }
  }

  /// 2020年以来, 2020年修订, 2020—2022年, 借鉴2020年…, 按照《2020年…要点》: says nothing about when this work is done.
  private func isAside(_ span: Range<Int>, in clause: Range<Int>) -> Bool {
    if NamedYear.since.matches(script.plain, span.upperBound)
      || Separator.end(
        script, span.lowerBound - 1, before: span.lowerBound) != nil
    {
      return true
    }
    let before = max(clause.lowerBound, span.lowerBound - 40)..<span.lowerBound
    return NamedYear.basis.occurs(script.plain, in: before)
      || NamedYear.past.ending(script.plain, at: before.upperBound, from: before.lowerBound) != nil
  }

  private static let work = Lexicon("行动 检查 整治 治理 工作 方案 总结 抽查 督查 排查 监管 打击")
  private static let since = Lexicon("以来 以前 之前 以后 之后 至今 来 前 起 底 末 初 修订 修正 颁布 公布 施行 第")
  private static let told = Lexicon("共查 共检 共立 共出动 累计 同比 去年 上年 较上 发生 曾 先后")
  private static let basis = Lexicon("根据 按照 依据 依照 遵照 贯彻 落实 参照 借鉴 吸取")
  private static let past = Lexicon("自 从 总结 巩固 截至 截止 对照")
}
