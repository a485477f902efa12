package import Kit

/// The end of a term (期限届满日) and how it came about.
package struct Due: Hashable, Sendable {
  /// The last day on which the act is in time.
  package let date: CivilDate
  /// The plain last day before it was moved off a weekend or holiday; equal to `date` for terms in working days.
  /// Terms that bind the agency itself warn at this day.
  package let countedTo: CivilDate
  /// Days that did not count, in order.
  package let skipped: [SkippedDay]
  /// 暂定: a day of a year whose calendar is not in the packs was needed. The date may still move.
  package let provisional: Bool
}

extension Due {
  /// A day that somebody set: nothing was counted.
  package init(set day: CivilDate) { self.init(date: day, countedTo: day, skipped: [], provisional: false) }
}

/// A day that did not count, and why: `周六`, `周日`, `放假`, `法定节假日`, `不计入`.
package struct SkippedDay: Hashable, Sendable {
  package let date: CivilDate
  package let why: String
}
