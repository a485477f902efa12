import Kit
import Web

/// How the answer to a named report stands.
enum AnswerStanding: String, CaseIterable, Sendable {
  case inTime = "in-time"
  case late
  /// From before the date that was owed was kept with the answer.
  case undated
  case open
  case overdue

  var title: String {
    switch self {
    case .inTime: "按期答复"
    case .late: "逾期答复"
    case .undated: "已答复，期限没有记录"
    case .open: "在期限内，还没有答复"
    case .overdue: "逾期没有答复"
    }
  }

  var isBad: Bool { self == .late || self == .overdue }
}

/// Named reports of one month, channel or campaign by how their answers stand.
struct AnswerCounts: Sendable {
  /// What the list is narrowed to.
  let filter: (name: String, value: String)
  let title: String
  /// In the order of `AnswerStanding.allCases`.
  let numbers: [Int64]

  var total: Int64 { numbers.reduce(0, +) }
}

/// What lists of named reports are narrowed to, by the address.
struct AnswerFilter: Sendable {
  static let names = ["standing", "month", "channel", "campaign", "level"]

  let scope: Scope
  let standing: AnswerStanding?
  /// The first day of the month, and of the next.
  let month: (from: CivilDate, to: CivilDate)?
  let channel: String?
  let campaign: Int64?
  let level: String?
  let today: CivilDate

  init(_ scope: Scope, today: CivilDate) {
    self.scope = scope
    self.today = today
    standing = nil
    month = nil
    channel = nil
    campaign = nil
    level = nil
  }

  init(_ listing: Listing, _ scope: Scope, today: CivilDate) {
    self.scope = scope
    self.today = today
    standing = listing.filter("standing").flatMap { AnswerStanding(rawValue: $0) }
    month = listing.filter("month").flatMap { CivilDate(iso: "\($0)-01") }.flatMap(Self.month)
    channel = listing.filter("channel")
    // A campaign that nobody can name has no reports.
    campaign = listing.filter("campaign").map { Int64($0, radix: 36) ?? 0 }
    level = listing.filter("level")
  }

  /// The same within a month.
  func within(_ month: (from: CivilDate, to: CivilDate)) -> AnswerFilter { AnswerFilter(self, month) }

  private init(_ other: AnswerFilter, _ month: (from: CivilDate, to: CivilDate)) {
    (scope, today, standing) = (other.scope, other.today, other.standing)
    (channel, campaign, level) = (other.channel, other.campaign, other.level)
    self.month = month
  }

  static func month(_ first: CivilDate) -> (from: CivilDate, to: CivilDate)? {
    let (year, month, _) = first.parts
    return CivilDate(month == 12 ? year + 1 : year, month == 12 ? 1 : month + 1, 1).map { (from: first, to: $0) }
  }
}

/// A named report in the list: nothing of who reported.
struct AnswerLine: Sendable {
  let clue: ClueRecord
  let answeredAt: Instant?
  let standing: AnswerStanding
  let level: SatisfactionLevel?
}
