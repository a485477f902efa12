internal import Kit

/// Violations (违法行为): the clauses of a task that name an unlawful act, without the verb that fights it.
enum Violations {
  static func read(_ script: Manuscript, _ node: Node) -> [String] {
    let named = Phrases.unlawful.occurs(script.plain, in: node.heading)
    return read(script, [node.heading] + node.texts, isList: named && node.children.isEmpty)
  }

  /// `isList`: the heading speaks of unlawful acts, so each item between ; is one, whatever its words.
  static func read(_ script: Manuscript, _ spans: [Range<Int>], isList: Bool = false) -> [String] {
    var found: [String] = []
    for span in spans {
      let sentences = Sentences.all(script, in: span).prefix(60)
      let items =
        isList ? sentences.filter { script.at($0.upperBound) == ";" || script.at($0.lowerBound - 1) == ";" } : []
      for sentence in sentences where !measures.occurs(script.plain, in: sentence) {
        let isItem = items.count >= 2 && items.contains(sentence)
        let acts = isItem ? [item(script, sentence)] : Sentences.clauses(script, in: sentence).map { act(script, $0) }
        for text in acts.compactMap({ $0 }).map(script.text) where !found.contains(where: { $0.contains(text) }) {
          found.append(text)
        }
      }
    }
    return Array(found.prefix(40))
  }

  private static func item(_ script: Manuscript, _ sentence: Range<Int>) -> Range<Int>? {
    let core = Sentences.dropEnd(script, tails, from: Sentences.drop(script, heads, from: sentence))
    return (3...120).contains(core.count) ? core : nil
  }

  private static func act(_ script: Manuscript, _ clause: Range<Int>) -> Range<Int>? {
    var core = Sentences.drop(script, heads, from: clause)
    if ownWork.matches(script.plain, core.lowerBound), !fights.occurs(script.plain, in: clause) { return nil }
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
  private static let ownWork = Lexicon(
    "为 提高 加强 建立 完善 健全 研究 配合 构成犯罪 拟制 加大 形成 营造 增强 提升 推进 推动 引导 鼓励 做好 开展 及时 按照 根据 结合 督促 发现 涉嫌")
  private static let fights = Lexicon(
    "严厉打击 重点打击 重点查处 依法查处 严肃查处 依法取缔 严厉查处 坚决打击 打击 查处 整治 取缔 惩治 严禁 禁止 查办 治理 防止 杜绝 处罚 清理 是否存在 存在")
  private static let heads = Lexicon(
    "严厉 严肃 坚决 重点 依法 依规 全面 集中 对 将 的 : , 及 和 以及 或 其他 各类 一批 各种 从严 依法依规 等 是 要 ; 、 有无 是否 有")
  private static let tails = Lexicon("违法违规行为 等违法违规行为 等行为 的行为 行为 等违法行为 违法行为 的 等 。 等问题 问题 的单位和个人 、")
  private static let empty = Lexicon("违法 违规 违法违规 违法案件 违法违规案件 违法线索 违法者 违法必究 违法犯罪 违法信息 犯罪 涉嫌犯罪 违法所得")
  private static let goods = Lexicon("合法 有序 规范")
}
