internal import Kit
package import Storage
package import Web

/// Offenders (违法人员库): natural persons of whom a decision or a transfer to the police speaks, and how one of them is found again.
///
/// - `Person/`: a person is a group of records; records with their penalty; number and telephone sealed.
/// - `Counting/`: what the law counts of them, pure.
package struct Offenders: Room {
  package init() {}

  package var schema: [SchemaChange] { OffenderSchema.changes }

  package var records: [RecordKind] {
    [
      RecordKind(.offender, noun: "名违法人员", see: .offenderSee, link: { Link("/offenders/\(ID<Offender>($0))") }) {
        number, reader in
        try OffenderStore.person(ID(number), reader).map {
          RecordFace(title: $0.name, place: Placement(county: $0.county))
        }
      }
    ]
  }
}
