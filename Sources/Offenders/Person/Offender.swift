package import Kit
package import Storage
package import Web

/// Offender (违法人员): a natural person of whom some health authority wrote down that he broke the law. The name of the kind only;
/// see `OffenderPerson`.
package enum Offender {}

extension RefKind { package static let offender = RefKind("offender") }

extension Permission {
  /// See persons and look somebody up; numbers and telephones masked.
  package static let offenderSee = Permission("offender.see")
  /// Bring lists in, propose what belongs together.
  package static let offenderWork = Permission("offender.work")
  /// Confirm merges and splits that somebody else proposed; read who looked whom up.
  package static let offenderReview = Permission("offender.review")
  /// Open the number and telephone of a person, with a reason.
  package static let offenderOpen = Permission("offender.open")
}

/// A person: a group of records. What stands here is drawn from the records and kept for lists.
package struct OffenderPerson: Sendable, Hashable {
  package let id: ID<Offender>
  /// Where the first record came from; everybody with the right sees the person.
  package let county: County
  /// Of the newest record.
  package let name: String
  /// All other names of all records.
  package let otherNames: [String]
  package let sex: String
  package let birthYear: String
  package let homePlace: String
  package let records: Int64
  /// Decisions that stand: not those that were revoked. Not what the law counts; see `Counting/`.
  package let penalties: Int64
  /// Different counties of practice among the records.
  package let counties: Int64
  package let firstOn: CivilDate?
  package let lastOn: CivilDate?
  /// When a record came or changed: judgements from before are shown for another look.
  package let evidenceAt: Instant
  /// Merged into this person; nil: stands by itself.
  package let into: ID<Offender>?

  package var ref: Ref { Ref(.offender, id) }
}

/// A person with all records, the oldest first.
package struct OffenderFile: Sendable {
  package let person: OffenderPerson
  package let records: [OffenderRecord]
}

extension Offenders {
  /// A person with all his records; nil where there is none. A person that was merged into another has no records left and
  /// says `into`.
  package static func file(of id: ID<Offender>, _ reader: Reader) throws -> OffenderFile? {
    guard let person = try OffenderStore.person(id, reader) else { return nil }
    return OffenderFile(person: person, records: try RecordStore.records(of: id, reader))
  }
}
