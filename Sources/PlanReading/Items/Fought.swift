internal import Kit

/// Where a sentence says what is fought, beside the common constructions.
extension Violations {
  /// 对…等腐败问题进行调查: who is to look into it says that it is wrong.
  static let inquires = Lexicon("进行调查 严肃处理 依法处理 依规处理 调查处理 予以改正 责令改正 立案调查")

  /// 清理奶站，规范秩序，严厉打击添加违禁物质的行为: what is fought stands behind the stricter verb that opens a clause further on.
  static func firstFight(_ script: Manuscript, _ sentence: Range<Int>) -> Range<Int>? {
    let verbs = fights.all(script.plain, in: sentence).filter { isFight(script, $0, sentence) }
    guard let first = verbs.first, milder.isWord(script.plain, first) else { return verbs.first }
    return verbs.dropFirst().first { verb in
      strictly(script, verb) && script.at(verb.lowerBound - 1) == ","
        && !isUnlawful(script, first.upperBound..<verb.lowerBound)
    } ?? first
  }

  private static let milder = Lexicon("清理 治理 解决 整治 处罚")

  /// 加大对无证开采行为的打击力度, 加大违法广告查处力度.
  static func pressed(_ script: Manuscript, _ clause: Range<Int>) -> Range<Int>? {
    guard let more = presses.all(script.plain, in: clause).last,
      let end = pressure.ending(script.plain, at: clause.upperBound, from: more.upperBound),
      isUnlawful(script, more.upperBound..<end.lowerBound)
    else { return nil }
    return core(script, Sentences.dropEnd(script, activities, from: more.upperBound..<end.lowerBound))
  }

  private static let presses = Lexicon("加大 加大对 强化对")
  private static let pressure = Lexicon("打击力度 查处力度 惩处力度 整治力度 处罚力度 治理力度 惩治力度 查办力度 监管力度")
  private static let activities = Lexicon("违法犯罪活动 犯罪活动 违法活动 违法犯罪 违法犯罪行为 行为 的 等")

  /// 对各部门移送的涉嫌犯罪案件，依法立案侦查.
  static func investigated(_ script: Manuscript, _ sentence: Range<Int>) -> Range<Int>? {
    guard let cases = handedOver.first(script.plain, in: sentence),
      investigates.occurs(script.plain, in: cases.upperBound..<sentence.upperBound)
    else { return nil }
    return cases.lowerBound + 3..<cases.upperBound
  }

  private static let handedOver = Lexicon("移送的涉嫌犯罪案件 移送的涉嫌犯罪的案件 移交的涉嫌犯罪案件 移送的涉嫌违法犯罪案件")
  private static let investigates = Lexicon("侦查 侦办 立案")

  /// 深挖“黑作坊”、“黑仓库”: names that say themselves that they are unlawful.
  static func quoted(_ script: Manuscript, _ sentence: Range<Int>) -> [Range<Int>] {
    guard hunts.occurs(script.plain, in: sentence) || fights.occurs(script.plain, in: sentence) else { return [] }
    return black.all(script.plain, in: sentence).compactMap { open in
      let inner = open.lowerBound..<min(sentence.upperBound, open.lowerBound + 10)
      guard let close = inner.first(where: { script.at($0) == "”" }), !names.matches(script.plain, close + 1),
        campaigning.length(script.plain, close + 1) == nil
      else { return nil }
      return open.lowerBound..<close + 1
    }
  }

  private static let black = Lexicon("“黑")
  private static let hunts = Lexicon("追查 深挖 铲除 捣毁 打掉 端掉 清除 摧毁")

  /// 为违法广告“背书”: what is done for something unlawful.
  static func isServing(_ script: Manuscript, _ span: Range<Int>) -> Bool {
    script.at(span.lowerBound) == "为" && isUnlawful(script, span)
  }
}
