package import Casework
import Duties
import Inspection
package import Kit
import Offices
package import Storage
import Web

/// Transfers that are not over move with their officer or their head. The officers of the case are moved by the casework.
extension Transfers {
  var handOver: HandOver {
    let roles = roles
    return HandOver("没办结的移送") { account, reader in
      try TransferStore.open(of: account, reader).map { Ref(.transfer, $0) }
    } move: { ref, from, to, tx in
      let record = try Transfers.found(ID(ref.number), tx)
      // The case was handed over before, and took its transfer along.
      guard record.has(from) || record.head.value == from else { return }
      // A report has two officers.
      guard !(record.has(from) && record.has(to)) else { throw TeamRefusal.samePerson }
      // Nobody decides on his own report.
      guard record.head.value != to || record.head.value == from, record.head.value != from || !record.has(to) else {
        throw TransferRefusal.headIsOfficer
      }
      let heads = try Offices.people(in: tx.county, holding: .caseDecide, roles: roles, tx)
      guard record.head.value != from || heads.contains(where: { $0.id.value == to }) else {
        throw TransferRefusal.noHead
      }
      try TransferStore.move(record.id, from: from, to: to, tx)
      for duty in try Duties.waiting(on: ref, tx) where duty.owner.value == from {
        try Duties.handOver(ref, kind: duty.kind, to: ID(to), tx)
      }
      tx.tell(ref, "\(record.title)改由他人承办")
    }
  }

  /// An officer of the case left its team: the report, and what he owes of it, goes to whoever came for him. Refuses the head
  /// to whom the report went: nobody decides on his own report.
  package static func onTeamChange(_ lawCase: ID<Case>, _ from: Int64, _ to: Int64, _ tx: Transaction) throws {
    guard let record = try TransferStore.newest(of: lawCase, tx), !record.state.isOver, record.has(from) else { return }
    guard record.head.value != to else { throw TransferRefusal.successorIsHead }
    try TransferStore.moveOfficer(record.id, from: from, to: to, tx)
    for duty in try Duties.waiting(on: record.ref, tx) where duty.owner.value == from {
      try Duties.handOver(record.ref, kind: duty.kind, to: ID(to), tx)
    }
    tx.tell(record.ref, "\(record.title)随案件改由接替的办案人员承办")
  }
}
