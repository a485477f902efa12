internal import Kit

extension ReadPhase {
  /// Its dates stand in the text, but blanked out.
  fileprivate var isBlank: Bool {
    dateText?.unicodeScalars.contains { $0.isMask } ?? false || dateText?.hasPrefix("年") ?? false
  }
}

/// Which year the plan's own dates without year belong to, and where the text says so.
struct YearContext: Sendable {
  var plan: Sourced<Int>?
  /// Found in the phases or deadlines themselves: it holds behind its place only.
  var isLate = false

  init(plan: Sourced<Int>, isLate: Bool) {
    self.plan = plan
    self.isLate = isLate
  }

  init(_ reader: PlanReader, title: Sourced<String>?) {
    plan =
      YearContext.inTitle(reader) ?? YearContext.inName(title) ?? YearContext.inPurpose(reader) ?? YearContext.signed(
        reader)
      ?? YearContext.inTime(reader) ?? YearContext.supplemented(reader) ?? NamedYear.read(reader)
  }

  /// 《2025年…方案》印发后: a supplement to the issuer's own plan lies in that plan's year.
  private static func supplemented(_ reader: PlanReader) -> Sourced<Int>? {
    let script = reader.script
    guard reader.headLines.contains(where: { supplements.occurs(script.plain, in: $0.span.prefixRange(60)) }) else {
      return nil
    }
    for line in reader.headLines {
      for open in line.span where script.at(open) == "《" {
        guard let (year, end) = Numerals.digits(script.plain, open + 1, most: 4), (1990...2100).contains(year),
          script.at(end) == "年",
          let close = (end..<min(line.span.upperBound, end + 60)).first(where: { script.at($0) == "》" }),
          issued.matches(script.plain, close + 1)
        else { continue }
        return Sourced(value: year, source: [script.source(open + 1..<end)])
      }
    }
    return nil
  }

  private static let supplements = Lexicon("补充通知 补充方案 补充意见 调整 延期 延长 顺延 推迟")
  private static let issued = Lexicon("印发后 印发以来 下发后 下发以来 实施以来 实施后 (以下简称")

  private static func inTitle(_ reader: PlanReader) -> Sourced<Int>? {
    let script = reader.script
    let titles = reader.headLines.map(\.span).filter { Lines.isTitle(script.plain[$0]) }
    for title in titles.reversed() {
      for position in title {
        guard let (year, end) = Numerals.digits(script.plain, position, most: 4), end - position == 4,
          (1990...2100).contains(year), !script.at(position - 1).isDigit, script.at(position - 1) != "[",
          end < title.upperBound
        else { continue }
        return Sourced(value: year, source: [script.source(position..<end)])
      }
    }
    return nil
  }

  /// 印发《2026年…方案》: the name that a report gives of the plan.
  private static func inName(_ title: Sourced<String>?) -> Sourced<Int>? {
    guard let title else { return nil }
    let text = Array(title.value.unicodeScalars)
    for place in text.indices.prefix(12) where place + 4 < text.count && text[place + 4] == "年" {
      guard let (year, end) = Numerals.digits(text, place, most: 4), end == place + 4, (1990...2100).contains(year)
      else {
        continue
      }
      return Sourced(value: year, source: title.source)
    }
    return nil
  }

  /// 现制定2023年…方案 in the first paragraphs, outside of cited titles.
  private static func inPurpose(_ reader: PlanReader) -> Sourced<Int>? {
    let script = reader.script
    for line in reader.headLines.suffix(12) {
      for clause in Sentences.clauses(script, in: line.body) {
        guard let verb = makes.first(script.plain, in: clause) else { continue }
        let isBasis = basis.matches(script.plain, clause.lowerBound)
        let window = (isBasis ? verb.lowerBound : clause.lowerBound)..<min(clause.upperBound, verb.upperBound + 12)
        if let year = Dates.all(script, in: window).lazy.compactMap(\.knownYear).first {
          return Sourced(value: year.year, source: [script.source(year.span)])
        }
      }
    }
    return nil
  }

  /// 整治时间：2024年5月20日至6月20日, where no phases follow.
  private static func inTime(_ reader: PlanReader) -> Sourced<Int>? {
    let script = reader.script
    for chapter in reader.chapters where chapter.role.contains(.phases) {
      // （一）检查时点。以2025年8月底为时点: beside the steps, whose own years say nothing of the others.
      let others = chapter.node.children.filter { !Stages.isStage(script, $0.span, reaching: true) }
      let texts = chapter.node.ownText + Node.group(others).texts
      let mentions = texts.flatMap { Dates.all(script, in: $0) }.filter {
        !since.matches(script.plain, $0.span.upperBound) && !isReviewed(script, $0)
      }
      let years = mentions.flatMap(\.knownYears)
      guard let first = years.first, Set(years.map(\.year)).count == 1, !mentions.contains(where: \.isMasked) else {
        continue
      }
      return Sourced(value: first.year, source: [script.source(first.span)])
    }
    return nil
  }

  /// 近两年（2024年1月1日至2025年12月31日）的病历: the time that is looked at, not that of the work.
  private static func isReviewed(_ script: Manuscript, _ mention: DateMention) -> Bool {
    script.at(mention.span.lowerBound - 1) == "("
      && recent.occurs(script.plain, in: max(0, mention.span.lowerBound - 7)..<mention.span.lowerBound)
  }

  private static let recent = Lexicon("近 过去 上年 去年 以来")
  private static let since = Lexicon("以来 以前 之后 以后 度 印发 下发")
  private static let longTerms = Lexicon("三年行动 三年时间 三年计划 两年时间 五年时间 三年左右 两年左右")
  private static let makes = Lexicon("制定 制订 决定在 决定于 定于 拟于 决定从 决定自 决定开展 特制定")
  private static let basis = Lexicon("根据 按照 依据 为 结合 自 针对")

  /// 清沅县水利局办公室　2026年3月10日印发: the foot of a printed paper.
  private static func isPrinted(_ script: Manuscript, _ mention: DateMention, _ line: Range<Int>) -> Bool {
    prints.isWord(script.plain, mention.span.upperBound..<line.upperBound)
      && Departments.isBody(script, line.lowerBound..<mention.span.lowerBound)
  }

  private static let prints = Lexicon("印发 印 印制")

  /// A date alone on a line of the head or the foot, beside the issuer's name: the day of signing.
  private static func signed(_ reader: PlanReader) -> Sourced<Int>? {
    let script = reader.script
    let lines = reader.headLines + reader.lines.suffix(6)
    for line in lines where line.marker == nil && (8...40).contains(line.span.count) {
      let mentions = Dates.all(script, in: line.span)
      guard let only = mentions.first, mentions.count == 1, let year = only.knownYear,
        only.span == line.span && line.span.count <= 16 || isPrinted(script, only, line.span),
        only.start?.hasMonth == true || only.start?.month == .masked
      else { continue }
      return Sourced(value: year.year, source: [script.source(year.span)])
    }
    return nil
  }

  /// The year of the first phase that has one. Where a phase before it is blanked out, a later year is not the plan's.
  static func fromPhases(_ phases: [ReadPhase]) -> Sourced<Int>? {
    for phase in phases where phase.dateText != nil {
      if phase.isBlank { return nil }
      if let year = phase.start.year ?? phase.end.year { return Sourced(value: year, source: phase.source) }
    }
    return nil
  }

  /// The one year that all dated deadlines name, in a plan without blanked dates.
  static func fromDeadlines(_ reader: PlanReader, _ plan: ReadPlan) -> Sourced<Int>? {
    // 到2027年底，申报率达到95% is how far an aim reaches, not when the plan was made.
    let dated = plan.deadlines.filter { $0.date.year != nil && !($0.dateText.hasPrefix("到") && $0.what.contains("率")) }
    guard !longTerms.occurs(reader.script.plain, in: reader.span) else { return nil }
    guard let first = dated.first, let year = first.date.year, dated.allSatisfy({ $0.date.year == year }),
      !plan.phases.contains(where: \.isBlank),
      !reader.lines.contains(where: { Dates.all(reader.script, in: $0.span).contains(where: \.isMasked) })
    else { return nil }
    return Sourced(value: year, source: first.source)
  }
}
