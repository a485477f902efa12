
/// Whether a text is a work plan at all, judged by the density of the genre's words.
///
/// A novel or a table of institutions has few of them; a fragment of a plan has many.
enum Genre {
  static func isPlan(_ script: Manuscript, _ lines: ArraySlice<Line>) -> Bool {
    guard let first = lines.first, let last = lines.last else { return false }
    let span = first.span.lowerBound..<last.span.upperBound
    let han = script.plain[span].count { $0.isHan }
    guard han >= 60, script.plain[span].contains(where: \.isStop) || lines.contains(where: { $0.marker != nil }) else {
      return false
    }
    let found = words.all(script.plain, in: span)
    let kinds = Set(found.map { script.plain[$0].map(\.value) })
    let letters = found.reduce(0) { $0 + $1.count }
    let separators = script.plain[span].count { $0 == "," || $0 == "\t" || $0 == "|" }
    let rows = lines.count
    if rows > 3, separators > rows * 4, han < separators * 6 { return false }
    return kinds.count >= 5 && letters * 100 >= han * 9
  }

  private static let words = Lexicon(
    """
    方案 计划 行动 专项 整治 治理 打击 查处 检查 监督 监管 执法 部门 单位 机构 开展 加强 落实 责任 工作 阶段 步骤 任务 目标 重点 措施 要求
    组织 领导 小组 牵头 配合 报送 上报 汇总 总结 部署 动员 宣传 排查 整改 自查 督查 督导 考核 制度 机制 规范 违法 违规 依法 依规 全面 严厉
    严肃 取缔 确保 建立 健全 完善 强化 提高 推进 实施 按照 根据 有关 相关 各级 辖区 全县 全市 全省 全区 安全 管理 秩序 保障 切实 认真 从业
    """)
}
