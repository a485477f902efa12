package import Kit
import Matching
package import Storage

extension Offenders {
  /// A case with a natural person as its party enters the register (入库), or its record follows what became of the case: in the
  /// deed of the case, as often as anything changes. Nothing enters before a decision or a transfer to the police.
  ///
  /// Example: `try offenders.enter(NewRecord(.ownCase, source: record.number, subject: record.ref, said: …, penalty: …), tx)`.
  package func enter(_ new: NewRecord, _ tx: Transaction) throws {
    guard let subject = new.subject else { return }
    if let known = try RecordStore.record(of: subject, tx) {
      var said = known.said
      said.id = ""
      guard said != new.said || known.penalty != new.penalty else { return }
      try replace(known, by: new, tx)
      tell(known.person, "\(new.source)有变动，违法人员的记录跟着改", known.penalty, new.penalty, tx)
    } else {
      guard new.penalty.standing != .none || new.penalty.transferredOn != nil else { return }
      guard let record = try keep(new, tx) else { return }
      tell(record.person, "\(new.source)的当事人入违法人员库", nil, new.penalty, tx)
    }
  }

  /// Whether the record of a case can be read with the keys of this folder; true where there is none.
  package static func opens(_ subject: Ref, _ reader: Reader) throws -> Bool {
    do { _ = try RecordStore.record(of: subject, reader) } catch OffenderRefusal.sealBroken { return false }
    return true
  }

  private func tell(
    _ person: ID<Offender>, _ sentence: String, _ old: PenaltyFacts?, _ new: PenaltyFacts, _ tx: Transaction
  ) {
    let all = [
      Change("处罚决定", old?.decisionNumber, new.decisionNumber), Change("效力", old?.standing.title, new.standing.title),
      Change("送达", old?.servedOn?.iso, new.servedOn?.iso), Change("救济期限届满", old?.remedyEnd?.iso, new.remedyEnd?.iso),
      Change("移送公安机关", old?.transferredOn?.iso, new.transferredOn?.iso),
    ]
    tx.tell(Ref(.offender, person), sentence, all.filter { $0.before != $0.after && $0.after?.isEmpty == false })
  }
}
