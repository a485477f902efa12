import Kit
import Storage
import Web

/// One row, two kinds of record: a record stands in one county, and the receiving body sees what went along, never the clue.
enum ReferralRecords {
  static let kinds: [RecordKind] = [
    RecordKind(.referral, noun: "件转办", see: .clueSee, link: { Link("/referrals/\(ID<Referral>($0))") }) {
      number, reader in
      try ReferralStore.find(ID(number), reader).map {
        RecordFace(
          title: "转办\($0.number)",
          place: Placement(county: $0.county, owner: $0.sender, hiddenFrom: try hidden($0, reader)),
          parties: try parties($0, reader))
      }
    },
    RecordKind(
      .referralReceived, noun: "件转来的线索", see: .referralAnswer,
      link: { Link("/referrals/received/\(ID<Referral>($0))") }
    ) { number, reader in
      try ReferralStore.find(ID(number), reader).map {
        RecordFace(
          title: "转办\($0.number)",
          place: Placement(
            county: $0.away, agency: $0.agency, owner: $0.receiver, hiddenFrom: try hidden($0, reader)),
          parties: try parties($0, reader))
      }
    },
  ]

  private static func hidden(_ one: ReferralRecord, _ reader: Reader) throws -> Set<Int64> {
    Set([try ConcealedStore.agency(of: one.clue, reader)].compactMap { $0 })
  }

  /// Those of its clue: who keeps away from them (回避) keeps away from the handing on too, on either side.
  private static func parties(_ one: ReferralRecord, _ reader: Reader) throws -> [Ref] {
    [try ClueStore.find(one.clue, reader)?.premises].compactMap { $0 }
  }
}
