import Kit
import Law
import Testing

/// Expected days were worked out from the notices apart from this code, and each counted day is listed.
@Suite struct CalendarTests {
  /// Day of the event and the days that count after it, the last one being the end of the term.
  static let counted: [(event: String, days: String)] = [
    ("2024-01-31", "02-01 02-02 02-04 02-05 02-06"),
    ("2024-02-08", "02-09 02-18 02-19"),
    ("2024-02-09", "02-18 02-19"),
    ("2024-04-03", "04-07 04-08 04-09"),
    ("2024-04-26", "04-28 04-29 04-30 05-06"),
    ("2024-05-10", "05-11 05-13"),
    ("2024-06-07", "06-11 06-12"),
    ("2024-09-13", "09-14 09-18 09-19"),
    ("2024-09-30", "10-08 10-09 10-10 10-11 10-12 10-14 10-15"),
    ("2024-10-11", "10-12 10-14"),
    ("2025-01-24", "01-26 01-27 02-05 02-06 02-07"),
    ("2025-01-27", "02-05 02-06 02-07"),
    ("2025-02-07", "02-08 02-10"),
    ("2025-04-03", "04-07 04-08"),
    ("2025-04-25", "04-27 04-28 04-29 04-30 05-06 05-07 05-08"),
    ("2025-05-30", "06-03 06-04"),
    ("2025-09-26", "09-28 09-29 09-30"),
    ("2025-09-30", "10-09 10-10 10-11 10-13 10-14"),
    ("2025-10-10", "10-11 10-13"),
    ("2025-12-31", "01-04 01-05"),
    ("2026-01-02", "01-04 01-05 01-06"),
    ("2026-02-13", "02-14 02-24"),
    ("2026-02-13", "02-14 02-24 02-25 02-26 02-27 02-28 03-02"),
    ("2026-02-27", "02-28 03-02"),
    ("2026-04-03", "04-07 04-08"),
    ("2026-04-30", "05-06 05-07 05-08 05-09 05-11"),
    ("2026-05-08", "05-09 05-11"),
    ("2026-06-18", "06-22"),
    ("2026-09-18", "09-20 09-21 09-22 09-23 09-24"),
    ("2026-09-30", "10-08 10-09 10-10 10-12 10-13 10-14 10-15"),
    ("2026-11-20", "11-23 11-24 11-25 11-26 11-27"),
    ("2026-11-22", "11-23 11-24 11-25 11-26 11-27 11-30 12-01"),
  ]

  @Test(arguments: counted)
  func countsTheListedDays(_ sample: (event: String, days: String)) throws {
    let calendar = try Fixtures.law().calendar
    let event = try Fixtures.day(sample.event)
    let days = try sample.days.split(separator: " ").map { text in
      let sameYear = try Fixtures.day("\(event.year)-\(text)")
      return sameYear > event ? sameYear : try Fixtures.day("\(event.year + 1)-\(text)")
    }
    let end = try #require(days.last)
    let due = calendar.adding(workdays: days.count, to: event)
    #expect(due.date == end)
    #expect(due.countedTo == end)
    #expect(!due.provisional)
    let between = (event.dayNumber + 1...end.dayNumber).map(CivilDate.init(dayNumber:))
    #expect(due.skipped.map(\.date) == between.filter { !days.contains($0) })
    #expect(calendar.workdays(from: event, to: end) == days.count)
    #expect(calendar.workdays(from: end, to: event) == -days.count)
  }

  static let kinds: [(String, WorkCalendar.Kind)] = [
    ("2026-09-18", .workday), ("2026-09-19", .weekend), ("2026-09-20", .makeUpWorkday), ("2026-09-25", .holiday),
    ("2026-02-15", .holiday), ("2026-02-28", .makeUpWorkday), ("2024-10-07", .holiday), ("2025-10-08", .holiday),
    ("2027-01-01", .holiday), ("2027-01-02", .weekend), ("2027-01-04", .workday), ("2027-05-02", .holiday),
    ("2027-05-03", .workday), ("2027-10-03", .holiday), ("2027-10-04", .workday), ("2023-10-02", .holiday),
  ]

  @Test(arguments: kinds)
  func knowsTheKindOfADay(_ iso: String, _ kind: WorkCalendar.Kind) throws {
    let calendar = try Fixtures.law().calendar
    #expect(calendar.kind(of: try Fixtures.day(iso)) == kind)
    #expect(calendar.isWorkday(try Fixtures.day(iso)) == (kind == .workday || kind == .makeUpWorkday))
  }

  @Test func saysWhyADayIsSkipped() throws {
    let calendar = try Fixtures.law().calendar
    let october = calendar.adding(workdays: 2, to: try Fixtures.day("2026-09-18"))
    #expect(october.skipped.map { "\($0.date.iso) \($0.why)" } == ["2026-09-19 周六"])
    let autumn = calendar.adding(workdays: 1, to: try Fixtures.day("2026-09-24"))
    #expect(autumn.skipped.map(\.why) == ["放假", "放假", "放假"])
    let newYear = calendar.adding(workdays: 1, to: try Fixtures.day("2026-12-31"))
    #expect(
      newYear.skipped.map { "\($0.date.iso) \($0.why)" } == ["2027-01-01 法定节假日", "2027-01-02 周六", "2027-01-03 周日"])
  }

  /// A term that needs a day of 2027 is provisional, because that year's notice is not in the packs.
  static let provisional: [(event: String, count: Int, end: String, provisional: Bool)] = [
    ("2026-12-30", 1, "2026-12-31", false), ("2026-12-31", 1, "2027-01-04", true),
    ("2026-12-30", 2, "2027-01-04", true),
    ("2027-04-30", 1, "2027-05-03", true), ("2027-09-30", 1, "2027-10-04", true), ("2023-12-29", 1, "2024-01-02", true),
    ("2023-12-31", 1, "2024-01-02", false),
  ]

  @Test(arguments: provisional)
  func unknownYearsAreProvisional(_ sample: (event: String, count: Int, end: String, provisional: Bool)) throws {
    let due = try Fixtures.law().calendar.adding(workdays: sample.count, to: try Fixtures.day(sample.event))
    #expect(due.date.iso == sample.end)
    #expect(due.provisional == sample.provisional)
  }

  static let moved: [(day: String, end: String)] = [
    ("2026-11-22", "2026-11-23"), ("2026-10-01", "2026-10-08"), ("2026-10-05", "2026-10-08"),
    ("2026-09-20", "2026-09-20"), ("2026-02-14", "2026-02-14"), ("2026-02-16", "2026-02-24"),
    ("2026-06-20", "2026-06-22"), ("2026-11-20", "2026-11-20"),
  ]

  @Test(arguments: moved)
  func movesOffWeekendsAndHolidays(_ sample: (day: String, end: String)) throws {
    let day = try Fixtures.day(sample.day)
    let due = try Fixtures.law().calendar.movingToWorkday(day)
    #expect(due.date.iso == sample.end)
    #expect(due.countedTo == day)
    #expect(due.skipped.map(\.date.dayNumber) == Array(day.dayNumber..<due.date.dayNumber))
  }

  @Test func addThenCountGivesTheSameNumber() throws {
    let calendar = try Fixtures.law().calendar
    let first = try Fixtures.day("2023-11-01").dayNumber
    for offset in stride(from: 0, to: 1300, by: 3) {
      let event = CivilDate(dayNumber: first + offset)
      var before = event
      for count in 1...30 {
        let due = calendar.adding(workdays: count, to: event)
        #expect(calendar.isWorkday(due.date) && due.date > before)
        #expect(calendar.workdays(from: event, to: due.date) == count)
        #expect(due.date.dayNumber - event.dayNumber == count + due.skipped.count)
        before = due.date
      }
    }
  }

  @Test func nothingToAddStaysOnTheDay() throws {
    let calendar = try Fixtures.law().calendar
    let sunday = try Fixtures.day("2026-11-22")
    #expect(calendar.adding(workdays: 0, to: sunday).date == sunday)
    #expect(calendar.adding(workdays: -3, to: sunday).date == sunday)
    #expect(calendar.workdays(from: sunday, to: sunday) == 0)
  }

  /// Days per year, from the notices: 2024 has 251 working days, 2025 and 2026 have 248.
  @Test(arguments: [(2024, 251), (2025, 248), (2026, 248)])
  func workdaysOfAYear(_ year: Int, _ count: Int) throws {
    let calendar = try Fixtures.law().calendar
    let from = try Fixtures.day("\(year - 1)-12-31")
    #expect(calendar.workdays(from: from, to: try Fixtures.day("\(year)-12-31")) == count)
  }
}
