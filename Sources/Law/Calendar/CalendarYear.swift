package import Kit
package import Packs

/// One year of the working-day calendar (工作日历) as the State Council's notice sets it.
package struct CalendarYear: Sendable {
  package let year: Int
  /// Days off, with the weekends inside a holiday block.
  package let off: [CivilDate]
  /// Saturdays and Sundays that are worked (调休上班).
  package let work: [CivilDate]
  package let provenance: Provenance
}

extension CalendarYear {
  static func read(_ node: PackNode) -> CalendarYear {
    let year = node.int("year", in: 2024...2100)
    let value = CalendarYear(
      year: year, off: node.dates("off"), work: node.dates("work"), provenance: node.provenance())
    node.claim(String(year), in: "calendar", key: "year")
    value.check(node)
    return value
  }

  /// A list that was cut off, or a slip of the pen in one date, must not pass as a calendar.
  private func check(_ node: PackNode) {
    for date in off + work where !belongs(date) {
      node.refuse(off.contains(date) ? "off" : "work", "\(date.iso) 不属于 \(year) 年的放假安排")
    }
    for date in work where date.weekday < 6 {
      node.refuse("work", "\(date.iso) 不是周六或周日，不需要调休上班")
    }
    for date in work where off.contains(date) { node.refuse("work", "\(date.iso) 又放假又上班") }
    for date in WorkCalendar.statutoryDays(of: year) where !off.contains(date) {
      node.refuse("off", "缺少法定节假日 \(date.iso)")
    }
  }

  /// A notice may move days of the December before.
  private func belongs(_ date: CivilDate) -> Bool {
    date.year == year || (date.year == year - 1 && date.month == 12)
  }
}
