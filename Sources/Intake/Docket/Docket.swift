import Campaign
import Kit
import Offices
import Registers
import Storage
import Web

/// Which clues a list shows: what the reader may see, narrowed by the filters of the address.
struct DocketFilter: Sendable {
  let scope: Scope
  let states: [ClueState]
  let campaign: Int64?
  /// Task of a campaign.
  let task: Int64?
  let owner: Int64?
  let premises: Ref?
  /// Number of a town's region; 0 for clues that name none.
  let town: Int64?
  let channel: ClueChannel?
  /// Where it is now: here, asked for, with somebody else.
  let place: CluePlace?
  /// Only clues whose duty was due before this day.
  let dueBefore: CivilDate?
  /// Clues that hold the typed words; nil where none were typed.
  let found: [Int64]?

  init(_ listing: Listing, _ scope: Scope, found: [Int64]?, today: CivilDate) {
    self.scope = scope
    states = Docket.states(listing.filter("state"))
    campaign = listing.filter("campaign").map { ID<CampaignRecord>(text: $0)?.value ?? 0 }
    task = listing.filter("task").map { ID<CampaignTask>(text: $0)?.value ?? 0 }
    let owner = listing.filter("owner")
    self.owner = owner == "me" ? scope.viewer.account : owner.map { ID<Account>(text: $0)?.value ?? 0 }
    place = listing.filter("place").flatMap(CluePlace.init)
    premises = listing.filter("premises").map { Ref.premises($0) ?? Ref(.site, 0) }
    town = listing.filter("town").map { Int64($0) ?? -1 }
    channel = listing.filter("channel").flatMap { ClueChannel(rawValue: $0) }
    dueBefore = listing.filter("late") == nil ? nil : today
    self.found = found
  }
}

/// Where a clue is (现在在谁手里), as lists are narrowed by it.
enum CluePlace: String, CaseIterable, Sendable {
  case here, asked, away, returned

  var title: String {
    switch self {
    case .here: "在本单位"
    case .asked: "已转出，等接收"
    case .away: "在别的单位"
    case .returned: "曾经退回"
    }
  }
}

enum Docket {
  static let filters = ["state", "campaign", "task", "owner", "premises", "town", "channel", "words", "late", "place"]
  static let sorts = ["received", "due"]
  /// More hits than this are not narrowed further; the page says so.
  static let mostFound = 500
  /// Who has more late clues than this needs no exact number above each list.
  static let mostLate: Int64 = 999

  /// The groups that figures and tabs link to: `open` and `ended` stand for two states each. What went into another
  /// clue is a group of its own: it is not handled a second time.
  static func states(_ name: String?) -> [ClueState] {
    switch name {
    case nil: ClueState.allCases
    case "open": ClueState.allCases.filter(\.isOpen)
    case "ended": ClueState.allCases.filter { !$0.isOpen && $0 != .merged }
    case let name?: ClueState(rawValue: name).map { [$0] } ?? []
    }
  }
}

/// What the page of the list needs.
struct DocketModel: Sendable {
  let listing: Listing
  let counts: [ClueState: Int64]
  let late: Int64
  let clues: [ClueRecord]
  /// By account.
  let owners: [Int64: String]
  let campaigns: [(String, String)]
  /// The task that the list is narrowed to.
  let task: String?
  /// Who can own clues of the reader's counties, to narrow the list by.
  let officers: [(String, String)]
  /// By clue: who has it or was asked to take it.
  let away: [Int64: String]
  /// Name of the premises that the list is narrowed to.
  let premises: String?
  /// The town that the list is narrowed to.
  let town: String?
  /// How many clues hold the typed words, where that is more than were looked through.
  let foundTooMany: Int64?
  let mayRegister: Bool
  /// Reports that wait to be looked through, for who may do it.
  let held: Int64
}
