internal import Kit

/// Whether a text is a work plan at all, judged by the density of the genre's words and by its chapters.
///
/// A novel or a table of institutions has few of them; a fragment of a plan has many. Where they leave it open, what can be read
/// of it decides (`Evidence`).
enum Genre {
  enum Verdict { case plan, open, other }

  static func judge(_ script: Manuscript, _ lines: ArraySlice<Line>) -> Verdict {
    guard let first = lines.first, let last = lines.last else { return .other }
    let span = first.span.lowerBound..<last.span.upperBound
    let han = script.plain[span].count { $0.isHan }
    guard han >= 60, script.plain[span].contains(where: \.isStop) || lines.contains(where: { $0.marker != nil }) else {
      return .other
    }
    let found = words.all(script.plain, in: span)
    let kinds = Set(found.map { script.plain[$0].map(\.value) })
    let letters = found.reduce(0) { $0 + $1.count }
    let separators = script.plain[span].count { $0 == "," || $0 == "\t" || $0 == "|" }
    let rows = lines.count
    if rows > 3, separators > rows * 4, han < separators * 6 { return .other }
    if News.isReport(script, lines, span) { return .other }
    if kinds.count >= 5, letters * 100 >= han * 9 { return .plan }
    if kinds.count >= 4, letters * 100 >= han * 4, demands(script, lines, span) { return .plan }
    return kinds.count >= 2 ? .open : .other
  }

  /// Numbered lines, and several kinds of what a plan asks for: who leads, what is looked at, by when, how much. Plain words
  /// (有没有…，25日前报送) make a plan of few of the genre's.
  private static func demands(_ script: Manuscript, _ lines: ArraySlice<Line>, _ span: Range<Int>) -> Bool {
    let numbered =
      lines.count { $0.marker?.number != nil || $0.marker?.level == .chapter }
      + (lines.count { $0.marker != nil } >= 4 ? 1 : 0)
    guard numbered >= 2 else { return false }
    return demanded.count { $0.occurs(script.plain, in: span) } >= 3
  }

  private static let demanded = [
    Lexicon("牵头 责任单位 承担单位 责任科室 配合单位 负责 主办 承办"), Lexicon("有无 有没有 是否 严查 查处 整治 检查要点 检查内容 检查重点"),
    Lexicon("日前 日以前 月底前 底前 日之前 时限 阶段"), Lexicon("报送 上报 汇总 总结 录入"),
    Lexicon("覆盖率 比例 达到100% 不少于 不低于 达到 全覆盖"), Lexicon("领导小组 专班 组长 指挥部"),
  ]

  private static let words = Lexicon(
    """
    方案 计划 行动 专项 整治 治理 打击 查处 检查 监督 监管 执法 部门 单位 机构 开展 加强 落实 责任 工作 阶段 步骤 任务 目标 重点 措施 要求
    组织 领导 小组 牵头 配合 报送 上报 汇总 总结 部署 动员 宣传 排查 整改 自查 督查 督导 考核 制度 机制 规范 违法 违规 依法 依规 全面 严厉
    严肃 取缔 确保 建立 健全 完善 强化 提高 推进 实施 按照 根据 有关 相关 各级 辖区 全县 全市 全省 全区 安全 管理 秩序 保障 切实 认真 从业
    """)
}
