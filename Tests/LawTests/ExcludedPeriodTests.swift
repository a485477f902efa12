import Kit
import Law
import Testing

/// Days that do not count, against dates counted by hand.
@Suite struct ExcludedPeriodTests {
  struct Worked: Sendable {
    let term: String
    let event: String
    var times = 0
    let periods: [(String, String)]
    let countedTo: String
    let due: String
  }

  static let worked: [Worked] = [
    // 90 days: March 29, April 30, May 31: Sunday 05-31. A hearing of 20 days: 06-20, a Saturday in the holiday to the 21st.
    Worked(term: "case.decision", event: "2026-03-02", periods: [], countedTo: "2026-05-31", due: "2026-06-01"),
    Worked(
      term: "case.decision", event: "2026-03-02", periods: [("2026-04-10", "2026-04-29")], countedTo: "2026-06-20",
      due: "2026-06-22"),
    // 30 days: June 29, July 1. Tested for 10 days: 07-11, a Saturday. With 30 days more: 07-31 and 10 days, a Monday.
    Worked(
      term: "seizure", event: "2026-06-01", periods: [("2026-06-08", "2026-06-17")], countedTo: "2026-07-11",
      due: "2026-07-13"),
    Worked(
      term: "seizure", event: "2026-06-01", times: 1, periods: [("2026-06-08", "2026-06-17")], countedTo: "2026-08-10",
      due: "2026-08-10"),
    // 7 working days: 09-24, (25–27 off, 28–10-08 left out), 10-09, 10 (a worked Saturday), 12, 13, 14, 15.
    Worked(
      term: "case.filing", event: "2026-09-23", periods: [("2026-09-28", "2026-10-08")], countedTo: "2026-10-15",
      due: "2026-10-15"),
    // 15 days: 11-03 and 04 left out, 05–18 are 14, 19 and 20 left out, 21 is the 15th, a Saturday.
    Worked(
      term: "payment", event: "2026-11-02", periods: [("2026-10-20", "2026-11-04"), ("2026-11-19", "2026-11-20")],
      countedTo: "2026-11-21", due: "2026-11-23"),
    // 90 days end on 2026-04-05. What two periods share is left out once: 15 days, 04-20.
    Worked(
      term: "case.decision", event: "2026-01-05",
      periods: [("2026-02-01", "2026-02-10"), ("2026-02-06", "2026-02-15")],
      countedTo: "2026-04-20", due: "2026-04-20"),
    // Six months end on 07-15; three days: 07-18, a Saturday.
    Worked(
      term: "litigation.apply", event: "2026-01-15", periods: [("2026-03-01", "2026-03-03")], countedTo: "2026-07-18",
      due: "2026-07-20"),
    // After the last day nothing stops a term any more; on the last day it does.
    Worked(
      term: "payment", event: "2026-11-02", periods: [("2026-11-18", "2026-12-31")], countedTo: "2026-11-17",
      due: "2026-11-17"),
    Worked(
      term: "payment", event: "2026-11-02", periods: [("2026-11-17", "2026-11-18")], countedTo: "2026-11-19",
      due: "2026-11-19"),
  ]

  @Test(arguments: worked) func `days that do not count put the end off`(_ sample: Worked) throws {
    let law = try Fixtures.law()
    let event = try Fixtures.day(sample.event)
    let periods = try sample.periods.map { pair in
      try #require(ExcludedPeriod(from: try Fixtures.day(pair.0), until: try Fixtures.day(pair.1)))
    }
    let term = try law.terms.term(sample.term, on: event)
    let due = try term.due(from: event, extended: sample.times, excluding: periods, law.calendar)
    #expect(due.countedTo.iso == sample.countedTo && due.date.iso == sample.due, "\(due)")
    let left = due.skipped.filter { $0.why == "不计入" }
    #expect(left.allSatisfy { skipped in periods.contains { $0.contains(skipped.date) } })
    #expect(due.skipped == due.skipped.sorted { $0.date < $1.date })
  }

  /// Without a term that runs into it, a period is none; with it, each plain day counts once.
  @Test func `a stretch of n days puts a plain end off by n days`() throws {
    let law = try Fixtures.law()
    let event = try Fixtures.day("2025-07-01")
    let term = try law.terms.term("case.decision", on: event)
    let plain = try term.due(from: event, law.calendar).countedTo
    for start in [1, 2, 30, 89, 90] {
      for length in [1, 7, 40, 200] {
        let first = event.adding(days: start)
        let period = try #require(ExcludedPeriod(from: first, until: first.adding(days: length - 1)))
        let due = try term.due(from: event, extended: 0, excluding: [period], law.calendar)
        #expect(due.countedTo == plain.adding(days: length), "\(start) \(length)")
      }
    }
  }

  @Test func `an empty period is none, and what runs backwards has none`() throws {
    let law = try Fixtures.law()
    let day = try Fixtures.day("2026-03-02")
    #expect(ExcludedPeriod(from: day, until: day.adding(days: -1)) == nil)
    let period = try #require(ExcludedPeriod(from: day, until: day))
    let hours = try law.terms.term("evidence.urgent-report", on: day)
    #expect(throws: LawRefusal.countedInHours(title: hours.title)) {
      try hours.due(from: day, extended: 0, excluding: [period], law.calendar)
    }
    let backwards = try #require(law.terms.all.first { $0.direction == .before })
    #expect(throws: LawRefusal.noExclusion(title: backwards.title)) {
      try backwards.due(from: day, extended: 0, excluding: [period], law.calendar)
    }
  }
}
