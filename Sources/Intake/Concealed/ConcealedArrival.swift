import Duties
import Kit
import Law
import Offices
import Storage
import Web

/// A report about an office or its people, said so on the form (反映本单位或其工作人员).
extension Intake {
  /// Makes a clue of it that its office never sees: its first owner is whom the packs prefer (discipline inspection) of those of
  /// the county or above it who may receive such clues and are not of that agency. No duty, notice, list or figure of the agency's knows of it at any time.
  ///
  /// Refuses an agency of another county, and a platform where nobody could receive it.
  func takeConcealed(_ new: NewClue, about id: ID<Agency>, _ slip: KeptSlip, _ tx: Transaction) throws -> ClueRecord {
    guard let agency = try Offices.agencies(in: tx.county, tx).first(where: { $0.id == id }) else {
      throw ConcealedRefusal.noAgency
    }
    guard let receiver = try ConcealedTargets.all(in: tx.county, notOf: id.value, self, tx).first else {
      throw ConcealedRefusal.nobodyAbove(outside: channels.concealed?.outside ?? "")
    }
    let clock = try clock(.answer, new.channel, new.entry.matter, in: tx.county, from: tx.today, tx)
    let clue = made(new, try Offices.number(.clue, tx), receiver, clock.due, tx)
    try ClueStore.insert(clue, codeHash: slip.codeHash, onceHash: slip.onceHash, tx)
    try ChannelStore.insert(clue.id, new.entry, tx)
    if let sealed = slip.reporter { try ReporterStore.insert(clue.id, sealed: sealed, tx) }
    let nothing = Counted(campaign: nil, task: nil, label: nil)
    try HandlingStore.accept(
      clue, receiver.id, nothing, due: clock.due.date, provisional: clock.due.provisional, tx)
    let concealed = ConcealedClue(
      clue: clue.id, county: tx.county, agency: id.value, agencyName: agency.name, receiver: receiver.id.value,
      receiverAgency: receiver.agency.value, receiverName: receiver.agencyName, ground: "举报人在举报时写明反映的是这个单位或其工作人员",
      due: clock.due.date, at: tx.now, by: tx.actor.title)
    try ConcealedStore.insert(concealed, tx)
    try owe(concealed, to: receiver, basis: clock.basis, tx)
    try SearchIndex.put([clue.searchItem(of: concealed)], tx)
    tx.tell(clue.ref, "提交反映单位或其人员的线索\(clue.number)，直接交给上级机关或者纪检监察机关")
    return clue
  }
}
