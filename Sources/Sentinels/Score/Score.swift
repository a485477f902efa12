import Intake
package import Kit
import Offices
package import Storage
package import Web

/// Score sheet of a post (哨点评分): what the records make of it, what the post says, what somebody saw on site. The name of
/// the kind only; see `ScoreSheet`.
package enum Score {}

extension RefKind { package static let score = RefKind("score") }

extension Permission {
  /// Look at a post on site and decide on its points and on model posts.
  package static let postVerify = Permission("post.verify")
}

extension Deed {
  package static let openScores = Deed("sentinels.open-scores")
  package static let fillScore = Deed("sentinels.fill-score")
  package static let verifyScore = Deed("sentinels.verify-score")
  package static let objectScore = Deed("sentinels.object-score")
  package static let answerScore = Deed("sentinels.answer-score")
}

enum ScoreState: String, CaseIterable, Sendable {
  case opened, filled, verified, objected, settled

  var title: String {
    switch self {
    case .opened: "等自评"
    case .filled: "等核验"
    case .verified: "已核验"
    case .objected: "有异议"
    case .settled: "异议已答复"
    }
  }

  var chip: HTML {
    switch self {
    case .opened: Chip.open.html(title)
    case .filled: Chip.half.html(title)
    case .verified, .settled: Chip.done.html(title)
    case .objected: Chip.warn.html(title)
    }
  }

  var isVerified: Bool { self == .verified || self == .settled }
}

/// A sheet as it stands.
struct ScoreSheet: Sendable {
  let id: ID<Score>
  let county: County
  let post: ID<Post>
  let postName: String
  let supervisor: ID<Account>
  /// Key of the period: its first month.
  let span: String
  /// `2026年10月至12月`.
  let spanTitle: String
  let state: ScoreState
  /// Who is to look on site.
  let verifier: ID<Account>
  /// The officer who filled it in; nil where the post did by its telephone, or nobody yet.
  let filledBy: ID<Account>?
  let verifiedBy: ID<Account>?
  let verifiedOn: CivilDate?
  /// Until when the post may object.
  let objectUntil: CivilDate?
  /// Titles of what ruled the post out; empty: nothing.
  let veto: String
  let total: Int64?
  let objection: String?
  let answer: String?

  var ref: Ref { Ref(.score, id) }
}

/// One line of a sheet: points of the records, of the post, of whoever looked.
struct ScoreLine: Sendable {
  let place: Int
  let group: String
  let title: String
  let most: Int
  /// Nil where the records tell nothing.
  let pre: Int?
  /// How the records make the points: `2 次，要求 3 次`.
  let basis: String
  let evidence: [ScoreEvidence]
  let own: Int?
  let ownReason: String
  let given: Int?
  let reason: String
}

/// A record that made points (得分依据).
struct ScoreEvidence: Sendable, Hashable {
  let words: String
  let record: Ref
}

/// Points for one line with why they differ.
struct ScorePoint: Sendable, Hashable {
  let place: Int
  let points: Int
  let reason: String
}

enum ScoreRefusal: Refusal, Hashable {
  case none
  case notVerifier
  case notFiller
  case wrongState(String)
  case ownSheet
  case objectionOver(CivilDate)
  case future
  case notEnough(Int64, Int)
  case vetoed
  case postNotActive
  case proposed
  case ownProposal
  case notProposed
  case notNamed

  var code: String {
    switch self {
    case .none: "sentinels.score-none"
    case .notVerifier: "sentinels.score-verifier"
    case .notFiller: "sentinels.score-filler"
    case .wrongState: "sentinels.score-state"
    case .ownSheet: "sentinels.score-own"
    case .objectionOver: "sentinels.score-objection-over"
    case .future: "sentinels.score-future"
    case .notEnough: "sentinels.model-not-enough"
    case .vetoed: "sentinels.model-vetoed"
    case .postNotActive: "sentinels.model-not-active"
    case .proposed: "sentinels.model-proposed"
    case .ownProposal: "sentinels.model-own"
    case .notProposed: "sentinels.model-not-proposed"
    case .notNamed: "sentinels.model-not-named"
    }
  }

  var sentence: String {
    switch self {
    case .none: "在用的哨点都已经有这一期的评分表，没有可以开的。"
    case .notVerifier: "选的人不能核验本县的哨点。"
    case .notFiller: "选的人没有给哨点评分填写的岗位。"
    case .wrongState(let state): "这张评分表现在是“\(state)”，没有保存，可能别人刚刚办过。"
    case .ownSheet: "自评是你填的，要由另一个人核验。"
    case .objectionOver(let day): "提出异议的期限到 \(day.iso)，已经过了。"
    case .future: "现场核验的日期不能晚于今天。"
    case .notEnough(let total, let least): "得了 \(total) 分，提名示范哨点要 \(least) 分。"
    case .vetoed: "有一票否决的情形，不能提名示范哨点。"
    case .postNotActive: "这个哨点没有在用，不能提名示范哨点。"
    case .proposed: "这张评分表已经提名过。"
    case .ownProposal: "是你提名的，要由另一个人决定。"
    case .notProposed: "没有等着决定的提名，可能别人刚刚决定过。"
    case .notNamed: "它现在不在示范哨点名单里。"
    }
  }

  var field: String? {
    switch self {
    case .notVerifier: "verifier"
    case .future: "on"
    default: nil
    }
  }

  var status: RefusalStatus {
    switch self {
    case .notVerifier, .notFiller, .future: .invalid
    default: .conflict
    }
  }
}
