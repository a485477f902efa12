internal import Kit
internal import Law
internal import PlanReading
internal import Registers

/// Turns a reading into items. Nothing is completed here: a month stays a gap until a person gives the day.
enum PlanItems {
  struct New: Sendable {
    var number: Int64 = 0
    let kind: ItemKind
    let fields: ItemFields
    let source: [SourceRange]
  }

  static func of(_ plan: ReadPlan, _ types: InstitutionTypes) -> [New] {
    var items = [title(plan), organisation(plan.organisation)]
    items += plan.goals.map { New(kind: .goal, fields: ItemFields([(.text, $0.value)]), source: $0.source) }
    items += plan.scope.map { New(kind: .scope, fields: ItemFields([(.text, $0.value)]), source: $0.source) }
    items += plan.tasks.map(task) + plan.phases.map(phase) + plan.deadlines.map(deadline)
    items += plan.coverage.map { coverage($0, types) } + plan.findings.map(finding)
    return numbered(items.map { shifted($0, by: plan.range) })
  }

  /// In the order of the text; what has no place comes last.
  private static func numbered(_ items: [New]) -> [New] {
    let places = items.enumerated().sorted { left, right in
      let (first, second) = (left.element.source.first?.start ?? .max, right.element.source.first?.start ?? .max)
      return (first, left.offset) < (second, right.offset)
    }
    return places.enumerated().map { place, item in
      var item = item.element
      item.number = Int64(place + 1)
      return item
    }
  }

  /// Ranges count from the beginning of the plan, not of the file it came in.
  private static func shifted(_ item: New, by range: SourceRange) -> New {
    let source = item.source.compactMap { place -> SourceRange? in
      let start = max(place.start, range.start) - range.start
      let end = min(place.end, range.end) - range.start
      return start < end ? SourceRange(start: start, end: end) : nil
    }
    return New(kind: item.kind, fields: item.fields, source: source.sorted { $0.start < $1.start })
  }

  private static func title(_ plan: ReadPlan) -> New {
    New(
      kind: .title,
      fields: ItemFields([
        (.text, plan.title?.value), (.place, plan.place?.value), (.year, plan.year.map { "\($0.value)" }),
      ]),
      source: (plan.title?.source ?? []) + (plan.place?.source ?? []) + (plan.year?.source ?? []))
  }

  private static func organisation(_ organisation: ReadOrganisation) -> New {
    New(
      kind: .organisation,
      fields: ItemFields([
        (.group, organisation.leadingGroup), (.office, organisation.office), (.members, listed(organisation.members)),
      ]),
      source: organisation.source)
  }

  private static func task(_ task: ReadTask) -> New {
    New(
      kind: .task,
      fields: ItemFields([
        (.no, task.no), (.text, task.text), (.lead, listed(task.lead)), (.cooperating, listed(task.cooperating)),
        (.violations, listed(task.violations)),
      ]),
      source: task.source)
  }

  private static func phase(_ phase: ReadPhase) -> New {
    New(
      kind: .phase,
      fields: ItemFields([
        (.name, phase.name), (.start, phase.start.date?.iso), (.end, phase.end.date?.iso), (.text, phase.text),
        (.dateText, phase.dateText ?? words(phase)),
      ]),
      source: phase.source)
  }

  private static func deadline(_ deadline: ReadDeadline) -> New {
    New(
      kind: .deadline,
      fields: ItemFields([
        (.what, deadline.what), (.to, deadline.to), (.date, deadline.date.date?.iso), (.contact, deadline.contact),
        (.dateText, deadline.dateText), (.recurring, deadline.recurring ? "是" : nil),
      ]),
      source: deadline.source)
  }

  private static func coverage(_ coverage: ReadCoverage, _ types: InstitutionTypes) -> New {
    New(
      kind: .coverage,
      fields: ItemFields([
        (.subject, coverage.subject), (.percent, percentText(coverage.minPercent)),
        (.types, covered(coverage.subject, types)),
      ]),
      source: coverage.source)
  }

  /// Types that the subject means. Unlicensed sites are no denominator: nobody knows how many there are.
  private static func covered(_ subject: String, _ types: InstitutionTypes) -> String {
    types.matching(subject).map(\.id).filter { $0 != Registers.siteType }.joined(separator: ",")
  }

  private static func finding(_ finding: Finding) -> New {
    New(
      kind: .finding,
      fields: ItemFields([
        (.finding, finding.kind.rawValue), (.message, finding.message), (.suggestion, finding.suggestion),
      ]),
      source: finding.source)
  }

  private static func listed(_ words: [String]) -> String { words.joined(separator: "、") }

  static func percentText(_ value: Double) -> String {
    value == value.rounded() ? "\(Int(value))" : "\(value)"
  }

  /// How far the text itself went, where it did not reach the day: `2026年9月`, `9月5日`.
  private static func words(_ phase: ReadPhase) -> String? {
    let words = [words(phase.start), words(phase.end)].compactMap { $0 }
    return words.isEmpty ? nil : words.joined(separator: "至")
  }

  private static func words(_ date: PlanDate) -> String? {
    if let day = date.date { return "\(day.year)年\(day.month)月\(day.day)日" }
    if let month = date.month { return "\(month.year)年\(month.month)月" }
    let parts = (date.monthDay ?? "").split(separator: "-").compactMap { Int($0) }
    return parts.isEmpty ? nil : parts.count == 2 ? "\(parts[0])月\(parts[1])日" : "\(parts[0])月"
  }
}
