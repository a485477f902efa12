internal import Kit

/// What tells an act from a duty by the words around it: 是否, 不符合, 到位, 五类.
extension Violations {
  /// 依法查处为诈骗提供技术支持: after the verb stands what is fought, whatever its words.
  static func opensFight(_ script: Manuscript, _ part: Range<Int>) -> Bool {
    strict.matches(script.plain, Sentences.drop(script, manner, from: part).lowerBound)
  }

  /// Whether a clause tells somebody what to do, or asks.
  static func commands(_ script: Manuscript, _ span: Range<Int>) -> Bool {
    asksFor.occurs(script.plain, in: span) || span.contains { script.at($0) == "(" }
      || Sentences.clauses(script, in: span).contains {
        Phrases.deed.matches(script.plain, $0.lowerBound) || orders.occurs(script.plain, in: $0.prefixRange(6))
      }
  }

  /// 将多次违法的船舶列入名单: what is done with them.
  static func isListing(_ script: Manuscript, _ clause: Range<Int>) -> Bool {
    "将把".unicodeScalars.contains(script.at(clause.lowerBound)) && listings.occurs(script.plain, in: clause)
  }

  /// Without what is done about it: 无证照船只一律拖离.
  static func unpunished(_ script: Manuscript, _ span: Range<Int>) -> Range<Int> {
    guard let end = outs.all(script.plain, in: span).last, end.lowerBound >= span.lowerBound + 4 else { return span }
    return span.lowerBound..<end.lowerBound
  }

  private static let outs = Lexicon("一律")
  private static let listings = Lexicon("列入 纳入 计入 记入")
  private static let orders = Lexicon("重点 对 严 依法 要 应 打击 查 负责 牵头 发现 检查 存在 责令 移送 督促")

  /// 对使用禁用药物的，一律立案: what is punished outright is an act, whatever its words.
  static func isOutright(_ script: Manuscript, _ span: Range<Int>) -> Bool { outrights.occurs(script.plain, in: span) }

  private static let outrights = Lexicon("一律立案 一律从重 从重处罚 顶格处罚 依法严惩 严惩不贷 一律严惩 一律依法 立案查处 一律移送 一律吊销 一律停业")

  /// 门店不得向无证明者销售农药: what others must not do.
  static func forbidden(_ script: Manuscript, _ clause: Range<Int>) -> Range<Int>? {
    forbids.first(script.plain, in: clause.prefixRange(24)).map { $0.lowerBound + 2..<clause.upperBound }
  }

  private static let forbids = Lexicon("不得向 不得利用 不得以 不得擅自 不得违规 不得从事 不得销售 不得使用 不得收取 不得发布 不得出售 不得采购 不得聘用 不得经营 不得超 不得将")
  /// 打击非法添加，销售禁用农药: a clause that goes on with a deed of the same kind.
  static func isDealing(_ script: Manuscript, _ clause: Range<Int>) -> Bool {
    deals.matches(script.plain, clause.lowerBound)
  }

  /// Whether the clause fights something outright.
  static func strictly(_ script: Manuscript, _ clause: Range<Int>) -> Bool {
    strict.occurs(script.plain, in: clause.prefixRange(8))
  }

  private static let deals = Lexicon(
    """
    销售 出售 生产 制售 使用 经营 收购 加工 运输 贩卖 混装 混放 收取 索要 倒卖 出具 发布 刊登 从事 冒用 套用 转让 出租 出借 存放 储存 携带 占用 堵塞 遮挡 搭建 倾倒
    排放 焚烧 丢弃 采购 购进 聘用 强迫 诱导 隐瞒 伪造 冒充 虚构 接纳 夸大 克扣 拖欠 抬高 屏蔽 拆除 损坏 改装 加装
    """)
  private static let manner = Lexicon("依法 严肃 从严 重点 并 坚决 严厉 依规")
  private static let strict = Lexicon("查处 打击 取缔 严查 惩治 纠正 整治")
  /// 包装成本不符合强制性标准: what is not done ends in what should be.
  static func isLacking(_ script: Manuscript, _ span: Range<Int>) -> Bool {
    lacks.occurs(script.plain, in: span)
  }

  /// 未安装称重设备的料场5月底前全部安装到位 says what is to be done.
  static func isDue(_ script: Manuscript, _ span: Range<Int>) -> Bool {
    dues.ending(script.plain, at: span.upperBound, from: span.lowerBound) != nil
      && !"不未".unicodeScalars.contains(script.at(span.upperBound - 3))
  }

  /// Whether it asks for something: its answer may be good or bad.
  static func asks(_ script: Manuscript, _ span: Range<Int>) -> Bool { asksFor.occurs(script.plain, in: span) }

  /// 是否虚标生产日期 asks for an offence, 是否持证上岗 for a duty done. Behind its subject only 有无 asks for what should not be:
  /// 浴室有没有混用毛巾.
  static func isAsked(_ script: Manuscript, _ clause: Range<Int>) -> Bool {
    guard let ask = asksFor.first(script.plain, in: clause.prefixRange(24)), ask.upperBound + 2 < clause.upperBound,
      wrong.matches(script.plain, ask.upperBound)
        || bad.occurs(script.plain, in: ask.upperBound..<clause.upperBound)
        || !(script.plain[ask].contains("有") ? owned : proper).occurs(
          script.plain, in: ask.upperBound..<clause.upperBound)
    else { return false }
    return ask.lowerBound == clause.lowerBound
      || script.at(ask.lowerBound) == "有" && ask.lowerBound - clause.lowerBound <= 12
  }

  private static let asksFor = Lexicon("是否 是否有 有无 有没有")
  private static let bad = Lexicon("无健康证 无证 无资质 无资格 未经 未按 擅自 违规 违法 非法 过期 混放 私自 虚假")
  private static let wrong = Lexicon("超 违 擅 私 虚 伪 假 非法 乱 冒 偷 无证 未")
  /// What is good to have: 有无台账, where 有无混放 asks for a wrong.
  private static let owned = Lexicon(
    """
    证 制度 记录 台账 许可 资质 资格 备案 标签 标识 标志 标注 标明 加贴 合同 预案 方案 检验 检测 留样 索 消毒 公示 票据 凭证 培训 落实 建立 配备 设置 安装 按 符合
    设施 设备 器材 通道 执行 履行 开展 专人 责任 体检 防护 清单 档案
    """)
  private static let proper = Lexicon(
    """
    持 落实 建立 符合 按 备案 具备 取得 设置 配备 公示 执行 开展 履行 规范 齐全 到位 完善 健全 有效 明码 签订 佩戴 完好 合格 索证 定期 经 依法 制定 配置
    明确 及时 亮证 悬挂 公开 张贴 登记 记录 培训 存放 安装 存档 达标 正常 真实 完整 一致 畅通 办理 消毒 许可 资质 资格 证 制度 保存 满足 清洁 组织 检定 铅封 专 索证 索票 索要 留样 跟车 检验 标注 加贴 标明 标签 台账 票据 凭证 合同 方案 预案 通道 间隔 设施 设备 器材 管理 负责 防护 佩戴 穿戴 体检
    """)
  private static let lacks = Lexicon("不符合 不执行 不按 不落实 不履行 未按 未执行 未建立 未落实 未履行 未制定 违反 没有 缺少 无检测")
  private static let dues = Lexicon("到位 完毕")

  /// 五类交通（违法行为）: how many, not which.
  static func isCounted(_ script: Manuscript, _ span: Range<Int>) -> Bool {
    guard span.count <= 8, let (_, end) = Numerals.chinese(script.plain, span.lowerBound) else { return false }
    return "类种大项".unicodeScalars.contains(script.at(end))
  }

  /// Whether ; stands before it, on its line or at the end of the line before.
  static func isBehindItem(_ script: Manuscript, _ sentence: Range<Int>) -> Bool {
    let before = sentence.lowerBound - (script.at(sentence.lowerBound - 1) == "\n" ? 2 : 1)
    return script.at(before) == ";"
  }

  /// 取缔学校周边的网吧: what strong verbs are aimed at is unlawful, whatever it is called.
  static func isTarget(_ script: Manuscript, _ verb: Range<Int>?, _ span: Range<Int>) -> Bool {
    guard let verb, verb.upperBound == span.lowerBound, span.count <= 30, strong.isWord(script.plain, verb) else {
      return false
    }
    let ends = aims.occurs(script.plain, in: span.suffixRange(5)) || aims.occurs(script.plain, in: span.prefixRange(4))
    return crimes.occurs(script.plain, in: span) || !ends
  }

  private static let crimes = Lexicon("涉嫌犯罪 违法犯罪")
  private static let strong = Lexicon("严厉打击 重点打击 重点查处 依法查处 严肃查处 依法取缔 严厉查处 坚决打击 打击 查处 取缔 关闭 严查 惩治 纠正")
  private static let aims = Lexicon("力度 案件 工作 活动 专项 行动 线索 任务 情况 办法 机制 效果 态势 结果 职责 合力 重点 整改 人员 记录 信息 反馈 报告")

  /// 整改率不低于90%
  static func isRate(_ script: Manuscript, _ span: Range<Int>) -> Bool {
    script.plain[span].contains("%") || script.plain[span].contains("率") && !Percent.all(script, in: span).isEmpty
  }

  /// Whether half of the act's pairs of characters stand in the acts of the text below.
  static func isTold(_ act: String, in body: [String]) -> Bool {
    func pairs(_ text: String) -> Set<String> {
      let letters = Array(text)
      return Set(zip(letters, letters.dropFirst()).map { String([$0, $1]) })
    }
    let own = pairs(act)
    return !body.isEmpty && own.intersection(body.reduce(into: []) { $0.formUnion(pairs($1)) }).count * 2 >= own.count
  }

  /// 公墓建设中的突出问题: a heading that sums up offences.
  static let sums = Lexicon("突出问题 违法行为 违规行为 违法违规行为 违规问题 的问题 乱象 情形")
}
