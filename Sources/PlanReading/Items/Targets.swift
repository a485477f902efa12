internal import Kit

/// Scope that no chapter says: whom the campaign is turned on (决定对全县渡船进行一次检查), and where it runs
/// (在全院范围内开展).
extension PlanReader {
  /// In the head and the aims: any body or thing.
  func targets() -> [Range<Int>] {
    Array(openings.flatMap { ranged($0, Targets.fields) + turned($0, isWhole: false) }.prefix(3))
  }

  /// In tasks and steps: only what is said of the whole (辖区内所有冷库); else the area alone.
  func wholes() -> [Range<Int>] {
    let parts = chapters.filter { !$0.role.intersection([.tasks, .phases]).isEmpty }.flatMap(\.node.texts)
    let found = parts.flatMap { turned($0, isWhole: true) + everyone($0) }
    return Array((openings.flatMap { ranged($0, Targets.ranges) } + found).prefix(2))
  }

  private var openings: [Range<Int>] {
    chapters.filter { $0.isOrphan && $0.role == [] || $0.role.contains(.goals) }.flatMap(\.node.texts)
  }

  /// 在全市范围内, 在全县餐饮行业开展.
  private func ranged(_ span: Range<Int>, _ ends: Lexicon) -> [Range<Int>] {
    Targets.areas.all(script.plain, in: span).compactMap { word in
      guard !script.isCited[word.lowerBound] else { return nil }
      let tail = word.upperBound..<min(span.upperBound, word.upperBound + 14)
      guard let end = ends.first(script.plain, in: tail),
        script.plain[word.upperBound..<end.upperBound].allSatisfy(\.isHan),
        !ScopeWords.verb.occurs(script.plain, in: word.upperBound..<end.upperBound),
        !script.plain[word.upperBound..<end.lowerBound].contains(where: { "内以对".unicodeScalars.contains($0) })
      else { return nil }
      return word.lowerBound + 1..<end.upperBound
    }
  }

  /// 对…进行检查, 对…逐一登记.
  private func turned(_ span: Range<Int>, isWhole: Bool) -> [Range<Int>] {
    Sentences.clauses(script, in: span).compactMap { clause in
      guard let toward = clause.first(where: { script.at($0) == "对" }), !script.isCited[toward],
        let verb = Targets.verbs.first(script.plain, in: toward + 1..<clause.upperBound),
        Targets.works.occurs(script.plain, in: (verb.lowerBound..<clause.upperBound).prefixRange(18))
      else { return nil }
      return Targets.named(script, toward + 1..<verb.lowerBound, isWhole: isWhole)
    }
  }

  /// 旅店、浴场以及民宿均纳入检查.
  func included() -> [Range<Int>] {
    lines.flatMap { Sentences.all(script, in: $0.body) }.compactMap { sentence in
      guard let word = Targets.included.first(script.plain, in: sentence), word.lowerBound - sentence.lowerBound <= 80,
        Targets.works.occurs(script.plain, in: (word.upperBound..<sentence.upperBound).prefixRange(10))
      else { return nil }
      let span = sentence.lowerBound..<word.lowerBound
      return Violations.isUnlawful(script, span) ? nil : ScopeWords.clean(script, span)
    }
  }

  /// 所有渡船必须配备救生衣: a clause about all of a kind.
  private func everyone(_ span: Range<Int>) -> [Range<Int>] {
    Sentences.clauses(script, in: span).compactMap { clause in
      guard Targets.alls.matches(script.plain, clause.lowerBound),
        let verb = Targets.musts.first(script.plain, in: clause.prefixRange(16)),
        verb.lowerBound - clause.lowerBound >= 4,
        script.plain[clause.lowerBound..<verb.lowerBound].allSatisfy(\.isHan)
      else { return nil }
      return Targets.named(script, clause.lowerBound..<verb.lowerBound, isWhole: true)
    }
  }
}

private enum Targets {
  static let areas = Lexicon("在全国 在全县 在全市 在全区 在全省 在全镇 在全乡 在全院 在全校 在全系统 在全旗 在全州 在全街道 在辖区 在我县 在我市 在我区")
  static let ranges = Lexicon("范围内")
  static let fields = Lexicon("行业 领域 系统")
  static let verbs = Lexicon("进行 开展 实施 做一次 逐一 逐户 逐家 逐个 逐台 全面 集中 组织")
  static let works = Lexicon("检查 排查 整治 普查 摸底 清理 整顿 核查 清查 倒查 登记 巡查 抽查 治理")
  static let included = Lexicon("均纳入 都纳入 一律纳入 全部纳入 均列入 均属于 均在")
  static let alls = Lexicon("所有 各类 全部")
  static let musts = Lexicon("必须 均 都 要 应 须 一律 全部 完成 纳入 实行 配备 安装")
  private static let wholes = Lexicon("所有 各类 全县 全市 全区 全镇 全乡 全街道 全省 全院 辖区 本镇 我镇 本县 我县 我市 本市 我区 近两年 近三年 去年以来 各级各类")
  /// What is said of the work itself, of an act or of what was found.
  private static let nothing = Lexicon(
    "上述 以上 该 此 其 发现 查出 情况 工作 整改 结果 线索 案件 行为 活动 负责 落实 方案 责任 行动 宣传 问题 隐患 有关 相关 重点 台账 经验 任务")
  private static let ends = Lexicon("存在 涉嫌 违反 未")

  /// The bodies or things, without what they may have done wrong (…存在的问题).
  static func named(_ script: Manuscript, _ span: Range<Int>, isWhole: Bool) -> Range<Int>? {
    let end = ends.first(script.plain, in: span)?.lowerBound ?? span.upperBound
    guard let core = ScopeWords.clean(script, span.lowerBound..<end), (4...60).contains(core.count),
      !nothing.occurs(script.plain, in: core), script.at(core.upperBound - 1) != "内",
      !Violations.isUnlawful(script, core)
    else { return nil }
    let isAll = wholes.occurs(script.plain, in: core.prefixRange(8))
    let isKind = ScopeWords.kind.ending(script.plain, at: core.upperBound, from: core.lowerBound) != nil
    return isAll || !isWhole && isKind ? core : nil
  }
}
