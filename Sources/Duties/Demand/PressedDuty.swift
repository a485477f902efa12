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
    guard let duty = try DutyStore.find(id, reader)?.duty, let last = try DemandStore.all(of: id, reader).last else {
      return nil
    }
    return PressedDuty(
      duty: id, title: duty.title, owner: duty.owner, ownerName: duty.ownerName, basis: duty.basis, due: duty.due,
      place: Placement(county: duty.county, agency: duty.agency, owner: duty.owner.value), number: last.number,
      words: last.words, answerBy: last.answerBy, by: last.by)
  }

  /// The open duties of a campaign that somebody pressed, the nearest first.
  package static func pressed(inCampaign campaign: Int64, _ reader: Reader) throws -> [PressedDuty] {
    try DutyStore.open(SQL("duty.campaign = \(campaign)") + DemandStore.isPressed, reader).compactMap {
      try pressed($0.id, reader)
    }
  }
}
