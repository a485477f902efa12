internal import Kit

/// Statements of one plan that cannot both hold.
extension PlanReader {
  func contradictions(_ plan: ReadPlan) -> [Finding] {
    plan.phases.compactMap(backwards) + order(plan.phases) + plan.deadlines.compactMap { early($0, plan.phases) }
  }

  private func backwards(_ phase: ReadPhase) -> Finding? {
    guard let start = phase.start.first, let end = phase.end.last, end < start else { return nil }
    return Finding(kind: .contradiction, message: "“\(phase.name)”的结束日期早于开始日期。", source: phase.source)
  }

  private func order(_ phases: [ReadPhase]) -> [Finding] {
    zip(phases, phases.dropFirst()).compactMap { before, after in
      guard let start = before.start.first, let next = after.start.first, next < start else { return nil }
      return Finding(
        kind: .contradiction, message: "“\(after.name)”的开始日期早于前一阶段“\(before.name)”。",
        source: before.source + after.source)
    }
  }

  /// A deadline inside a phase's own text that ends before the phase begins.
  private func early(_ deadline: ReadDeadline, _ phases: [ReadPhase]) -> Finding? {
    guard let place = deadline.source.first,
      let phase = phases.first(where: {
        $0.source.first.map { $0.start <= place.start && place.end <= $0.end } ?? false
      }),
      isEarlier(deadline.date, phase.start)
    else { return nil }
    return Finding(
      kind: .contradiction, message: "时限“\(deadline.dateText)”早于所在阶段“\(phase.name)”的开始日期。",
      source: deadline.source + phase.source)
  }

  private func isEarlier(_ date: PlanDate, _ start: PlanDate) -> Bool {
    if let due = date.last, let begin = start.first { return due < begin }
    if let due = date.monthDay, let begin = start.monthDay, due.count == 5, begin.count == 5 { return due < begin }
    return false
  }
}

extension PlanDate {
  /// The first and the last day that the date can mean.
  var first: CivilDate? { date ?? month.flatMap { CivilDate($0.year, $0.month, 1) } }
  var last: CivilDate? {
    date ?? month.flatMap { CivilDate($0.year, $0.month, CivilDate.days(in: $0.month, of: $0.year)) }
  }
}
