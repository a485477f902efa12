internal import Kit

/// One month of a campaign (月历): weeks from Monday to Sunday, and what stands on each day.
struct MonthSheet: Sendable {
  /// On a day: a phase that begins or ends, or an event of the time-line.
  struct Entry: Sendable {
    let words: String
    let item: Timeline.Item
  }

  let year: Int
  let month: Int
  /// Nil for days of the months beside it.
  let weeks: [[CivilDate?]]
  let entries: [CivilDate: [Entry]]

  var title: String { "\(year)年\(month)月" }
  var isEmpty: Bool { entries.isEmpty }

  init(of day: CivilDate, _ items: [Timeline.Item]) {
    (year, month) = (day.year, day.month)
    let count = CivilDate.days(in: day.month, of: day.year)
    let days = (1...count).map { day.adding(days: $0 - day.day) }
    let lead = (days.first?.weekday ?? 1) - 1
    let cells = Array(repeating: CivilDate?.none, count: lead) + days.map(Optional.some)
    let padded = cells + Array(repeating: CivilDate?.none, count: (7 - cells.count % 7) % 7)
    weeks = stride(from: 0, to: padded.count, by: 7).map { Array(padded[$0..<min($0 + 7, padded.count)]) }
    let known = Set(days)
    entries = Dictionary(grouping: items.flatMap(Self.dated).filter { known.contains($0.day) }, by: \.day)
      .mapValues { $0.map(\.entry) }
  }

  /// A phase shows on its first and its last day, everything else on the one day that it has.
  private static func dated(_ item: Timeline.Item) -> [(day: CivilDate, entry: Entry)] {
    guard item.kind == .phase else { return [(item.to, Entry(words: item.title, item: item))] }
    return [
      (item.from, Entry(words: "\(item.title)开始", item: item)), (item.to, Entry(words: "\(item.title)结束", item: item)),
    ]
  }

  /// The months from the first day to the last, each by its first day.
  static func months(from first: CivilDate, to last: CivilDate) -> [CivilDate] {
    var (months, day) = ([CivilDate](), first.adding(days: 1 - first.day))
    while day <= last {
      months.append(day)
      day = day.adding(days: CivilDate.days(in: day.month, of: day.year))
    }
    return months
  }
}
