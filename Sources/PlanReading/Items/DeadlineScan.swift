internal import Kit

/// The deadlines of one sentence.
struct DeadlineScan {
  let script: Manuscript
  let sentence: Range<Int>
  let year: Sourced<Int>?
  /// The heading above: what 完成时限：6月底 is about.
  var topic: Range<Int>?

  func read() -> [ReadDeadline] {
    let mentions = Dates.all(script, in: sentence)
    let cycles = cycles(mentions)
    let times = mentions.filter { isTime($0) && !Moved.isFormer(script, $0, in: sentence) }
    var found: [(Int, [ReadDeadline])] = []
    var year = year
    var index = 0
    while index < times.count {
      let chain = self.chain(times, index)
      index += chain.count
      let place = chain[0].span.lowerBound
      let limit = limit(after: place, times.dropFirst(index).first, cycles)
      if let known = chain.lazy.compactMap(\.knownYear).first {
        year = Sourced(value: known.year, source: [script.source(known.span)])
      }
      found.append((place, deadlines(chain, before: limit, year)))
    }
    for cycle in cycles {
      let next = times.first { $0.span.lowerBound >= cycle.upperBound }
      found.append((cycle.lowerBound, undated(cycle, before: limit(after: cycle.lowerBound, next, cycles))))
    }
    found += mentions.compactMap { mention in milestone(mention).map { (mention.span.lowerBound, [$0]) } }
    let all = found.sorted { $0.0 < $1.0 }.flatMap(\.1)
    if !all.isEmpty { return all }
    return DeadlineWords.open.first(script.plain, in: sentence).map {
      undated(withNumber($0), before: sentence.upperBound)
    } ?? []
  }

  /// 查结后5个工作日内: with the number before.
  private func withNumber(_ word: Range<Int>) -> Range<Int> {
    var start = word.lowerBound
    while start > sentence.lowerBound, script.at(start - 1).isDigit || Marker.isNumeral(script.at(start - 1)) {
      start -= 1
    }
    return start..<word.upperBound
  }

  /// 2026年底, 9月底, but not 到2026年底.
  private func isMonthEnd(_ mention: DateMention) -> Bool {
    mention.start?.day == .vague && "底末".unicodeScalars.contains(script.at(mention.span.upperBound - 1))
      && !"到至".unicodeScalars.contains(script.at(mention.span.lowerBound))
  }

  /// 2026年，全面推广经验: what a year named alone is to bring. 9月底，管网全部建成: what stands at a month's end.
  private func milestone(_ mention: DateMention) -> ReadDeadline? {
    let start = mention.span.lowerBound
    let isYear = mention.start?.hasMonth == false && mention.knownYear != nil
    guard !mention.isRange, isYear || isMonthEnd(mention),
      start == sentence.lowerBound || script.at(start - 1).isComma, script.at(mention.span.upperBound) == ",",
      let clause = Sentences.clauses(script, in: mention.span.upperBound + 1..<sentence.upperBound).first,
      isYear
        ? DeadlineWords.done.matches(script.plain, clause.lowerBound)
        : DeadlineWords.finishes.occurs(script.plain, in: clause),
      !DeadlineWords.over.occurs(script.plain, in: clause)
    else { return nil }
    return deadline(
      mention, mention.span, DeadlineObject(what: clause.prefixRange(80), to: nil, isReport: false), year)
  }

  /// 每月 and the like, where no date of its own follows at once.
  private func cycles(_ mentions: [DateMention]) -> [Range<Int>] {
    DeadlineWords.recurring.all(script.plain, in: sentence).filter { cycle in
      !mentions.contains { $0.span.lowerBound == cycle.upperBound && isTime($0) }
    }
  }

  /// Where the words of one time end: at the next time.
  private func limit(after place: Int, _ next: DateMention?, _ cycles: [Range<Int>]) -> Int {
    let cycle = cycles.first { $0.lowerBound > place }?.lowerBound ?? sentence.upperBound
    return min(next?.span.lowerBound ?? sentence.upperBound, cycle)
  }

  /// Whether the date can be a deadline's: 2023年及以前 is none, and a range is a time of work.
  private func isTime(_ mention: DateMention) -> Bool {
    if mention.isRange, mention.start != nil { return false }
    return mention.start?.hasMonth ?? mention.end?.hasMonth ?? false || mention.isMasked
      || DeadlineWords.before.matches(script.plain, mention.span.upperBound)
  }

  /// 5月1日、6月1日前: dates joined by 、 share what follows.
  private func chain(_ mentions: [DateMention], _ start: Int) -> [DateMention] {
    var end = start
    while end + 1 < mentions.count, mentions[end + 1].span.lowerBound - mentions[end].span.upperBound == 1,
      "、和及与".unicodeScalars.contains(script.at(mentions[end].span.upperBound))
    {
      end += 1
    }
    return Array(mentions[start...end])
  }

  private func deadlines(_ chain: [DateMention], before limit: Int, _ year: Sourced<Int>?) -> [ReadDeadline] {
    guard let first = chain.first, let last = chain.last, !first.isRange || first.start == nil else { return [] }
    let word = beforeWord(last) ?? (isUntil(first) ? 0 : nil)
    let after = last.span.upperBound + (word ?? 0)
    let dates = first.span.lowerBound..<after
    if let topic, DeadlineWords.label.ending(script.plain, at: dates.lowerBound, from: sentence.lowerBound) != nil {
      return spread(chain).map { deadline($0, dates, DeadlineObject(what: topic, to: nil, isReport: false), year) }
    }
    if let limit = DeadlineWords.limits.ending(script.plain, at: dates.lowerBound, from: sentence.lowerBound) {
      return spread(chain).map {
        deadline($0, dates, DeadlineObject(what: limited(limit), to: nil, isReport: false), year)
      }
    }
    let isDone = isDone(dates)
    guard word != nil || isDone || isTimed(dates, limit), let object = object(dates, limit, isBefore: word != nil)
    else {
      return []
    }
    if word == nil, !isDone, object.to == nil, !object.isReport { return [] }
    return spread(chain).map { deadline($0, dates, object, year) }
  }

  /// 整改期限不得超过9月30日: what has the limit.
  private func limited(_ limit: Range<Int>) -> Range<Int> {
    let clause = Group.clauseStart(script, limit.lowerBound, sentence)..<limit.lowerBound
    return clause.count >= 2 ? clause : sentence.lowerBound..<limit.upperBound
  }

  /// 前 behind a date, also behind its hour: 11月30日17:00前, 5月6日下班前.
  private func beforeWord(_ mention: DateMention) -> Int? {
    let hour = DeadlineWords.hour(script, mention.span.upperBound, before: sentence.upperBound)
    return DeadlineWords.before.length(script.plain, hour, before: sentence.upperBound).map {
      hour + $0 - mention.span.upperBound
    }
  }

  /// Masked dates of one chain stay one deadline, known ones become one each.
  private func spread(_ chain: [DateMention]) -> [DateMention] {
    chain.contains { $0.isMasked } ? Array(chain.prefix(1)) : chain
  }

  /// 到2026年底，…: an end to be reached, said at a clause's start.
  private func isUntil(_ mention: DateMention) -> Bool {
    let start = mention.span.lowerBound
    let word = script.at(start) == "到" || script.at(start) == "至" ? start : start - 1
    guard script.at(word) == "到" || script.at(word) == "至" else { return false }
    let opens = word == sentence.lowerBound || script.at(word - 1).isComma
    let clause = Sentences.clauses(script, in: mention.span.upperBound..<sentence.upperBound).first ?? sentence
    return opens && !DeadlineWords.caps.occurs(script.plain, in: clause)
      && !DeadlineWords.noAim.matches(script.plain, mention.span.upperBound)
      && script.at(mention.span.upperBound) != ")" && mention.points.contains { $0.day == .vague }
      && mention.span.upperBound + 3 < sentence.upperBound
  }

  /// Without 前 a date counts only after 于, 在 or at a clause's start, with a report behind it.
  private func isTimed(_ dates: Range<Int>, _ limit: Int) -> Bool {
    let before = script.at(dates.lowerBound - 1)
    guard before == "于" || before == "在" || before.isComma || dates.lowerBound == sentence.lowerBound,
      dates.upperBound < limit, script.at(dates.upperBound) != ":"
    else { return false }
    return report(in: dates.upperBound..<min(limit, dates.upperBound + 60)) != nil
  }

  private func deadline(
    _ mention: DateMention, _ dates: Range<Int>, _ object: DeadlineObject, _ year: Sourced<Int>?
  ) -> ReadDeadline {
    var source = [script.source(sentence)]
    if !sentence.contains(object.what.lowerBound) { source.append(script.source(object.what)) }
    let recurs = recurring(dates)
    let date = recurs == nil ? Dates.resolve(mention, year: year?.value).end : PlanDate()
    if mention.knownYear == nil, date.year != nil { source += year?.source ?? [] }
    return ReadDeadline(
      what: script.text(object.what), to: object.to.map { script.text($0) }, date: date, contact: nil,
      dateText: script.text(recurs.map { $0.lowerBound..<dates.upperBound } ?? dates), recurring: recurs != nil,
      source: source)
  }

  /// 每月 directly before the date.
  private func recurring(_ dates: Range<Int>) -> Range<Int>? {
    DeadlineWords.recurring.ending(script.plain, at: dates.lowerBound, from: sentence.lowerBound)
  }

  /// 每月25日前报送… and 在规定时限内报送…: no date, but a duty all the same.
  private func undated(_ word: Range<Int>, before limit: Int) -> [ReadDeadline] {
    let isRecurring = DeadlineWords.recurring.length(script.plain, word.lowerBound) == word.count
    if isRecurring, let length = DeadlineWords.workdays.length(script.plain, word.upperBound, before: limit) {
      return undated(word.lowerBound..<word.upperBound + length, before: limit, isRecurring: true)
    }
    return undated(word, before: limit, isRecurring: isRecurring)
  }

  private func undated(_ word: Range<Int>, before limit: Int, isRecurring: Bool) -> [ReadDeadline] {
    // 每双周周五12:00前
    let day = script.at(word.upperBound) == "周" && Marker.isNumeral(script.at(word.upperBound + 1)) ? 2 : 0
    let start = min(word.upperBound + day, max(word.upperBound, limit))
    let hour = DeadlineWords.hour(script, start, before: max(start, limit))
    let isHour = isRecurring && hour > start && DeadlineWords.before.matches(script.plain, hour)
    let eve = (word.upperBound..<max(word.upperBound, limit)).prefix(14).prefix { !script.at($0).isComma }.first {
      script.at($0) == "前" || script.at($0) == "底" || script.at($0) == "末"
    }
    let before = isHour ? hour : eve
    let dates = word.lowerBound..<(isRecurring ? before.map { pastDays($0 + 1) } ?? word.upperBound : word.upperBound)
    guard let object = object(dates, limit, isBefore: false), object.isReport, isRecurring || object.to != nil else {
      return []
    }
    return [
      ReadDeadline(
        what: script.text(object.what), to: object.to.map { script.text($0) }, date: PlanDate(), contact: nil,
        dateText: script.text(dates), recurring: isRecurring, source: [script.source(sentence)])
    ]
  }

  /// 每季度末前5日, 每月底前3个工作日: how many days before.
  private func pastDays(_ end: Int) -> Int {
    guard let (_, number) = Numerals.digits(script.plain, end, most: 2) else { return end }
    return DeadlineWords.days.length(script.plain, number, before: sentence.upperBound).map { number + $0 } ?? end
  }

  // MARK: what is due, and to whom

  private func object(_ dates: Range<Int>, _ limit: Int, isBefore: Bool) -> DeadlineObject? {
    let right = dates.upperBound..<max(dates.upperBound, min(limit, dates.upperBound + 160))
    if let report = report(in: right) { return reported(report, dates, right) }
    // …，制定工作规则(5月份完成)。
    if isDone(dates), let left = left(dates), left.count >= 4 {
      return DeadlineObject(what: left, to: nil, isReport: false)
    }
    guard isBefore else { return nil }
    let clause = Sentences.clauses(script, in: Sentences.drop(script, DeadlineWords.heads, from: right)).first ?? right
    let what = Sentences.dropEnd(script, DeadlineWords.tails, from: clause.prefixRange(80))
    // 安装任务10月底前全部完成: what is done stands before the date.
    if DeadlineWords.bare.isWord(script.plain, what), let left = left(dates), left.count >= 2 {
      return DeadlineObject(what: left, to: nil, isReport: false)
    }
    // 11月20日前为动员部署阶段 is a phase.
    guard what.count >= 2, script.at(right.lowerBound) != "为", script.at(right.lowerBound) != "是" else { return nil }
    return DeadlineObject(what: what, to: nil, isReport: false)
  }

  /// (5月份完成), (6月底前完成) in a bracket of their own.
  private func isDone(_ dates: Range<Int>) -> Bool {
    script.at(dates.lowerBound - 1) == "(" && DeadlineWords.finished.matches(script.plain, dates.upperBound)
  }

  private func reported(_ verb: Range<Int>, _ dates: Range<Int>, _ right: Range<Int>) -> DeadlineObject? {
    let between = dates.upperBound..<verb.lowerBound
    let clause =
      Sentences.clauses(script, in: verb.upperBound..<right.upperBound).first ?? verb.upperBound..<right.upperBound
    let object = cut(clause)
    if script.at(between.lowerBound) == "向" || script.plain[between].contains("向"),
      let toward = between.first(where: { script.at($0) == "向" }), verb.lowerBound - toward < 30
    {
      return DeadlineObject(what: object, to: toward + 1..<verb.lowerBound, isReport: true)
    }
    // 报送行动总结至市安委办
    if let to = object.dropFirst(2).first(where: { script.at($0) == "至" || script.at($0) == "到" }),
      Recipient.papers.occurs(script.plain, in: object.lowerBound..<to),
      Recipient.core(script, to..<object.upperBound) == to + 1..<object.upperBound
    {
      return DeadlineObject(what: object.lowerBound..<to, to: to + 1..<object.upperBound, isReport: true)
    }
    let isBody = Recipient.isBody(script, object)
    let after = script.plain[between].lastIndex(of: "将").map { $0 + 1..<between.upperBound } ?? between
    let what = Sentences.dropEnd(
      script, DeadlineWords.tails, from: Sentences.drop(script, DeadlineWords.heads, from: after))
    // 按季度汇总并上报工作情况: the verb before is no paper.
    let isVerb = script.at(verb.lowerBound - 1) == "并" && what.count <= 4
    // 每周五前通过平台报送进展: by which way, not what.
    let isWay = DeadlineWords.ways.matches(script.plain, what.lowerBound)
    if isActor(what) || isVerb || isWay, !isBody, object.count >= 2 {
      return DeadlineObject(what: object, to: nil, isReport: true)
    }
    if what.count >= 2 {
      return DeadlineObject(what: what, to: isBody ? Recipient.core(script, object) : nil, isReport: true)
    }
    if !isBody, object.count >= 2 { return DeadlineObject(what: object, to: nil, isReport: true) }
    guard let left = left(dates), !Recipient.isWhole(script, left) else {
      return DeadlineObject(
        what: verb.lowerBound..<object.upperBound, to: isBody ? Recipient.core(script, object) : nil, isReport: true)
    }
    return DeadlineObject(what: left, to: isBody ? Recipient.core(script, object) : nil, isReport: true)
  }

  /// 10月20日前各县区上报自评报告: who reports, not what.
  private func isActor(_ span: Range<Int>) -> Bool {
    script.at(span.lowerBound - 1) == "各" || script.at(span.lowerBound) == "各"
      || Departments.isBody(script, span) && !Recipient.papers.occurs(script.plain, in: span)
  }

  /// What stands in the clause before the date: 自查自纠总结报告和统计表于5月31日前报送….
  private func left(_ dates: Range<Int>) -> Range<Int>? {
    let clauses = Sentences.clauses(script, in: sentence.lowerBound..<dates.lowerBound).reversed().compactMap(core)
    // 要认真做好总结，分析问题，并于…上报: the paper is named some clauses before.
    return clauses.first { Recipient.papers.occurs(script.plain, in: $0) } ?? clauses.first
  }

  private func core(_ clause: Range<Int>) -> Range<Int>? {
    let after = script.plain[clause].lastIndex(of: "将").map { $0 + 1..<clause.upperBound } ?? undated(clause)
    let what = Sentences.dropEnd(script, DeadlineWords.tails, from: after)
    let core = Sentences.drop(script, DeadlineWords.heads, from: what)
    return core.count >= 2 ? core : nil
  }

  /// 12月5日前完成总结报局办公室，…: without the date and the recipient of the report before.
  private func undated(_ clause: Range<Int>) -> Range<Int> {
    guard let date = Dates.all(script, in: clause).last, date.span.upperBound + 2 < clause.upperBound else {
      return clause
    }
    let end = report(in: date.span.upperBound..<clause.upperBound)?.lowerBound ?? clause.upperBound
    let core = Sentences.drop(script, DeadlineWords.heads, from: date.span.upperBound..<end)
    return core.count >= 2 ? core : clause
  }

  private func cut(_ clause: Range<Int>) -> Range<Int> {
    let end =
      clause.first { place in
        script.at(place) == "并"
          || script.at(place) == "("
            && (place - clause.lowerBound > 3 || DeadlineWords.contact.matches(script.plain, place + 1))
      } ?? clause.upperBound
    return clause.lowerBound..<max(clause.lowerBound, end)
  }

  /// 向市领导小组办公室报告: a body stands between 向 and the verb.
  private func isToBody(_ verb: Int) -> Bool {
    let before = max(sentence.lowerBound, verb - 22)..<verb
    guard let toward = before.last(where: { script.at($0) == "向" }), toward + 2 < verb else { return false }
    return Recipient.core(script, toward + 1..<verb) == toward + 1..<verb
      || DeadlineWords.leaders.ending(script.plain, at: verb, from: toward + 1) != nil
  }

  private func report(in span: Range<Int>) -> Range<Int>? {
    for position in span {
      guard let length = DeadlineWords.report.length(script.plain, position, before: span.upperBound),
        DeadlineWords.noReport.length(script.plain, position) == nil,
        DeadlineWords.beforeReport.length(script.plain, position - 1) == nil || length > 1
      else { continue }
      // 将报告书面送县卫健局, 交医保办: to a body, which nothing else makes a report.
      if length == 1, script.at(position) != "报" {
        let clause = Sentences.clauses(script, in: position + 1..<span.upperBound).first ?? position..<position
        guard Recipient.isBody(script, clause), script.at(position - 1) != "报" else { continue }
      }
      // 对上报的隐患进行评估 reports nothing.
      if script.at(position + length) == "的" { continue }
      let word = script.plain[position..<position + length]
      if word.elementsEqual("报告".unicodeScalars), script.at(position - 1) != "向", !isToBody(position) { continue }
      return position..<position + length
    }
    return nil
  }
}

struct DeadlineObject: Sendable {
  var what: Range<Int>
  var to: Range<Int>?
  var isReport: Bool
}

enum Recipient {
  /// The body that opens the range.
  static func core(_ script: Manuscript, _ span: Range<Int>) -> Range<Int>? {
    let start = Sentences.drop(script, toward, from: span).lowerBound
    var end = start
    for position in start..<min(span.upperBound, start + 40) {
      if let length = Departments.suffixLength(script, position), position + length <= span.upperBound {
        end = max(end, position + length)
      }
    }
    return end - start >= 2 ? start..<end : nil
  }

  static func isWhole(_ script: Manuscript, _ span: Range<Int>) -> Bool {
    !papers.occurs(script.plain, in: span) && core(script, span) == span
  }

  static func isBody(_ script: Manuscript, _ span: Range<Int>) -> Bool {
    guard let core = core(script, span) else { return false }
    return !papers.occurs(script.plain, in: core) && !papers.occurs(script.plain, in: core.upperBound..<span.upperBound)
      && span.upperBound - core.upperBound <= 10
  }

  private static let toward = Lexicon("至 到 给 送 回")
  static let papers = Lexicon("总结 报告 方案 情况 名单 报表 统计表 信息 材料 计划 台账 汇总表")
}
