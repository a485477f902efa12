internal import Inspection
package import Kit
internal import Offices
internal import Procedure
package import Storage

extension Casework {
  /// Registers an item (登记证据); the chain of custody begins with it, so it is never in nobody's hands. Its files are attached
  /// to its `ref` in the same transaction.
  ///
  /// Refuses anybody but the officers of the case, a closed case, an unknown kind, a day to come, a step that the case does
  /// not have, an exhibit without number, a recording without begin and end. Source: 《行政处罚法》第四十六条、第四十七条.
  package func add(_ new: NewEvidence, to id: ID<Case>, _ tx: Transaction) throws -> ID<EvidenceItem> {
    let record = try found(id, tx)
    try refuseStranger(record, tx)
    try refuseClosed(record, tx)
    let kind = try fitting(new, record, tx)
    let item = EvidenceRecord(
      id: tx.world.newID(), county: tx.county, lawCase: id, number: try EvidenceStore.count(of: id, tx.county, tx) + 1,
      what: new,
      takers: record.team.labels, recordedAt: tx.now)
    try EvidenceStore.insert(item, tx)
    try CustodyStore.add(
      CustodyMove(from: new.source, to: new.holder, on: new.takenOn, at: new.takenAt, why: "取得证据", state: "登记时的原状"),
      to: item.id, tx)
    tx.tell(record.ref, "案件\(record.number)：登记\(item.label)（\(kind.title)，\(new.takenOn.chinese())取得）")
    return item.id
  }

  /// More files to an item: refuses what `add` refuses of the person and the case. The files are attached by the caller.
  package func attach(_ count: Int, to id: ID<EvidenceItem>, _ tx: Transaction) throws {
    let item = try foundItem(id, tx)
    let record = try found(item.lawCase, tx)
    try refuseStranger(record, tx)
    try refuseClosed(record, tx)
    guard count > 0 else { throw EvidenceRefusal.noFile }
    tx.tell(record.ref, "案件\(record.number)：\(item.label)补充附件 \(count) 个")
  }

  /// After closing nothing is gathered any more; things in hand may still be handed on and disposed of until the archive.
  func refuseClosed(_ record: CaseRecord, _ tx: Transaction) throws {
    try refuseArchived(record, tx)
    if record.state == .closed { throw EvidenceRefusal.closed(record.number) }
  }

  private func fitting(_ new: NewEvidence, _ record: CaseRecord, _ tx: Transaction) throws -> EvidenceKind {
    guard let kind = evidence.kind(new.kind) else { throw EvidenceRefusal.noKind }
    guard new.takenOn <= tx.today else { throw EvidenceRefusal.inFuture("taken-on", today: tx.today) }
    if let step = new.step, try !CaseStepStore.steps(of: record.id, tx).contains(where: { $0.taken.id == step }) {
      throw EvidenceRefusal.noStep
    }
    if kind.isExhibit, new.exhibit == nil { throw EvidenceRefusal.noCount }
    return kind
  }
}
