/// A point in time as the text writes it, before a year is known for it.
struct DatePoint: Hashable, Sendable {
  enum Year: Hashable, Sendable {
    case none
    case known(Int)
    /// 20__年, XX年, 年 without number.
    case masked
    /// 次年, 翌年: the year after the point before.
    case next
    /// 今年, 本年: the plan's own year.
    case own
  }
  enum Part: Hashable, Sendable {
    case none
    case known(Int)
    case masked
    /// 上旬, 下旬, 底: the day stays open.
    case vague
  }

  var year = Year.none
  var month = Part.none
  var day = Part.none
  var span: Range<Int>

  var isMasked: Bool { year == .masked || month == .masked || day == .masked }
  var monthNumber: Int? { if case .known(let month) = month { month } else { nil } }
  var hasMonth: Bool { if case .known = month { true } else { false } }
}

/// One date or one range of dates in the text.
struct DateMention: Hashable, Sendable {
  var start: DatePoint?
  var end: DatePoint?
  var span: Range<Int>

  var isRange: Bool { start != end }
  var isMasked: Bool { start?.isMasked ?? false || end?.isMasked ?? false }
  var points: [DatePoint] { isRange ? [start, end].compactMap { $0 } : [start].compactMap { $0 } }

  /// The year that the mention itself names.
  var knownYear: (year: Int, span: Range<Int>)? { knownYears.first }

  var knownYears: [(year: Int, span: Range<Int>)] {
    points.compactMap { point in
      if case .known(let year) = point.year { (year, point.span) } else { nil }
    }
  }
}
