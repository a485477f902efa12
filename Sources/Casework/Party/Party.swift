internal import Inspection
package import Kit
package import Storage

extension Deed {
  package static let keepParty = Deed("casework.keep-party")
  package static let partyCode = Deed("casework.party-code")
  package static let confirmAddress = Deed("casework.confirm-address")
}

/// On which days the party confirmed where papers reach it, and agreed to electronic service.
struct PartyDays: Sendable {
  let address: CivilDate?
  let electronic: CivilDate?
}

extension Casework {
  /// The particulars of a case's party; nil where none are on file. The caller has checked the reader's rights.
  package static func particulars(of record: CaseRecord, _ keys: Keys, _ reader: Reader) throws -> Particulars? {
    try PartyStore.particulars(of: record, keys, reader)
  }

  /// Keeps the particulars (当事人情况). Refuses everybody but the officers of the case, a closed case, and numbers whose
  /// check place is wrong. `confirmedOn` is the day of the confirmed address for service, where there is one.
  package func keepParty(
    _ new: Particulars, confirmedOn: CivilDate?, of id: ID<Case>, _ keys: Keys, _ tx: Transaction
  ) throws {
    let record = try found(id, tx)
    try refuseOthers(record, tx)
    guard record.state != .closed else { throw PartyRefusal.caseClosed(record.number) }
    try refuseWrongNumber(new, record)
    if let day = confirmedOn, day > tx.today { throw CaseRefusal.dateInFuture(today: tx.today) }
    let days = PartyDays(
      address: new.service == nil ? nil : confirmedOn ?? tx.today,
      electronic: new.service?.electronic.isEmpty == false ? confirmedOn ?? tx.today : nil)
    try PartyStore.keep(new, of: id, confirmed: days, keys, tx)
    tx.tell(
      record.ref, "登记案件\(record.number)的当事人情况",
      [
        Change("送达地址", nil, days.address.map { "\($0.iso)确认" }),
        Change("电子送达", nil, days.electronic.map { "\($0.iso)同意" }),
      ])
    try keepOffender(id, tx)
  }

  func refuseOthers(_ record: CaseRecord, _ tx: Transaction) throws {
    guard record.team.has(tx.actor.number) else { throw PartyRefusal.notOfficer }
  }

  private func refuseWrongNumber(_ new: Particulars, _ record: CaseRecord) throws {
    guard !new.number.isEmpty else { return }
    if record.isOrganisation {
      guard StateCode.isCreditCode(new.number) else { throw PartyRefusal.wrongCreditCode }
    } else {
      guard StateCode.isCitizenNumber(new.number) else { throw PartyRefusal.wrongCitizenNumber }
    }
  }
}
