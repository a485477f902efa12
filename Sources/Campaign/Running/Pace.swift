internal import Kit
internal import Law

/// Pace (进度) of a campaign's visits: what they come to if they go on as until today, in working days.
struct Pace: Sendable, Hashable {
  /// From the first day of the campaign to today, both counted.
  let elapsed: Int
  /// After today, to the last day of the campaign.
  let left: Int

  /// Nil before the first working day, after the last day, and where the plan gives no dates.
  init?(_ campaign: CampaignSummary, today: CivilDate, _ calendar: WorkCalendar) {
    guard let starts = campaign.starts, let ends = campaign.ends, starts <= today, today <= ends else { return nil }
    self.init(
      elapsed: calendar.workdays(from: starts.adding(days: -1), to: today),
      left: calendar.workdays(from: today, to: ends))
  }

  init?(elapsed: Int, left: Int) {
    guard elapsed > 0, left >= 0 else { return nil }
    (self.elapsed, self.left) = (elapsed, left)
  }

  /// How many will have been visited by the end, at most all; rounded down.
  func reach(_ row: Coverage) -> Int64 {
    min(row.total, row.visited + row.visited * Int64(left) / Int64(elapsed))
  }

  /// How many visits will then be missing (到期缺口).
  func shortfall(_ row: Coverage) -> Int64 { row.owed > 0 ? max(row.owed + row.visited - reach(row), 0) : 0 }
}
