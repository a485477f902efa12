internal import Casework
package import Kit
internal import Procedure
package import Storage

/// What a paper says, as somebody enters it.
package struct NewEvent: Sendable {
  package let on: CivilDate
  /// `14:05`; nil where the paper tells no time.
  package let clock: String?
  package let document: String?
  package let count: Int64?
  /// Key of the longer term, for `prolong`.
  package let term: String?
  package let words: String

  package init(
    on: CivilDate, clock: String? = nil, document: String? = nil, count: Int64? = nil, term: String? = nil,
    words: String = ""
  ) {
    self.on = on
    self.clock = clock
    self.document = document
    self.count = count
    self.term = term
    self.words = words
  }
}

/// Who enters it: our office from the paper, or the police on their own account.
package enum TransferSide: Sendable { case office, police }

extension Transfers {
  /// Records what came after the hand-over: receipt, answer, objection, items, results up to the sentence.
  ///
  /// Refuses acts that the state does not let through, dates before the last act or after today, acts of others that our
  /// office enters without a scan, and acts of ours that the police enter. An act that brings the case back takes the
  /// step 公安机关退回 in the same transaction. Source: 移送规定第七条至第十二条.
  package func record(
    _ action: TransferAction, of id: ID<Transfer>, _ new: NewEvent, from side: TransferSide, _ files: [StagedFile] = [],
    _ attachments: Attachments, _ tx: Transaction
  ) throws {
    let transfer = try Self.mayAct(on: id, tx)
    try refuse(action, of: transfer, new, side, hasScan: !files.isEmpty, tx)
    if action == .copy { try TransferStore.copied(id, on: new.on, tx) }
    if action.wantsCount {
      try TransferStore.count(
        suspects: action == .file ? new.count : nil, sentenced: action == .sentence ? new.count : nil, of: id, tx)
    }
    if let outcome = action.bringsBack { try bringBack(transfer, outcome, new, tx) }
    try move(transfer, action, new, tx)
    for file in files { try attachments.attach(file, to: transfer.ref, tx) }
    let state = TransferMoves.target(of: action, from: transfer.state) ?? transfer.state
    tx.tell(
      transfer.ref, "\(transfer.title)：\(action.title)（\(new.on.chinese())）",
      state == transfer.state ? [] : [Change("状态", transfer.state.title, state.title)])
  }

  private func refuse(
    _ action: TransferAction, of transfer: TransferRecord, _ new: NewEvent, _ side: TransferSide, hasScan: Bool,
    _ tx: Transaction
  ) throws {
    guard TransferMoves.target(of: action, from: transfer.state) != nil, !action.hasOwnForm,
      side == .office || action.isOfPolice
    else { throw TransferRefusal.closed(action, transfer.state) }
    if action == .copy, transfer.copiedOn != nil { throw TransferRefusal.alreadyCopied }
    guard new.on <= tx.today else { throw TransferRefusal.dateInFuture(tx.today) }
    // A copy may be recorded later than what came after it.
    let last = action == .copy ? transfer.handedAt?.date : try TransferStore.events(of: transfer.id, tx).last?.on
    if let last, new.on < last { throw TransferRefusal.before(last) }
    if side == .office, action.isForeign, !hasScan { throw TransferRefusal.scanMissing }
    if action == .prolong, !TransferTerms.longer.contains(new.term ?? "") { throw TransferRefusal.unknownTerm }
  }

  /// The case is ours again: the procedure opens its steps. Of a case that an older program closed meanwhile the file stands:
  /// the result is kept on the transfer, and the ledger of the case tells what is left to do.
  private func bringBack(_ transfer: TransferRecord, _ outcome: String, _ new: NewEvent, _ tx: Transaction) throws {
    let record = try Casework.mayAct(on: transfer.lawCase, tx)
    guard record.state != .closed else {
      tx.tell(record.ref, "案件\(record.number)结案以后，\(transfer.title)退回；应当处罚的，重新立案")
      return
    }
    var facts = StepFacts()
    facts.outcome = outcome
    try casework.take(
      NewStep(
        .crimeReturn, on: new.on, about: transfer.caseStep, facts: facts, note: "见移送\(transfer.letter ?? "")的经过。"),
      in: transfer.lawCase, as: [.officer], tx)
  }

  /// Appends the event, sets the state and lets the terms follow; the caller tells the ledger.
  func move(_ transfer: TransferRecord, _ action: TransferAction, _ new: NewEvent, _ tx: Transaction) throws {
    guard let state = TransferMoves.target(of: action, from: transfer.state) else {
      throw TransferRefusal.closed(action, transfer.state)
    }
    try append(action, new, to: transfer.id, tx)
    try TransferStore.setState(state, of: transfer.id, tx)
    try keepTerms(try Self.found(transfer.id, tx), TransferAct(action, on: new.on, term: new.term), tx)
    try above.onAct(transfer, action, new.words, tx)
  }

  func append(_ action: TransferAction, _ new: NewEvent, to id: ID<Transfer>, _ tx: Transaction) throws {
    let number = Int64(try TransferStore.events(of: id, tx).count) + 1
    try TransferStore.append(
      TransferEvent(
        number: number, action: action, on: new.on, clock: new.clock, by: tx.actor.number, byTitle: tx.actor.title,
        document: new.document, count: new.count, words: new.words, recordedAt: tx.now),
      to: id, tx)
  }
}
