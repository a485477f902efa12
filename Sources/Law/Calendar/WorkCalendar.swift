package import Kit

/// The working-day calendar (工作日历): which days count as working days.
///
/// A working day is a day that is neither Saturday, Sunday nor a holiday, or a weekend day that the State Council's
/// notice makes a working day. For a year without a notice only weekends and the fixed statutory days (1/1, 5/1–2,
/// 10/1–3) are known: answers that touch such a year are `provisional`.
///
/// The day of the event is never counted. Example: 2026-09-18 (Friday) and 5 working days: 20 (a worked Sunday), 21,
/// 22, 23, 24, so the term ends on 2026-09-24; 19 is skipped.
package struct WorkCalendar: Sendable {
  package enum Kind: Hashable, Sendable {
    case workday, makeUpWorkday, weekend, holiday
  }

  /// Exceptions by day number; all other days follow the week.
  private let exceptions: [Int: Kind]
  private let years: Set<Int>

  package init(_ years: [CalendarYear]) {
    var exceptions: [Int: Kind] = [:]
    for year in years {
      for date in year.off { exceptions[date.dayNumber] = .holiday }
      for date in year.work { exceptions[date.dayNumber] = .makeUpWorkday }
    }
    self.exceptions = exceptions
    self.years = Set(years.map(\.year))
  }

  /// Whether the year's notice is in the packs.
  package func knows(year: Int) -> Bool { years.contains(year) }

  package func kind(of date: CivilDate) -> Kind {
    if let kind = exceptions[date.dayNumber] { return kind }
    if Self.isStatutory(date), !knows(year: date.year) { return .holiday }
    return date.weekday > 5 ? .weekend : .workday
  }

  package func isWorkday(_ date: CivilDate) -> Bool {
    switch kind(of: date) {
    case .workday, .makeUpWorkday: true
    case .weekend, .holiday: false
    }
  }

  /// The `count`th working day after `date`, which itself is not counted; `date` where `count` is not positive. Days of
  /// `periods` are left out like days off.
  package func adding(workdays count: Int, to date: CivilDate, excluding periods: [ExcludedPeriod] = []) -> Due {
    var walk = Walk(calendar: self, day: date)
    var left = count
    while left > 0 {
      walk.step()
      if periods.contains(where: { $0.contains(walk.day) }) {
        walk.skip(SkippedDay.excluded)
      } else if isWorkday(walk.day) {
        left -= 1
      } else {
        walk.skip()
      }
    }
    return walk.due(countedTo: walk.day)
  }

  /// The `count`th working day before `date`, which itself is not counted.
  package func subtracting(workdays count: Int, from date: CivilDate) -> Due {
    var walk = Walk(calendar: self, day: date)
    var left = count
    while left > 0 {
      walk.step(back: true)
      if isWorkday(walk.day) { left -= 1 } else { walk.skip() }
    }
    return walk.due(countedTo: walk.day)
  }

  /// The day itself, whatever day it is.
  func standing(_ date: CivilDate) -> Due { Walk(calendar: self, day: date).due(countedTo: date) }

  /// The same day, or the next working day where it is a weekend or holiday: how terms in days and months end.
  package func movingToWorkday(_ date: CivilDate) -> Due {
    var walk = Walk(calendar: self, day: date)
    walk.touch()
    while !isWorkday(walk.day) {
      walk.skip()
      walk.step()
    }
    return walk.due(countedTo: date)
  }

  /// Working days after `from` up to and including `to`; negative, counted the same way, where `to` is past.
  package func workdays(from: CivilDate, to: CivilDate) -> Int {
    guard from <= to else { return -workdays(from: to, to: from) }
    var day = from
    var count = 0
    while day < to {
      day = day.adding(days: 1)
      if isWorkday(day) { count += 1 }
    }
    return count
  }

  /// Holidays that fall on the same civil date each year.
  static func statutoryDays(of year: Int) -> [CivilDate] {
    statutory.compactMap { CivilDate(year, $0.month, $0.day) }
  }

  private static let statutory: [(month: Int, day: Int)] = [(1, 1), (5, 1), (5, 2), (10, 1), (10, 2), (10, 3)]

  private static func isStatutory(_ date: CivilDate) -> Bool {
    let (_, month, day) = date.parts
    return statutory.contains { $0.month == month && $0.day == day }
  }
}

/// A walk from day to day that remembers what was skipped and whether an unknown year was needed.
private struct Walk {
  let calendar: WorkCalendar
  private(set) var day: CivilDate
  private var skipped: [SkippedDay] = []
  private var provisional = false

  init(calendar: WorkCalendar, day: CivilDate) {
    self.calendar = calendar
    self.day = day
  }

  mutating func step(back: Bool = false) {
    day = day.adding(days: back ? -1 : 1)
    touch()
  }

  mutating func touch() {
    if !calendar.knows(year: day.year) { provisional = true }
  }

  mutating func skip(_ why: String? = nil) { skipped.append(SkippedDay(date: day, why: why ?? self.why)) }

  func due(countedTo: CivilDate) -> Due {
    Due(date: day, countedTo: countedTo, skipped: skipped.sorted { $0.date < $1.date }, provisional: provisional)
  }

  private var why: String {
    if calendar.kind(of: day) == .weekend { return day.weekday == 6 ? "周六" : "周日" }
    return calendar.knows(year: day.year) ? "放假" : "法定节假日"
  }
}
