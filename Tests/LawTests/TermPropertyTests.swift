import Kit
import Law
import Testing

/// What holds for every term and every day, whatever the calendar says.
@Suite struct TermPropertyTests {
  private static let first = CivilDate(2023, 12, 20)
  private static let days = 1120

  private func everyDay() throws -> [CivilDate] {
    let first = try #require(Self.first)
    return (0..<Self.days).map { first.adding(days: $0) }
  }

  @Test(arguments: [1, 2, 3, 5, 7, 10, 20, 45])
  func addThenSubtractComesBack(_ count: Int) throws {
    let calendar = try Fixtures.law().calendar
    for day in try everyDay() where calendar.isWorkday(day) {
      let end = calendar.adding(workdays: count, to: day).date
      #expect(calendar.subtracting(workdays: count, from: end).date == day, "\(day.iso)")
    }
  }

  @Test(arguments: [1, 5, 7])
  func subtractThenAddComesBack(_ count: Int) throws {
    let calendar = try Fixtures.law().calendar
    for day in try everyDay() where calendar.isWorkday(day) {
      let start = calendar.subtracting(workdays: count, from: day)
      #expect(calendar.adding(workdays: count, to: start.date).date == day, "\(day.iso)")
      #expect(start.skipped == start.skipped.sorted { $0.date < $1.date })
      #expect(start.skipped.count + count == day.dayNumber - start.date.dayNumber)
    }
  }

  /// A later event never ends earlier.
  @Test func everyTermIsMonotone() throws {
    let law = try Fixtures.law()
    let begin = try Fixtures.day("2026-04-15")
    var counted = 0
    for key in Set(law.terms.all.map(\.key)) {
      let term = try law.terms.term(key, on: begin)
      if term.unit == .hours { continue }
      var last: Due?
      for offset in 0..<420 {
        let due = try term.due(from: begin.adding(days: offset), law.calendar)
        if let last { #expect(last.date <= due.date && last.countedTo <= due.countedTo, "\(key) +\(offset)") }
        last = due
      }
      counted += 1
    }
    #expect(counted > 40)
  }

  /// Ends of forward terms are working days; what was moved over are none.
  @Test func termsEndOnWorkdays() throws {
    let law = try Fixtures.law()
    for key in [
      "payment", "case.decision", "reconsideration.apply", "litigation.apply", "court.application", "seizure",
    ] {
      for day in try everyDay() where day.iso >= "2025-06-01" {
        let due = try law.due(key, from: day).due
        #expect(law.calendar.isWorkday(due.date) && due.skipped.allSatisfy { !law.calendar.isWorkday($0.date) })
        #expect(due.skipped.count == due.date.dayNumber - due.countedTo.dayNumber, "\(key) \(day.iso)")
      }
    }
  }

  @Test func makeUpWorkdaysCount() throws {
    let law = try Fixtures.law()
    for year in law.calendarYears {
      for day in year.work {
        #expect(day.weekday > 5 && law.calendar.adding(workdays: 1, to: day.adding(days: -1)).date == day)
        #expect(law.calendar.movingToWorkday(day).date == day)
      }
    }
  }

  /// Six months: the same day number, or the month's last day (the plain end, before it moves).
  static let months: [(event: String, end: String)] = [
    ("2023-08-29", "2024-02-29"), ("2023-08-31", "2024-02-29"), ("2024-02-29", "2024-08-29"),
    ("2024-08-30", "2025-02-28"),
    ("2025-08-31", "2026-02-28"), ("2025-12-31", "2026-06-30"), ("2026-03-31", "2026-09-30"),
  ]

  @Test(arguments: months)
  func monthsEndOnTheDayNumberOrTheLastDay(_ sample: (event: String, end: String)) throws {
    #expect(
      try Fixtures.law().due("litigation.apply", from: try Fixtures.day(sample.event)).due.countedTo.iso == sample.end)
  }

  @Test func extensionsRunFromTheSameEvent() throws {
    let law = try Fixtures.law()
    let filed = try Fixtures.day("2026-01-05")
    let term = try law.terms.term("case.decision", on: filed)
    #expect(term.extensions.map(\.count) == [60, 30])
    // 90, 150 and 180 days: January 26, February 28, March 31, April 5; then to June 4 and July 4.
    let ends = try (0...2).map { try term.due(from: filed, extended: $0, law.calendar).countedTo.iso }
    #expect(ends == ["2026-04-05", "2026-06-04", "2026-07-04"])
  }
}
