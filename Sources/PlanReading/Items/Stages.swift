internal import Kit

/// The grammar of one phase's opening words.
enum Stages {
  /// （一）动员部署阶段（4月1日至4月10日）。 第一阶段（…）为动员部署阶段。 宣传发动：4月。 4月上旬，动员部署阶段。
  /// `reaching`: dates may also open the sentence behind the name.
  static func read(_ script: Manuscript, _ unit: Range<Int>, reaching: Bool = true) -> Stage {
    if let moved = Moved.read(script, unit) { return Stage(name: moved.name, mention: moved.mention, text: unit) }
    let ordinals = Sentences.drop(script, TaskText.ordinals, from: unit).lowerBound - unit.lowerBound
    let marker = Marker.read(script.plain, unit.lowerBound)?.length ?? ordinals
    let body = min(unit.lowerBound + marker, unit.upperBound)..<unit.upperBound
    let head = body.lowerBound..<headEnd(script, body)
    var mention = Dates.all(script, in: head).first
    if mention == nil, reaching { mention = follows(script, head, before: unit.upperBound) }
    let ordinal = ordinal(script, head)
    var stage = Stage(ordinal: ordinal?.number, mention: mention, text: head.upperBound..<unit.upperBound)
    if let only = mention, !only.isRange, DeadlineWords.before.matches(script.plain, only.span.upperBound) {
      stage.mention?.start = nil
    }
    stage.name = name(script, head, mention, ordinal?.end)
    if let name = stage.name, let late = self.ordinal(script, name), late.end == name.upperBound {
      stage.ordinal = late.number
      stage.isOrdinalOnly = true
    }
    if stage.name == nil, ordinal != nil, let late = lateName(script, head, before: unit.upperBound) {
      stage.name = late
      stage.text = late.upperBound..<unit.upperBound
    }
    if stage.name == nil, let ordinal {
      stage.name = head.lowerBound..<ordinal.end
      stage.isOrdinalOnly = true
    }
    stage.text = Sentences.drop(script, leftovers, from: stage.text)
    return stage
  }

  /// 第一阶段（6月1日—6月20日）：宣传告知。…: a few words behind the colon that are a sentence of their own.
  private static func lateName(_ script: Manuscript, _ head: Range<Int>, before end: Int) -> Range<Int>? {
    guard script.at(head.upperBound) == ":", script.at(head.upperBound - 1) == ")", head.upperBound + 1 < end,
      let first = Sentences.all(script, in: (head.upperBound + 1..<end).prefixRange(40)).first,
      (2...10).contains(first.count),
      script.plain[first].allSatisfy({ $0.isHan || $0 == "、" })
    else { return nil }
    return first
  }

  /// 集中整治。2023年8月1日至10月底，…: the date that opens the sentence after a heading which is only a name.
  private static func follows(_ script: Manuscript, _ head: Range<Int>, before end: Int) -> DateMention? {
    guard head.count <= 20,
      script.plain[head].count(where: \.isComma) <= (Phrases.stage.matches(script.plain, head.lowerBound) ? 1 : 0)
    else { return nil }
    // 第一阶段：自查阶段⏎时间：…
    let isNext =
      head.upperBound + 1 < end && script.at(head.upperBound) == "\n"
      && times.matches(script.plain, head.upperBound + 1)
    let text = Sentences.drop(script, timeWords, from: head.upperBound + (isNext ? 1 : 0)..<end)
    guard let mention = Dates.all(script, in: text.prefixRange(40)).first,
      mention.span.lowerBound == text.lowerBound, script.at(mention.span.upperBound) != "的"
    else { return nil }
    return mention
  }

  private static let times = Lexicon("时间: 起止时间: 时间安排: 时间节点: 完成时间: 完成时限: 时间为")
  private static let timeWords = Lexicon(") 。 : , ; ( 时间为 时间从 时间 从 自 于 在 计划 完成时限 完成时间 起止时间 时间安排 时间节点 即日起")

  /// Name and dates stand before the first stop; 第一阶段：…。 and 名称：日期。 count as one head.
  private static func headEnd(_ script: Manuscript, _ body: Range<Int>) -> Int {
    var depth = 0
    for position in body.prefixRange(90) {
      let scalar = script.plain[position]
      if scalar == "(" { depth += 1 }
      if scalar == ")" { depth = max(depth - 1, 0) }
      if depth == 0, scalar.isStop { return position }
      if depth == 0, scalar == ":", !dateFollows(script, position + 1), position - body.lowerBound > 5,
        Dates.all(script, in: body.lowerBound..<position).first?.span != body.lowerBound..<position
      {
        return position
      }
    }
    return body.prefixRange(90).upperBound
  }

  private static func dateFollows(_ script: Manuscript, _ position: Int) -> Bool {
    let scan = DatePointScan(script: script, end: min(script.plain.count, position + 30))
    return scan.read(position) != nil
      || scan.read(position + 1) != nil && "至自从(".unicodeScalars.contains(script.at(position))
  }

  private static func ordinal(_ script: Manuscript, _ head: Range<Int>) -> (number: Int, end: Int)? {
    let start = head.lowerBound
    guard script.at(start) == "第",
      let (number, end) = Numerals.chinese(script.plain, start + 1) ?? Numerals.digits(script.plain, start + 1, most: 2)
    else { return nil }
    for (word, length) in [("阶段", 2), ("步", 1)] where end + length <= head.upperBound {
      if script.plain[end..<end + length].elementsEqual(word.unicodeScalars) { return (number, end + length) }
    }
    return nil
  }

  private static func name(_ script: Manuscript, _ head: Range<Int>, _ mention: DateMention?, _ ordinalEnd: Int?)
    -> Range<Int>?
  {
    let start = ordinalEnd ?? head.lowerBound
    let dates = mention.flatMap { head.contains($0.span.lowerBound) ? $0.span : nil }
    var candidates = [clipped(script, start..<(dates?.lowerBound ?? head.upperBound))]
    if let dates { candidates.append(clipped(script, pastBracket(script, dates, in: head)..<head.upperBound)) }
    if ordinalEnd != nil {
      candidates = candidates.filter {
        isNamed(script, $0, after: start, in: head, dates) || isClause(script, $0, behind: dates)
      }
    }
    return candidates.first { (2...24).contains($0.count) && !noNames.isWord(script.plain, $0) }
  }

  /// (年底至2026年春节前)为总结阶段: the name stands behind the bracket that holds the dates.
  private static func pastBracket(_ script: Manuscript, _ dates: Range<Int>, in head: Range<Int>) -> Int {
    guard script.at(dates.lowerBound - 1) == "(" else { return dates.upperBound }
    let rest = dates.upperBound..<min(head.upperBound, dates.upperBound + 8)
    return rest.first { script.at($0) == ")" } ?? dates.upperBound
  }

  /// After 第二阶段 a name follows 为 or ends in 阶段; other words are what is done.
  /// So do a few words that fill all between 第二阶段 and its dates: 第二阶段：集中整治（4月）.
  private static func isNamed(
    _ script: Manuscript, _ span: Range<Int>, after start: Int, in head: Range<Int>, _ dates: Range<Int>?
  ) -> Bool {
    let before = script.at(span.lowerBound - 1)
    let next = script.at(span.upperBound)
    let fills =
      span.lowerBound <= start + 1 && span.count <= 12
      && (!duties.contains(script.at(span.lowerBound)) || span.count <= 4 && Moved.endsAsStep(script, span))
      && (next == "(" || next == ")" || span.upperBound >= head.upperBound
        || dates.map { span.upperBound + 1 >= $0.lowerBound } ?? false)
    return before == "为" || before == "是" || span.lowerBound == start || fills
      || Units.stageWords.ending(script.plain, at: span.upperBound, from: span.lowerBound) != nil
  }

  /// 第一阶段（6月1日—6月20日），宣传告知，…: a short clause behind the bracket that holds the dates.
  private static func isClause(_ script: Manuscript, _ span: Range<Int>, behind dates: Range<Int>?) -> Bool {
    guard let dates, script.at(dates.lowerBound - 1) == "(", script.at(dates.upperBound) == ")",
      script.at(dates.upperBound + 1) == ",", span.lowerBound == dates.upperBound + 2, (3...6).contains(span.count)
    else { return false }
    return script.at(span.upperBound).isComma && !duties.contains(script.at(span.lowerBound))
  }

  private static let duties: Set<Unicode.Scalar> = ["各", "由", "对", "全", "市", "县", "要"]
  private static let nowOn = Lexicon("即日起 从即日起 自即日起 从现在起 自印发之日起 自本方案印发之日起 自通知下发之日起 自发文之日起")
  private static let noNames = Lexicon("即日起 从即日起 自即日起 从现在起 自印发之日起 自发文之日起 结束 开始 启动 完成 期间 全年 截止 来源 更新")

  /// Without brackets, copulas and punctuation at both ends; up to the first comma.
  private static func clipped(_ script: Manuscript, _ span: Range<Int>) -> Range<Int> {
    var core = Sentences.drop(script, openers, from: span)
    if let end = core.first(where: { script.at($0).isComma || script.at($0) == "(" && !isInner(script, $0) }) {
      core = core.lowerBound..<end
    }
    return Sentences.dropEnd(script, closers, from: core)
  }

  /// 镇(街道)检查: a short bracket inside of the name.
  private static func isInner(_ script: Manuscript, _ open: Int) -> Bool {
    guard let close = (open..<open + 6).first(where: { script.at($0) == ")" }) else { return false }
    return script.at(close + 1).isHan && script.at(open - 1).isHan && script.at(open + 1).isHan
  }

  private static let openers = Lexicon("开展 : , 。 ( ) 为 是 、 前 底前 之前 春节前 — 起 开始")
  private static let closers = Lexicon("( : — , 。 、 时间 从 自 于 在 截至 至 计划 计划于 ） - 时间为 的")
  private static let leftovers = Lexicon(") 。 : , ;")

  /// A unit that opens as a phase does: names a 阶段 or gives a date in its head.
  static func isStage(_ script: Manuscript, _ unit: Range<Int>, reaching: Bool = false) -> Bool {
    let stage = read(script, unit, reaching: reaching)
    if stage.ordinal != nil { return true }
    guard let name = stage.name else { return false }
    if Units.stageWords.ending(script.plain, at: name.upperBound, from: name.lowerBound) != nil { return true }
    return stage.mention.map { $0.span.lowerBound - unit.lowerBound < 40 && !isDeadline(script, $0) } ?? false
      && name.count <= 16
  }

  private static func isDeadline(_ script: Manuscript, _ mention: DateMention) -> Bool {
    script.at(mention.span.upperBound) == "前"
  }

  /// Paragraphs that are phases, and phases strung together in one paragraph. Outside of a chapter about steps a date
  /// alone makes no phase: the word 阶段 must stand there.
  /// Where phases are numbered, only the numbered ones count: the sentence on the whole campaign's time is none.
  static func paragraphs(_ script: Manuscript, _ spans: [Range<Int>], datesSuffice: Bool) -> [Range<Int>] {
    let units = strung(script, spans, datesSuffice).filter {
      datesSuffice || Units.stageWords.occurs(script.plain, in: $0.prefixRange(40))
    }
    let staged = units.count { Units.stageWords.occurs(script.plain, in: $0.prefixRange(40)) }
    if let first = units.first, staged >= 2, !Units.stageWords.occurs(script.plain, in: first.prefixRange(40)) {
      return Array(units.dropFirst())
    }
    let numbered = units.filter { Phrases.stage.matches(script.plain, $0.lowerBound) }
    return numbered.isEmpty ? units : numbered
  }

  private static func strung(_ script: Manuscript, _ spans: [Range<Int>], _ datesSuffice: Bool) -> [Range<Int>] {
    var units: [Range<Int>] = []
    for span in spans {
      if datesSuffice, opensWithName(script, span) {
        units.append(span)
        continue
      }
      for sentence in Sentences.all(script, in: span) {
        if isWhole(script, sentence) { continue }
        let start = Sentences.drop(script, inside, from: announced(script, sentence)).lowerBound
        let unit = start..<sentence.upperBound
        // 第三步，处置化解。6月1日—7月31日，…: the dates of the step just named.
        if let last = units.last, last.upperBound + 1 >= sentence.lowerBound,
          Phrases.stage.matches(script.plain, last.lowerBound), Dates.all(script, in: last.prefixRange(60)).isEmpty,
          !Phrases.stage.matches(script.plain, start)
        {
          units[units.count - 1] = last.lowerBound..<sentence.upperBound
        } else if Phrases.stage.matches(script.plain, start) || ToldStages.isLabelled(script, unit)
          || opensPhase(
            script, unit,
            isParagraph: sentence.lowerBound == span.lowerBound || datesSuffice && opensWithDates(script, unit))
        {
          units.append(unit)
        } else if let last = units.last, last.upperBound + 1 >= sentence.lowerBound {
          units[units.count - 1] = last.lowerBound..<sentence.upperBound
        }
      }
    }
    return units
  }

  /// 整治分为三个阶段：第一阶段…: from the colon on.
  private static func announced(_ script: Manuscript, _ sentence: Range<Int>) -> Range<Int> {
    guard let count = counts.first(script.plain, in: sentence.prefixRange(60)),
      let colon = (count.upperBound..<min(sentence.upperBound, count.upperBound + 8)).first(where: {
        script.at($0) == ":"
      }),
      Phrases.stage.matches(script.plain, colon + 1) || opensWithDates(script, colon + 1..<sentence.upperBound)
    else { return sentence }
    return colon + 1..<sentence.upperBound
  }

  /// 8月1日—8月20日，企业自查；即日起至3月20日为摸底阶段；…
  private static func opensWithDates(_ script: Manuscript, _ whole: Range<Int>) -> Bool {
    let unit = Sentences.drop(script, nowOn, from: whole)
    guard let mention = Dates.all(script, in: unit.prefixRange(40)).first else { return false }
    return mention.span.lowerBound == unit.lowerBound && (mention.isRange || script.at(mention.span.upperBound) == "为")
  }

  /// 摸底帮扶。2026年4月30日前，…: a paragraph whose first sentence is only a name, and whose second begins with its dates.
  private static func opensWithName(_ script: Manuscript, _ span: Range<Int>) -> Bool {
    guard let name = Sentences.all(script, in: span).first, (2...10).contains(name.count),
      script.at(name.upperBound) == "。", !script.plain[name].contains(where: \.isComma)
    else { return false }
    return follows(script, name, before: span.upperBound) != nil
  }

  /// 自1月起至12月止, 为期一年, 决定自3月至5月开展…: the whole campaign's time is no phase.
  private static func isWhole(_ script: Manuscript, _ sentence: Range<Int>) -> Bool {
    if Units.stageWords.occurs(script.plain, in: sentence) { return false }
    if decides.occurs(script.plain, in: sentence) { return true }
    if wholes.occurs(script.plain, in: sentence) { return sentence.count <= 50 }
    let ends =
      script.at(sentence.upperBound - 1) == "止"
      || endings.ending(script.plain, at: sentence.upperBound, from: sentence.lowerBound) != nil
    return ends && Dates.all(script, in: sentence).count <= 2
      && sentence.count <= 50
  }

  private static let decides = Lexicon("决定自 决定从 决定于 决定在 现定于 定于 拟于 决定开展")
  private static let endings = Lexicon("结束 为止")
  private static let wholes = Lexicon("为期一年 为期半年 为期两个月 为期三个月 为期四个月 为期五个月 为期六个月 为期一个月")
  private static let inside = Lexicon("在 , : 其中")

  /// Phases told in running sentences, clause by clause: 3月为第一阶段，4月至5月为…; 动员部署阶段（3月），…；….
  static func told(_ script: Manuscript, _ spans: [Range<Int>]) -> [Range<Int>] {
    let starts = spans.map { span in
      Sentences.clauses(script, in: span).filter { tells(script, $0) }.map { ($0.lowerBound, span.upperBound) }
    }
    let alone = starts.flatMap { $0.count >= 2 ? $0 : [] }
    // 一是3月…。 二是4月…。: each in a paragraph of its own.
    let listed = starts.flatMap { $0 }.filter { TaskText.ordinals.matches(script.plain, $0.0) }
    let all = alone.isEmpty && listed.count >= 2 ? listed : alone
    return all.indices.map { index in
      let next = all.indices.contains(index + 1) ? all[index + 1].0 : Int.max
      return all[index].0..<min(all[index].1, next)
    }
  }

  private static func tells(_ script: Manuscript, _ clause: Range<Int>) -> Bool {
    if counts.occurs(script.plain, in: clause) || script.at(clause.upperBound - 1) == "止"
      || endings.ending(script.plain, at: clause.upperBound, from: clause.lowerBound) != nil
    {
      return false
    }
    // 4月1日至8月31日开展集中整治; 一是3—5月，…
    if clause.count <= 36, opensWithDates(script, Sentences.drop(script, TaskText.ordinals, from: clause)) {
      return true
    }
    guard let word = Units.stageWords.first(script.plain, in: clause.prefixRange(40)),
      let mention = Dates.all(script, in: clause.prefixRange(60)).first
    else { return false }
    let start = mention.span.lowerBound
    let isAfter =
      start == word.upperBound || start == word.upperBound + 1
      || start == word.upperBound + 2 && script.at(word.upperBound) == "("
    let between = mention.span.upperBound..<max(mention.span.upperBound, word.lowerBound)
    let opening = Sentences.drop(script, nowOn, from: clause).lowerBound
    let isBefore = start <= opening + 1 && between.count <= 14
    return isAfter || isBefore
  }

  private static func opensPhase(_ script: Manuscript, _ unit: Range<Int>, isParagraph: Bool) -> Bool {
    guard isParagraph, !counts.occurs(script.plain, in: unit.prefixRange(80)), isStage(script, unit) else {
      return false
    }
    return read(script, unit).mention != nil
  }

  /// 分动员部署、组织实施、总结检查三个阶段: the names, where they are listed once.
  static func listed(_ script: Manuscript, _ span: Range<Int>) -> [Range<Int>] {
    for count in counts.all(script.plain, in: span) {
      let sentence = Sentences.around(script, count.lowerBound, in: span)
      guard let opener = listOpeners.all(script.plain, in: sentence.lowerBound..<count.lowerBound).last else {
        continue
      }
      let names = script.plain[opener.upperBound..<count.lowerBound].split(separator: "、").map {
        $0.startIndex..<$0.endIndex
      }
      if names.count >= 2, names.allSatisfy({ (2...14).contains($0.count) }) { return names }
    }
    return []
  }

  private static let counts = Lexicon("两个阶段 三个阶段 四个阶段 五个阶段 六个阶段 2个阶段 3个阶段 4个阶段 5个阶段 6个阶段 分两步 分三步 分四步")
  private static let listOpeners = Lexicon("分 分为 按 按照 分成")

  /// The year for the phase after this one: this one's end, when months go on; unknown where they run backwards. A year that
  /// this one has from the context keeps its place there.
  static func carried(_ stage: Stage, _ phase: ReadPhase, _ context: Sourced<Int>?, _ script: Manuscript) -> Sourced<
    Int
  >? {
    guard let mention = stage.mention, mention.knownYear != nil, let year = phase.end.year ?? phase.start.year else {
      return context
    }
    guard
      let span = mention.knownYears.last(where: { $0.year == year })?.span
        ?? (mention.points.contains { $0.year == .next } ? mention.span : nil)
    else { return context }
    return Sourced(value: year, source: [script.source(span)])
  }
}

extension PlanDate {
  var year: Int? { date?.year ?? month?.year }
}
