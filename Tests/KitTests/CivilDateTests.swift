import Kit
import Testing

@Suite struct CivilDateTests {
  @Test(arguments: [
    ("2026-11-22", 7), ("2026-11-20", 5), ("2000-02-29", 2), ("1970-01-01", 4), ("1969-12-31", 3), ("2100-03-01", 1),
  ])
  func `weekday of known days`(iso: String, weekday: Int) throws {
    let date = try #require(CivilDate(iso: iso))
    #expect(date.weekday == weekday)
    #expect(date.iso == iso)
  }

  @Test(arguments: ["2026-02-29", "2026-13-01", "2026-00-10", "2026-1-01", "2026-11-31", "20261122", "", "２０２６-11-22"])
  func `days that do not exist are refused`(text: String) { #expect(CivilDate(iso: text) == nil) }

  @Test(arguments: [("2026-01-31", 1, "2026-02-28"), ("2024-01-31", 1, "2024-02-29"), ("2026-11-22", 2, "2027-01-22")])
  func `months end on the same day or the last`(from: String, months: Int, to: String) throws {
    #expect(try #require(CivilDate(iso: from)).adding(months: months).iso == to)
  }

  @Test func `every day of four centuries goes there and back`() {
    var date = CivilDate(dayNumber: -100_000)
    for number in -100_000...100_000 {
      date = CivilDate(dayNumber: number)
      let (year, month, day) = date.parts
      guard CivilDate(year, month, day) == date else {
        Issue.record("\(number)")
        return
      }
    }
  }

  @Test func `shanghai time is eight hours ahead`() throws {
    let date = try #require(CivilDate(iso: "2026-11-22"))
    #expect(Instant(date, hour: 0).milliseconds == 1_795_276_800_000)
    #expect(Instant(milliseconds: 1_795_276_800_000).text == "2026-11-22 00:00")
    #expect(Instant(milliseconds: 1_795_276_799_999).text == "2026-11-21 23:59")
  }
}
