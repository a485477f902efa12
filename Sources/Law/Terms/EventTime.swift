package import Kit

/// When an event happened: a day, or a minute of a day in Asia/Shanghai.
package enum EventTime: Hashable, Sendable {
  case day(CivilDate)
  case moment(Instant)

  /// Reads `YYYY-MM-DD` and `YYYY-MM-DDTHH:MM` and nothing else.
  package init?(_ text: String) {
    let halves = text.split(separator: "T", maxSplits: 1, omittingEmptySubsequences: false)
    guard let day = halves.first.flatMap({ CivilDate(iso: $0) }) else { return nil }
    guard halves.count == 2 else {
      self = .day(day)
      return
    }
    let clock = halves[1].utf8
    let numbers = halves[1].split(separator: ":", omittingEmptySubsequences: false)
    guard clock.count == 5, numbers.count == 2, numbers.allSatisfy({ $0.utf8.count == 2 }),
      numbers.joined().utf8.allSatisfy({ (48...57).contains($0) }), let hour = Int(numbers[0]),
      let minute = Int(numbers[1]),
      hour < 24, minute < 60
    else { return nil }
    self = .moment(Instant(day, hour: hour, minute: minute))
  }

  package var day: CivilDate {
    switch self {
    case .day(let day): day
    case .moment(let moment): moment.date
    }
  }

  package var text: String {
    switch self {
    case .day(let day): day.iso
    case .moment(let moment): "\(moment.date.iso)T\(moment.clock)"
    }
  }
}
