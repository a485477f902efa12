internal import Kit

/// Violations (违法行为): the clauses of a task that name an unlawful act, without the verb that fights it.
enum Violations {
  static func read(_ script: Manuscript, _ span: Range<Int>) -> [String] {
    var found: [String] = []
    for sentence in Sentences.all(script, in: span).prefix(60) where !measures.occurs(script.plain, in: sentence) {
      for clause in Sentences.clauses(script, in: sentence) {
        guard let act = act(script, clause) else { continue }
        let text = script.text(act)
        if !found.contains(where: { $0.contains(text) }) { found.append(text) }
      }
    }
    return Array(found.prefix(40))
  }

  private static func act(_ script: Manuscript, _ clause: Range<Int>) -> Range<Int>? {
    var core = Sentences.drop(script, heads, from: clause)
    if let verb = fights.all(script.plain, in: core.prefixRange(60)).last, verb.upperBound < core.upperBound - 2 {
      core = verb.upperBound..<core.upperBound
    }
    core = Sentences.dropEnd(script, tails, from: Sentences.drop(script, heads, from: core))
    guard (3...120).contains(core.count), Phrases.unlawful.occurs(script.plain, in: core),
      !empty.isWord(script.plain, core), !goods.matches(script.plain, core.lowerBound)
    else { return nil }
    return core
  }

  /// Sentences about how the office works, not about what others do wrong.
  private static let measures = Lexicon("责任追究 追究责任 挂牌督办 失职 渎职 移送机制 曝光 长效机制 举报奖励 牵头负责")
  private static let fights = Lexicon(
    "严厉打击 重点打击 重点查处 依法查处 严肃查处 依法取缔 严厉查处 坚决打击 打击 查处 整治 取缔 惩治 严禁 禁止 查办 治理 防止 杜绝 处罚 清理 是否存在 存在")
  private static let heads = Lexicon(
    "严厉 严肃 坚决 重点 依法 依规 全面 集中 对 将 的 : , 及 和 以及 或 其他 各类 一批 各种 从严 依法依规 等 是 要 ; 、 有无 是否 有")
  private static let tails = Lexicon("违法违规行为 等违法违规行为 等行为 的行为 行为 等违法行为 违法行为 的 等 。 等问题 问题 的单位和个人 、")
  private static let empty = Lexicon("违法 违规 违法违规 违法案件 违法违规案件 违法线索 违法者 违法必究 违法犯罪 违法信息 犯罪 涉嫌犯罪 违法所得")
  private static let goods = Lexicon("合法 有序 规范")
}
