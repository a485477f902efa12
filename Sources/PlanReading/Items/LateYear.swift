internal import Kit

/// A year found late: only some of the phases or deadlines name it (5月…；2026年12月10日前报…；11月底前…). It holds from where it
/// stands on, where all that have a year have the same; a date before it keeps none.
enum LateYear {
  /// The year with the place it begins to hold at.
  static func read(_ year: Sourced<Int>, _ plan: ReadPlan) -> Sourced<Int>? {
    let dates = plan.phases.flatMap { [$0.start, $0.end] } + plan.deadlines.map(\.date)
    guard dates.allSatisfy({ $0.year == nil || $0.year == year.value }) else { return nil }
    // 到2026年底，…达到95% is how far an aim reaches.
    let isAim = plan.deadlines.contains { $0.source == year.source && $0.dateText.hasPrefix("到") }
    return isAim ? nil : year
  }
}

extension YearContext {
  /// The plan's year for a date in that range of the text: a year found late holds only from there on.
  func year(at place: SourceRange) -> Sourced<Int>? {
    guard isLate, let start = plan?.source.first?.start else { return plan }
    return place.end > start ? plan : nil
  }
}

extension PlanDate {
  /// The month, whether its year is known or not.
  var monthNumber: Int? { date?.month ?? month?.month ?? monthDay.flatMap { Int($0.prefix(2)) } }
}
