internal import Kit

/// Coverage (覆盖率): minimum percentages. Upper bounds and last year's figures are left out.
extension PlanReader {
  func coverage() -> [ReadCoverage] {
    var found: [ReadCoverage] = []
    for text in lines.map(\.body) {
      for sentence in Sentences.all(script, in: text) {
        var last: Percent?
        // 三个百分百，即甲率100%、…: how many follow.
        let all = Percent.all(script, in: sentence)
        let marks = all.count > 1 ? all.filter { script.at($0.span.lowerBound - 1) != "个" } : all
        for mark in distinct(marks, sentence) {
          guard var item = item(mark, sentence) else { continue }
          // 分别达到95%、90%和85%: all of them of one subject.
          if let last, isChained(last, mark), let former = found.last { item.subject = former.subject }
          last = mark
          if !found.contains(where: { $0.subject == item.subject && $0.minPercent == item.minPercent }) {
            found.append(item)
          }
        }
      }
    }
    return Array((found + tableRates()).prefix(60))
  }

  /// Of a table: a cell that holds nothing but a rate is about what its row checks or does.
  private func tableRates() -> [ReadCoverage] {
    tables.flatMap { table in
      table.rows.flatMap { row -> [ReadCoverage] in
        let about = [Table.Column.object, .task].lazy.compactMap { column in
          zip(row, table.columns).first { $0.1 == column && !$0.0.isEmpty }?.0
        }.first
        return row.flatMap { cell in
          Percent.all(script, in: cell).compactMap { mark -> ReadCoverage? in
            guard var item = item(mark, cell) else { return nil }
            if cell.count <= mark.span.count + 6, let about {
              item.subject = script.text(about)
              item.source.insert(script.source(about), at: 0)
            }
            return item
          }
        }
      }
    }
  }

  private func isChained(_ first: Percent, _ second: Percent) -> Bool {
    let between = first.span.upperBound..<max(first.span.upperBound, second.span.lowerBound)
    return between.count == 1 && "、和及".unicodeScalars.contains(script.at(between.lowerBound))
  }

  /// 企业全部检查，检查率100% says one thing twice.
  private func distinct(_ marks: [Percent], _ sentence: Range<Int>) -> [Percent] {
    marks.enumerated().filter { index, mark in
      guard index > 0, marks[index - 1].value == mark.value else { return true }
      let between = marks[index - 1].span.upperBound..<mark.span.lowerBound
      let isWorded = script.at(marks[index - 1].span.upperBound - 1) != "%"
      return
        !(isWorded && between.count <= 6 && script.at(between.lowerBound) == "," && script.plain[between].contains("率"))
    }.map(\.element)
  }

  private func item(_ mark: Percent, _ sentence: Range<Int>) -> ReadCoverage? {
    guard (0.1...100).contains(mark.value), !Percent.isUpper(script, mark, sentence),
      !Percent.isPast(script, mark, sentence), !Percent.isRaised(script, mark), !Percent.isCase(script, mark)
    else {
      return nil
    }
    let subject = subject(mark, sentence)
    return ReadCoverage(subject: script.text(subject), minPercent: mark.value, source: [script.source(sentence)])
  }

  /// What is counted: the words before the figure in its clause, or the clause before when nothing stands there.
  private func subject(_ mark: Percent, _ sentence: Range<Int>) -> Range<Int> {
    let clauses = Sentences.clauses(script, in: sentence)
    let index = clauses.lastIndex { $0.lowerBound <= mark.span.lowerBound } ?? 0
    guard clauses.indices.contains(index) else { return sentence }
    // 登记率100%、培训率95%: behind the figure before.
    let last = (clauses[index].lowerBound..<max(clauses[index].lowerBound, mark.span.lowerBound)).last {
      script.at($0) == "、" && script.at($0 - 1) == "%"
    }
    let start = last.map { $0 + 1 } ?? clauses[index].lowerBound
    let own = Percent.clean(script, start..<max(start, mark.span.lowerBound))
    if own.count >= 2 {
      let verb = Percent.reaches.all(script.plain, in: own).last { $0.upperBound + 2 <= own.upperBound }
      return verb.map { Percent.clean(script, $0.upperBound..<own.upperBound) } ?? own
    }
    let after = Percent.clean(script, mark.span.upperBound..<max(mark.span.upperBound, clauses[index].upperBound))
    if after.count >= 2 { return after }
    return index > 0 ? Percent.clean(script, clauses[index - 1]) : clauses[index]
  }
}

/// A percentage in the text: `95%`, `百分之八十`, `百分百`, `全覆盖`.
struct Percent: Sendable {
  var value: Double
  var span: Range<Int>
  /// `20230%`: a number that no percentage can be. The digits were replaced by a date or year.
  var isDamaged = false

  static func all(_ script: Manuscript, in span: Range<Int>) -> [Percent] {
    var found: [Percent] = []
    var position = span.lowerBound
    while position < span.upperBound {
      if let percent = figure(script, position, span.upperBound) ?? worded(script, position, span.upperBound) {
        found.append(percent)
        position = percent.span.upperBound
      } else {
        position += 1
      }
    }
    return found
  }

  private static func figure(_ script: Manuscript, _ start: Int, _ end: Int) -> Percent? {
    guard script.at(start).isDigit, !script.at(start - 1).isDigit, script.at(start - 1) != "." else { return nil }
    var position = start
    while position < end, position - start < 9, script.at(position).isDigit || script.at(position) == "." {
      position += 1
    }
    guard position < end, script.at(position) == "%", script.at(position - 1).isDigit else { return nil }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: script.plain[start..<position])
    guard let value = Double(String(view)) else { return nil }
    let span = start..<position + 1
    // 100% whose 100 was searched for and replaced by a year: 2023 and a nought.
    if value > 100, isYearAndNought(script, start, position) { return Percent(value: 100, span: span, isDamaged: true) }
    return Percent(value: value, span: span, isDamaged: value > 1000)
  }

  private static func isYearAndNought(_ script: Manuscript, _ start: Int, _ end: Int) -> Bool {
    guard end - start == 5, script.at(end - 1) == "0",
      let (year, _) = Numerals.digits(Array(script.plain[start..<start + 4]), 0, most: 4)
    else { return false }
    return (1990...2099).contains(year)
  }

  private static func worded(_ script: Manuscript, _ start: Int, _ end: Int) -> Percent? {
    if let length = full.length(script.plain, start, before: end) ?? allDone(script, start, before: end),
      !joined.contains(script.at(start - 1)),
      !isSlogan(script, start, start + length)
    {
      return Percent(value: 100, span: start..<start + length)
    }
    if let fraction = Fractions.read(script, start, before: end) { return fraction }
    guard let length = prefix.length(script.plain, start, before: end),
      let (value, stop) = Numerals.chinese(script.plain, start + length), stop <= end
    else { return nil }
    guard stop + 1 < end, script.at(stop) == "点", let tenth = Numerals.values[script.at(stop + 1)] else {
      return Percent(value: Double(value), span: start..<stop)
    }
    return Percent(value: (Double(value) * 10 + Double(tenth)) / 10, span: start..<stop + 2)
  }

  /// 老旧电梯全部开展评估, 病历要全部查到: 全部 before a deed of two letters, behind what it is said of.
  private static func allDone(_ script: Manuscript, _ start: Int, before end: Int) -> Int? {
    guard start + 4 <= end, script.at(start) == "全", script.at(start + 1) == "部",
      script.at(start - 1).isHan || script.at(start - 1) == ")",
      Phrases.deed.matches(script.plain, start + 2) || dones.matches(script.plain, start + 2)
    else { return nil }
    return 4
  }

  private static let dones = Lexicon(
    "查到 建成 建起 建好 走访 到位 见底 采集 复查 抽样 送检 轮训 见面 评估 投用 换发 约谈 发放 张贴 设置 补齐 收回 退还 上传 归档 实现 覆盖 纠正 改正 拆到 通过 进行")

  /// 按照全覆盖排查、多途径化解的原则; “全覆盖、无遗漏”.
  private static func isSlogan(_ script: Manuscript, _ start: Int, _ end: Int) -> Bool {
    slogans.matches(script.plain, start) || spirits.ending(script.plain, at: start, from: max(0, start - 4)) != nil
      || script.at(start - 1) == "“" && script.at(end) == "、" || isQuoted(script, start, end)
  }

  /// “将所有金融活动全部纳入监管”: part of a saying; “全覆盖” alone is none.
  private static func isQuoted(_ script: Manuscript, _ start: Int, _ end: Int) -> Bool {
    guard script.at(end) != "”",
      let open = (max(0, start - 24)..<start).last(where: { "“”\n".unicodeScalars.contains(script.at($0)) }),
      script.at(open) == "“"
    else { return false }
    return (end..<end + 24).first { "“”\n".unicodeScalars.contains(script.at($0)) }.map { script.at($0) == "”" }
      ?? false
  }

  private static let spirits = Lexicon("按照 按照“ 坚持 坚持“ 本着 本着“ 遵循 依照")
  /// 健全覆盖全社会的体系, 安全覆盖: 全 belongs to the word before.
  private static let joined: Set<Unicode.Scalar> = ["健", "安", "完", "齐"]
  /// “全覆盖、零容忍、严执法、重实效” is a slogan.
  private static let slogans = Lexicon("全覆盖、零 全覆盖,零 全覆盖、严 全覆盖、无死角、零 全覆盖、高密度 全覆盖、多频次 全覆盖、常态 全覆盖、重实效 全覆盖、无盲区、零 全覆盖、不留")
  private static let full = Lexicon(
    """
    百分之百 百分之一百 百分百 全覆盖 全面覆盖 覆盖面必须达到百分之百 全部检查一遍 全部签订 全部完成 全部整改 全部纳入 全部培训 全部建档
    全部清零 全部落实 全部达标 全部建立 全部持证 全部安装 全部取缔 全部检查 全部到位 全部办结 全部销号 全部覆盖 全部录入 全部合格 全部参训 全部公开 全部公示
    全部入网 全部上线 全部联网 全部入库 全部注册 全部关停 全部下架 全部召回 全部销毁 全部更换 全部消除 全部解决 全部化解 全部兑现 全部整改到位 全部安装到位 全部落实到位 全部处置 全部处理 全部核实 全部督查 全部备案 全部抽检 全部摸清 全部回访 全部更新 全部改造 全部移交 全部清除 全部清理 全部接入 全部配备 全部拆除 全部核查 全部登记 全部挂牌 全部关闭 全部列入 全部参加 全员覆盖
    """)
  private static let prefix = Lexicon("百分之")

  static func isUpper(_ script: Manuscript, _ mark: Percent, _ sentence: Range<Int>) -> Bool {
    let before = max(sentence.lowerBound, mark.span.lowerBound - 8)..<mark.span.lowerBound
    let after = mark.span.upperBound..<min(sentence.upperBound, mark.span.upperBound + 3)
    if Percent.noLess.occurs(script.plain, in: before) { return false }
    return upper.occurs(script.plain, in: before) || upperAfter.occurs(script.plain, in: after)
  }

  private static let noLess = Lexicon("不低于 不少于 不得低于 不得少于")
  private static let upper = Lexicon("控制在 不超过 不高于 低于 少于 小于 不得超过 下降 降低 减少 控制到 下降到 降至 占 降到")
  private static let upperAfter = Lexicon("以内 以下 之内 的罚")

  /// A statistic: 同比增长12%, 去年合格率98%.
  static func isPast(_ script: Manuscript, _ mark: Percent, _ sentence: Range<Int>) -> Bool {
    let start = Sentences.clauses(script, in: sentence).last { $0.lowerBound <= mark.span.lowerBound }?.lowerBound
    let before = max(start ?? sentence.lowerBound, mark.span.lowerBound - 40)..<mark.span.lowerBound
    return past.occurs(script.plain, in: before) || years.matches(script.plain, sentence.lowerBound)
  }

  /// 去年全市共接到投诉37件，办结率92%: the sentence tells of a time that is over.
  private static let years = Lexicon("去年 上年 上年度 今年以来 近年来 截至目前 截止目前 目前")

  /// 由30%提高到不低于50%: what was so far.
  static func isRaised(_ script: Manuscript, _ mark: Percent) -> Bool {
    ["由", "从", "的"].contains(script.at(mark.span.lowerBound - 1)) && raises.matches(script.plain, mark.span.upperBound)
  }

  private static let raises = Lexicon("提高 提升 上调 增加 调整 扩大 上升 增至 提至")
  private static let past = Lexicon("同比 环比 去年 上年度为 上年为 上年的 比上年 增长 已达到 已达 为去年 较上 据统计 共检查 共查 处以 罚款")

  /// 停业率超过30%的，须说明原因: in which case, not how much.
  static func isCase(_ script: Manuscript, _ mark: Percent) -> Bool {
    exceeds.ending(script.plain, at: mark.span.lowerBound, from: max(0, mark.span.lowerBound - 3)) != nil
      && cases.matches(script.plain, mark.span.upperBound)
  }

  private static let exceeds = Lexicon("超过 高于 达不到 未达到 未达 低于 不足")
  private static let cases = Lexicon("的 须 应 要 时 将 则 以上的")
  static func clean(_ script: Manuscript, _ span: Range<Int>) -> Range<Int> {
    Sentences.dropEnd(script, tails, from: Sentences.drop(script, heads, from: span))
  }

  /// 集中治理要实现辖区内医院全覆盖: what is counted stands behind the verb.
  static let reaches = Lexicon("要实现 实现 确保")

  private static let heads = Lexicon(", : 、 即 确保 要实现 实现 要求 要 使 力争 对 并 治理指标是 治理目标是 指标是 集中整治范围要实现 达到 以上 年底前 以 的")
  private static let tails = Lexicon(
    "达到 达 必须达到 要达到 应达到 须达到 实现 要 不低于 不少于 覆盖 的 到 为 应 须 必须 力争 在 要求 做到 保持在 保持 稳定在 稳定 分别 分别达到 分别达 达到了 均 均达 不得低于 不得少于 至少 提高到 提升到 提高至 提升至 由 并 进行 ， 监督检查要 覆盖率要 要求达到"
  )
}
