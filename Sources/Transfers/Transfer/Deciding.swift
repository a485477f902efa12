internal import Duties
package import Kit
internal import Offices
package import Storage

extension Transfers {
  /// The head to whom the report went approves: the letter gets its number, and the officers have twenty-four hours.
  /// Refuses everybody else, also who stands in for him. Source: 移送规定第五条.
  package func approve(_ id: ID<Transfer>, words: String, _ tx: Transaction) throws {
    let transfer = try decidable(id, .approve, tx)
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
