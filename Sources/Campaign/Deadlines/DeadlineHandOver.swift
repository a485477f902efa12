internal import Duties
internal import Kit
internal import Offices
internal import Storage
internal import Web

extension Deadlines {
  static var handOver: HandOver {
    HandOver("方案的期限") { account, reader in
      try DeadlineStore.open(of: account, reader).map { Ref(.deadline, $0) }
    } move: { record, _, to, tx in
      guard let person = try Offices.person(ID(to), tx) else { throw MissingRecord("个账号") }
      try DeadlineStore.setOwner(ID(record.number), person.id, tx)
      try Duties.handOver(record, kind: nil, to: person.id, tx)
      tx.tell(record, "期限交给\(person.label)", [Change("责任人", nil, person.label)])
    }
  }
}
