internal import Kit

/// A list of acts that a sentence announces: 对以下违法行为从严处理：1. … 2. …; 有下列情形之一的，一律立案：A的；B的.
///
/// The sentence says that they are wrong, so its items are acts whatever their words.
struct Announced {
  /// The announcing sentence, with its colon.
  let label: Range<Int>
  let items: [Range<Int>]
  /// What stands beside the list.
  let rest: [Range<Int>]

  /// Of a task or chapter; nil where nothing is announced, or nothing follows.
  init?(_ script: Manuscript, _ node: Node) {
    let spans = [node.heading] + node.texts
    let found = spans.lazy.enumerated().compactMap { place, span in Self.label(script, span).map { (place, $0) } }.first
    guard let (place, label) = found else { return nil }
    let own = label.upperBound..<max(label.upperBound, spans[place].upperBound)
    // 一是…。二是…。 in one paragraph ends where the reading of sentences finds its end.
    if TaskText.ordinals.matches(script.plain, own.lowerBound), !own.isEmpty { return nil }
    let (inner, behind) = Self.inner(script, own)
    let following = inner.isEmpty ? Self.following(script, Array(spans[(place + 1)...]), starts: node.starts) : []
    guard !inner.isEmpty || !following.isEmpty else { return nil }
    let firsts = following.map { span in (span, Self.sentenceEnd(script, span)) }
    self.label = label
    items = inner + firsts.map { $0.0.lowerBound..<$0.1 }
    rest =
      spans[..<place].dropFirst() + [spans[place].lowerBound..<max(spans[place].lowerBound, label.lowerBound), behind]
      + firsts.map { $0.1..<$0.0.upperBound } + spans[(place + 1 + following.count)...]
  }

  /// The last sentence of `span` that announces acts; its colon may stand directly behind the span.
  static func label(_ script: Manuscript, _ span: Range<Int>) -> Range<Int>? {
    guard !span.isEmpty else { return nil }
    for colon in span.lowerBound...span.upperBound where script.at(colon) == ":" {
      let sentence = Sentences.around(script, max(span.lowerBound, colon - 1), in: span.lowerBound..<colon)
      guard let pointer = pointers.first(script.plain, in: sentence),
        acts.occurs(script.plain, in: (pointer.upperBound..<sentence.upperBound).prefixRange(16)),
        fights.occurs(script.plain, in: sentence), !papers.occurs(script.plain, in: sentence)
      else { continue }
      return sentence.lowerBound..<colon + 1
    }
    return nil
  }

  private static let pointers = Lexicon(
    "以下 下列 如下 两类 三类 四类 五类 六类 七类 八类 九类 十类 两种 三种 四种 五种 六种 七种 八种 九种 十种 三项 四项 五项 六项 八项 十项 三个方面 四个方面 五个方面")
  private static let acts = Lexicon("行为 问题 情形 情况之一 现象 乱象 隐患 设施 活动")
  private static let fights = Lexicon(
    """
    打击 查处 整治 取缔 惩治 禁止 查办 治理 防止 杜绝 处罚 清理 纠正 严查 惩处 遏制 制止 解决 处理 处置 立案 责令 拆除 叫停 追究 移送
    检查 排查 核查 巡查 查纠 之一 严控 曝光 关停 停业
    """)
  /// What is to be handed in is no act.
  private static let papers = Lexicon("报送 上报 填报 提交 提供 材料 资料 汇报")

  /// Items in the label's own paragraph: between ; up to the first full stop.
  private static func inner(_ script: Manuscript, _ own: Range<Int>) -> (items: [Range<Int>], rest: Range<Int>) {
    let end = sentenceEnd(script, own)
    let items = Sentences.all(script, in: own.lowerBound..<end).filter { $0.count >= 3 }
    return items.isEmpty ? ([], own.upperBound..<own.upperBound) : (items, end..<own.upperBound)
  }

  private static func sentenceEnd(_ script: Manuscript, _ span: Range<Int>) -> Int {
    span.first { script.at($0) == "。" } ?? span.upperBound
  }

  /// Items in paragraphs of their own: numbered ones, 一是, and what follows a ;.
  private static func following(_ script: Manuscript, _ spans: [Range<Int>], starts: Set<Int>) -> [Range<Int>] {
    var isOpen = false
    return Array(
      spans.prefix { span in
        let isItem =
          isOpen || starts.contains(span.lowerBound) || TaskText.ordinals.matches(script.plain, span.lowerBound)
        isOpen = script.at(span.upperBound - 1) == ";"
        return isItem && !Phrases.label.matches(script.plain, span.lowerBound)
      })
  }
}

extension Node {
  /// Where the numbered units below it begin.
  fileprivate var starts: Set<Int> {
    children.reduce(into: []) { $0.formUnion($1.starts.union($1.marker == nil ? [] : [$1.heading.lowerBound])) }
  }
}
