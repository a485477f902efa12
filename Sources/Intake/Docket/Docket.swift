import Campaign
import Kit
import Registers
import Storage
import Web

/// Which clues a list shows: what the reader may see, narrowed by the filters of the address.
struct DocketFilter: Sendable {
  let scope: Scope
  let states: [ClueState]
  let campaign: Int64?
  let owner: Int64?
  let premises: Ref?
  let channel: ClueChannel?
  /// Only clues whose duty was due before this day.
  let dueBefore: CivilDate?
  /// Clues that hold the typed words; nil where none were typed.
  let found: [Int64]?

  init(_ listing: Listing, _ scope: Scope, found: [Int64]?, today: CivilDate) {
    self.scope = scope
    states = Docket.states(listing.filter("state"))
    campaign = listing.filter("campaign").map { ID<CampaignRecord>(text: $0)?.value ?? 0 }
    owner = listing.filter("owner") == "me" ? scope.viewer.account : nil
    premises = listing.filter("premises").map { Ref.premises($0) ?? Ref(.site, 0) }
    channel = listing.filter("channel").flatMap { ClueChannel(rawValue: $0) }
    dueBefore = listing.filter("late") == nil ? nil : today
    self.found = found
  }
}

enum Docket {
  static let filters = ["state", "campaign", "owner", "premises", "channel", "words", "late"]
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
  /// Name of the premises that the list is narrowed to.
  let premises: String?
  /// How many clues hold the typed words, where that is more than were looked through.
  let foundTooMany: Int64?
  let mayRegister: Bool
  /// Reports that wait to be looked through, for who may do it.
  let held: Int64
}
