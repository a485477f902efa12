import Duties
import Intake
import Kit
import Law
import Offices
import Packs
import Storage
import Web

extension Sentinels {
  static let rewardDecisionDuty = "post-reward.decide"
  static let rewardPaymentDuty = "post-reward.pay"

  /// Puts on the list what posts in use earned in a period by the rules and is not on it yet; answers how much. Refuses where that is
  /// nothing.
  func openRewards(_ span: ReportPeriod.Span, _ tx: Transaction) throws -> Int {
    let known = try PostRewardStore.known(in: tx.county, span: span.key, tx)
    var earned = 0
    for post in try PostStore.standing(in: tx.county, tx) where post.state == .active {
      let ground = try ScoreGround.read(post, span, tx)
      for rule in book.rewardRules where !known.contains("\(post.id.value) \(rule.key)") {
        guard !rule.isAtEnd || span.last < tx.today else { continue }
        guard let measured = ground.measured(rule.criterion, book), measured.isFull else { continue }
        let id = try PostRewardStore.insert(rule, of: post, span, measured.words, tx)
        tx.tell(Ref(.postReward, id), "监测哨点“\(post.name)”\(span.title)够得上奖励：\(rule.title)")
        earned += 1
      }
    }
    guard earned > 0 else { throw PostRewardRefusal.none }
    return earned
  }

  /// Enters the sum and the paper that allows it, and asks somebody to approve. Refuses a reward that is past it, no sum, and somebody who
  /// may not approve.
  func proposeReward(
    _ id: ID<PostReward>, _ amount: Money, basis: String, approver: ID<Account>, by account: ID<Account>,
    _ tx: Transaction
  ) throws {
    let reward = try Self.reward(id, in: .earned, tx)
    guard amount > .zero else { throw PostRewardRefusal.noAmount }
    let able = try Offices.people(over: tx.county, holding: .rewardApprove, roles: roles, tx)
    guard able.contains(where: { $0.person.id == approver }) else { throw PostRewardRefusal.notApprover }
    guard approver != account else { throw PostRewardRefusal.ownProposal }
    try PostRewardStore.propose(id, amount, basis: basis, by: account, tx)
    let due = law.calendar.adding(workdays: book.rewardTerms.decideDays, to: tx.today)
    try Duties.owe(
      NewDuty(
        kind: Self.rewardDecisionDuty, title: "审批监测哨点“\(reward.postName)”的奖励", subject: reward.ref,
        owner: approver, due: due.date, provisional: due.provisional, basis: book.rewardTerms.provenance.source), tx)
    tx.tell(
      reward.ref, "提出奖励 \(amount.text) 元，依据：\(basis)",
      [Change("状态", reward.state.title, PostRewardState.proposed.title)])
  }

  /// Approves or declines, for a reason. Refuses whoever entered the sum.
  func decideReward(_ id: ID<PostReward>, approves: Bool, _ words: String, by account: ID<Account>, _ tx: Transaction)
    throws
  {
    let reward = try Self.reward(id, in: .proposed, tx)
    guard let proposer = reward.proposedBy, proposer != account else { throw PostRewardRefusal.ownProposal }
    let state: PostRewardState = approves ? .approved : .declined
    try PostRewardStore.decide(id, state, words, by: account, tx)
    try Duties.settle(reward.ref, kind: Self.rewardDecisionDuty, outcome: approves ? "同意" : "没有同意", tx)
    if approves {
      let due = law.calendar.adding(workdays: book.rewardTerms.payDays, to: tx.today)
      try Duties.owe(
        NewDuty(
          kind: Self.rewardPaymentDuty, title: "发放监测哨点“\(reward.postName)”的奖励", subject: reward.ref,
          owner: proposer, due: due.date, provisional: due.provisional, basis: book.rewardTerms.provenance.source), tx)
    }
    tx.tell(reward.ref, approves ? "同意奖励" : "不同意奖励", [Change("状态", reward.state.title, state.title)])
  }

  /// It was paid. Refuses what was not approved, whoever approved it, and a day to come.
  func payReward(_ id: ID<PostReward>, on day: CivilDate, voucher: String, by account: ID<Account>, _ tx: Transaction)
    throws
  {
    let reward = try Self.reward(id, in: .approved, tx)
    guard reward.decidedBy != account else { throw PostRewardRefusal.ownDecision }
    guard day <= tx.today else { throw PostRewardRefusal.future }
    try PostRewardStore.pay(id, on: day, voucher: voucher, by: account, tx)
    try Duties.settle(reward.ref, kind: Self.rewardPaymentDuty, outcome: "已发放", tx)
    tx.tell(
      reward.ref, "\(day.iso) 发放奖励，凭证 \(voucher)",
      [Change("状态", reward.state.title, PostRewardState.paid.title)])
  }

  private static func reward(_ id: ID<PostReward>, in state: PostRewardState, _ tx: Transaction) throws
    -> PostRewardRecord
  {
    guard let reward = try PostRewardStore.find(id, tx), reward.county == tx.county else {
      throw MissingRecord("笔哨点奖励")
    }
    guard reward.state == state else { throw PostRewardRefusal.wrongState(reward.state.title) }
    return reward
  }
}

extension ScoreMeasured {
  /// Something was asked for, and all of it is there.
  var isFull: Bool { need > 0 && have >= need }
}
