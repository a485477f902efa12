internal import Kit
package import Law
internal import Packs

extension LawContent {
  /// Every value of the packs, section by section. What other rooms read of the law without a confidence (measures, roles)
  /// is not among them.
  package var values: [LawValue] { LawValue.Kind.allCases.flatMap(values) }

  package func values(_ kind: LawValue.Kind) -> [LawValue] {
    switch kind {
    case .violation: violations.map { LawValue($0, measures) }
    case .term: terms.all.map(LawValue.init) + terms.surcharges.map(LawValue.init)
    case .discretion: discretion.rules.map { LawValue($0, discretion.circumstances) }
    case .province: discretion.provinces.map(LawValue.init)
    case .limit: limits.map(LawValue.init)
    case .checklist: checklists.flatMap { list in list.items.map { LawValue($0, of: list) } }
    case .statute: statutes.all.flatMap { statute in statute.versions.map { LawValue($0, of: statute) } }
    case .calendar: calendarYears.map(LawValue.init)
    case .type: institutionTypes.all.map(LawValue.init)
    }
  }

  /// nil for names that the packs do not hold (any more).
  package func value(_ name: String) -> LawValue? {
    guard let kind = LawValue.Kind(rawValue: String(name.prefix { $0 != ":" })) else { return nil }
    return values(kind).first { $0.name == name }
  }
}

extension LawValue {
  package init(_ violation: Violation, _ measures: Measures) {
    self.init(
      kind: .violation, key: violation.id, title: violation.name,
      source: [violation.basis, violation.citations].first { !$0.isEmpty } ?? "条文还没有查到",
      confidence: .weakest([violation.confidence] + violation.penalties.map(\.confidence)), gap: violation.gap,
      lines: violation.lines(measures))
  }

  package init(_ term: Term) {
    let extensions = term.extensions.map { Line(label: "延长", words: "\($0.count)\(term.unit.title)，\($0.by)") }
    let lines = [
      Line(label: "长度", words: term.length), Line(label: term.direction == .before ? "往回算" : "起算", words: term.start),
      Line(label: "施行日期", words: term.inForce?.iso ?? "本单位的工作时限"),
    ]
    self.init(
      kind: .term, key: "\(term.key)@\(term.inForce?.iso ?? "")", title: term.title, source: term.provenance.source,
      confidence: term.provenance.confidence, gap: nil, lines: lines + extensions + Self.noted(term.note))
  }

  init(_ surcharge: Surcharge) {
    let lines = [
      Line(label: "每日", words: surcharge.daily.text), Line(label: "上限", words: surcharge.limit.text),
      Line(label: "起算", words: surcharge.start), Line(label: "施行日期", words: surcharge.inForce.iso),
    ]
    self.init(
      kind: .term, key: "\(surcharge.key)@\(surcharge.inForce.iso)", title: surcharge.title,
      source: surcharge.provenance.source, confidence: surcharge.provenance.confidence, gap: nil,
      lines: lines + Self.noted(surcharge.note))
  }

  init(_ rule: DiscretionRule, _ circumstances: [Circumstance]) {
    let needs = rule.needs.map { need in circumstances.first { $0.key == need }?.asks ?? need }
    self.init(
      kind: .discretion, key: rule.key, title: rule.effect.title, source: rule.citation.text,
      confidence: rule.confidence,
      gap: nil,
      lines: needs.map { Line(label: "情节", words: $0) } + [Line(label: "规定", words: rule.says)] + Self.noted(rule.note))
  }

  init(_ province: ProvinceDiscretion) {
    let hearing = [("公民", province.hearingPerson), ("单位", province.hearingOrganisation)].compactMap { whose, amount in
      amount.map { Line(label: "听证的较大数额（\(whose)）", words: "\($0.text)元") }
    }
    let steps = province.steps.map {
      Line(label: "\($0.violation) \($0.name)", words: "\($0.when)，\(FineLimits(min: $0.min, max: $0.max).text)")
    }
    self.init(
      kind: .province, key: "\(province.code)@\(province.from.iso)", title: province.name,
      source: province.provenance.source, confidence: province.provenance.confidence, gap: nil,
      lines: [Line(label: "施行日期", words: province.from.iso)] + hearing + steps)
  }

  package init(_ limit: Limit) {
    let value = limit.value.map { [Line(label: "数值", words: $0 + (limit.unit ?? ""))] } ?? []
    let from = limit.from.map { [Line(label: "施行日期", words: $0.iso)] } ?? []
    self.init(
      kind: .limit, key: limit.key, title: limit.title, source: limit.provenance.source,
      confidence: limit.provenance.confidence, gap: nil,
      lines: value + [Line(label: "规定", words: limit.says)] + from + Self.noted(limit.note))
  }

  init(_ item: ChecklistItem, of list: Checklist) {
    let violation = item.violation.map { [Line(label: "不符合时的案由", words: $0)] } ?? []
    self.init(
      kind: .checklist, key: "\(list.id)/\(item.id)", title: "\(list.title)：\(item.question)",
      source: item.provenance.source, confidence: item.provenance.confidence, gap: nil,
      lines: [Line(label: "检查项目", words: item.question)] + violation)
  }

  init(_ version: StatuteVersion, of statute: Statute) {
    let end = version.to.map { [Line(label: "失效日期", words: $0.iso)] } ?? []
    self.init(
      kind: .statute, key: "\(statute.key)@\(version.from.iso)",
      title: statute.title + (version.title.map { "（\($0)）" } ?? ""),
      source: statute.title, confidence: version.confidence, gap: nil,
      lines: [Line(label: "施行日期", words: version.from.iso)] + end)
  }

  init(_ year: CalendarYear) {
    let days = [("放假", year.off), ("上班", year.work)].map { label, days in
      Line(label: label, words: days.isEmpty ? "没有" : days.map(\.iso).joined(separator: "、"))
    }
    self.init(
      kind: .calendar, key: "\(year.year)", title: "\(year.year)年放假安排", source: year.provenance.source,
      confidence: year.provenance.confidence, gap: nil, lines: days)
  }

  init(_ type: InstitutionType) {
    let words = type.aliases + type.general
    let also = words.isEmpty ? [] : [Line(label: "别名", words: words.joined(separator: "、"))]
    self.init(
      kind: .type, key: type.id, title: type.name, source: type.provenance.source,
      confidence: type.provenance.confidence,
      gap: nil, lines: also + [Line(label: "要许可或者备案", words: type.licensed ? "是" : "否")])
  }

  private static func noted(_ note: String?) -> [Line] { note.map { [Line(label: "注", words: $0)] } ?? [] }
}
