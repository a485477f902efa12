import Kit
import Storage
import Web

enum DeliveryKinds {
  static let all: [RecordKind] = [
    RecordKind(.delivery, noun: "批上报", see: .exchangeSee, link: { Link("/exchange/deliveries/\(ID<Delivery>($0))") }) {
      number, reader in
      try DeliveryStore.delivery(ID(number), reader).map {
        RecordFace(title: $0.title, place: Placement(county: $0.county))
      }
    },
    RecordKind(
      .intake, noun: "批收到的上报", see: .exchangeSee, link: { Link("/exchange/intakes/\(ID<DeliveryIntake>($0))") }
    ) { number, reader in
      try IntakeStore.intake(ID(number), reader).map {
        RecordFace(title: $0.title, place: Placement(county: $0.county))
      }
    },
  ]
}
