internal import Duties
package import Kit
package import Storage

/// A payment (缴款) towards a decision.
package struct CasePayment: Sendable, Hashable {
  package let date: CivilDate
  package let amount: Money
  package init(date: CivilDate, amount: Money) {
    self.date = date
    self.amount = amount
  }
}

extension Casework {
  /// Records a payment; parts are allowed. Refuses payments before the decision, after today, of nothing, and of more
  /// than is still owed.
  package func pay(_ id: ID<Case>, _ payment: CasePayment, _ tx: Transaction) throws {
    let record = try found(id, tx)
    guard record.state == .decided, let decision = record.decision else {
      throw CaseRefusal.notDecided(record.number, record.state)
    }
    guard payment.date >= decision.date else { throw CaseRefusal.paidBeforeDecision(decision.date) }
    guard payment.date <= tx.today else { throw CaseRefusal.dateInFuture(today: tx.today) }
    guard payment.amount > .zero else { throw CaseRefusal.amountNotPositive }
    guard payment.amount <= record.unpaid else { throw CaseRefusal.paidTooMuch(unpaid: record.unpaid) }
    try PaymentStore.insert(payment, of: id, tx)
    let left = record.unpaid - payment.amount
    if left == .zero { try Duties.settle(record.ref, kind: CaseDuty.payment, outcome: "缴清", tx) }
    tx.tell(
      record.ref, "登记案件\(record.number)缴款 \(payment.amount.text) 元，\(left == .zero ? "已缴清" : "还欠 \(left.text) 元")",
      [Change("已缴", "\(record.paid.text) 元", "\((record.paid + payment.amount).text) 元")])
  }

  /// Closes a case. Refuses undecided cases and money that is not paid in full.
  /// Source: 《卫生健康行政处罚程序规定》第六十八条.
  package func close(_ id: ID<Case>, note: String, _ tx: Transaction) throws {
    let record = try found(id, tx)
    guard record.state == .decided else { throw CaseRefusal.notDecided(record.number, record.state) }
    guard record.unpaid == .zero else { throw CaseRefusal.unpaid(record.unpaid) }
    try CaseStore.close(record, on: tx.today, note, tx)
    tx.tell(
      record.ref, "案件\(record.number)结案", [Change("状态", record.state.title, CaseState.closed.title)])
    try CaseStore.index(try found(id, tx), tx)
  }
}
