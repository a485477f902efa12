internal import Casework
package import Kit
internal import Offices
internal import Procedure
package import Storage

extension Transfers {
  /// The head to whom the report went approves: the letter gets its number, and the officers have twenty-four hours.
  /// Refuses everybody else, also who stands in for him, and a case that cannot be transferred any more: its hand-over would
  /// be refused for good. Source: 移送规定第五条.
  package func approve(_ id: ID<Transfer>, words: String, _ tx: Transaction) throws {
    let transfer = try decidable(id, .approve, tx)
    try refuseClosedStep(transfer.lawCase, head: transfer.head, tx)
    let letter = try Offices.number(Series(sign: "卫医刑移", digits: 1, suffix: "号"), tx)
    try TransferStore.approve(id, letter: letter, at: tx.now, tx)
    try move(transfer, .approve, NewEvent(on: tx.today, words: words), tx)
    tx.tell(
      transfer.ref, "批准移送案件\(transfer.caseNumber)，移送书\(letter)",
      [Change("状态", transfer.state.title, TransferState.approved.title)])
  }

  /// He refuses, with reasons on record; the procuratorate sees them. The case goes on as it was.
  package func refuse(_ id: ID<Transfer>, words: String, _ tx: Transaction) throws {
    let transfer = try decidable(id, .refuse, tx)
    try move(transfer, .refuse, NewEvent(on: tx.today, words: words), tx)
    tx.tell(
      transfer.ref, "不批准移送案件\(transfer.caseNumber)",
      [Change("状态", transfer.state.title, TransferState.refused.title)])
  }

  /// He takes his approval back while nothing was handed over (撤回批准), with reasons on record; the procuratorate sees them. The
  /// letter keeps its number and is void, nothing is owed any more, and the case goes on as if he had not approved.
  /// Refuses everybody else, and what was handed over. Source: 移送规定第五条 (reasons of a decision not to transfer); that an
  /// approval may be taken back is our reading.
  package func revoke(_ id: ID<Transfer>, words: String, _ tx: Transaction) throws {
    let transfer = try decidable(id, .revoke, tx)
    try move(transfer, .revoke, NewEvent(on: tx.today, words: words), tx)
    tx.tell(
      transfer.ref, "撤回对移送案件\(transfer.caseNumber)的批准，移送书\(transfer.letter ?? "")作废",
      [Change("状态", transfer.state.title, TransferState.revoked.title)])
  }

  /// The step 移送公安机关 is the head's: what closes it for him closes report and approval.
  func refuseClosedStep(_ lawCase: ID<Case>, head: ID<Account>, _ reader: Reader) throws {
    let closed = try obstacles(to: lawCase, head: head, reader)
    guard closed.isEmpty else { throw Refusals(closed.map { .stepClosed($0) } as [TransferRefusal]) }
  }

  /// Why the case cannot go to the police today, in the words of the procedure; empty: it can. Without a head: of the case alone,
  /// before one is chosen.
  func obstacles(to lawCase: ID<Case>, head: ID<Account>? = nil, _ reader: Reader) throws -> [Closed] {
    try casework.obstacles(to: .crimeTransfer, in: lawCase, by: head?.value ?? 0, as: [.head], reader)
  }

  private func decidable(_ id: ID<Transfer>, _ action: TransferAction, _ tx: Transaction) throws -> TransferRecord {
    let transfer = try Self.mayAct(on: id, tx)
    guard TransferMoves.target(of: action, from: transfer.state) != nil else {
      throw TransferRefusal.closed(action, transfer.state)
    }
    guard !transfer.has(tx.actor.number) else { throw TransferRefusal.headIsOfficer }
    guard transfer.head.value == tx.actor.number else {
      throw TransferRefusal.notTheHead(try Offices.person(transfer.head, tx)?.name ?? "已停用的账号")
    }
    return transfer
  }
}
