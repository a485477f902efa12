internal import Kit

/// Phases that one sentence tells: names with their dates in brackets side by side, 先由…再由…最后由…, and the dates that a
/// supplement moves.
enum ToldStages {
  static func units(_ script: Manuscript, _ spans: [Range<Int>]) -> [Range<Int>] {
    for read in [moved, bracketed, steps, labelled] {
      let units = spans.flatMap { read(script, $0) }
      if units.count >= 2 || units.count == 1 && Moved.read(script, units[0]) != nil { return units }
    }
    return []
  }

  /// 企业自查由5月31日延长至6月30日；市级抽查调整为….
  static func moved(_ script: Manuscript, _ span: Range<Int>) -> [Range<Int>] {
    Sentences.clauses(script, in: span).filter { Moved.read(script, $0) != nil }
  }

  /// 分动员（4月10日至4月20日）、整治（4月21日至10月15日）、验收（…）三步: each to the next.
  static func bracketed(_ script: Manuscript, _ span: Range<Int>) -> [Range<Int>] {
    let found = Sentences.all(script, in: span).map { sentence in
      sentence.filter { script.at($0) == "(" }.compactMap { dated(script, $0, in: sentence) }
    }
    return found.first { $0.count >= 2 } ?? []
  }

  /// The name before the bracket and the bracket, where nothing but dates stands in it.
  private static func dated(_ script: Manuscript, _ open: Int, in sentence: Range<Int>) -> Range<Int>? {
    guard let mention = Dates.all(script, in: open + 1..<min(sentence.upperBound, open + 40)).first,
      mention.span.lowerBound <= open + 3, script.at(mention.span.upperBound) == ")"
    else { return nil }
    var start = open
    while start > sentence.lowerBound, open - start < 14, script.at(start - 1).isHan,
      !parts.contains(script.at(start - 1))
    {
      start -= 1
    }
    return (2...13).contains(open - start) ? start..<mention.span.upperBound + 1 : nil
  }

  /// 宣传发动：3月；集中整治：4月至8月；自查：5月1日至20日，…: names with their dates behind a colon.
  private static func labelled(_ script: Manuscript, _ span: Range<Int>) -> [Range<Int>] {
    Sentences.all(script, in: span).filter { isLabelled(script, $0) }
  }

  static func isLabelled(_ script: Manuscript, _ sentence: Range<Int>) -> Bool {
    guard let colon = sentence.prefixRange(16).first(where: { script.at($0) == ":" }),
      (2...14).contains(colon - sentence.lowerBound), script.plain[sentence.lowerBound..<colon].allSatisfy(\.isHan),
      let mention = Dates.all(script, in: colon + 1..<sentence.upperBound).first
    else { return false }
    let isWhole = mention.span.upperBound + 2 >= sentence.upperBound
    return mention.span.lowerBound <= colon + 2
      && (isWhole || mention.isRange && mention.start != nil && script.at(mention.span.upperBound) == ",")
      && !DeadlineWords.report.occurs(script.plain, in: sentence.lowerBound..<colon)
  }

  /// 2月底前，企业自查；3月至5月，乡镇普查；6月份，县级抽查: three or more, each opening with its date.
  static func dated(_ script: Manuscript, _ spans: [Range<Int>]) -> [Range<Int>]? {
    for span in spans {
      let all = Sentences.all(script, in: span)
      let opening = all.filter { opensDated(script, $0) }
      if opening.count >= 3, opening.count + 1 >= all.count { return opening }
    }
    return nil
  }

  private static func opensDated(_ script: Manuscript, _ sentence: Range<Int>) -> Bool {
    guard let mention = Dates.all(script, in: sentence.prefixRange(30)).first,
      mention.span.lowerBound == sentence.lowerBound
    else { return false }
    let end = mention.span.upperBound + (DeadlineWords.before.length(script.plain, mention.span.upperBound) ?? 0)
    return script.at(end) == "," && !DeadlineWords.report.occurs(script.plain, in: sentence)
  }

  private static let parts: Set<Unicode.Scalar> = ["分", "按", "为"]

  /// 先由各县组织自查，再由市局开展执法，最后由省厅抽查.
  private static func steps(_ script: Manuscript, _ span: Range<Int>) -> [Range<Int>] {
    let opened = Sentences.clauses(script, in: span).compactMap { clause -> Range<Int>? in
      let start = order.all(script.plain, in: clause.prefixRange(24)).first { word in
        word.lowerBound == clause.lowerBound || word.count == 2 && script.at(word.upperBound - 1) == "由"
      }
      return start.map { $0.upperBound..<clause.upperBound }
    }
    guard opened.count >= 2 else { return [] }
    return opened.enumerated().compactMap { index, clause in
      let end = index + 1 < opened.count ? opened[index + 1].lowerBound - 3 : span.upperBound
      let unit = clause.lowerBound..<max(clause.upperBound, end)
      return Dates.all(script, in: unit.prefixRange(60)).isEmpty ? nil : unit
    }
  }

  private static let order = Lexicon("首先由 先由 再由 然后由 接着由 其次由 随后由 最后由 最终由 首先 然后 接着 其次 随后 最后 第一步 第二步 第三步 第四步")
}

/// A date that a notice moves: NAME由原定的5月31日延长至6月30日, NAME顺延至7月1日至9月15日.
struct Moved {
  let name: Range<Int>
  let mention: DateMention
  /// Where the date stood that holds no more.
  let former: Range<Int>

  static func read(_ script: Manuscript, _ clause: Range<Int>) -> Moved? {
    guard let verb = verbs.first(script.plain, in: clause.prefixRange(70)),
      var mention = Dates.all(script, in: verb.upperBound..<clause.upperBound).first,
      mention.span.lowerBound == verb.upperBound
    else { return nil }
    if !mention.isRange, ends.isWord(script.plain, verb) { mention.start = nil }
    let from = origins.first(script.plain, in: clause.lowerBound..<verb.lowerBound)?.lowerBound ?? verb.lowerBound
    let name = Sentences.dropEnd(script, tails, from: Sentences.drop(script, heads, from: clause.lowerBound..<from))
    guard (2...20).contains(name.count), steps.occurs(script.plain, in: name), !papers.occurs(script.plain, in: name)
    else {
      return nil
    }
    return Moved(name: name, mention: mention, former: from..<verb.lowerBound)
  }

  /// Whether the date there holds no more: 由原定的5月31日延长至…, 原定6月的考核不再进行.
  static func isFormer(_ script: Manuscript, _ mention: DateMention, in sentence: Range<Int>) -> Bool {
    let before = sentence.lowerBound..<mention.span.lowerBound
    if olds.ending(script.plain, at: before.upperBound, from: before.lowerBound) != nil { return true }
    let after = mention.span.upperBound..<min(sentence.upperBound, mention.span.upperBound + 3)
    return origins.ending(script.plain, at: before.upperBound, from: before.lowerBound) != nil
      && verbs.occurs(script.plain, in: after.lowerBound..<min(sentence.upperBound, after.lowerBound + 6))
  }

  /// 县级核查: words that end in what a step does.
  static func endsAsStep(_ script: Manuscript, _ span: Range<Int>) -> Bool {
    steps.ending(script.plain, at: span.upperBound, from: span.lowerBound) != nil
  }

  private static let verbs = Lexicon("延长至 延长到 顺延至 顺延到 延期至 延至 推迟至 推迟到 提前至 提前到 调整为 调整至 调整到 变更为 改为 修改为 改至")
  private static let ends = Lexicon("延长至 延长到 顺延至 顺延到 延期至 延至 推迟至 推迟到 提前至 提前到 调整至 调整到 改至")
  private static let origins = Lexicon("由原定于 由原定的 由原定 由原来的 由原计划的 由原计划 从原定的 从原来的 原定的 原定于 原定 原计划 由 从")
  private static let olds = Lexicon("原定于 原定的 原定 原来的 原计划 原计划于 原计划的 原定在 原要求 原要求于")
  private static let heads = Lexicon("将 把 现将 , : 一是 二是 三是 四是 同意 决定将 决定 原方案中 方案中")
  private static let tails = Lexicon("截止时间 结束时间 完成时间 完成时限 工作时间 的时间 时间 期限 时限 工作 , 相应 统一 日期 的")
  private static let steps = Lexicon("阶段 自查 核查 抽查 检查 排查 整治 整改 验收 总结 宣传 发动 动员 部署 治理 巡查 评估 督查 回头看 攻坚 巩固 摸底 普查 行动")
  private static let papers = Lexicon("报送 上报 材料 报表 报告 名单")
}
