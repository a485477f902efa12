package import Kit
internal import Procedure
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
    var facts = StepFacts()
    facts.amount = payment.amount
    try take(NewStep(.payment, on: payment.date, facts: facts), in: id, as: [.officer], tx)
  }

  /// Closes a case, which the head approves. Refuses undecided cases, money that is not paid in full, and what the procedure
  /// has not seen yet: the service, the end of measures, the result of a contest.
  /// Source: 《卫生健康行政处罚程序规定》第六十八条.
  package func close(_ id: ID<Case>, note: String, _ tx: Transaction) throws {
    let record = try found(id, tx)
    if record.state == .closed { throw CaseRefusal.notDecided(record.number, record.state) }
    try take(NewStep(.closing, on: tx.today, note: note), in: id, as: [.head], tx)
  }
}
