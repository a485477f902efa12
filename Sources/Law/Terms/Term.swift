package import Kit
package import Packs

/// A term (期限): within how long something must be done, from which event on, and by which rule.
package struct Term: Hashable, Sendable {
  package enum Unit: String, CaseIterable, Sendable {
    case workdays, days, months, hours

    package var title: String {
      switch self {
      case .workdays: "个工作日"
      case .days: "日"
      case .months: "个月"
      case .hours: "小时"
      }
    }
  }

  /// Stable, e.g. `case.filing`.
  package let key: String
  package let title: String
  package let count: Int
  package let unit: Unit
  /// The event after which counting begins (起算), in words.
  package let start: String
  package let provenance: Provenance
  package let note: String?
  /// First day of the rule's force; nil for the agency's own working terms.
  package let inForce: CivilDate?

  /// `7个工作日`.
  package var length: String { "\(count)\(unit.title)" }

  /// The last day in time; the day of the event is not counted.
  ///
  /// Terms in days and months run through weekends and end on the next working day where the last day is none; a term
  /// in months ends on the same day number or the month's last day. Refuses terms in hours: see `moment`.
  package func due(from event: CivilDate, _ calendar: WorkCalendar) throws(LawRefusal) -> Due {
    switch unit {
    case .workdays: calendar.adding(workdays: count, to: event)
    case .days: calendar.movingToWorkday(event.adding(days: count))
    case .months: calendar.movingToWorkday(event.adding(months: count))
    case .hours: throw .countedInHours(title: title)
    }
  }

  /// The end of a term in hours, which runs through nights and holidays; nil for other units.
  package func moment(from event: Instant) -> Instant? {
    unit == .hours ? event.adding(seconds: Int64(count) * 3600) : nil
  }
}

extension Term {
  static func read(_ node: PackNode) -> Term {
    let term = Term(
      key: node.slug("key"), title: node.text("title"), count: node.int("count", in: 1...3650),
      unit: node.choice("unit", standIn: .days), start: node.text("start"), provenance: node.provenance(),
      note: node.textIfAny("note"), inForce: node.dateIfAny("from"))
    node.claim("\(term.key) \(term.inForce?.iso ?? "")".trimmed, in: "terms", key: "key")
    if term.inForce == nil, term.provenance.confidence != .house {
      node.refuse("from", "有法律依据的期限要写明施行日期；本单位的工作时限要把 confidence 写成 U")
    }
    return term
  }
}
