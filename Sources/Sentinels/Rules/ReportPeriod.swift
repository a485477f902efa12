import Kit
import Packs

/// How often a post tells at least that there is nothing (零报告周期): every so many months of the year.
struct ReportPeriod: Sendable, Hashable {
  let months: Int
  /// Days after the end of a period in which it may still be told.
  let grace: Int
  let provenance: Provenance

  /// One period; `2026-11` where it begins in November.
  struct Span: Sendable, Hashable, Comparable {
    let first: CivilDate
    let last: CivilDate

    var key: String { String(first.iso.prefix(7)) }

    /// `2026年11月`, `2026年10月至12月`.
    var title: String {
      first.month == last.month
        ? "\(first.year)年\(first.month)月" : "\(first.year)年\(first.month)月至\(last.month)月"
    }

    func holds(_ day: CivilDate) -> Bool { first <= day && day <= last }
    static func < (left: Self, right: Self) -> Bool { left.first < right.first }
  }

  func span(of day: CivilDate) -> Span {
    let month = (day.month - 1) / months * months + 1
    let first = CivilDate(day.year, month, 1) ?? day
    return Span(first: first, last: first.adding(months: months).adding(days: -1))
  }

  func span(before span: Span) -> Span { self.span(of: span.first.adding(days: -1)) }

  /// The period that a post tells of on a day: the one that ended while its grace runs and it was not told, else the
  /// running one. A period that ended before the post began is not asked for.
  func open(on day: CivilDate, told: Set<String>, since begun: CivilDate) -> Span {
    let running = span(of: day)
    let ended = span(before: running)
    let isOwed = begun <= ended.last && day <= ended.last.adding(days: grace)
    return isOwed && !told.contains(ended.key) ? ended : running
  }

  /// Periods that are over with their grace, the latest first.
  func ended(before day: CivilDate, most: Int) -> [Span] {
    var spans: [Span] = []
    var next = span(before: span(of: day))
    while spans.count < most {
      if next.last.adding(days: grace) < day { spans.append(next) }
      next = span(before: next)
    }
    return spans
  }
}
