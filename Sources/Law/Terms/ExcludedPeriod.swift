package import Kit

/// Days of a running term that do not count (不计入期限): a hearing, a test, an expert review. Both ends are included.
///
/// A term with excluded days ends later by exactly those of them that it ran into; a day that two periods share is left
/// out once, and days before the event or after the end change nothing. Example: 90 days from 2026-03-02 end on
/// 2026-05-31; with the 20 days from 2026-04-10 to 2026-04-29 left out they end on 2026-06-20.
/// Source: 《卫生健康行政处罚程序规定》第四十二条; 《行政强制法》第二十五条.
package struct ExcludedPeriod: Hashable, Sendable {
  package let from: CivilDate
  package let until: CivilDate

  /// Nil where no day lies between: what was stopped and taken up again on the same day.
  package init?(from: CivilDate, until: CivilDate) {
    guard from <= until else { return nil }
    (self.from, self.until) = (from, until)
  }

  package func contains(_ day: CivilDate) -> Bool { from <= day && day <= until }
}

extension Term {
  /// The last day in time of a term that was extended `times` times and did not run in some periods.
  ///
  /// Refuses periods for a term that is counted backwards, and terms in hours: the law leaves out days only.
  package func due(
    from event: CivilDate, extended times: Int, excluding periods: [ExcludedPeriod], _ calendar: WorkCalendar
  ) throws(LawRefusal) -> Due {
    guard !periods.isEmpty else { return try due(from: event, extended: times, calendar) }
    guard direction == .after else { throw .noExclusion(title: title) }
    if unit == .workdays { return calendar.adding(workdays: whole(times), to: event, excluding: periods) }
    let plain = try due(from: event, extended: times, calendar).countedTo
    let (end, left) = periods.puttingOff(plain, after: event)
    let moved = calendar.movingToWorkday(end)
    return Due(
      date: moved.date, countedTo: end,
      skipped: left.map { SkippedDay(date: $0, why: SkippedDay.excluded) } + moved.skipped,
      provisional: moved.provisional)
  }

  /// The count with its first extensions.
  func whole(_ times: Int) -> Int { count + extensions.prefix(times).reduce(0) { $0 + $1.count } }
}

extension [ExcludedPeriod] {
  /// Walks as many days after `event` as lie between it and `end`, without those that are left out.
  fileprivate func puttingOff(_ end: CivilDate, after event: CivilDate) -> (end: CivilDate, left: [CivilDate]) {
    var (day, steps, left): (CivilDate, Int, [CivilDate]) = (event, end.dayNumber - event.dayNumber, [])
    while steps > 0 {
      day = day.adding(days: 1)
      if contains(where: { $0.contains(day) }) { left.append(day) } else { steps -= 1 }
    }
    return (day, left)
  }
}

extension SkippedDay { static let excluded = "不计入" }
