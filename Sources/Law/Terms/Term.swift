package import Kit
package import Packs

/// A term (期限): within how long something must be done, from which event on, and by which rule.
package struct Term: Hashable, Sendable {
  package enum Unit: String, CaseIterable, Sendable {
    case workdays, days, months, years, hours

    package var title: String {
      switch self {
      case .workdays: "个工作日"
      case .days: "日"
      case .months: "个月"
      case .years: "年"
      case .hours: "小时"
      }
    }
  }

  package enum Direction: String, CaseIterable, Sendable {
    /// The event comes first, and the act is due within the term after it.
    case after
    /// The event is fixed, and the act is due at least the term before it (hearing notice).
    case before
  }

  /// Stable, e.g. `case.filing`.
  package let key: String
  package let title: String
  package let count: Int
  package let unit: Unit
  package let direction: Direction
  /// The event after which counting begins (起算), in words.
  package let start: String
  package let provenance: Provenance
  package let note: String?
  /// First day of the rule's force; nil for the agency's own working terms.
  package let inForce: CivilDate?
  /// In the order in which they may be given.
  package let extensions: [TermExtension]

  /// `7个工作日`.
  package var length: String { "\(count)\(unit.title)" }

  /// The last day in time; the day of the event is not counted.
  ///
  /// Terms in days, months and years run through weekends and end on the next working day where the last day is none; a
  /// term in months or years ends on the same day number or the month's last day. A term counted backwards ends on the
  /// `count`th working day before the event. Refuses terms in hours: see `moment`.
  package func due(from event: CivilDate, _ calendar: WorkCalendar) throws(LawRefusal) -> Due {
    try due(from: event, calendar, over: count)
  }

  /// The same with the first extensions added to the count, which is how an extended term runs: from the same event.
  package func due(from event: CivilDate, extended times: Int, _ calendar: WorkCalendar) throws(LawRefusal) -> Due {
    try due(from: event, calendar, over: whole(times))
  }

  private func due(from event: CivilDate, _ calendar: WorkCalendar, over count: Int) throws(LawRefusal) -> Due {
    switch (unit, direction) {
    case (.workdays, .after): calendar.adding(workdays: count, to: event)
    case (.workdays, .before): calendar.subtracting(workdays: count, from: event)
    case (.days, .after): calendar.movingToWorkday(event.adding(days: count))
    case (.months, .after): calendar.movingToWorkday(event.adding(months: count))
    case (.years, .after): calendar.movingToWorkday(event.adding(months: 12 * count))
    // To be sure, the day itself is not moved: a notice given on the working day after it would be late.
    case (.days, .before): calendar.standing(event.adding(days: -count))
    case (.months, .before): calendar.standing(event.adding(months: -count))
    case (.years, .before): calendar.standing(event.adding(months: -12 * count))
    case (.hours, _): throw .countedInHours(title: title)
    }
  }

  /// The end of a term in hours, which runs through nights and holidays; nil for other units.
  package func moment(from event: Instant) -> Instant? {
    unit == .hours ? event.adding(seconds: Int64(count) * 3600) : nil
  }
}

/// By how much a term may be made longer, and who decides (延长).
package struct TermExtension: Hashable, Sendable {
  /// In the term's own unit.
  package let count: Int
  /// 经机关负责人批准.
  package let by: String
}

extension Term {
  static func read(_ node: PackNode) -> Term {
    let term = Term(
      key: node.slug("key"), title: node.text("title"), count: node.int("count", in: 1...3650),
      unit: node.choice("unit", standIn: .days),
      direction: node.has("direction") ? node.choice("direction", standIn: .after) : .after, start: node.text("start"),
      provenance: node.provenance(), note: node.textIfAny("note"), inForce: node.dateIfAny("from"),
      extensions: node.recordsIfAny("extensions") {
        TermExtension(count: $0.int("count", in: 1...3650), by: $0.text("by"))
      })
    node.claim("\(term.key) \(term.inForce?.iso ?? "")".trimmed, in: "terms", key: "key")
    if term.inForce == nil, term.provenance.confidence != .house {
      node.refuse("from", "有法律依据的期限要写明施行日期；本单位的工作时限要把 confidence 写成 U")
    }
    if term.unit == .hours, term.direction == .before { node.refuse("direction", "按小时计算的期限只能向后算") }
    return term
  }
}
