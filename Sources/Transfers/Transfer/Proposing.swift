package import Casework
internal import Duties
internal import Inspection
package import Kit
package import Offices
package import Storage

/// The report of the two officers (移送涉嫌犯罪案件的报告).
package struct NewTransfer: Sendable {
  package let check: ID<ThresholdCheck>
  package let head: ID<Account>
  package let facts: String
  package let proof: String
  /// Things of the case (涉案物品), one per line: 名称，数量，存放处.
  package let items: String
  package let police: String
  package let procuratorate: String

  package init(
    check: ID<ThresholdCheck>, head: ID<Account>, facts: String, proof: String, items: String = "", police: String,
    procuratorate: String
  ) {
    self.check = check
    self.head = head
    self.facts = facts
    self.proof = proof
    self.items = items
    self.police = police
    self.procuratorate = procuratorate
  }
}

/// What the report says.
package struct TransferReport: Sendable {
  package let facts: String
  package let proof: String
  package let items: String
}

extension Deed {
  package static func transfer(_ action: TransferAction) -> Deed { Deed("transfers.\(action.rawValue)") }
}

extension Transfers {
  /// The two officers of a case report to the head that it should go to the police; he has three days.
  ///
  /// Refuses whoever is not one of them, closed cases, a case whose threshold was not checked or not reached, a second open
  /// transfer, a head who works on the case or may not decide, and a case whose step 移送公安机关 is closed for him. Source: 移送规定第三条、第五条.
  @discardableResult
  package func propose(_ lawCase: ID<Case>, _ new: NewTransfer, _ tx: Transaction) throws -> ID<Transfer> {
    let record = try Casework.mayAct(on: lawCase, tx)
    guard record.state != .closed else { throw TransferRefusal.caseClosed(record.number) }
    guard record.team.has(tx.actor.number) else { throw TransferRefusal.notYourCase }
    if let last = try TransferStore.newest(of: lawCase, tx), !last.state.mayBeginAnew {
      throw TransferRefusal.alreadyOpen
    }
    guard let check = try ThresholdStore.find(new.check, tx), check.lawCase == lawCase else {
      throw TransferRefusal.noCheck
    }
    guard check.verdict.outcome != .notReached else { throw TransferRefusal.notReached }
    guard !record.team.has(new.head.value) else { throw TransferRefusal.headIsOfficer }
    let heads = try Offices.people(in: tx.county, holding: .caseDecide, roles: roles, tx)
    guard heads.contains(where: { $0.id == new.head }) else { throw TransferRefusal.noHead }
    try refuseClosedStep(lawCase, head: new.head, tx)
    let id = tx.world.newID(Transfer.self)
    try TransferStore.insert(id, new, record, "\(check.title)（\(check.article)）", tx)
    try append(.propose, NewEvent(on: tx.today), to: id, tx)
    let transfer = try Self.found(id, tx)
    try keepTerms(transfer, TransferAct(.propose, on: tx.today), tx)
    try above.onAct(transfer, .propose, "", tx)
    tx.tell(transfer.ref, "对案件\(record.number)提出移送公安机关的报告，涉嫌\(check.title)")
    return id
  }
}
