internal import Kit

/// A report of what was done: a meeting that was held, a round of checks. It has a plan's words but demands nothing.
///
/// 会议强调，一要…二要… is no plan. A report that tells the steps of a campaign (分三个阶段：…) tells a plan and is read.
enum News {
  static func isReport(_ script: Manuscript, _ lines: ArraySlice<Line>, _ span: Range<Int>) -> Bool {
    if lines.contains(where: { isChapter(script, $0) }) || Units.stageWords.all(script.plain, in: span).count >= 2 {
      return false
    }
    let met = kinds(meeting, script, span)
    let told = kinds(telling, script, span)
    return met >= 2 || told >= 3 || met + told >= 3
  }

  private static func kinds(_ lexicon: Lexicon, _ script: Manuscript, _ span: Range<Int>) -> Int {
    Set(lexicon.all(script.plain, in: span).map { script.text($0) }).count
  }

  /// A numbered chapter with a heading of the genre.
  private static func isChapter(_ script: Manuscript, _ line: Line) -> Bool {
    line.marker?.level == .chapter && line.marker?.number != nil
      && !Role.of(script.plain, line.body.prefixRange(12)).isEmpty
  }

  private static let meeting = Lexicon(
    "会议强调 会议指出 会议要求 会议认为 会议宣读 会议传达 会议通报 会议听取 会议由 会上, 会上由 出席会议 主持会议 参加会议 参加了会议 列席会议 并讲话 作了讲话 推进会召开 动员会召开 工作会议。 交流发言 表态发言"
  )
  private static let telling = Lexicon(
    "本报讯 通讯员 记者 连日来 据了解 据介绍 据悉 告诉 负责人表示 负责人说 执法人员 检查中, 检查组一行 共出动 已出动 兵分 下一步, 当场下达 当即要求 检查开展以来 截至目前 共检查 累计检查 共查处 阶段性成效"
  )
}
