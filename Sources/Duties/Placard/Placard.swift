package import Kit
internal import Offices
package import Storage
package import Web

extension RefKind { package static let placard = RefKind("placard") }

/// A matter that those above watch openly (挂牌督办): why, what they demand, by when, who listed it, and how it came off the list.
package struct Placard: Sendable {
  package let id: ID<Placard>
  package let county: County
  /// A case, a duty, a task, a unit.
  package let subject: Ref
  /// In a campaign; nil for a case.
  package let campaign: Int64?
  /// What everybody may read of it: `任务 3 规范执业行为`. Of a duty whose title names premises or parties, its kind alone.
  package let matter: String
  /// The how-manieth on this matter.
  package let number: Int64
  /// Listed by somebody whose jurisdiction lies above the county.
  package let isFromAbove: Bool
  package let reason: String
  package let demands: String
  package let due: CivilDate
  /// The unit that answers; 0 for a case, which its officers answer for.
  package let agency: Int64
  package let agencyName: String
  package let by: String
  package let byAccount: Int64
  /// The jurisdiction of whoever listed it.
  package let byRegion: Int64
  package let at: Instant
  package let lifted: PlacardEnd?

  package var ref: Ref { Ref(.placard, id) }
  /// `上级挂牌`.
  package var level: String { isFromAbove ? "上级挂牌" : "县级挂牌" }
}

package struct PlacardEnd: Sendable {
  package let reason: String
  package let by: String
  package let at: Instant

  package init(reason: String, by: String, at: Instant) {
    (self.reason, self.by, self.at) = (reason, by, at)
  }
}

package struct NewPlacard: Sendable {
  let subject: Ref
  let campaign: Int64?
  let noun: String
  let matter: String
  let reason: String
  let demands: String
  let due: CivilDate
  let agency: Int64
  let agencyName: String

  /// `noun` is what refusals call it: `案件`.
  package init(
    _ subject: Ref, noun: String, matter: String, campaign: Int64? = nil, reason: String, demands: String,
    due: CivilDate, agency: Int64 = 0, agencyName: String = ""
  ) {
    (self.subject, self.noun, self.matter, self.campaign) = (subject, noun, matter, campaign)
    (self.reason, self.demands, self.due) = (reason, demands, due)
    (self.agency, self.agencyName) = (agency, agencyName)
  }
}

/// Listing and taking off (挂牌、摘牌), for every room: one deed, one table, one set of refusals. What is owed meanwhile, and what
/// counts as an answer, the room says.
package enum Placards {
  /// Puts a matter on the list. Part of the caller's deed, which tells the ledger and lets somebody owe the answer.
  ///
  /// Refuses days that have passed and a matter that is listed. Source: product 挂牌督办; no law sets a term, whoever lists names the day.
  package static func put(_ new: NewPlacard, _ tx: Transaction) throws -> Placard {
    guard new.due >= tx.today else { throw PlacardRefusal.past(today: tx.today) }
    let earlier = try all(on: new.subject, campaign: new.campaign, tx)
    guard earlier.allSatisfy({ $0.lifted != nil }) else { throw PlacardRefusal.listed(new.noun) }
    let region = try Offices.person(ID(tx.actor.number), tx)?.region ?? tx.county.number
    let above = try Offices.holding(tx.county.number, tx).contains(region) && region != tx.county.number
    let placard = Placard(
      id: tx.world.newID(), county: tx.county, subject: new.subject, campaign: new.campaign, matter: new.matter,
      number: Int64(earlier.count + 1), isFromAbove: above, reason: new.reason, demands: new.demands, due: new.due,
      agency: new.agency, agencyName: new.agencyName, by: tx.actor.title, byAccount: tx.actor.number, byRegion: region,
      at: tx.now, lifted: nil)
    try PlacardStore.insert(placard, tx)
    return placard
  }

  /// Takes it off the list. Refuses what is not listed, and what was not answered since: `isAnswered` is the room's word.
  package static func lift(
    _ placard: Placard?, noun: String, reason: String, isAnswered: Bool, _ tx: Transaction
  ) throws {
    guard let placard, placard.lifted == nil else { throw PlacardRefusal.notListed(noun) }
    guard isAnswered else { throw PlacardRefusal.notAnswered }
    try PlacardStore.lift(placard.id, PlacardEnd(reason: reason, by: tx.actor.title, at: tx.now), tx)
  }

  /// The answer is owed by another day.
  package static func setDue(_ id: ID<Placard>, _ due: CivilDate, _ tx: Transaction) throws {
    try PlacardStore.setDue(id, due, tx)
  }

  /// Whoever listed it, or stands in for him; whoever stands above; and where his account was withdrawn, his like.
  package static func mayLift(_ placard: Placard, _ viewer: Viewer, _ reader: Reader) throws -> Bool {
    if viewer.accounts.contains(placard.byAccount) { return true }
    guard let own = try Offices.person(ID(viewer.account), reader),
      try Offices.holding(placard.byRegion, reader).contains(own.region)
    else { return false }
    guard own.region == placard.byRegion else { return true }
    return try Offices.person(ID(placard.byAccount), reader)?.isActive != true
  }

  /// Of a matter, the first first.
  package static func all(on subject: Ref, campaign: Int64? = nil, _ reader: Reader) throws -> [Placard] {
    try PlacardStore.all(on: subject, campaign, reader)
  }

  package static func find(_ id: ID<Placard>, _ reader: Reader) throws -> Placard? { try PlacardStore.find(id, reader) }

  /// A question for the numbers of records of a kind that are listed in a county now, to be put into another.
  package static func listed(_ kind: RefKind, inCounty county: SQL) -> SQL { PlacardStore.listed(kind, county) }

  /// Of one campaign or, where none is named, of all that a right reaches; cases are listed by their own room.
  package static func list(
    _ group: PlacardGroup, campaign: Int64?, _ scope: Scope, limit: Int, offset: Int, _ reader: Reader
  ) throws -> [Placard] {
    try PlacardStore.list(group, campaign, scope, limit: limit, offset: offset, reader)
  }

  package static func counts(campaign: Int64?, _ scope: Scope, _ reader: Reader) throws -> [PlacardGroup: Int64] {
    try PlacardStore.counts(campaign, scope, reader)
  }

  /// Of one campaign all that are listed or were, the first first: for figures by unit. Those who may see the campaign may see them.
  package static func all(inCampaign campaign: Int64, _ reader: Reader) throws -> [Placard] {
    try PlacardStore.all(inCampaign: campaign, reader)
  }

  /// How many of a campaign are on the list now, and how many of these are past their day.
  package static func standing(inCampaign campaign: Int64, _ reader: Reader) throws -> (all: Int64, late: Int64) {
    try PlacardStore.standing(campaign, reader)
  }
}

/// How lists of what is watched are grouped; late ones stand on the list too.
package enum PlacardGroup: String, CaseIterable, Sendable {
  case standing, late, lifted

  package var title: String {
    switch self {
    case .standing: "现在挂牌的"
    case .late: "过了期限的"
    case .lifted: "已摘牌的"
    }
  }
}
