package import Kit
internal import Law
internal import Packs
package import Storage

extension Rulebook {
  /// Approves a value for the actor's county. Refuses values that need nobody, that are approved already, or whose words
  /// are no longer those that stood on the page; and days to come.
  package func approve(_ new: NewApproval, _ tx: Transaction) throws -> ID<Approval> {
    guard let value = law.value(new.name) else { throw RulebookRefusal.unknownValue }
    if case .approved(let known) = try standing(of: value, in: tx.county, tx) {
      throw RulebookRefusal.alreadyApproved(value.title, by: known.approverTitle)
    }
    guard !value.isFirm else { throw RulebookRefusal.alreadyFirm(value.title) }
    guard new.seen == value.fingerprint else { throw RulebookRefusal.changedMeanwhile(value.title) }
    guard new.day <= tx.today else { throw RulebookRefusal.dayInFuture(today: tx.today) }
    let approval = Approval(
      id: tx.world.newID(), county: tx.county, name: value.name, title: value.title, words: value.text,
      fingerprint: value.fingerprint, document: new.document, day: new.day, note: new.note, approver: tx.actor.number,
      approverTitle: tx.actor.title, at: tx.now, withdrawal: nil)
    try ApprovalStore.insert(approval, tx)
    tx.tell(
      Ref(.approval, approval.id), "核准\(value.kind.title)“\(value.title)”，依据\(new.document)",
      [
        Change("可信程度", value.confidence.title, "已核准"), Change("核准日期", nil, new.day.iso),
        Change("内容的校验值", nil, String(value.fingerprint.prefix(16))),
      ])
    return approval.id
  }

  /// The value is unapproved again from now on; decisions that were made stand. Refuses a second time.
  package func withdraw(_ id: ID<Approval>, because reason: String, _ tx: Transaction) throws {
    guard let approval = try ApprovalStore.find(id, tx), approval.county == tx.county else {
      throw MissingRecord("次核准")
    }
    guard approval.withdrawal == nil else { throw RulebookRefusal.alreadyWithdrawn(approval.title) }
    try ApprovalStore.withdraw(id, .init(at: tx.now, title: tx.actor.title, reason: reason), tx)
    tx.tell(Ref(.approval, id), "撤回对“\(approval.title)”的核准", [Change("可信程度", "已核准", "未核准")])
  }

  package func standing(of value: LawValue, in county: County, _ reader: Reader) throws -> ApprovalStanding {
    ApprovalStanding(of: value, newest: try ApprovalStore.newest(of: value.name, in: county, reader))
  }
}
