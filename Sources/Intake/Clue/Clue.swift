package import Campaign
package import Kit
package import Offices
package import Storage
package import Web

/// Clue (线索): something that somebody reported and that an agency must look into. The name of the kind only; see
/// `ClueRecord`.
package enum Clue {}

extension RefKind { package static let clue = RefKind("clue") }

extension Permission {
  package static let clueSee = Permission("clue.see")
  /// Register, accept, refuse, tie and answer.
  package static let clueWork = Permission("clue.work")
  /// Give a clue to another officer; whoever holds it first in a county also owes the acceptance of new clues.
  package static let clueAssign = Permission("clue.assign")
}

extension Deed {
  package static let receiveClue = Deed("intake.receive")
  package static let acceptClue = Deed("intake.accept")
  package static let refuseClue = Deed("intake.refuse")
  package static let answerClue = Deed("intake.answer")
  package static let assignClue = Deed("intake.assign")
  package static let countClue = Deed("intake.count")
  package static let tieClue = Deed("intake.tie")
}

/// Where a clue stands.
package enum ClueState: String, CaseIterable, Sendable {
  case received, accepted, refused, answered
  /// Went into another clue on the same thing (合并); its reporter reads that one's progress.
  case merged

  package var title: String {
    switch self {
    case .received: "待受理"
    case .accepted: "办理中"
    case .refused: "不予受理"
    case .answered: "已答复"
    case .merged: "已合并"
    }
  }

  /// Somebody still owes the next step.
  package var isOpen: Bool { self == .received || self == .accepted }

  var chip: HTML {
    switch self {
    case .received: Chip.open.html(title)
    case .accepted: Chip.half.html(title)
    case .refused: Chip.shut.html(title)
    case .answered: Chip.done.html(title)
    case .merged: Chip.shut.html(title)
    }
  }
}

/// How a clue came (来源).
package enum ClueChannel: String, CaseIterable, Sendable {
  case web, hotline, phone, visit, letter, media, transfer
  /// A monitoring post (监测哨点) by its own telephone.
  case sentinel
  /// An officer on patrol (巡查) who saw it himself.
  case patrol

  package var title: String {
    switch self {
    case .web: "网上举报"
    case .hotline: "热线工单"
    case .phone: "来电"
    case .visit: "来访"
    case .letter: "来信"
    case .media: "媒体曝光"
    case .transfer: "其他机关转办"
    case .sentinel: "哨点报告"
    case .patrol: "巡查发现"
    }
  }
}

/// A clue as it stands.
package struct ClueRecord: Sendable {
  package let id: ID<Clue>
  package let county: County
  /// `清举〔2026〕0001`.
  package let number: String
  package let channel: ClueChannel
  /// What was reported, in the reporter's words. May name people: never into the ledger.
  package let text: String
  package let place: String
  package let state: ClueState
  package let campaign: ID<CampaignRecord>?
  package let task: ID<CampaignTask>?
  /// The institution or unlicensed site that it is about.
  package let premises: Ref?
  /// Never absent: a clue without an owner is refused at the door.
  package let owner: ID<Account>
  package let receivedAt: Instant
  /// Number of the town's region, 0 for unknown.
  package let town: Int64
  /// When it happened, as the reporter wrote it.
  let happened: String?
  /// Where it was transferred from, which newspaper: for desk channels.
  let origin: String?
  package let acceptedAt: Instant?
  package let endedAt: Instant?
  /// What the reporter reads: the answer, or the reason of a refusal.
  package let answer: String?
  /// The date of its open duty, kept here to sort lists by; nil once it has ended.
  package let due: CivilDate?
  let dueIsProvisional: Bool

  var ref: Ref { Ref(.clue, id) }

  /// The first sentence of the report, for lists and titles.
  var summary: String {
    let scalars = text.unicodeScalars
    let sentence = scalars.drop { $0.isBlank || Self.endsSentence($0) }.prefix { !Self.endsSentence($0) }
    return String(sentence.isEmpty ? scalars[...] : sentence).trimmed.clipped(to: 36)
  }

  private static func endsSentence(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\n", "\r", "。", "！", "？", "；": true
    default: false
    }
  }
}
