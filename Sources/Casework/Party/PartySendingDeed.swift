internal import Inspection
internal import Kit
internal import Offices
internal import Procedure
package import Storage

extension Series { static let partyReceipt = Series(sign: "卫医回", digits: 4) }

extension Casework {
  /// Takes in an act of the party: the step of the procedure, what came with it, and the receipt, as one deed.
  ///
  /// `codeHash` is asked again here, so that a code which was renewed meanwhile opens nothing. Refuses what the procedure
  /// does not allow the party now, each reason with its article (while a decision is not served, without naming it), and more than a few sendings on one day. The same form a
  /// second time changes nothing and gives the first receipt. Sources: 《行政处罚法》第四十五条、第六十三条、第六十四条.
  package func receive(
    _ sending: PartySending, code codeHash: String, _ keys: Keys, _ attachments: Attachments, _ tx: Transaction
  ) throws -> PartyReceipt {
    guard let id = try PartyStore.lawCase(hash: codeHash, tx) else { throw PartyRefusal.wrongCode }
    let record = try found(id, tx)
    let once = keyedHash("party-once:\(id.value):\(sending.once):\(sending.content)", key: keys.lookup)
    if let known = try PartyStore.receipt(once: once, of: id, tx.county, tx) { return known }
    guard try PartyStore.sent(of: id, on: tx.today, tx) < Self.mostADay else { throw PartyRefusal.tooManyToday }
    let step = try carryOut(sending, of: record, keys, tx)
    for file in sending.files { try attachments.attach(file, to: record.ref, tx) }
    return try give(receiptFor: sending, step, record, once, tx)
  }

  /// A case needs a handful; a stranger with the code must not fill the store.
  private static let mostADay: Int64 = 20

  /// The number of the step, where the act is one.
  private func carryOut(
    _ sending: PartySending, of record: CaseRecord, _ keys: Keys, _ tx: Transaction
  ) throws -> Int64? {
    guard let kind = sending.act.step else {
      try confirm(sending.service, of: record, keys, tx)
      return nil
    }
    if sending.act == .defence, sending.text.isEmpty, sending.files.isEmpty { throw PartyRefusal.nothingWritten }
    let new = NewStep(kind, on: tx.today, facts: sending.facts, note: sending.text)
    try refuseUnknown(new, record, tx)
    return try take(new, in: record.id, as: [.party], tx).taken.id
  }

  /// While a decision is not served, the party is refused for the reasons that held before it, else because of the review: a
  /// reason that only the decision gives would tell of it.
  private func refuseUnknown(_ new: NewStep, _ record: CaseRecord, _ tx: Transaction) throws {
    let steps = try CaseStepStore.steps(of: record.id, tx)
    let file = try file(of: record, steps, tx)
    guard unknownDecision(file, on: tx.today) != nil else { return }
    let known = try knownFile(record, steps, file, tx)
    _ = try lawful(new, record, known, ActingPerson(account: Actor.party.number, rights: [.party]), tx)
    throw PartyRefusal.underReview
  }

  private func confirm(_ service: ServiceAddress?, of record: CaseRecord, _ keys: Keys, _ tx: Transaction) throws {
    guard record.state != .closed else { throw PartyRefusal.caseClosed(record.number) }
    var particulars = try PartyStore.particulars(of: record, keys, tx) ?? Particulars()
    particulars.service = service
    let agrees = service?.electronic.isEmpty == false
    try PartyStore.keep(
      particulars, of: record.id, confirmed: PartyDays(address: tx.today, electronic: agrees ? tx.today : nil), keys, tx
    )
  }

  private func give(
    receiptFor sending: PartySending, _ step: Int64?, _ record: CaseRecord, _ once: String, _ tx: Transaction
  ) throws -> PartyReceipt {
    let receipt = PartyReceipt(
      number: try Offices.number(.partyReceipt, tx), act: sending.act, step: step, at: tx.now,
      hash: SHA256.hex(of: sending.content), files: sending.files.map(\.sha256))
    try PartyStore.insert(receipt, once: once, of: record.id, tx)
    tx.tell(
      record.ref, "就案件\(record.number)凭查询码提交：\(sending.act.title)",
      [
        Change("回执", nil, receipt.number), Change("校验值", nil, receipt.hash),
        Change("附件", nil, receipt.files.isEmpty ? nil : "\(receipt.files.count) 个"),
        Change(
          "电子送达", nil, sending.act == .address ? (sending.service?.electronic.isEmpty == false ? "同意" : "不同意") : nil),
      ])
    return receipt
  }
}
