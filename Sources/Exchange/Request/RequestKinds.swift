import Kit
import Storage
import Web

/// One row, two kinds: a record stands in one county.
enum RequestKinds {
  static let all: [RecordKind] = [
    RecordKind(
      .personRequest, noun: "件跨县查询", see: .exchangeSee, link: { Link("/exchange/requests/\(ID<PersonRequest>($0))") }
    ) { number, reader in
      try RequestStore.find(ID(number), reader).map {
        RecordFace(title: $0.title, place: Placement(county: $0.county, owner: $0.account))
      }
    },
    RecordKind(
      .personRequestReceived, noun: "件跨县查询", see: .exchangeSee,
      link: { Link("/exchange/received/\(ID<PersonRequest>($0))") }
    ) { number, reader in
      try RequestStore.find(ID(number), reader).map {
        RecordFace(title: $0.title, place: Placement(county: $0.other))
      }
    },
  ]
}
