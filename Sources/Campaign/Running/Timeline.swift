internal import Duties
internal import Kit
internal import Web

/// The time-line (时间轴) of a campaign: its phases, deadlines, meetings, resolutions, papers that are owed and supervision visits between
/// its first and its last day.
struct Timeline: Sendable {
  enum Kind: String, Sendable {
    case phase = "阶段"
    case deadline = "期限"
    case meeting = "会议"
    case resolution = "决议"
    case filing = "报送"
    case supervision = "督导"
  }

  enum State: Sendable {
    case done, late, now, coming

    var chip: HTML {
      switch self {
      case .done: Chip.done.html("已办结")
      case .late: Chip.bad.html("已过期，没有办结")
      case .now: Chip.half.html("正在进行")
      case .coming: Chip.open.html("还没有到")
      }
    }
  }

  struct Item: Sendable {
    let kind: Kind
    let title: String
    let link: Link?
    let from: CivilDate
    let to: CivilDate
    let isDone: Bool

    func state(on today: CivilDate) -> State {
      if isDone { return .done }
      return to < today ? .late : from <= today ? .now : .coming
    }
  }

  let phases: [Item]
  /// Of one day each, the earliest first.
  let events: [Item]
  let today: CivilDate
  let first: CivilDate
  let last: CivilDate

  /// Nil where the campaign has no date at all.
  init?(_ items: [Item], today: CivilDate) {
    guard let first = items.map(\.from).min(), let last = items.map(\.to).max() else { return nil }
    (self.first, self.last, self.today) = (first, last, today)
    phases = items.filter { $0.kind == .phase }
    events = items.filter { $0.kind != .phase }.sorted { ($0.to, $0.title) < ($1.to, $1.title) }
  }

  /// Where a day stands on a line of a thousand; days outside stand at its ends.
  func place(_ day: CivilDate) -> Int {
    let whole = last.dayNumber - first.dayNumber + 1
    return min(max((day.dayNumber - first.dayNumber) * 1000 / whole, 0), 1000)
  }

  /// From its first day through its last, never too narrow to be seen.
  func span(_ item: Item) -> (start: Int, width: Int) {
    let start = min(place(item.from), 988)
    return (start, max(place(item.to.adding(days: 1)) - start, 12))
  }

  var late: Int { (phases + events).count { $0.state(on: today) == .late } }
}
