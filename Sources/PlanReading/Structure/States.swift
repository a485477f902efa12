internal import Kit

/// 安全意识明显增强, 监管力度不断加大, 救治能力得到加强: a heading that tells a state to be reached, not a deed.
enum States {
  static func ends(_ script: Manuscript, _ heading: Range<Int>) -> Bool {
    if orders.matches(script.plain, heading.lowerBound) { return false }
    if whole.ending(script.plain, at: heading.upperBound, from: heading.lowerBound) != nil { return true }
    guard let change = changes.ending(script.plain, at: heading.upperBound, from: heading.lowerBound),
      change.lowerBound - heading.lowerBound >= 4
    else { return false }
    return degrees.ending(script.plain, at: change.lowerBound, from: heading.lowerBound) != nil
  }

  /// 加强监管，确保秩序明显好转 is a deed; 监管力度不断加大 is none.
  private static let orders = Lexicon(
    "打击 查处 整治 取缔 惩治 清理 整顿 规范 落实 开展 建立 完善 推进 强化 加强 加大 严查 严格 加快 做好 提升 提高 深化 实施 组织 严禁 督促")
  private static let degrees = Lexicon("进一步 不断 有效 明显 显著 持续 稳步 全面 基本 得到 更加 大幅 逐步 日益 切实 普遍 得到有效 得到全面 得到切实 得到明显 稳中有 有所 总体")
  private static let changes = Lexicon(
    """
    提高 提升 加强 增强 完善 健全 改善 好转 加大 落实 推行 形成 建立 遏制 控制 消除 优化 规范 畅通 巩固 拓展 降低 减少 下降 减轻 压实 扩大 深化 加快 到位 覆盖 解决
    升 降 稳定 向好 整治 治理 净化
    """)
  private static let whole = Lexicon("合理完善 健全完善 扎实有效 扎实深入 科学有效 严密有力")
}
