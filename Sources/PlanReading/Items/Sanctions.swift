internal import Kit

/// The sentence of a law: 对甲的，责令改正; 乙、丙的，由某局依法查处. What a sanction follows is an act, whatever its words.
extension Violations {
  /// The acts, and the clauses of the sentence that say something else.
  static func sanctioned(_ script: Manuscript, _ sentence: Range<Int>) -> (acts: [Range<Int>], rest: [Range<Int>])? {
    let clauses = Sentences.clauses(script, in: sentence)
    var found: [Range<Int>] = []
    var rest = clauses
    var first = 0
    for (index, clause) in clauses.enumerated().dropLast() {
      if Phrases.deed.matches(script.plain, clause.lowerBound) { first = index + 1 }
      guard script.at(clause.upperBound - 1) == "的", script.at(clause.upperBound) == ",",
        isSanction(script, clauses[index + 1]), first <= index
      else { continue }
      let opened = clauses[first...index].last { script.at($0.lowerBound) == "对" } ?? clauses[first]
      first = index + 2
      found += deeds(script, opened.lowerBound..<clause.upperBound - 1)
      rest.removeAll { $0.lowerBound >= opened.lowerBound && $0.lowerBound <= clauses[index + 1].lowerBound }
    }
    for clause in rest {
      guard let end = outrightly(script, clause) else { continue }
      found += deeds(script, clause.lowerBound..<end)
      rest.removeAll { $0 == clause }
    }
    return found.isEmpty ? nil : (found, rest)
  }

  /// 对超员、遮挡号牌的一律从严处罚: where the act ends within its clause.
  private static func outrightly(_ script: Manuscript, _ clause: Range<Int>) -> Int? {
    guard script.at(clause.lowerBound) == "对" || script.at(clause.lowerBound) == "凡" else { return nil }
    return clause.dropFirst(4).first { position in
      script.at(position) == "的" && sternly.matches(script.plain, position + 1)
        && ends.occurs(script.plain, in: position + 1..<max(position + 1, clause.upperBound))
    }
  }

  private static let sternly = Lexicon("一律 从严 从重 依法 严肃 坚决 责令 立即 限期 予以 当场 要依法 要坚决 要从严 要严肃")

  /// The parts of what is punished, without 对.
  private static func deeds(_ script: Manuscript, _ span: Range<Int>) -> [Range<Int>] {
    let opens = script.at(span.lowerBound) == "对" || script.at(span.lowerBound) == "凡"
    let core = opens ? span.lowerBound + 1..<span.upperBound : span
    guard core.count >= 4, !cases.matches(script.plain, core.lowerBound),
      cases.ending(script.plain, at: core.upperBound, from: core.lowerBound) == nil
    else { return [] }
    // 挂着旅馆、民宿招牌，暗中收费的: where not every clause is an act by itself, they are one.
    let clauses = Sentences.clauses(script, in: core)
    let isList = clauses.count == 1 || clauses.allSatisfy { isUnlawful(script, $0) }
    return (isList ? Acts.parts(script, core) : [core]).compactMap { self.core(script, $0) }
  }

  /// 条件齐备而未备案的，由某局指导补办: who is helped has done no wrong.
  static func isHelped(_ script: Manuscript, _ clause: Range<Int>, before next: Range<Int>) -> Bool {
    script.at(clause.upperBound - 1) == "的" && script.at(clause.upperBound) == ","
      && softens.occurs(script.plain, in: next) && !manners.occurs(script.plain, in: next.prefixRange(6))
  }

  private static let softens = Lexicon("指导 帮助 补办 扶持 引导 协助其")

  /// 责令停业, 由某局会同某局查处, 一律拆除; 由某局指导补办 helps.
  private static func isSanction(_ script: Manuscript, _ clause: Range<Int>) -> Bool {
    if outright.matches(script.plain, clause.lowerBound) { return true }
    guard !helps.occurs(script.plain, in: clause) else { return false }
    if script.at(clause.lowerBound) == "由" { return ends.occurs(script.plain, in: clause.suffixRange(8)) }
    return manners.occurs(script.plain, in: clause.prefixRange(6))
      && ends.occurs(script.plain, in: clause.prefixRange(24)) || strikes.matches(script.plain, clause.lowerBound)
  }

  private static let outright = Lexicon("一律停 一律关 一律取缔 一律立案 一律拆 一律扣 责令停")
  private static let manners = Lexicon("一律 当场 依法 责令 从严 从重 严肃 严厉 坚决 立即 限期 要 予以 应 按 坚决予以 必须 查 移 取 立案 没收 停")
  private static let strikes = Lexicon("一查到底 查清 立案 责令 取缔 没收 扣押 吊销 当场纠正 追究")
  private static let ends = Lexicon(
    """
    查处 处罚 取缔 关停 关闭 停业 停产 停用 停运 停止 扣押 没收 立案 移送 吊销 清理 拆除 纠正 改正 整改 惩处 惩治 严惩 追究 处理 打击 处置 侦办 侦查
    曝光 查封 倒查 约谈 除名 下架 封存 强拆 退回 清退 重处 顶格
    """)
  private static let helps = Lexicon("指导 帮助 补办 奖励 支持 补助 扶持 免于 免予 不予 优先 办理 引导 协助 上报 报告 建立 登记 逐一 通报")
  /// 情节严重的, 查实的: of which case, not which act.
  private static let cases = Lexicon(
    """
    符合 具备 已 需要 需 查实 查明 发现 经 情节 逾期 拒不 不能按期 整改 检查中 条件 案情 涉嫌构成 构成 触犯 造成 上述 问题 隐患 限期 到期 屡 屡教不改 情节严重
    问题严重 后果 严重 查实 确认 达不到整改 未按期 按期 涉嫌犯罪 举报 工作 责任 影响 排查 责任不落实 落实不力 不力 推诿 敷衍 失误 遗漏 瞒案 拖延
    """)
}
