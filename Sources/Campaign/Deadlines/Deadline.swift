internal import Duties
internal import Kit
internal import Offices
internal import Storage
internal import Web

/// A dated report or completion (报送与期限) of a campaign, owed by one person.
struct DeadlineRecord: Sendable {
  let id: ID<CampaignDeadline>
  let county: County
  let campaign: ID<CampaignRecord>
  let campaignTitle: String
  let what: String
  /// Who gets the report; empty where the plan does not say.
  let to: String
  let due: CivilDate
  let owner: ID<Account>
  var ownerName: String
  /// The sentence of the plan.
  let basis: String
  let metAt: Instant?
  let outcome: String?

  var ref: Ref { Ref(.deadline, id) }
}

enum Deadlines {
  static let duty = "campaign.deadline"

  /// The report was sent, the work was done. By the owner or who stands in for him, or by the campaign's office in his place.
  static func meet(_ id: ID<CampaignDeadline>, outcome: String, by viewer: Viewer, _ tx: Transaction) throws {
    guard let deadline = try DeadlineStore.find(id, tx) else { throw MissingRecord("项期限") }
    guard deadline.metAt == nil else { throw CampaignRefusal.deadlineMet }
    guard viewer.may(.campaignRelease) || viewer.accounts.contains(deadline.owner.value) else {
      throw CampaignRefusal.notYourDeadline
    }
    try DeadlineStore.meet(id, outcome, tx)
    try Duties.settle(deadline.ref, kind: duty, outcome: outcome, tx)
    // The outcome is free text that may name people: it stays in the row.
    tx.tell(deadline.ref, "办结期限：\(deadline.what.clipped(to: 60))", [Change("状态", "待办", "已办结")])
    tx.tell(Ref(.campaign, deadline.campaign), "办结期限：\(deadline.what.clipped(to: 60))")
  }

  /// Another person owes it, on the office's word; the date stays. Refuses what was met, and what `Giving.handOn` refuses.
  static func reassign(
    _ id: ID<CampaignDeadline>, to owner: ID<Account>, roles: RoleBook, _ tx: Transaction
  ) throws {
    guard let deadline = try DeadlineStore.find(id, tx) else { throw MissingRecord("项期限") }
    let able = try Reassigning.able(in: deadline.county, roles: roles, tx)
    try Giving.handOn(deadline.ref, kind: duty, to: owner, among: able, tx)
    try DeadlineStore.setOwner(id, owner, tx)
  }
}
