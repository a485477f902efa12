internal import Duties
internal import Kit
internal import Offices
internal import Storage
internal import Web

/// Papers that are owed and findings go to another person (改派): by whoever supervises, with a seat of the liaison, or when somebody
/// leaves. Their duty is all that has an owner.
enum Reassigning {
  /// Of an agency, those who can work on it: they see campaigns and duties, else the duty would lead them to a closed door.
  static func able(
    of agency: ID<Agency>, in county: County, roles: RoleBook, _ reader: Reader
  ) throws -> [Person] {
    try able(in: county, roles: roles, reader).filter { $0.agency == agency }
  }

  /// Of all agencies, for what no agency owes as such: a deadline of the plan, a resolution.
  static func able(in county: County, roles: RoleBook, _ reader: Reader) throws -> [Person] {
    try Offices.people(in: county, holding: .campaignSee, roles: roles, reader)
      .filter { roles.grants(of: $0.roles)[.dutySee] != nil }
  }

  /// The seat of a liaison changed hands: what the one before owes in this campaign goes to the next, where the next is of the same
  /// agency and can work on it. What he cannot take stays, and whoever supervises gives it to somebody.
  static func follow(
    in campaign: ID<CampaignRecord>, from: ID<Account>, to: ID<Account>, roles: RoleBook, _ tx: Transaction
  ) throws {
    let owed = try Duties.ofCampaign(campaign.value, tx)
      .filter { $0.owner == from && [Filings.duty, Findings.duty].contains($0.kind) }
    for duty in owed {
      let able = try able(of: ID(duty.agency), in: tx.county, roles: roles, tx)
      guard let person = able.first(where: { $0.id == to }) else { continue }
      try Giving.move(duty.subject, duty.kind, to: person, tx)
    }
    try Circulation.follow(in: campaign, from: from, to: to, roles: roles, tx)
  }

  /// Everything that somebody leaves behind; goes only to people who can open it.
  static func handOvers(_ roles: RoleBook) -> [HandOver] {
    [("报送", Filings.duty), ("督导问题", Findings.duty), ("长效机制", Mechanisms.duty), ("挂牌事项", CampaignPlacards.duty)].map {
      noun, kind in
      HandOver(noun) { account, reader in
        try Duties.owed(by: account, kinds: [kind], reader)
      } move: { record, _, to, tx in
        guard let person = try Offices.person(ID(to), tx), person.isActive else { throw MissingRecord("个账号") }
        let rights = roles.grants(of: person.roles)
        guard rights[.campaignSee] != nil, rights[.dutySee] != nil else {
          throw GivingRefusal.cannotOpen(person.label)
        }
        try Giving.move(record, kind, to: person, tx)
      }
    }
  }
}
