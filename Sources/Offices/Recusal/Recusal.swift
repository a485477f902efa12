package import Kit
package import Storage
import Web

/// Recusal (回避): a person keeps away from a record or a party, because he is a relative, has an interest, or worked on
/// it in another office. Source: 《行政处罚法》第四十三条.
package struct Recusal: Sendable {
  let id: ID<Recusal>
  let record: Ref
  let reason: String
  let made: Instant
}

extension Deed {
  package static let recuse = Deed("offices.recuse")
  package static let endRecusal = Deed("offices.end-recusal")
}

extension Offices {
  /// The actor declares that he keeps away. From then on he may look at the record and everything that has it as a
  /// party, and act on none of it.
  package static func recuse(from record: Ref, title: String, because reason: String, _ tx: Transaction) throws {
    let account = ID<Account>(tx.actor.number)
    guard try !RecusalStore.records(of: account, tx).contains(record) else { throw OfficesRefusal.alreadyDone }
    try RecusalStore.insert(record, reason, of: account, tx)
    tx.tell(record, "声明回避“\(title)”，理由：\(reason)")
  }

  static func endRecusal(_ id: ID<Recusal>, _ tx: Transaction) throws {
    let mine = try RecusalStore.all(of: ID(tx.actor.number), tx)
    guard let recusal = mine.first(where: { $0.id == id }) else { throw MissingRecord("项回避") }
    try RecusalStore.end(id, tx)
    tx.tell(recusal.record, "撤回回避声明")
  }

  /// Everybody who keeps away from one of the records.
  package static func keepingAway(from records: [Ref], _ reader: Reader) throws -> Set<Int64> {
    try records.reduce(into: []) { $0.formUnion(try RecusalStore.accounts(from: $1, reader)) }
  }

  /// Refuses somebody who keeps away from one of the parties; for rooms that put people on a visit or a case.
  package static func refuseRecused(_ account: ID<Account>, name: String, from parties: [Ref], _ reader: Reader) throws
  {
    guard try RecusalStore.records(of: account, reader).isDisjoint(with: parties) else {
      throw OfficesRefusal.recused(name)
    }
  }
}
