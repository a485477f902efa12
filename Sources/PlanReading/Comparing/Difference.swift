internal import Kit

/// What one plan says and the other does not, or otherwise.
package struct Difference: Hashable, Sendable {
  package enum Part: String, Sendable, CaseIterable {
    case task, phase, deadline, coverage

    package var noun: String {
      switch self {
      case .task: "任务"
      case .phase: "阶段"
      case .deadline: "期限"
      case .coverage: "覆盖目标"
      }
    }
  }

  package enum Change: String, Sendable {
    /// Only in the model: a superior's demand that is left out, or what was dropped since last year.
    case missing
    case added
    case changed
  }

  package struct Side: Hashable, Sendable {
    package var words: String
    package var source: [SourceRange]
  }

  package var part: Part
  package var change: Change
  package var model: Side?
  package var own: Side?
  /// In what partners differ: plain sentences.
  package var notes: [String] = []

  static func all(_ part: Part, _ found: Alignment, _ model: ComparedPlan, _ own: ComparedPlan, _ shift: Int?)
    -> [Difference]
  {
    func side(_ entry: Entry) -> Side { Side(words: entry.words, source: entry.source) }
    let missing = found.missing.map {
      Difference(part: part, change: .missing, model: side(found.model[$0]), own: nil)
    }
    let changed = found.pairs.compactMap { pair -> Difference? in
      let notes = notes(part, model.plan, pair.model, own.plan, pair.own, shift)
      guard !notes.isEmpty else { return nil }
      return Difference(
        part: part, change: .changed, model: side(found.model[pair.model]), own: side(found.own[pair.own]), notes: notes
      )
    }
    let added = found.added.map { Difference(part: part, change: .added, model: nil, own: side(found.own[$0])) }
    return missing + changed + added
  }

  private static func notes(_ part: Part, _ model: ReadPlan, _ one: Int, _ own: ReadPlan, _ other: Int, _ shift: Int?)
    -> [String]
  {
    switch part {
    case .task: Self.notes(model.tasks[one], own.tasks[other])
    case .phase:
      [
        note("开始", model.phases[one].start, own.phases[other].start, shift),
        note("结束", model.phases[one].end, own.phases[other].end, shift),
      ].compactMap { $0 }
    case .deadline:
      [
        note("期限", model.deadlines[one].date, own.deadlines[other].date, shift),
        note("报给", model.deadlines[one].to, own.deadlines[other].to),
      ].compactMap { $0 }
    case .coverage: [Self.note(model.coverage[one].minPercent, own.coverage[other].minPercent)].compactMap { $0 }
    }
  }

  private static func notes(_ model: ReadTask, _ own: ReadTask) -> [String] {
    [
      note("牵头", names(model.lead), names(own.lead)), note("配合", names(model.cooperating), names(own.cooperating)),
      acts("少了要查的行为", model.violations, own.violations), acts("多了要查的行为", own.violations, model.violations),
    ].compactMap { $0 }
  }

  private static func names(_ names: [String]) -> String? {
    names.isEmpty ? nil : names.sorted().joined(separator: "、")
  }

  private static func note(_ label: String, _ model: String?, _ own: String?) -> String? {
    model == own ? nil : "\(label)：\(model ?? "没有写") → \(own ?? "没有写")"
  }

  private static func acts(_ label: String, _ first: [String], _ second: [String]) -> String? {
    let all = Alignment(
      first.map { Entry($0, [], key: $0) }, second.map { Entry($0, [], key: $0) }, isOrdered: false)
    let gone = all.missing.map { first[$0].clipped(to: 30) }
    return gone.isEmpty ? nil : "\(label)：\(gone.joined(separator: "；"))"
  }

  private static func note(_ model: Double, _ own: Double) -> String? {
    model == own ? nil : "\(own < model ? "低于" : "高于")对照：\(figure(model)) → \(figure(own))"
  }

  private static func figure(_ value: Double) -> String {
    value == value.rounded() ? "\(Int(value))%" : "\(value)%"
  }

  /// The same day a year later is no difference between plans of two years.
  private static func note(_ label: String, _ model: PlanDate, _ own: PlanDate, _ shift: Int?) -> String? {
    if model == own || model.words(shiftedBy: shift ?? 0) == own.words(shiftedBy: 0) { return nil }
    if shift == nil, model.day == own.day, model.iso == nil || own.iso == nil { return nil }
    return "\(label)：\(model.words(shiftedBy: 0) ?? "没有写") → \(own.words(shiftedBy: 0) ?? "没有写")"
  }
}

extension PlanDate {
  /// `2026-03-05`, `2026-03`, `03-05`.
  fileprivate func words(shiftedBy years: Int) -> String? {
    guard let iso, let year else { return monthDay }
    return "\(year + years)" + iso.dropFirst(4)
  }

  /// Without its year.
  fileprivate var day: String? { iso.map { String($0.dropFirst(5)) } ?? monthDay }
}
