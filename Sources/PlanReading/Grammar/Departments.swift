internal import Kit

/// Names of departments and other bodies in lists such as `医务科牵头，药剂、护理、门诊配合`.
enum Departments {
  /// All pieces of a list that can be names. Pieces such as 有关部门 name nobody and are left out.
  static func list(_ script: Manuscript, in span: Range<Int>, strict: Bool = false) -> [String] {
    var names: [String] = []
    for name in places(script, in: span, strict: strict) {
      let text = script.text(name)
      if !names.contains(text) { names.append(text) }
    }
    return names
  }

  static func places(_ script: Manuscript, in span: Range<Int>, strict: Bool = false) -> [Range<Int>] {
    pieces(script, span).map { trimmed(script, $0) }.filter { isName(script, $0, strict: strict) }
  }

  /// Whether the range reads as the name of one body: short, ends as bodies do, holds no verb.
  static func isBody(_ script: Manuscript, _ span: Range<Int>) -> Bool {
    guard (2...22).contains(span.count), !kinds.isWord(script.plain, span), let last = span.last,
      script.at(span.lowerBound) != "("
    else { return false }
    var end = last + 1
    if script.at(last) == ")", let open = script.plain[span].lastIndex(of: "(") { end = open }
    guard suffixes.ending(script.plain, at: end, from: span.lowerBound) != nil else { return false }
    // 规范托管机构管理(教体局: the bracket opens what is told of a task.
    guard script.plain[span].count(where: { $0 == "(" }) == script.plain[span].count(where: { $0 == ")" }) else {
      return false
    }
    return !verbs.occurs(script.plain, in: span) && !generic.occurs(script.plain, in: span)
      && script.plain[span].allSatisfy { $0.isHan || "()、·*_X×".unicodeScalars.contains($0) }
  }

  /// Reads a list of bodies that begins at the position: pieces between 、, the last up to its suffix.
  static func leading(_ script: Manuscript, from start: Int, before end: Int) -> (names: [String], end: Int) {
    let limit = min(end, start + 80)
    var stop = start
    var position = start
    while position < limit, !script.at(position).isComma {
      let isPieceStart = position == start || script.at(position - 1) == "、"
      guard let length = step(script, position, isPieceStart: isPieceStart), !isPieceStart || length > 1 else {
        if verbs.matches(script.plain, position), position > start { break }
        position += 1
        continue
      }
      position = pastBracket(script, position + length, before: limit)
      stop = position
      if continues(script, position) { continue }
      guard let longer = longer(script, from: start, position, before: limit) else { break }
      position = longer
      stop = longer
      guard continues(script, position) else { break }
    }
    return (list(script, in: start..<stop, strict: true), stop)
  }

  /// Length of a suffix, or of a whole short name where a piece begins and the list goes on behind it.
  private static func step(_ script: Manuscript, _ position: Int, isPieceStart: Bool) -> Int? {
    if isPieceStart, let length = short.length(script.plain, position), continues(script, position + length) {
      return length
    }
    return suffixLength(script, position)
  }

  static func suffixLength(_ script: Manuscript, _ position: Int) -> Int? {
    if noSuffix.matches(script.plain, position) || common.matches(script.plain, position - 1) { return nil }
    return suffixes.length(script.plain, position)
  }

  /// Common words that end as bodies do.
  private static let common = Lexicon(
    """
    诊部 乐部 卖部 目部 生室 务室 容院 老院
    查办 承办 主办 督办 举办 经办 催办 协办 交办 转办 开办 兴办 创办 停办 申办 代办 场所 诊所 厕所 住所 处所 全部 内部 干部 外部 局部 查处 惩处 好处 害处 到处
    学科 本科 专科 教室 网站 全局 布局 格局 结局 舞厅 餐厅 病院 电站 车站 加油站 充电站 书院 影院 剧院
    """)

  /// 街道（镇）: a short bracket belongs to the name before it.
  private static func pastBracket(_ script: Manuscript, _ position: Int, before limit: Int) -> Int {
    guard position < limit, script.at(position) == "(" else { return position }
    let close = (position..<min(limit, position + 12)).first { script.at($0) == ")" }
    return close.map { $0 + 1 } ?? position
  }

  /// 县卫生局监督所, 中心卫生院: the end of a longer name that a shorter one opens, where no verb stands between.
  private static func longer(_ script: Manuscript, from start: Int, _ end: Int, before limit: Int) -> Int? {
    guard let next = nextSuffix(script, after: end, before: limit), !bridges.occurs(script.plain, in: end..<next),
      isBody(script, lastPiece(script, start..<next))
    else { return nil }
    return next
  }

  private static func lastPiece(_ script: Manuscript, _ span: Range<Int>) -> Range<Int> {
    (script.plain[span].lastIndex(of: "、").map { $0 + 1 } ?? span.lowerBound)..<span.upperBound
  }

  /// The end of the next suffix within a few scalars, for a name that a shorter one opens (市局广告监管部门).
  static func nextSuffix(_ script: Manuscript, after end: Int, before limit: Int) -> Int? {
    for position in end..<max(end, min(limit, end + 10)) {
      if script.at(position).isComma || script.at(position) == "、" { return nil }
      if let length = suffixLength(script, position) { return position + length }
    }
    return nil
  }

  private static func continues(_ script: Manuscript, _ position: Int) -> Bool {
    script.at(position) == "、" || joiners.matches(script.plain, position)
      || suffixLength(script, position) != nil || script.at(position) == "等"
  }

  /// Cuts at 、 and at 和, 及, 与 where both sides stay long enough to be names.
  private static func pieces(_ script: Manuscript, _ span: Range<Int>) -> [Range<Int>] {
    var pieces: [Range<Int>] = []
    var start = span.lowerBound
    var depth = 0
    var position = span.lowerBound
    while position < span.upperBound {
      let scalar = script.plain[position]
      if scalar == "(" { depth += 1 }
      if scalar == ")" { depth = max(depth - 1, 0) }
      let isComma = scalar == "、" || scalar == "," || scalar == ";" || scalar == "/" || scalar == "\n"
      if depth == 0, isComma || joins(script, position, start, span.upperBound) {
        if position > start { pieces.append(start..<position) }
        start = position + (isComma ? 1 : joiners.length(script.plain, position) ?? 1)
        position = start
      } else {
        position += 1
      }
    }
    if start < span.upperBound { pieces.append(start..<span.upperBound) }
    return pieces
  }

  private static func joins(_ script: Manuscript, _ position: Int, _ start: Int, _ end: Int) -> Bool {
    guard let length = joiners.length(script.plain, position), position - start >= 2, end - position - length >= 2,
      !compounds.matches(script.plain, position - 2)
    else { return false }
    return suffixes.ending(script.plain, at: position, from: start) != nil || isShortName(script, start..<position)
  }

  private static func trimmed(_ script: Manuscript, _ span: Range<Int>) -> Range<Int> {
    Sentences.dropEnd(script, tails, from: Sentences.drop(script, heads, from: span))
  }

  private static func isName(_ script: Manuscript, _ span: Range<Int>, strict: Bool) -> Bool {
    guard (2...20).contains(span.count) else { return false }
    if strict { return isBody(script, span) || isShortName(script, span) }
    return !verbs.occurs(script.plain, in: span) && !generic.occurs(script.plain, in: span)
      && script.plain[span].contains { $0.isHan }
      && !script.plain[span].contains { "。:;《》%[]".unicodeScalars.contains($0) }
  }

  /// Whether words before a colon can be a body's name: no verb, no general word, only Han and brackets.
  static func isNamed(_ script: Manuscript, _ span: Range<Int>) -> Bool {
    isName(script, span, strict: false) && !noNames.occurs(script.plain, in: span)
      && script.plain[span].allSatisfy { $0.isHan || "()、·*_X×".unicodeScalars.contains($0) }
  }

  private static let noNames = Lexicon("分工 职责 任务 目标 时间 内容 范围 对象 措施 要求 电话 联系人 一是 二是 三是 问题 如下 以下 方面 组长 成员 阶段 工作")

  static func isShortName(_ script: Manuscript, _ span: Range<Int>) -> Bool { short.isWord(script.plain, span) }

  /// Words that name a kind of body and none.
  private static let kinds = Lexicon("部门 机关 中心 科室 学校 集团 公司 政府 单位 委员会 办公室 机构 领导小组 工作组 联合工作组 各地 各部门")
  static let suffixes = Lexicon(
    """
    局 委 委会 安委会 办 部 部门 机关 中心 中心校 监督机构 疾控机构 执法机构 监管机构 检测机构 检验机构 经办机构 救援机构 所 中队 执法队 稽查队 巡查队 监察队 消防队 应急队 服务队 消防站 工作站 厅 处 科 室 院 分局 政府 街道 镇 乡 公司 支队 大队 总队 委员会 办公室 领导小组 工作组 协会 监督所 卫健委
    社区 网信办 医保局 股 公安 集团 联社 银保监 管委会 居委会 村委会 指挥部 工会 团委 妇联 学校 科室 税务 海关 法院 检察院 站 办事处 供销社 支行 分行 人民政府 镇人民政府 乡人民政府 人民法院
    """)
  /// 处理 is no 处, 所有 no 所.
  private static let noSuffix = Lexicon(
    """
    办理 处理 处罚 处置 处分 处以 所有 所属 所在 所辖 所需 所报 所反映 科学 科技 乡村 会议 院内 局部 委托 部分 部署 站点 办案 办法 办学 中心任务 乡镇
    处于 处方 室内 科目 科研 所称 镇村 股份 委派 社区矫正 社区卫生 社区居民 社区工作 社区网格 社区服务 社区治理 社区群众
    """)
  /// 文化和旅游局 is one body.
  private static let compounds = Lexicon(
    "文化和旅 教育和体 教育和科 卫生和计 卫生和人 农业和农 经济和信 工业和信 科技和工 商务和经 规划和自 住房和城 资源和社 资源和规 发展和改 体育和旅 广电和旅 民族和宗 建设和交 商务和粮 应急和安")
  private static let joiners = Lexicon("以及 和 及 与 同")
  private static let short = Lexicon(
    """
    卫生 卫健 卫生健康 公安 工商 计生 人口计生 药监 食品药品监管 食药监 市场监管 网信 医保 发展改革 发改 教育 财政 司法 监察 民政 人社 物价 质监
    技监 商务 农业 农业农村 应急 应急管理 消防 环保 生态环境 交通 交通运输 住建 城管 文化 文旅 广电 经委 经信 工信 邮政 税务 海关 宣传 统战
    妇联 工会 团委 残联 科技 审计 纪检 纪委 法院 检察院 检察 国土 自然资源 水利 林业 旅游 新闻出版 通信 通信管理 中医药 药品监管 医疗保障 银保监
    金融 人行 安监 安全监管 街道 乡镇 畜牧 粮食 体育 民宗 信访 综治 政法 药剂 护理 门诊 医务 卫生监督 疾控
    教体 教科 卫计 食安 城市管理 住房城乡建设 市场监督管理 文体 文化旅游 交警 乡村振兴 林草 水务 渔业 海事 铁路 民航 烟草 盐务 供销 气象 能源 电力
    公路 路政 运管 检验检疫 武警 国资 统计 邮政管理 文广旅 城建 规划 房管 环卫 农机 种子 动监 出版 版权 知识产权 外汇 劳动 民航 网安 消防救援
    """)
  private static let heads = Lexicon("由 会同 联合 请 各级 同级 及时 积极 主动 与 同 和 以及 及 责任单位: 牵头单位: 配合单位: 责任部门: : “")
  private static let tails = Lexicon(
    "负责 牵头 牵头负责 按职责 按职责分工 按职责分工负责 分别 共同 具体 按 等 等行业主管部门 等主管部门 等行业部门 等职能部门 等部门 等单位 等有关部门 等相关部门 依职责 ” 各自 主要 组织 为主 予以 给予 派员 积极 密切 全力 主动 做好 有关处室 相关处室 有关科室 相关科室 排名不分先后"
  )
  private static let verbs = Lexicon(
    """
    由 负责 牵头 开展 查处 打击 进行 加强 的 了 对 将 把 要 依法 做好 落实 建立 制定 实行 涉及 处理 移送 报送 配合 履行 取缔 严厉 严格 严肃 在 并 是 指导 督促 组织实施 协助 会同 承担 按照 按职责 依职责 依照 根据 结合 提供 支持 引导 推进
    强化 及时 通过 下发 印发 重点 全面 每月 每季 参与 应当 审查 定期 集中 务必 认真 高度 实施
    """)
  /// Between a short name and a longer one none of these stands.
  private static let bridges = Lexicon("、 , : 对 将 向 从 于 与 和 及 以 按 依 抓 联合 要 应 需 须 可 请 把 组织 协调 检查 整治 做 查 每 报 各")
  static let generic = Lexicon("有关 相关 各部门 其他 其它 各单位 各自 多部门 部门间 本部门 责任部门 职能部门 成员单位 主管部门间 各有 上级")
}
