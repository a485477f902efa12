package import Kit
package import Storage

/// What was owed in a campaign, open or done: for figures by unit.
package struct CampaignDuty: Sendable {
  package let id: ID<Duty>
  package let kind: String
  package let title: String
  package let subject: Ref
  package let ownerName: String
  /// Of the owner.
  package let agency: Int64
  package let agencyName: String
  package let due: CivilDate
  /// The day on which it was done; nil while it is open.
  package let done: CivilDate?
  /// Its clock stands: it is not late.
  package let isSuspended: Bool
  /// How often it was pressed for (督办).
  package let demands: Int64

  package init(
    id: ID<Duty>, kind: String, title: String, subject: Ref, ownerName: String, agency: Int64, agencyName: String,
    due: CivilDate, done: CivilDate?, isSuspended: Bool = false, demands: Int64 = 0
  ) {
    (self.id, self.kind, self.title, self.subject, self.ownerName) = (id, kind, title, subject, ownerName)
    (self.agency, self.agencyName, self.due, self.done) = (agency, agencyName, due, done)
    (self.isSuspended, self.demands) = (isSuspended, demands)
  }
}

extension Duties {
  /// Everything that was owed in a campaign, by its last round: where a date was moved or a paper was returned, the duty that was
  /// settled for it is no deed of anybody and is left out. Sealed kinds never stand under a campaign's figures.
  /// A page shows the first `most`; what is scored by it asks for all.
  package static func all(ofCampaign campaign: Int64, most: Int = 5000, _ reader: Reader) throws -> [CampaignDuty] {
    try CampaignDutyStore.all(campaign, most: most, reader)
  }

  /// Of these, what is still owed.
  package static func open(ofCampaign campaign: Int64, _ reader: Reader) throws -> [CampaignDuty] {
    try CampaignDutyStore.all(campaign, where: "duty.ended IS NULL", reader)
  }
}
