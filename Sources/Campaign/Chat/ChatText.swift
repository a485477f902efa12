internal import Duties
internal import Kit
internal import Law

/// Plain words for a group chat (发到工作群的文字), counted when the page is opened: title, day, figures with what changed since the
/// last paper, what is overdue by unit, the next deadline. No person is named: whoever reads along in a group need not be of the house.
struct ChatText: Sendable {
  let title: String
  let figures: [KeptFigure]
  let last: KeptFigures?
  let coverage: [Coverage]
  let duties: [CampaignDuty]
  let today: CivilDate
  let calendar: WorkCalendar

  /// What a telephone shows without scrolling.
  static let most = 6

  var words: String {
    ([Self.head(title, today)] + Self.numbered(figures, since: last) + short + late + next + since).joined(
      separator: "\n")
  }

  static func head(_ title: String, _ day: CivilDate) -> String { "【\(title)】截至\(day.month)月\(day.day)日" }

  static func numbered(_ figures: [KeptFigure], since last: KeptFigures?) -> [String] {
    figures.prefix(most).enumerated().map { place, figure in
      "\(place + 1). \(figure.words)\(figure.change(since: last).map { "，\($0)" } ?? "")"
    }
  }

  /// What is owed to the targets, by type.
  private var short: [String] {
    let owed = coverage.filter { $0.owed > 0 }.map { "\($0.type.name)欠 \($0.owed) 户" }
    return owed.isEmpty ? [] : ["检查覆盖没有达标：\(owed.joined(separator: "、"))"]
  }

  /// The same figures as 各单位和乡镇 shows.
  private var late: [String] {
    let units = UnitStanding.all(duties, today: today).map { ($0.name, $0.count(.late)) }.filter { $0.1 > 0 }
    return units.isEmpty
      ? ["没有逾期的事项"] : ["逾期没有办结：\(units.map { "\($0.0) \($0.1) 项" }.joined(separator: "、"))"]
  }

  /// The plan's next deadlines: all of the nearest day.
  private var next: [String] {
    let coming = duties.filter { $0.subject.kind == .deadline && $0.done == nil && $0.due >= today }
    guard let day = coming.map(\.due).min() else { return [] }
    let left = calendar.workdays(from: today, to: day)
    let matters = coming.filter { $0.due == day }.map { "\($0.agencyName)“\($0.title.clipped(to: 40))”" }
    let when = day == today ? "今天" : "\(day.month)月\(day.day)日（还有 \(left) 个工作日）"
    return ["下一个期限：\(when)，\(matters.joined(separator: "、"))"]
  }

  private var since: [String] { Self.since(last) }

  static func since(_ last: KeptFigures?) -> [String] {
    last.map { ["上期是\($0.number)（\($0.on.month)月\($0.on.day)日）"] } ?? []
  }

  /// What an issued paper told, against the one before it.
  static func issued(_ number: String, _ told: KeptFigures, since last: KeptFigures?, title: String) -> String {
    ([head(title, told.on), "\(number)已印发："] + numbered(told.figures, since: last) + since(last))
      .joined(separator: "\n")
  }
}
