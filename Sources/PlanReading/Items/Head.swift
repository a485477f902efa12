internal import Kit

/// Title, other titles and the issuer's place (标题、发文地).
extension PlanReader {
  /// Lines before the first chapter.
  var headLines: [Line] { Array(lines.prefix(40).prefix { $0.marker?.level != .chapter }) }

  func readHead(_ plan: inout ReadPlan) {
    // 1、…方案为…: the number of a page before it is none of the title.
    let titles = headLines.filter { Lines.isTitle(script.plain[$0.span]) }.map {
      Lines.isTitle(script.plain[$0.body]) ? $0.body : $0.span
    }
    let best = titles.last { !Head.notice.occurs(script.plain, in: $0) } ?? titles.last
    if let best {
      plan.title = sourced(Head.core(script, best))
      if let value = plan.title?.value, value != script.text(best) { plan.altTitles.append(sourced(best)) }
    }
    for other in titles where other != best {
      let span = Head.core(script, other)
      if script.text(span) != plan.title?.value, plan.altTitles.count < 4 { plan.altTitles.append(sourced(span)) }
    }
    if let named = selfNamed() ?? issued() {
      if plan.title == nil { plan.title = named } else { plan.altTitles.append(named) }
    }
    let named = plan.title.flatMap { best == nil ? $0.source.first : nil }.map {
      script.position($0.start)..<script.position($0.end)
    }
    plan.place = place(best ?? named, titles)
  }

  func sourced(_ span: Range<Int>) -> Sourced<String> {
    Sourced(value: script.text(span), source: [script.source(span)])
  }

  /// 制定本…方案 in the first paragraphs: the plan names itself.
  private func selfNamed() -> Sourced<String>? {
    for line in headLines.suffix(12) {
      for sentence in Sentences.all(script, in: line.body) {
        guard let verb = Head.makes.first(script.plain, in: sentence),
          !Head.others.occurs(script.plain, in: sentence.lowerBound..<verb.lowerBound)
        else { continue }
        // 制定清沅镇秋季动物防疫方案：
        let end = script.at(sentence.upperBound - 1) == ":" ? sentence.upperBound - 1 : sentence.upperBound
        let rest = Sentences.drop(script, Head.makesHeads, from: verb.upperBound..<max(verb.upperBound, end))
        guard (8...60).contains(rest.count),
          Head.planNouns.ending(script.plain, at: rest.upperBound, from: rest.lowerBound) != nil
        else { continue }
        return sourced(rest)
      }
    }
    return nil
  }

  /// 印发《…方案》 outside of a notice: a report about the plan gives its name.
  private func issued() -> Sourced<String>? {
    for line in headLines.suffix(12) {
      for verb in Head.issues.all(script.plain, in: line.body) where script.at(verb.upperBound) == "《" {
        let rest = verb.upperBound + 1..<line.body.upperBound
        guard !script.isCited[verb.lowerBound], let end = rest.first(where: { script.at($0) == "》" }) else { continue }
        // 根据…和市政府关于印发《…》的通知: what the plan rests on is not itself.
        let clause = Group.clauseStart(script, verb.lowerBound, line.body)..<verb.lowerBound
        if Head.rests.occurs(script.plain, in: clause) { continue }
        let close = Sentences.dropEnd(script, Head.letters, from: rest.lowerBound..<end).upperBound
        guard
          Head.planNouns.ending(script.plain, at: close, from: rest.lowerBound) != nil
        else { continue }
        return sourced(rest.lowerBound..<close)
      }
    }
    return nil
  }

  /// From the title's beginning, the notice that sends it out (清沅县市场监管局关于印发…), the issuer's line, the group that the plan founds, or 结合…实际; a masked place is none.
  private func place(_ title: Range<Int>?, _ titles: [Range<Int>]) -> Sourced<String>? {
    var candidates: [Range<Int>] = title.map { [Head.core(script, $0)] } ?? []
    candidates += title.map { [$0] } ?? []
    candidates += titles
    candidates += (preface + headLines).map(\.span).filter { Head.isIssuer(script, $0) }
    candidates += lines.suffix(6).map(\.span).filter { Head.isIssuer(script, $0) }
    candidates += [Group.founded(self), Head.own(script, span), teller()].compactMap { $0 }
    candidates += altTitleSpans
    return candidates.lazy.compactMap { Head.place(script, $0) }.first.map { sourced($0) }
  }

  /// 近日，清沅市食安办印发…; 2026年，清沅省药监局将…: the body that a report's first sentence tells of.
  private func teller() -> Range<Int>? {
    for line in headLines.prefix(3) where line.body.count > 40 {
      for clause in Sentences.clauses(script, in: line.body.prefixRange(120)).prefix(5) {
        let read = Departments.leading(script, from: clause.lowerBound, before: clause.upperBound)
        if !read.names.isEmpty, Head.tells.matches(script.plain, read.end) { return clause.lowerBound..<read.end }
      }
    }
    return nil
  }

  private var altTitleSpans: [Range<Int>] {
    issued().map { named in
      headLines.compactMap { line in
        Head.issues.first(script.plain, in: line.body).map { $0.upperBound + 1..<line.body.upperBound }
      }.filter { script.text($0).hasPrefix(named.value) }
    } ?? []
  }
}

enum Head {
  static let notice = Lexicon("通知 意见")
  static let makes = Lexicon("制定本 制订本 制定如下 现制定 特制定 特制订 现制订 制定")
  /// 各县区要参照本方案制定…: somebody else's plan.
  static let others = Lexicon("各 参照 要 应")
  static let tells = Lexicon("印发 出台 下发 发布 制定 将 决定 部署 召开 启动 在全 开展 组织")
  static let makesHeads = Lexicon("本 如下 了 此")
  static let planNouns = Lexicon("方案 计划 要点 安排")
  static let rests = Lexicon("根据 按照 依据 依照 贯彻 落实 关于")
  static let letters = Lexicon("的通知 通知")
  static let issues = Lexicon("印发 印发了 出台 出台了 制定了 下发了 发布了 发布 下发")

  /// 结合清沅县实际: the place that the plan calls its own.
  static func own(_ script: Manuscript, _ span: Range<Int>) -> Range<Int>? {
    for word in fits.all(script.plain, in: span).prefix(12) {
      let window = word.upperBound..<min(span.upperBound, word.upperBound + 12)
      if let end = facts.first(script.plain, in: window) { return word.upperBound..<end.lowerBound }
    }
    return nil
  }

  private static let fits = Lexicon("结合")
  private static let facts = Lexicon("实际")

  /// The plan's own name within a title line: without 篇二:, 关于印发…的通知, document number and series number.
  static func core(_ script: Manuscript, _ line: Range<Int>) -> Range<Int> {
    var span = Sentences.dropEnd(script, files, from: line)
    if let open = script.plain[span].firstIndex(of: "《"), let close = script.plain[span].lastIndex(of: "》"),
      close > open + 6, prints.occurs(script.plain, in: line.lowerBound..<open)
    {
      return open + 1..<close
    }
    // …专项行动方案》的通知 whose opening sign stands on the line before or is lost.
    if let close = script.plain[span].firstIndex(of: "》"), close > span.lowerBound + 6,
      !script.plain[span].contains("《")
    {
      return span.lowerBound..<close
    }
    if let verb = prints.first(script.plain, in: span),
      let end = ends.first(script.plain, in: verb.upperBound..<span.upperBound)
    {
      return verb.upperBound..<end.lowerBound + 2
    }
    // 清沅县人民政府办公室2026年4月18日全县…方案: flattened.
    if let date = Dates.all(script, in: span).first, let end = date.end, case .known = end.day, !date.isRange,
      date.span.upperBound + 8 < span.upperBound, Lines.isTitle(script.plain[date.span.upperBound..<span.upperBound])
    {
      return date.span.upperBound..<span.upperBound
    }
    if script.at(span.lowerBound) == "篇" || script.at(span.lowerBound) == "第",
      let colon = script.plain[span].firstIndex(where: { $0 == ":" }), colon - span.lowerBound < 6
    {
      span = colon + 1..<span.upperBound
    }
    return span
  }

  private static let files = Lexicon(".docx .doc .pdf .wps")
  private static let prints = Lexicon("关于印发 关于下发 印发 关于开展")
  private static let ends = Lexicon("方案的通知 计划的通知 要点的通知 意见的通知")

  /// A short line that ends as a body does, alone on its line, as under a notice or over a page.
  static func isIssuer(_ script: Manuscript, _ line: Range<Int>) -> Bool {
    line.count <= 30 && Departments.isBody(script, afterLabel(script, line))
  }

  private static func afterLabel(_ script: Manuscript, _ line: Range<Int>) -> Range<Int> {
    let label = labels.length(script.plain, line.lowerBound) ?? 0
    let start = line.lowerBound + label
    let isPrinted = label == 0 && printed.ending(script.plain, at: line.upperBound, from: line.lowerBound) != nil
    let end = label == 0 && !isPrinted ? line.upperBound : bodyEnd(script, start..<line.upperBound)
    return start..<max(start, end)
  }

  private static let printed = Lexicon("日印发 日印")
  private static func bodyEnd(_ script: Manuscript, _ span: Range<Int>) -> Int {
    span.first { !script.plain[$0].isHan } ?? span.upperBound
  }

  private static let labels = Lexicon("来源: 发布机构: 发文机关: 单位:")

  /// 某某市, 某某县 at the beginning; 全市 or 我县 name no place.
  static func place(_ script: Manuscript, _ line: Range<Int>) -> Range<Int>? {
    let span = Sentences.drop(script, years, from: afterLabel(script, line))
    guard !span.isEmpty, !units.contains(script.at(span.lowerBound)) else { return nil }
    var start = span.lowerBound
    while start < span.upperBound, script.at(start).isDigit || script.at(start) == "年" { start += 1 }
    var last: Int?
    for position in start..<min(span.upperBound, start + 14) {
      guard script.plain[position].isHan else { break }
      let length = position - start
      let isShort = length == 1 && script.plain[position] == "县" && !levels.contains(script.plain[start])
      if units.contains(script.plain[position]), length >= 2 || isShort, !marketWord.matches(script.plain, position) {
        last = position + 1
      }
    }
    guard let end = last, !noPlace.occurs(script.plain, in: start..<end), !own.contains(script.at(start)),
      !(end - start == 2 && kinds.contains(script.at(start))), !farming.matches(script.plain, start)
    else { return nil }
    return start..<end
  }

  private static let years = Lexicon("关于 关于印发")
  private static let units: Set<Unicode.Scalar> = ["省", "市", "县", "区", "州", "旗", "盟", "镇", "乡"]
  /// 省县, 区县 name levels; 兴县 is a place.
  private static let levels: Set<Unicode.Scalar> = [
    "省", "市", "区", "州", "乡", "镇", "跨", "邻", "外", "由", "在", "对", "向", "经", "为", "和", "与",
  ]
  private static let marketWord = Lexicon("市场 区域 县域 市容 乡村 乡镇 镇村 市级 县级 区级 省级 市民")
  private static let noPlace = Lexicon(
    "全市 全县 全区 全省 全镇 全乡 全州 我市 我县 我区 我镇 我乡 我省 本市 本县 本区 本镇 各市 各县 各区 各镇 各乡 开展 专项 整治 工作 方案 打击 医疗 安全 监督 治理 规范 农贸 社区 辖区 重点 校区 景区 园区 小区 城区 城乡 城镇 示范区 禁放 禁燃 限放 禁养 禁捕 保护区 水源 控制区 管控区 行业 银行"
  )
  /// 我县, 全市, 某区 begin with none.
  private static let own: Set<Unicode.Scalar> = ["全", "我", "本", "各", "该", "某"]
  /// 城市 and 农区 are kinds of place.
  private static let kinds: Set<Unicode.Scalar> = ["城", "农", "社", "辖", "校", "景", "园", "小", "山", "牧", "林", "矿"]
  private static let farming = Lexicon("农村 农业 农贸 城市 城镇 城区 城乡")
}
