package import Kit
package import Offices
package import Storage
package import Web

/// The last demand on a duty, for the paper that carries it (督办单).
package struct PressedDuty: Sendable {
  package let duty: ID<Duty>
  package let title: String
  package let owner: ID<Account>
  package let ownerName: String
  package let basis: String
  package let due: CivilDate
  package let place: Placement
  package let number: Int
  package let words: String
  package let answerBy: CivilDate
  package let by: String
}

extension Duties {
  /// Nil where nobody pressed the duty. What was wanted may name people: whoever shows it asks for the rights on the duty.
  package static func pressed(_ id: ID<Duty>, _ reader: Reader) throws -> PressedDuty? {
    try PressedStore.list("duty.id = \(id)", reader).first
  }

  /// Nil also where it ended or belongs to another campaign.
  package static func pressed(
    _ id: ID<Duty>, inCampaign campaign: Int64, _ reader: Reader
  ) throws -> PressedDuty? {
    try PressedStore.list("duty.id = \(id) AND duty.campaign = \(campaign) AND duty.ended IS NULL", reader).first
  }

  /// The open duties of a campaign that somebody pressed, the nearest first.
  package static func pressed(inCampaign campaign: Int64, _ reader: Reader) throws -> [PressedDuty] {
    try PressedStore.list("duty.campaign = \(campaign) AND duty.ended IS NULL", reader)
  }
}
