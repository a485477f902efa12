package import Casework
internal import Duties
internal import Inspection
package import Kit
internal import Law
internal import Offenders
internal import Offices
internal import Packs
package import Storage
package import Transfers
internal import Web

extension Recurrence {
  /// The head decides on an alert: the officers report for a transfer, or it is not transferred; either with his reason. A
  /// decision to transfer makes the first officer owe the report of the transfer, which the head then approves or refuses in its
  /// own form: nothing is transferred by this.
  ///
  /// Refuses everybody but him to whom the alert went, a second decision, and a transfer where no case was filed yet.
  package func decide(_ id: ID<NewAct>, transfers: Bool, because words: String, _ tx: Transaction) throws {
    let act = try found(id, tx)
    guard act.state == .waiting else { throw RecurrenceRefusal.notWaiting(act.state.title) }
    guard act.head?.value == tx.actor.number else {
      throw RecurrenceRefusal.notTheHead(try act.head.flatMap { try Offices.person($0, tx)?.name } ?? "还没有定")
    }
    if transfers, act.lawCase == nil { throw RecurrenceRefusal.noCase }
    try settle(act, transfers ? .transfer : .kept, words, tx)
    if transfers { try oweReport(act, tx) }
  }

  private func settle(_ act: ActRecord, _ state: ActState, _ words: String, _ tx: Transaction) throws {
    try ActStore.decide(act.id, state, ActRecord.Decision(words: words, by: tx.actor.title, at: tx.now), tx)
    try Duties.settle(act.ref, kind: RecurrenceDuty.decide, outcome: state.title, tx)
    tx.tell(act.ref, "\(act.title)：\(state.title)", [Change("状态", act.state.title, state.title)])
  }

  private func oweReport(_ act: ActRecord, _ tx: Transaction) throws {
    guard let record = try act.lawCase.flatMap({ try Casework.lawCase($0, tx) }) else { return }
    let due = try counting.law.due("recurrence.report", from: tx.today)
    try Duties.owe(
      NewDuty(
        kind: RecurrenceDuty.report, title: "提出移送报告：案件\(record.number)", subject: act.ref, owner: record.team.first.id,
        term: due, from: tx.today, basis: due.term.provenance.source, campaign: record.campaign?.value), tx)
  }

  /// What happens to a transfer of the case answers the alert too: the report ends the officer's duty, the approval or refusal
  /// of the head is his decision, with its words.
  package func onTransfer(
    _ transfer: TransferRecord, _ action: TransferAction, _ words: String, _ tx: Transaction
  ) throws {
    for act in try ActStore.ofCase(transfer.lawCase, tx) {
      switch action {
      case .propose: try Duties.settle(act.ref, kind: RecurrenceDuty.report, outcome: "已提出移送报告", tx)
      case .approve where act.state == .waiting:
        try settle(act, .transfer, words.isEmpty ? "批准移送" : words, tx)
      case .refuse where act.state == .waiting: try settle(act, .kept, words, tx)
      default: break
      }
    }
  }

  /// An officer left the team of a case: the report that he owes is his successor's.
  package func onTeamChange(_ lawCase: ID<Case>, _ from: Int64, _ to: Int64, _ tx: Transaction) throws {
    for act in try ActStore.ofCase(lawCase, tx) { try Duties.handOver(act.ref, from: from, to: ID(to), tx) }
  }

  func found(_ id: ID<NewAct>, _ reader: Reader) throws -> ActRecord {
    guard let act = try ActStore.find(id, reader) else { throw MissingRecord("件再犯提示") }
    return act
  }

  var handOver: HandOver {
    HandOver("等决定的再犯提示") { account, reader in
      try ActStore.waiting(for: account, reader).map(\.ref)
    } move: { ref, _, to, tx in
      let act = try found(ID(ref.number), tx)
      let heads = try Offices.people(in: act.county, holding: .caseDecide, roles: roles, tx)
      guard heads.contains(where: { $0.id.value == to }) else { throw RecurrenceRefusal.noHead }
      try ActStore.setHead(ID(to), of: act.id, tx)
      try Duties.handOver(ref, kind: RecurrenceDuty.decide, to: ID(to), tx)
      tx.tell(ref, "\(act.title)改由他人决定")
    }
  }
}
