package import Kit
import Offices
package import Storage
import Web

/// Reward of a post (哨点奖励): what it earned in a period by a rule, and what became of it. The name of the kind only; see
/// `PostRewardRecord`.
package enum PostReward {}

extension RefKind { package static let postReward = RefKind("post-reward") }

extension Deed {
  package static let openPostRewards = Deed("sentinels.open-rewards")
  package static let proposePostReward = Deed("sentinels.propose-reward")
  package static let decidePostReward = Deed("sentinels.decide-reward")
  package static let payPostReward = Deed("sentinels.pay-reward")
}

enum PostRewardState: String, CaseIterable, Sendable {
  case earned, proposed, approved, declined, paid

  var title: String {
    switch self {
    case .earned: "等写数额"
    case .proposed: "等审批"
    case .approved: "等发放"
    case .declined: "没有同意"
    case .paid: "已发放"
    }
  }

  var chip: HTML {
    switch self {
    case .earned: Chip.open.html(title)
    case .proposed: Chip.half.html(title)
    case .approved: Chip.full.html(title)
    case .declined: Chip.shut.html(title)
    case .paid: Chip.done.html(title)
    }
  }
}

struct PostRewardRecord: Sendable {
  let id: ID<PostReward>
  let county: County
  let post: ID<Post>
  let postName: String
  let supervisor: ID<Account>
  let spanTitle: String
  /// The rule as it was called when the reward was earned.
  let rule: String
  /// How the records earned it.
  let words: String
  let state: PostRewardState
  /// What the office entered, and the paper that allows it; nil until then.
  let amount: Money?
  let basis: String
  let proposedBy: ID<Account>?
  let decidedBy: ID<Account>?
  let decidedOn: CivilDate?
  /// Why it was approved or declined.
  let decision: String
  let paidOn: CivilDate?
  let voucher: String
  let paidBy: ID<Account>?

  var ref: Ref { Ref(.postReward, id) }
}

enum PostRewardRefusal: Refusal, Hashable {
  case none
  case wrongState(String)
  case noAmount
  case notApprover
  case ownProposal
  case ownDecision
  case future

  var code: String {
    switch self {
    case .none: "sentinels.reward-none"
    case .wrongState: "sentinels.reward-state"
    case .noAmount: "sentinels.reward-amount"
    case .notApprover: "sentinels.reward-approver"
    case .ownProposal: "sentinels.reward-own"
    case .ownDecision: "sentinels.reward-own-decision"
    case .future: "sentinels.reward-future"
    }
  }

  var sentence: String {
    switch self {
    case .none: "这一期没有新的哨点够得上奖励的条件。"
    case .wrongState(let state): "这笔奖励现在是“\(state)”，没有保存，可能别人刚刚办过。"
    case .noAmount: "数额要大于零。"
    case .notApprover: "选的人不能审批本县的奖励。"
    case .ownProposal: "数额是你写的，要由另一个人审批。"
    case .ownDecision: "是你批准的，要由另一个人发放。"
    case .future: "发放的日期不能晚于今天。"
    }
  }

  var field: String? {
    switch self {
    case .noAmount: "amount"
    case .notApprover: "approver"
    case .future: "on"
    default: nil
    }
  }

  var next: String? { self == .none ? "过一段时间有了新的报告、巡查，再开一次；条件在内容包 sentinels/rewards.yaml 里。" : nil }

  var status: RefusalStatus {
    switch self {
    case .noAmount, .notApprover, .future: .invalid
    default: .conflict
    }
  }
}
