internal import Kit

/// Phases (实施步骤): units of the chapters about steps, or paragraphs such as 第一阶段（…）为….
extension PlanReader {
  func phases(_ years: YearContext) -> [ReadPhase] {
    let names = Stages.listed(script, span)
    var phases: [ReadPhase] = []
    for chapter in chapters
    where isOwn(chapter) || chapter.isOrphan || chapter.role.contains(.requirements) {
      let units = withInner(phaseUnits(chapter), of: chapter)
      guard units.count >= (isOwn(chapter) ? 1 : 2) || chapter.isOrphan && !units.isEmpty else {
        continue
      }
      phases += self.phases(of: chapter, units, years, names)
    }
    if phases.isEmpty { phases = toldPhases(years, names) }
    return Array(phases.prefix(40))
  }

  /// Where no chapter lists phases: running sentences that tell them, else tasks whose headings carry their dates.
  private func toldPhases(_ years: YearContext, _ names: [Range<Int>]) -> [ReadPhase] {
    for chapter in chapters {
      let units = Stages.told(script, chapter.node.texts)
      if units.count >= 2 { return phases(of: chapter, units, years, names) }
    }
    for chapter in chapters {
      let units = ToldStages.units(script, [chapter.node.heading] + chapter.node.texts)
      if !units.isEmpty { return phases(of: chapter, units, years, names) }
    }
    for chapter in chapters where chapter.role.contains(.tasks) {
      let units = chapter.node.children.filter { dated($0.heading) || opensDated($0) }.map(\.span)
      if units.count >= 2 { return phases(of: chapter, units, years, names) }
    }
    return []
  }

  /// （二）农村道路集中整治。7月1日至9月30日，…
  private func opensDated(_ node: Node) -> Bool {
    guard node.heading.count <= 24, let mention = Stages.read(script, node.span).mention else { return false }
    return mention.isRange && mention.start != nil && mention.points.allSatisfy(\.hasMonth)
  }

  /// 开展春季行动（2—4月）
  private func dated(_ heading: Range<Int>) -> Bool {
    guard heading.count < 60, let mention = Dates.all(script, in: heading).last else { return false }
    return script.at(mention.span.lowerBound - 1) == "(" && mention.points.allSatisfy(\.hasMonth)
  }

  private func phases(
    of chapter: Chapter, _ units: [Range<Int>], _ years: YearContext, _ names: [Range<Int>]
  ) -> [ReadPhase] {
    var phases: [ReadPhase] = []
    let total = total(chapter, units) ?? wholeTime(before: units)
    var year = total?.first
    var base: Sourced<Int>?
    var month = 0
    for unit in units {
      let stage = Stages.read(script, unit)
      // 10月1日—12月31日, then 1月1日—1月10日: over the turn of the year that the whole time names.
      let next = stage.mention?.start?.monthNumber ?? month
      if next < month, let last = total?.last, last.value == (year?.value ?? 0) + 1 { year = last }
      month = stage.mention?.end?.monthNumber ?? next
      // 次年 counts from the campaign's first year, not from the phase before.
      if year == nil { year = years.year(at: script.source(unit)) }
      let context = stage.mention?.start?.year == .next ? base ?? year : year
      let phase = phase(stage, unit, year: context, listed: names)
      phases.append(phase)
      year = Stages.carried(stage, phase, year, script)
      // 11月16日—次年2月, then 3月: the turn of the year lies within the phase.
      if let last = total?.last, phase.end.year == last.value { year = last }
      base = base ?? stage.mention?.knownYear.map { Sourced(value: $0.year, source: [script.source($0.span)]) }
    }
    return phases
  }

  /// A chapter about steps, by its heading or because its paragraphs are 第一步, 第二步.
  private func isOwn(_ chapter: Chapter) -> Bool {
    chapter.role.contains(.phases)
      || chapter.node.ownText.count { Phrases.stage.matches(script.plain, $0.lowerBound) } >= 2
  }

  private func phaseUnits(_ chapter: Chapter) -> [Range<Int>] {
    let isOwn = isOwn(chapter)
    let moved = ([chapter.node.heading] + chapter.node.texts).flatMap { ToldStages.moved(script, $0) }
    if !moved.isEmpty { return moved }
    let children = chapter.node.children.map(\.span)
    let staged = children.filter { Stages.isStage(script, $0, reaching: isOwn) }
    if isOwn, chapter.role.intersection([.tasks, .requirements]).isEmpty, !children.isEmpty, children.count <= 9 {
      let others = chapter.node.children.filter { !staged.contains($0.span) }
      let isParallel = others.allSatisfy { other in
        Stages.read(script, other.span).mention.map {
          other.heading.count - $0.span.count <= 8 || other.heading.count <= 12
        } ?? false
      }
      return staged.isEmpty || isParallel || chapter.node.children.allSatisfy(beginsDated) ? children : staged
    }
    if !staged.isEmpty, isOwn || chapter.isOrphan || staged.count >= 2 { return staged }
    if isOwn, let dated = ToldStages.dated(script, chapter.node.ownText) { return dated }
    let texts = chapter.node.ownText.filter { !Lines.isTitle(script.plain[$0]) }
    let paragraphs = Stages.paragraphs(script, texts, datesSuffice: isOwn)
    // 动员（3月1日至3月20日），整治（…），验收（…）。: the whole paragraph is not one of them.
    if isOwn, paragraphs.count <= 1 {
      let bracketed = texts.flatMap { ToldStages.bracketed(script, $0) }
      if bracketed.count >= 2 { return bracketed }
    }
    let told = isOwn || chapter.isOrphan ? Stages.told(script, texts) : []
    return told.count > paragraphs.count ? told : paragraphs
  }

  /// （二）组织实施阶段（6月1日至7月15日）1.自查自纠阶段（6月1日至6月15日）…: steps within a step that are called so.
  private func withInner(_ units: [Range<Int>], of chapter: Chapter) -> [Range<Int>] {
    let nodes = Dictionary(chapter.node.children.map { ($0.span, $0) }) { first, _ in first }
    return units.flatMap { unit -> [Range<Int>] in
      guard let node = nodes[unit] else { return [unit] }
      let inner = node.children.filter { isNamedStep($0) }
      return [unit] + (inner.count >= 2 ? inner.map(\.span) : [])
    }
  }

  private func isNamedStep(_ node: Node) -> Bool {
    let stage = Stages.read(script, node.span, reaching: false)
    guard let name = stage.name, let mention = stage.mention, mention.isRange else { return false }
    return Units.stageWords.ending(script.plain, at: name.upperBound, from: name.lowerBound) != nil
  }

  /// （一）3月10日前，机构自查；: but 3月10日前完成自查 is a deadline.
  private func beginsDated(_ node: Node) -> Bool {
    !DeadlineWords.completes.occurs(script.plain, in: node.heading)
      && Dates.all(script, in: node.heading.prefixRange(30)).first?.span.lowerBound == node.heading.lowerBound
  }

  /// The years of the sentence that gives the whole campaign's time before its phases.
  private func total(_ chapter: Chapter, _ units: [Range<Int>]) -> (first: Sourced<Int>, last: Sourced<Int>)? {
    guard let unit = units.first else { return nil }
    let spans = [chapter.node.heading.lowerBound..<chapter.node.rest.upperBound] + chapter.node.ownText
    for span in spans where span.lowerBound < unit.lowerBound {
      let mentions = Dates.all(script, in: span.lowerBound..<min(span.upperBound, unit.lowerBound))
      let years = mentions.flatMap(\.knownYears)
      guard let first = years.first, let last = years.last, mentions.count <= 2, !mentions.contains(where: \.isMasked)
      else {
        continue
      }
      func sourced(_ year: (year: Int, span: Range<Int>)) -> Sourced<Int> {
        Sourced(value: year.year, source: [script.source(year.span)])
      }
      return (sourced(first), sourced(last))
    }
    return nil
  }

  /// 一、整治时间：2026年11月至2027年3月。: the years of a chapter that says nothing but the campaign's time, where they are two.
  private func wholeTime(before units: [Range<Int>]) -> (first: Sourced<Int>, last: Sourced<Int>)? {
    for chapter in chapters where chapter.role == .phases && chapter.node.children.isEmpty {
      guard let unit = units.first, chapter.node.span.upperBound <= unit.lowerBound else { return nil }
      let mentions = chapter.node.ownText.flatMap { Dates.all(script, in: $0) }
      guard mentions.count == 1, let only = mentions.first, only.knownYears.count == 2,
        let first = only.knownYears.first,
        let last = only.knownYears.last, last.year == first.year + 1
      else { continue }
      return (
        Sourced(value: first.year, source: [script.source(first.span)]),
        Sourced(value: last.year, source: [script.source(last.span)])
      )
    }
    return nil
  }

  private func phase(
    _ stage: Stage, _ unit: Range<Int>, year: Sourced<Int>?, listed: [Range<Int>]
  ) -> ReadPhase {
    var source = [script.source(unit)]
    var name = stage.name.map { script.text($0) } ?? ""
    if stage.name == nil || stage.isOrdinalOnly, let ordinal = stage.ordinal, listed.indices.contains(ordinal - 1) {
      name = script.text(listed[ordinal - 1])
      source.append(script.source(listed[ordinal - 1]))
    }
    if name.isEmpty { name = script.text(unit.prefixRange(16)) }
    let dates = stage.mention.map { Dates.resolve($0, year: year?.value) }
    if let mention = stage.mention,
      mention.points.contains(where: { $0.year == .none || $0.year == .own || $0.year == .next })
    {
      source += year?.source ?? []
    }
    return ReadPhase(
      name: name, start: dates?.start ?? PlanDate(), end: dates?.end ?? PlanDate(),
      text: script.text(stage.text.prefixRange(300)), dateText: stage.mention.map { script.text($0.span) },
      source: source)
  }
}

/// One phase before its year is known.
struct Stage: Sendable {
  var name: Range<Int>?
  /// 第二阶段 is 2.
  var ordinal: Int?
  /// The name is only 第二阶段.
  var isOrdinalOnly = false
  var mention: DateMention?
  var text: Range<Int>
}
