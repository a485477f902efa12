import Duties
package import Kit
import Law
import Offices
package import Storage
package import Web

extension RefKind {
  package static let reward = RefKind("reward")
  /// The custodian's side of a reward; its number is the clue's.
  static let rewardPayout = RefKind("reward-payout")
}

extension Permission {
  /// Adopts a scheme for the county and approves rewards that somebody else proposed.
  package static let rewardApprove = Permission("reward.approve")
}

extension Deed {
  package static let adoptScheme = Deed("intake.adopt-scheme")
  package static let claimReward = Deed("intake.claim-reward")
  package static let proposeReward = Deed("intake.propose-reward")
  package static let decideReward = Deed("intake.decide-reward")
  package static let payReward = Deed("intake.pay-reward")
}

/// Reward (举报奖励): a reporter's claim and what became of it. Nothing in it says who reported.
struct Reward: Sendable {
  let id: ID<Reward>
  let county: County
  let clue: ID<Clue>
  let scheme: String
  let state: State
  let claimedAt: Instant
  let amount: Money?
  /// How the amount was computed and the conditions answered.
  let reasons: String?
  let proposedBy: Int64?
  /// Of a refusal or the approval; the reporter reads it.
  let words: String?
  let collectBy: CivilDate?

  enum State: String, CaseIterable, Sendable {
    case claimed, proposed, approved, refused, paid

    var title: String {
      switch self {
      case .claimed: "已申请"
      case .proposed: "等着审批"
      case .approved: "等着领取"
      case .refused: "不予奖励"
      case .paid: "已发放"
      }
    }

    var chip: HTML {
      switch self {
      case .claimed: Chip.open.html(title)
      case .proposed: Chip.half.html(title)
      case .approved: Chip.full.html(title)
      case .refused: Chip.shut.html(title)
      case .paid: Chip.done.html(title)
      }
    }
  }

  var ref: Ref { Ref(.reward, id) }
}

/// What the officer answers of the conditions that no record shows.
struct RewardConditions: Sendable {
  let isConcrete: Bool
  let wasUnknown: Bool
  let isFirst: Bool
  let grade: String?
  let why: String
}

/// One payment to one of those who reported.
struct RewardPayment: Sendable {
  let amount: Money
  let way: Way
  let on: CivilDate
  let voucher: String

  /// Never cash.
  enum Way: String, CaseIterable, Sendable {
    case bank, post, mobile

    var title: String {
      switch self {
      case .bank: "银行转账"
      case .post: "邮政汇款"
      case .mobile: "手机银行或支付账户"
      }
    }
  }
}

enum RewardDuty {
  static let proposal = "reward.proposal"
  static let approval = "reward.approval"
  static let payout = "reward.payout"
}

extension Intake {
  /// The agency adopts a scheme; `basis` is the paper that it checked. A second time replaces the first for later claims.
  func adopt(_ key: String, basis: String, _ tx: Transaction) throws {
    guard let scheme = rewards[key] else { throw RewardRefusal.unknownScheme }
    let before = try RewardStore.adopted(in: tx.county, tx).flatMap { rewards[$0.key]?.title }
    try RewardStore.adopt(key, basis: basis, tx)
    tx.tell(
      Ref(.region, tx.county.number), "选用举报奖励办法“\(scheme.title)”，依据\(basis)",
      [Change("奖励办法", before, scheme.title)])
  }

  /// The scheme of the county; refuses where the agency has adopted none.
  func scheme(in county: County, _ reader: Reader) throws -> RewardScheme {
    guard let key = try RewardStore.adopted(in: county, reader)?.key, let scheme = rewards[key] else {
      throw RewardRefusal.noScheme
    }
    return scheme
  }

  /// The reporter applies, by the code. Refuses an anonymous report, one that is not answered, a late and a second claim.
  func claim(_ clue: ClueRecord, _ tx: Transaction) throws {
    let scheme = try scheme(in: tx.county, tx)
    guard try ReporterStore.isNamed(clue.id, tx) else { throw RewardRefusal.anonymous }
    guard !clue.state.isOpen, let answer = try AnsweredStore.last(of: clue.id, tx) else { throw RewardRefusal.tooEarly }
    let last = answer.at.date.adding(days: scheme.claim)
    guard tx.today <= last else { throw RewardRefusal.late(last) }
    guard try RewardStore.find(clue: clue.id, tx) == nil else { throw RewardRefusal.claimedAlready }
    let reward = Reward(
      id: tx.world.newID(), county: tx.county, clue: clue.id, scheme: scheme.key, state: .claimed, claimedAt: tx.now,
      amount: nil, reasons: nil, proposedBy: nil, words: nil, collectBy: nil)
    try RewardStore.insert(reward, tx)
    let term = try law.due(RewardDuty.proposal, from: tx.today)
    try Duties.owe(
      NewDuty(
        kind: RewardDuty.proposal, title: "核对线索\(clue.number)的奖励条件，提出金额", subject: reward.ref,
        owner: try standingOwner(clue, tx), term: term, from: tx.today, basis: term.term.basis), tx)
    tx.tell(clue.ref, "凭查询码申请线索\(clue.number)的举报奖励")
  }

  /// Proposes the computed amount, or refuses the claim where a condition fails. Somebody else approves.
  func propose(_ id: ID<Reward>, _ conditions: RewardConditions, _ tx: Transaction) throws {
    let (reward, clue) = try reward(id, in: .claimed, tx)
    guard let scheme = rewards[reward.scheme] else { throw RewardRefusal.unknownScheme }
    if let failed = conditions.failed(scheme) {
      return try end(reward, clue, kind: RewardDuty.proposal, words: "\(failed)\(conditions.why)", tx)
    }
    guard let sum = scheme.sum(of: try proof(clue.id, tx), grade: conditions.grade) else {
      throw scheme.grades.isEmpty || conditions.grade != nil ? RewardRefusal.notProved : RewardRefusal.noGrade
    }
    let approvers = try Offices.people(in: tx.county, holding: .rewardApprove, roles: roles, tx)
    guard let approver = approvers.first(where: { $0.id.value != tx.actor.number }) else {
      throw RewardRefusal.nobodyApproves
    }
    try RewardStore.propose(id, sum.amount, (sum.reasons + [conditions.why]).joined(separator: "\n"), tx)
    try Duties.settle(reward.ref, kind: RewardDuty.proposal, outcome: "已提出", tx)
    let term = try law.due(RewardDuty.approval, from: tx.today)
    try Duties.owe(
      NewDuty(
        kind: RewardDuty.approval, title: "审批线索\(clue.number)的举报奖励", subject: reward.ref, owner: approver.id,
        term: term, from: tx.today, basis: term.term.basis), tx)
    tx.tell(
      clue.ref, "提出线索\(clue.number)的举报奖励 \(sum.amount.text) 元", [Change("奖励", nil, "\(sum.amount.text) 元")])
  }

  /// Approves or refuses what somebody else proposed. Approved, the custodian owes the payment.
  func decide(_ id: ID<Reward>, approves: Bool, words: String, _ tx: Transaction) throws {
    let (reward, clue) = try reward(id, in: .proposed, tx)
    guard reward.proposedBy != tx.actor.number, clue.owner.value != tx.actor.number else {
      throw RewardRefusal.ownProposal
    }
    guard approves else { return try end(reward, clue, kind: RewardDuty.approval, words: words, tx) }
    guard let scheme = rewards[reward.scheme] else { throw RewardRefusal.unknownScheme }
    guard let custodian = try Offices.people(in: tx.county, holding: .reporterOpen, roles: roles, tx).first else {
      throw RewardRefusal.nobodyPays
    }
    let collectBy = tx.today.adding(days: scheme.collect)
    try RewardStore.decide(id, .approved, words: words, collectBy: collectBy, tx)
    try Duties.settle(reward.ref, kind: RewardDuty.approval, outcome: Reward.State.approved.title, tx)
    try Duties.owe(
      NewDuty(
        kind: RewardDuty.payout, title: "凭查询码发放线索\(clue.number)的奖励", subject: Ref(.rewardPayout, clue.id),
        owner: custodian.id, due: collectBy, basis: "批准以后 \(scheme.collect) 天内领取，\(scheme.title)"), tx)
    tx.tell(
      clue.ref, "批准线索\(clue.number)的举报奖励 \(reward.amount?.text ?? "") 元",
      [Change("奖励", reward.state.title, Reward.State.approved.title)])
  }

  /// The custodian has paid against the code. `payments` share the amount exactly.
  func pay(_ clue: ID<Clue>, codeHash: String, _ payments: [RewardPayment], _ tx: Transaction) throws {
    guard let known = try RewardStore.find(clue: clue, tx) else { throw RewardRefusal.notWaiting }
    let (reward, record) = try reward(known.id, in: .approved, tx)
    guard try ClueStore.find(codeHash: codeHash, tx)?.id == clue else { throw RewardRefusal.otherCode }
    guard payments.reduce(Money.zero, { $0 + $1.amount }) == reward.amount else { throw RewardRefusal.otherSum }
    for payment in payments { try RewardStore.insert(payment, of: reward.id, tx) }
    try RewardStore.setState(reward.id, .paid, tx)
    try Duties.settle(Ref(.rewardPayout, clue), kind: RewardDuty.payout, outcome: Reward.State.paid.title, tx)
    tx.tell(
      record.ref, "凭查询码发放线索\(record.number)的举报奖励 \(reward.amount?.text ?? "") 元",
      [Change("奖励", reward.state.title, Reward.State.paid.title)])
    for payment in payments {
      tx.tell(
        Ref(.rewardPayout, clue),
        "\(payment.way.title)发放线索\(record.number)的举报奖励 \(payment.amount.text) 元，凭证\(payment.voucher)")
    }
  }

  private func end(_ reward: Reward, _ clue: ClueRecord, kind: String, words: String, _ tx: Transaction) throws {
    try RewardStore.decide(reward.id, .refused, words: words, collectBy: nil, tx)
    try Duties.settle(reward.ref, kind: kind, outcome: Reward.State.refused.title, tx)
    tx.tell(
      clue.ref, "对线索\(clue.number)不予奖励，并写明理由", [Change("奖励", reward.state.title, Reward.State.refused.title)])
  }

  private func reward(_ id: ID<Reward>, in state: Reward.State, _ tx: Transaction) throws -> (Reward, ClueRecord) {
    guard let reward = try RewardStore.find(id, tx), reward.county == tx.county else { throw MissingRecord("件奖励") }
    guard reward.state == state else { throw RewardRefusal.handledAlready(reward.state.title) }
    return (reward, try anyClue(reward.clue, tx))
  }
}

extension RewardConditions {
  /// Why nothing is paid, in words for the reporter; nil where the conditions hold.
  func failed(_ scheme: RewardScheme) -> String? {
    if !isConcrete { return "举报没有写明是谁、在哪里、做什么，不符合奖励的条件。" }
    if !wasUnknown { return "举报以前本机关已经掌握这件事，不符合奖励的条件。" }
    if scheme.firstOnly, !isFirst { return "同一件事已经有人先举报，只奖励最先举报的。" }
    return nil
  }
}
