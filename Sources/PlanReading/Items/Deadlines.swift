internal import Kit

/// Deadlines (报送时限): reports with a date, completion dates, recurring reports.
extension PlanReader {
  func deadlines(_ years: YearContext, _ phases: [ReadPhase]) -> [ReadDeadline] {
    var found: [ReadDeadline] = []
    var topic: Range<Int>?
    for line in lines {
      let first = found.count
      if line.marker != nil { topic = Sentences.clauses(script, in: line.body).first?.prefixRange(60) }
      var carried: Sourced<Int>?
      for sentence in Sentences.all(script, in: line.body) {
        let year = carried ?? phaseYear(sentence, phases) ?? commonYear(years, phases, at: sentence)
        let read = DeadlineScan(script: script, sentence: sentence, year: year, topic: topic).read()
        found += read
        carried =
          read.last { $0.date.year != nil }.flatMap { last in
            last.date.year.map { Sourced(value: $0, source: last.source) }
          } ?? carried
      }
      if DeadlineWords.label.occurs(script.plain, in: line.body) { dropRepeated(&found, from: first, topic) }
    }
    // 2023年3月底前，动员部署 is a phase and no deadline beside it.
    found.removeAll { deadline in phases.contains { isPhase(deadline, $0) } }
    found += tableDeadlines(commonYear(years, phases, at: span))
    if let contact = contact(), let index = found.lastIndex(where: { $0.to != nil }) {
      found[index].contact = script.text(contact)
      found[index].source.append(script.source(contact))
    }
    return Array(found.prefix(60))
  }

  /// 7月底前授牌。完成时限：2026年7月31日。: the label says once more when the item is due.
  private func dropRepeated(_ found: inout [ReadDeadline], from first: Int, _ topic: Range<Int>?) {
    guard let topic, first < found.count else { return }
    let name = script.text(topic)
    guard let labelled = found[first...].first(where: { $0.what == name })?.date.monthNumber else { return }
    let others = found[first...].filter { $0.what == name || $0.date.monthNumber != labelled || $0.to != nil }
    found.replaceSubrange(first..., with: others)
  }

  /// Whether the deadline is nothing but the phase's own end.
  private func isPhase(_ deadline: ReadDeadline, _ phase: ReadPhase) -> Bool {
    guard phase.end == deadline.date else { return false }
    if phase.name == deadline.what { return true }
    // 第四步，总结。8月10日前完成: names nothing of its own.
    return phase.start.isEmpty && (phase.name.hasSuffix(deadline.what) || deadline.what == "完成")
  }

  /// The plan's year, or the one year that all phases lie in.
  private func commonYear(_ years: YearContext, _ phases: [ReadPhase], at sentence: Range<Int>) -> Sourced<Int>? {
    if years.isLate { return years.year(at: script.source(sentence)) }
    let dates = phases.flatMap { [$0.start.year, $0.end.year] }.compactMap { $0 }
    let known = Set(dates)
    if known.count > 1 { return nil }
    if let only = known.first, let phase = phases.first(where: { $0.start.year == only || $0.end.year == only }) {
      return Sourced(value: only, source: phase.source)
    }
    return years.plan
  }

  /// Within a phase, the phase's own year where it has only one.
  private func phaseYear(_ sentence: Range<Int>, _ phases: [ReadPhase]) -> Sourced<Int>? {
    let place = script.source(sentence)
    guard
      let phase = phases.first(where: {
        $0.source.first.map { $0.start <= place.start && place.end <= $0.end } ?? false
      })
    else { return nil }
    let years = Set([phase.start.year, phase.end.year].compactMap { $0 })
    guard years.count == 1, let year = years.first else { return nil }
    return Sourced(value: year, source: phase.source)
  }

  /// 联系人：… to the end of its sentence.
  private func contact() -> Range<Int>? {
    for line in lines.reversed() {
      if let word = DeadlineWords.contact.first(script.plain, in: line.body) {
        return word.lowerBound..<min(line.body.upperBound, word.lowerBound + 120)
      }
    }
    return nil
  }
}

enum DeadlineWords {
  static let contact = Lexicon("联系人 联系电话 联系方式")
  static let report = Lexicon("报送至 报送到 报送给 报送 上报至 上报到 上报 报告 报至 报到 报 送交 上交 提交至 提交 送至 反馈至 反馈 发送至 汇总后报 书面送 送 交")
  /// 报 that means something else.
  static let noReport = Lexicon(
    "报道 报酬 报名 报警 报刊 报表 报纸 报复 报关 报销 报废 报账 报批 送检 送达 送医 交由 交办 交接 交叉 交流 交通 交易 交警 交给 报告制度 报告表 报告书")
  static let beforeReport = Lexicon("举 通 申 预 填 情 公 简 海 日 汇 谎 瞒 快 周 月 墙 播 媒 晚 年 电 虚 错 漏")
  static let done = Lexicon("完成 建成 实现 达到 建立 整改 制定 制订 落实 争创 基本 全面 全部 出台 成立 启动 开展 召开 办理 建起 销号 有效 力争 确保")
  /// What is told of a time that is over.
  static let over = Lexicon("了 共 已 累计")
  /// 到12月底结束 ends the campaign's time.
  static let noAim = Lexicon("结束 止 为止 ,分 ,共 )")
  static let label = Lexicon("完成时限: 时限: 完成时间: 整改时限: 办结时限: 时限要求: 整治时限: 完成期限: 期限:")
  static let before = Lexicon("之前 以前 前")
  private static let daytime = Lexicon("下班 中午 上午 下午 晚上 正午 中午12点 零时 午夜")

  /// Where the hour behind a date ends: 17:00, 下午5点, 18时, 下班.
  static func hour(_ script: Manuscript, _ start: Int, before end: Int) -> Int {
    var position = start + (daytime.length(script.plain, start, before: end) ?? 0)
    guard let (_, hour) = Numerals.digits(script.plain, position, most: 2), hour < end else { return position }
    if script.at(hour) == "时" || script.at(hour) == "点" { return hour + 1 }
    if script.at(hour) == ":", let (_, minute) = Numerals.digits(script.plain, hour + 1, most: 2) { position = minute }
    return position
  }

  static let finished = Lexicon("完成) 前完成) 底前完成)")
  static let finishes = Lexicon("完成 建成 实现 达到 全部 全面 基本 建立 到位")
  /// 到2026年底，控制在2%以内: an upper limit is no deadline.
  static let caps = Lexicon("控制在 以内 以下 不高于 不超过")
  static let bare = Lexicon("全部完成 完成 基本完成 完成到位 整改到位 全部到位 到位 销号 结束 完毕")
  static let days = Lexicon("日 天 个工作日")
  /// 向局领导报告.
  static let leaders = Lexicon("领导 领导班子 党组 党委")
  static let heads = Lexicon("将 把 并 要 请 须 应 前 , : 于 在 及时 同时 务必 并将 形成 完成")
  static let tails = Lexicon("请 于 在 并 应 须 要 要于 应于 请于 务必 务必于 分别 分别于 , : 将 及时 一律 均 须于 统一 自 力争 到 确保 力争到 力求 争取 (")
  static let recurring = Lexicon(
    """
    每月 每季度 每季 每周 每半月 每半年 每旬 每年 按月 按季度 按季 按周 每两周 每两月 每两个月 每双月 每日 每天 每个月 每双周 每周一 每周二 每周三 每周四 每周五 每周日 每星期
    每10天 每15天 每20天 每5天 每7天 每3天 每十天 每五天 每七天 每三天 每十五天 每二十天 每隔10天 每隔15天
    每隔半月 每季末 每月末 每月底 每季度末 逐月 逐季
    """)
  static let limits = Lexicon("不得超过 不超过 不得晚于 不晚于 不迟于 不得迟于 最迟于 最晚于")
  static let ways = Lexicon("通过 以 采取 利用")
  static let completes = Lexicon("完成")
  static let workdays = Lexicon("最后一个工作日 第一个工作日 首个工作日 最后1个工作日 第1个工作日 第二个工作日 最后一天 第一周 最后一周")
  static let open = Lexicon(
    "要求时限内 规定时限内 规定时间内 规定期限内 要求时间内 节前 节日前 假期前 本月底前 当月底前 月底前 下月初 个工作日内 结束后一周内 结束后10日内 结束后5日内 时限要求")
}
