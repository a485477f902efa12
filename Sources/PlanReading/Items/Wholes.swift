internal import Kit

/// Parts that do not fit their whole: a time outside of the campaign's or the phase's, a total that its parts do not make.
extension PlanReader {
  func beyond(_ plan: ReadPlan) -> [Finding] { outsideTotal(plan.phases) + plan.phases.flatMap(outsidePhase) }

  /// Phases outside of the time that the chapter gives for all of them.
  private func outsideTotal(_ phases: [ReadPhase]) -> [Finding] {
    guard let first = phases.first?.source.first else { return [] }
    for chapter in chapters where chapter.role.contains(.phases) {
      let spans = [chapter.node.heading.lowerBound..<chapter.node.rest.upperBound] + chapter.node.paragraphs
      for span in spans where script.source(span).end <= first.start {
        guard let mention = Dates.all(script, in: span).first(where: { $0.isRange && $0.start != nil }) else {
          continue
        }
        let whole = Dates.resolve(mention, year: nil)
        guard let start = whole.start.days, let end = whole.end.days, start.isYearless == end.isYearless,
          start.first <= end.last
        else { return [] }
        return phases.compactMap { outside($0, start, end, mention) }
      }
    }
    return []
  }

  private func outside(_ phase: ReadPhase, _ start: PossibleDays, _ end: PossibleDays, _ mention: DateMention)
    -> Finding?
  {
    let isEarly = phase.start.days.map { $0.isYearless == start.isYearless && $0.last < start.first } ?? false
    let isLate = phase.end.days.map { $0.isYearless == end.isYearless && $0.first > end.last } ?? false
    guard isEarly || isLate else { return nil }
    return Finding(
      kind: .outside, message: "“\(phase.name)”（\(phase.quote)）超出了总的时间“\(script.text(mention.span))”。",
      source: phase.source + [script.source(mention.span)])
  }

  /// Dated steps inside a phase that run past its end.
  private func outsidePhase(_ phase: ReadPhase) -> [Finding] {
    guard let place = phase.source.first, let start = phase.start.days, let end = phase.end.days,
      start.isYearless == end.isYearless, start.first <= end.last
    else { return [] }
    let year = phase.end.year
    return lines.filter { inside($0, place) }.flatMap { Dates.all(script, in: $0.body) }.compactMap { mention in
      guard mention.isRange, mention.start != nil, script.text(mention.span) != phase.dateText else { return nil }
      let own = Dates.resolve(mention, year: year)
      guard let first = own.start.days, let last = own.end.days, last.isYearless == end.isYearless,
        last.first > end.last,
        first.first >= start.first
      else { return nil }
      return Finding(
        kind: .outside, message: "“\(script.text(mention.span))”超出了所在阶段“\(phase.name)”（\(phase.quote)）。",
        source: [script.source(mention.span)] + phase.source)
    }
  }

  private func inside(_ line: Line, _ place: SourceRange) -> Bool {
    let own = script.source(line.span)
    return place.start < own.start && own.end <= place.end
  }

  // MARK: totals

  /// 共检查100户，其中餐饮60户、食堂30户.
  func totals() -> [Finding] {
    lines.flatMap { Sentences.all(script, in: $0.body) }.compactMap { sentence in
      guard let word = Totals.whole.first(script.plain, in: sentence),
        let parts = Totals.parts.first(script.plain, in: word.upperBound..<sentence.upperBound),
        let whole = Totals.counts(script, word.upperBound..<parts.lowerBound).last
      else { return nil }
      let listed = Totals.counts(script, parts.upperBound..<sentence.upperBound).filter { $0.unit == whole.unit }
      let sum = listed.reduce(0) { $0 + $1.number }
      guard listed.count >= 2, sum != whole.number,
        !Totals.open.occurs(script.plain, in: parts.upperBound..<sentence.upperBound)
      else { return nil }
      return Finding(
        kind: .total, message: "总数 \(whole.number) 与各项之和 \(sum) 不符，请核对。",
        source: [
          script.source(whole.span),
          script.source(parts.lowerBound..<(listed.last?.span.upperBound ?? parts.upperBound)),
        ])
    }
  }
}

private enum Totals {
  static let whole = Lexicon("共 总计 合计 总数 总共 累计")
  static let parts = Lexicon("其中 包括 分别为 分别是")
  /// A list that is not meant to be whole.
  static let open = Lexicon("等 重点 主要")

  struct Count {
    var number: Int
    var unit: Unicode.Scalar
    var span: Range<Int>
  }

  /// Whole numbers with the measure word behind them: 60户.
  static func counts(_ script: Manuscript, _ span: Range<Int>) -> [Count] {
    var found: [Count] = []
    var position = span.lowerBound
    while position < span.upperBound {
      guard let (number, end) = Numerals.digits(script.plain, position, most: 7), end < span.upperBound else {
        position += 1
        continue
      }
      if measures.contains(script.at(end)) {
        found.append(Count(number: number, unit: script.at(end), span: position..<end + 1))
      }
      position = end
    }
    return found
  }

  private static let measures = Set("户家个所名人件批次项处辆台份起吨只".unicodeScalars)
}
