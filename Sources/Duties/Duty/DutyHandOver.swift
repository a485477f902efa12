import Kit
import Offices
import Storage
package import Web

extension Duties {
  /// Open duties that no record's own hand-over took along. The last of all parts. Sealed ones stay: who hands them over would
  /// learn of them, and so would whoever gets them.
  package static func handOver(_ ladders: Ladders) -> HandOver {
    HandOver("待办") { account, reader in
      try DutyStore.open(SQL("duty.owner = \(account)") + DutyStore.unsealed(ladders.sealed), reader).map(\.subject)
    } move: { record, from, to, tx in
      guard let person = try Offices.person(ID(to), tx), person.isActive else { throw DutyRefusal.noOwner }
      try DutyStore.handOver(record, from: from, to: person, tx)
      tx.tell(record, "待办交给\(person.label)")
    }
  }
}
