package import Kit
import Offices
package import Storage
package import Web

/// Handing on (转办): a clue goes to another department, level or county, with a letter and a date. The name of the kind only; see
/// `ReferralRecord`.
package enum Referral {}

extension RefKind {
  package static let referral = RefKind("referral")
  /// The same row as the receiving body sees it: what went along, never the clue.
  package static let referralReceived = RefKind("referral-received")
}

extension Permission {
  /// To receive what is handed on to one's agency, and to answer it.
  package static let referralAnswer = Permission("referral.answer")
}

extension Deed {
  package static let sendReferral = Deed("intake.refer")
  package static let withdrawReferral = Deed("intake.withdraw-referral")
  package static let noteReferral = Deed("intake.note-referral")
  package static let acceptReferral = Deed("intake.accept-referral")
  package static let returnReferral = Deed("intake.return-referral")
  package static let reportReferral = Deed("intake.report-referral")
  package static let forwardReferral = Deed("intake.forward-referral")
}

/// Where what was handed on stands.
package enum ReferralState: String, CaseIterable, Sendable {
  case sent, accepted, returned, answered, withdrawn

  var title: String {
    switch self {
    case .sent: "等接收"
    case .accepted: "在办"
    case .returned: "已退回"
    case .answered: "已反馈结果"
    case .withdrawn: "已撤回"
    }
  }

  var isOpen: Bool { self == .sent || self == .accepted }

  func chip(isLate: Bool) -> HTML {
    switch self {
    case .sent: isLate ? Chip.bad.html("逾期没有接收") : Chip.open.html(title)
    case .accepted: isLate ? Chip.bad.html("逾期没有结果") : Chip.half.html(title)
    case .returned: Chip.warn.html(title)
    case .answered: Chip.done.html(title)
    case .withdrawn: Chip.shut.html(title)
    }
  }
}

/// Seen from the sender.
enum ReferralLevel: String, CaseIterable, Sendable {
  case department, superior, lower, elsewhere

  var title: String {
    switch self {
    case .department: "本县其他部门"
    case .superior: "上级"
    case .lower: "下级"
    case .elsewhere: "外县"
    }
  }
}

/// The letters; their words are data: `Content/office-papers/referral.yaml`.
enum ReferralPaper: String, CaseIterable, Sendable {
  case letter
  case caseNotice = "case"
  case adNotice = "ad"
  /// 请求处置网络信息: to whoever cleans pages and closes accounts, with a result for each.
  case links

  var template: String { "referral-\(rawValue)" }

  /// Of its series; the self-check counts the letters of each.
  var sign: String {
    switch self {
    case .letter: "线索转"
    case .caseNotice: "违案转"
    case .adNotice: "广告查"
    case .links: "网信处"
    }
  }

  var title: String {
    switch self {
    case .letter: "线索转办函"
    case .caseNotice: "违法案件转办通知书"
    case .adNotice: "违法广告查办通知单"
    case .links: "违法网络信息处置函"
    }
  }
}

/// Who tells the citizen how it ended. Decided when the clue is handed on.
enum ReferralReply: String, CaseIterable, Sendable {
  case sender, receiver

  var title: String { self == .sender ? "由转出单位答复" : "由接收单位答复" }
}

struct ReferralRecord: Sendable {
  let id: ID<Referral>
  /// Of the sender.
  let county: County
  let clue: ID<Clue>
  /// The referral that this one passes on, 0 for none.
  let parent: Int64
  /// `清线索转〔2026〕1号`.
  let number: String
  let paper: ReferralPaper
  let level: ReferralLevel
  let to: String
  /// Of the receiver; the sender's where the receiver has no account.
  let away: County
  /// 0 where the receiver has no account.
  let agency: Int64
  let receiver: Int64
  let sender: Int64
  let senderName: String
  let senderAgency: Int64
  let ground: String
  let matter: String
  let asks: String
  /// Why it goes to somebody who had it before.
  let again: String?
  let reply: ReferralReply
  let state: ReferralState
  let sentAt: Instant
  let acceptDue: CivilDate
  let due: CivilDate
  let acceptedAt: Instant?
  let acceptedBy: String?
  let endedAt: Instant?
  let endedBy: String?
  /// The reason of a return or a withdrawal, the result of an answer.
  let words: String?
  let digest: String

  var ref: Ref { Ref(.referral, id) }
  var received: Ref { Ref(.referralReceived, id) }
  /// Somebody there works with the system.
  var hasAccount: Bool { receiver != 0 }
  /// On whose record the duty of the next step waits: the receiver's, or the sender's who asks and notes by hand.
  var owing: Ref { hasAccount ? received : ref }

  func isLate(on day: CivilDate) -> Bool {
    switch state {
    case .sent: acceptDue < day
    case .accepted: due < day
    case .returned, .answered, .withdrawn: false
    }
  }
}

/// To whom.
enum ReferralTarget: Hashable, Sendable {
  case person(ID<Account>)
  /// A body without an account: its name.
  case outside(String, ReferralLevel)
}

struct NewReferral: Sendable {
  let target: ReferralTarget
  let paper: ReferralPaper
  let ground: String
  let matter: String
  let asks: String
  let links: [String]
  let due: CivilDate
  let reply: ReferralReply
  /// Of the clue's own files (of the received ones, where it is passed on).
  let files: Set<Int64>
  let again: String?
}

enum ReferralDuty {
  static let accept = "referral.accept"
  static let result = "referral.result"
}
