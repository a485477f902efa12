internal import Inspection
package import Kit
internal import Procedure
package import Storage

/// One link in the chain of custody (保管链): from whom to whom, when, why, in what state. Only added, never changed.
package struct CustodyMove: Sendable, Hashable {
  package let from: String
  package let to: String
  package let on: CivilDate
  /// `09:14`; nil where nobody noted it.
  package let at: String?
  package let why: String
  /// Packing, seals, number of pieces when it changed hands (交接时的状况).
  package let state: String

  package init(from: String, to: String, on: CivilDate, at: String? = nil, why: String, state: String) {
    self.from = from
    self.to = to
    self.on = on
    self.at = at
    self.why = why
    self.state = state
  }
}

extension Casework {
  /// Hands an item on. Refuses anybody but the officers of the case, a hand-over from somebody who does not have it, one to
  /// the same hand, a day before the last hand-over or after today, and any of an archived file.
  package func move(_ id: ID<EvidenceItem>, _ move: CustodyMove, _ tx: Transaction) throws {
    let item = try foundItem(id, tx)
    let record = try found(item.lawCase, tx)
    try refuseStranger(record, tx)
    try refuseArchived(record, tx)
    guard let last = try CustodyStore.chain(of: id, tx).last else { throw EvidenceRefusal.noHolder(item.number) }
    guard last.to == move.from else { throw EvidenceRefusal.notHolder(last.to) }
    guard move.to != move.from else { throw EvidenceRefusal.sameHolder }
    guard move.on >= last.on else { throw EvidenceRefusal.movedBefore(last.on) }
    guard move.on <= tx.today else { throw EvidenceRefusal.inFuture("moved-on", today: tx.today) }
    try CustodyStore.add(move, to: id, tx)
    tx.tell(record.ref, "案件\(record.number)：\(item.label)换了保管人（\(move.on.chinese())）")
  }

  func foundItem(_ id: ID<EvidenceItem>, _ tx: Transaction) throws -> EvidenceRecord {
    guard let item = try EvidenceStore.find(id, tx), item.county == tx.county else { throw MissingRecord("件证据") }
    return item
  }

  /// Evidence and things are the business of the two officers of the case.
  func refuseStranger(_ record: CaseRecord, _ tx: Transaction) throws {
    guard record.team.has(tx.actor.number) else { throw EvidenceRefusal.notOnTeam(record.team.names) }
  }

  func refuseArchived(_ record: CaseRecord, _ tx: Transaction) throws {
    if record.stage == .archived { throw EvidenceRefusal.archived(record.number) }
  }
}
