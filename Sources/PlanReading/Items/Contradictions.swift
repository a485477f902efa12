internal import Kit

/// Statements of one plan that cannot both hold. Each finding quotes and marks both places.
extension PlanReader {
  func contradictions(_ plan: ReadPlan) -> [Finding] {
    plan.phases.compactMap(backwards) + neighbours(outer(plan.phases))
      + plan.deadlines.compactMap { early($0, plan.phases) }
      + counted(outer(plan.phases)) + beyond(plan) + totals()
  }

  /// Without the steps that stand within a step.
  private func outer(_ phases: [ReadPhase]) -> [ReadPhase] {
    phases.filter { phase in
      guard let place = phase.source.first else { return true }
      return !phases.contains { other in
        other.source.first.map { $0 != place && $0.start <= place.start && place.end <= $0.end } ?? false
      }
    }
  }

  private func backwards(_ phase: ReadPhase) -> Finding? {
    guard let start = phase.start.days, let end = phase.end.days, !start.isYearless else { return nil }
    if end.isYearless {
      return Finding(kind: .gap, message: "“\(phase.name)”的结束日期没有写年份（\(phase.quote)），请补填。", source: phase.source)
    }
    guard end.last < start.first else { return nil }
    return Finding(kind: .contradiction, message: "“\(phase.name)”的结束日期早于开始日期（\(phase.quote)）。", source: phase.source)
  }

  /// One phase and the next: in order, without overlap, without a hole.
  private func neighbours(_ phases: [ReadPhase]) -> [Finding] {
    zip(phases, phases.dropFirst()).compactMap { before, after in
      guard let next = after.start.days else { return nil }
      let both = before.source + after.source
      let quote = "“\(before.name)”（\(before.quote)）和“\(after.name)”（\(after.quote)）"
      if let start = before.start.days, start.isYearless == next.isYearless, next.last < start.first, !next.isYearless {
        return Finding(kind: .contradiction, message: "\(quote)的先后颠倒。", source: both)
      }
      guard let end = before.end.days, end.isYearless == next.isYearless,
        before.start.days.map({ $0.first <= end.last }) ?? true
      else { return nil }
      if next.last < end.first, end.first.days(to: next.last) > -200 {
        return Finding(kind: .overlap, message: "\(quote)的时间重叠。", source: both)
      }
      guard end.last.days(to: next.first) > 1 else { return nil }
      return Finding(kind: .hole, message: "\(quote)之间有一段时间没有安排。", source: both)
    }
  }

  /// A deadline inside a phase's own text that ends before the phase begins.
  private func early(_ deadline: ReadDeadline, _ phases: [ReadPhase]) -> Finding? {
    guard let place = deadline.source.first,
      let phase = phases.first(where: {
        $0.source.first.map { $0.start <= place.start && place.end <= $0.end } ?? false
      }),
      let due = deadline.date.days, let start = phase.start.days, due.isYearless == start.isYearless,
      due.last < start.first
    else { return nil }
    return Finding(
      kind: .contradiction, message: "时限“\(deadline.dateText)”早于所在阶段“\(phase.name)”（\(phase.quote)）的开始日期。",
      source: deadline.source + phase.source)
  }

  /// 分三个阶段, and two follow.
  private func counted(_ phases: [ReadPhase]) -> [Finding] {
    guard let first = phases.first, let last = phases.last, phases.count >= 2 else { return [] }
    for count in PhaseCount.words.all(script.plain, in: span) {
      guard let number = PhaseCount.number(script, count), number != phases.count else { continue }
      return [
        Finding(
          kind: .count, message: "文中说“\(script.text(count))”，实际列出 \(phases.count) 个（\(first.name)……\(last.name)）。",
          source: [script.source(count)] + phases.compactMap(\.source.first))
      ]
    }
    return []
  }
}

enum PhaseCount {
  static let words = Lexicon(
    "两个阶段 二个阶段 三个阶段 四个阶段 五个阶段 六个阶段 七个阶段 2个阶段 3个阶段 4个阶段 5个阶段 6个阶段 两步 三步进行 四步进行 五步进行 三阶段进行")

  static func number(_ script: Manuscript, _ span: Range<Int>) -> Int? {
    (Numerals.digits(script.plain, span.lowerBound, most: 2) ?? Numerals.chinese(script.plain, span.lowerBound)
      ?? (script.at(span.lowerBound) == "两" ? (2, span.lowerBound + 1) : nil))?.0
  }
}

extension ReadPhase {
  /// How the text writes the dates.
  var quote: String { dateText ?? "没有日期" }
}

extension CivilDate {
  fileprivate func days(to other: CivilDate) -> Int { other.dayNumber - dayNumber }
}

/// The first and the last day that a date can mean; without a year they are compared within one leap year.
struct PossibleDays: Sendable {
  var first: CivilDate
  var last: CivilDate
  var isYearless = false
}

extension PlanDate {
  var days: PossibleDays? {
    if let date { return PossibleDays(first: date, last: date) }
    if let month { return PossibleDays(year: month.year, month: month.month) }
    guard let monthDay, var days = PossibleDays(monthDay: monthDay) else { return nil }
    days.isYearless = true
    return days
  }
}

extension PossibleDays {
  fileprivate init?(year: Int, month: Int) {
    guard let first = CivilDate(year, month, 1),
      let last = CivilDate(year, month, CivilDate.days(in: month, of: year))
    else { return nil }
    self.init(first: first, last: last)
  }

  fileprivate init?(monthDay: String) {
    let parts = monthDay.split(separator: "-").compactMap { Int($0) }
    guard let month = parts.first else { return nil }
    guard parts.count == 2 else {
      self.init(year: 2024, month: month)
      return
    }
    guard let day = CivilDate(2024, month, parts[1]) else { return nil }
    self.init(first: day, last: day)
  }
}
