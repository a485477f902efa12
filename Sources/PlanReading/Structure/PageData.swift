internal import Kit

/// What a site prints around a text: 当前位置：首页 > …, 发布日期：2026-03-05 来源：…, 【字体：大 中 小】, 约1.5千字, 上一篇：…. Nothing of it
/// is the plan's: no date, item or title; only the issuer may be named there.
enum PageData {
  /// The lines without the page's own, and those.
  static func parted(_ script: Manuscript, _ lines: [Line]) -> (text: [Line], page: [Line]) {
    let tail = tail(script, lines)
    var text: [Line] = []
    var page: [Line] = []
    for (index, line) in lines.enumerated() {
      if index >= tail || isPage(script, line) { page.append(line) } else { text.append(line) }
    }
    return (text, page)
  }

  private static func isPage(_ script: Manuscript, _ line: Line) -> Bool {
    let text = script.plain
    guard line.span.count <= 120, line.marker?.level != .chapter, line.marker?.level != .section else { return false }
    if buttons.isWord(text, line.body) || counted(text, line.body) { return true }
    if script.at(line.body.upperBound - 1) == "。" { return shared.occurs(text, in: line.span) }
    let found = Set(labels.all(text, in: line.span).map { script.text($0) })
    return found.count >= 2 || opening.matches(text, line.body.lowerBound) || shared.occurs(text, in: line.span)
      || found.count == 1 && (isDated(script, line.span) || line.span.count <= 24)
  }

  /// 来源：…, 【打印】: where the page's own begins in a text run together.
  static func opens(_ words: [Unicode.Scalar]) -> Bool {
    let start = words.first == "[" ? 1 : 0
    return heads.matches(words, 0)
      || closers.length(words, start).map { start + $0 < words.count } ?? false && start == 1
  }

  /// 首页>…>正文, 字号：[大中小], [关闭窗口]: where it ends.
  static func closes(_ words: [Unicode.Scalar]) -> Bool {
    let isPath = words.contains(">") && paths.ending(words, at: words.count, from: 0) != nil
    let end = words.last == "]" || words.last == ")" ? words.count - 1 : words.count
    return isPath
      || closers.ending(words, at: end, from: 0) != nil && (end < words.count || heads.occurs(words, in: words.indices))
  }

  private static let heads = Lexicon("来源: 发布时间: 发布日期: 浏览次数 字号: 字体: 首页> 当前位置 上一篇 下一篇")
  private static let paths = Lexicon("正文 详情 内容")
  private static let closers = Lexicon("大中小 打印 关闭 打印本页 关闭窗口 收藏 关闭本页 打印文章")

  /// 发布于某地 2026-03-05, 时间：2026-03-05 10:20: a full date in digits, and hardly more.
  private static func isDated(_ script: Manuscript, _ span: Range<Int>) -> Bool {
    Dates.all(script, in: span).contains { !$0.isRange && $0.knownYear != nil && !script.plain[$0.span].contains("年") }
  }

  /// 约1.65千字, 约2页.
  private static func counted(_ text: [Unicode.Scalar], _ span: Range<Int>) -> Bool {
    guard (3...10).contains(span.count), text[span.lowerBound] == "约", text[span.lowerBound + 1].isDigit else {
      return false
    }
    return text[span.upperBound - 1] == "字" || text[span.upperBound - 1] == "页"
  }

  /// Where the links behind the text begin: 【…】相关文章：, 上一篇：….
  private static func tail(_ script: Manuscript, _ lines: [Line]) -> Int {
    lines.indices.first { index in
      index * 2 > lines.count && lines.count - index <= 14 && lines[index].span.count <= 60
        && links.occurs(script.plain, in: lines[index].span)
    } ?? lines.count
  }

  private static let buttons = Lexicon(
    "朗读 举报 [打印本页] [关闭窗口] [打印] [关闭] 打印 关闭 收藏 分享 打印本页 关闭窗口 相关推荐 打印关闭 返回顶部 目录 正文 政府信息公开")
  private static let labels = Lexicon(
    """
    发布日期: 发布时间: 发布机构: 发文机关: 发文日期: 成文日期: 来源: 编辑: 作者: 责任编辑: 浏览次数 阅读次数 点击次数 点击数 点击: 浏览: 阅读: 字号: 字体: [字体 背景颜色: 视力保护
    打印 关闭 当前位置 首页> 您现在的位置 所在位置 发布于 文号: 索引号 信息分类 时间: 网站: 分享到 移动端:
    """)
  private static let opening = Lexicon("当前位置 首页> 您现在的位置 您的位置 所在位置 上一篇 下一篇 热门词条 相关推荐 分享到 责任编辑 返回顶部 扫一扫 编辑:")
  private static let shared = Lexicon("由会员分享 珍藏版 在线阅读 网友上传 不代表本站 咨询客服 版权归原作者 免费下载")
  private static let links = Lexicon("相关文章: 相关推荐 上一篇 下一篇 热门词条 猜你喜欢 相关阅读")
}
