internal import Duties
internal import Kit
internal import Offices
internal import Storage
internal import Web

/// Approval (审定): somebody other than the authors looks at a plan, a supplement or a paper of the office before it goes out.
///
/// What is approved is a digest of the content. Whatever changes the content changes the digest, and the approval holds no more:
/// so what was approved is what goes out.
struct Approval: Sendable {
  struct Decision: Sendable {
    let person: Int64
    let by: String
    let at: Instant
    let isApproved: Bool
    let reason: String?
  }

  let number: Int64
  let digest: String
  let asker: Int64
  let askerName: String
  let askedAt: Instant
  /// Who was asked: he alone answers, or whoever stands in for him.
  let approver: Int64
  let approverName: String
  let due: CivilDate
  let decision: Decision?
}

/// What is to be approved, as it is now.
struct ApprovalMatter: Sendable {
  let ref: Ref
  /// `方案《…》`.
  let title: String
  let digest: String
  /// Who wrote it: none of them approves it.
  let authors: Set<Int64>
  let campaign: Int64?
}

/// Where a matter stands.
enum ApprovalStanding: Sendable {
  case none
  case waiting(Approval)
  /// Changed since it was asked for, or since it was approved.
  case changed(Approval)
  case returned(Approval)
  case approved(Approval)

  init(_ all: [Approval], digest: String) {
    guard let last = all.last else {
      self = .none
      return
    }
    switch last.decision {
    case .some(let decision) where !decision.isApproved: self = .returned(last)
    case _ where last.digest != digest: self = .changed(last)
    case .none: self = .waiting(last)
    case .some: self = .approved(last)
    }
  }

  var isApproved: Bool { if case .approved = self { true } else { false } }
  /// Somebody may be asked now.
  var isOpen: Bool {
    switch self {
    case .none, .changed, .returned: true
    case .waiting, .approved: false
    }
  }

  /// An answer waits, and it is not this person's.
  func isWaiting(forOther person: ID<Account>) -> Bool {
    if case .waiting(let last) = self { last.approver != person.value } else { false }
  }
}

enum Approvals {
  static let duty = "campaign.approve"

  static func standing(_ matter: ApprovalMatter, _ reader: Reader) throws -> ApprovalStanding {
    ApprovalStanding(try ApprovalStore.all(of: matter.ref, reader), digest: matter.digest)
  }

  /// Asks a person to approve by a day: he owes it. While an answer waits somebody else may be asked in his place. Refuses the same
  /// person twice, what is approved already, a day before today, somebody without the right, and whoever wrote it or asks.
  static func ask(
    _ matter: ApprovalMatter, of approver: ID<Account>, by due: CivilDate, roles: RoleBook, _ tx: Transaction
  ) throws {
    let earlier = try ApprovalStore.all(of: matter.ref, tx)
    let standing = ApprovalStanding(earlier, digest: matter.digest)
    guard standing.isOpen || standing.isWaiting(forOther: approver) else { throw ApprovalRefusal.alreadyAsked }
    guard due >= tx.today else { throw ApprovalRefusal.past(today: tx.today) }
    let holders = try Offices.people(in: tx.county, holding: .campaignApprove, roles: roles, tx)
    guard let person = holders.first(where: { $0.id == approver }) else { throw ApprovalRefusal.noApprover }
    guard person.id.value != tx.actor.number, !matter.authors.contains(person.id.value) else {
      throw ApprovalRefusal.ownWork
    }
    try Duties.settle(matter.ref, kind: duty, outcome: standing.isOpen ? "改过以后重新送审" : "改由别人审定", tx)
    try ApprovalStore.insert(matter, number: Int64(earlier.count + 1), person, due, tx)
    try Duties.owe(
      NewDuty(
        kind: duty, title: "审定\(matter.title.clipped(to: 100))", subject: matter.ref, owner: person.id, due: due,
        basis: "\(tx.actor.title)送审", campaign: matter.campaign), tx)
    tx.tell(matter.ref, "把\(matter.title)送\(person.label)审定", [Change("内容校验值", nil, matter.digest)])
  }

  /// Whether the viewer, or one he stands in for (代理), wrote the matter or sent it.
  static func isOwn(_ matter: ApprovalMatter, _ last: Approval, _ viewer: Viewer) -> Bool {
    !matter.authors.union([last.asker]).isDisjoint(with: viewer.accounts)
  }

  /// Approves, or returns with a reason. `seen` is the digest of what the page showed. Refuses where nothing waits, whoever was not
  /// asked, whoever wrote or sent it or stands in for one who did, a page that is out of date, content that changed since it was
  /// sent, and a return without reason.
  static func decide(
    _ matter: ApprovalMatter, seen: String, approve: Bool, reason: String?, by viewer: Viewer, _ tx: Transaction
  ) throws {
    guard let last = try ApprovalStore.all(of: matter.ref, tx).last, last.decision == nil else {
      throw ApprovalRefusal.nothingAsked
    }
    guard !isOwn(matter, last, viewer) else { throw ApprovalRefusal.ownWork }
    guard viewer.accounts.contains(last.approver) else { throw ApprovalRefusal.notAsked(name: last.approverName) }
    guard seen == matter.digest else { throw ApprovalRefusal.stale }
    guard !approve || last.digest == matter.digest else { throw ApprovalRefusal.changed }
    guard approve || reason != nil else { throw ApprovalRefusal.reasonMissing }
    try ApprovalStore.decide(matter.ref, number: last.number, approved: approve, reason, tx)
    try Duties.settle(matter.ref, kind: duty, outcome: approve ? "同意" : "退回", tx)
    tx.tell(matter.ref, "\(approve ? "同意" : "退回")\(matter.title)", [Change("审定", "待审定", approve ? "同意" : "退回")])
  }

  /// The asker takes a request back that waits for its answer; none waiting is no error.
  static func takeBack(_ matter: ApprovalMatter, because reason: String, _ tx: Transaction) throws {
    guard let last = try ApprovalStore.all(of: matter.ref, tx).last, last.decision == nil else { return }
    try ApprovalStore.decide(matter.ref, number: last.number, approved: false, reason, tx)
    try Duties.settle(matter.ref, kind: duty, outcome: reason, tx)
    tx.tell(matter.ref, "撤回\(matter.title)的送审", [Change("审定", "待审定", "撤回")])
  }

  /// Refuses what nobody approved as it is now.
  static func refuseUnapproved(_ matter: ApprovalMatter, _ tx: Transaction) throws {
    guard try standing(matter, tx).isApproved else { throw ApprovalRefusal.notApproved }
  }
}
