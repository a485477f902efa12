internal import Inspection
package import Kit
internal import Offices
internal import Procedure
package import Storage

/// A penalty on the spot (当场处罚): the simple procedure (简易程序).
package struct NewOnTheSpot: Sendable {
  /// Whose act, where, what, by which two officers.
  package let lawCase: NewCase
  package let penalties: [Penalty]
  package let fine: Money
  /// The value of the goods (货值金额) from which the law counts the fine; nil: not known.
  package let goods: Money?
  /// The party was told facts, reasons, basis and rights, and was heard (《行政处罚法》第四十四条、第四十五条).
  package let told: Bool

  package init(_ lawCase: NewCase, penalties: [Penalty], fine: Money = .zero, goods: Money? = nil, told: Bool) {
    self.lawCase = lawCase
    self.penalties = penalties
    self.fine = fine
    self.goods = goods
    self.told = told
  }

  var facts: StepFacts {
    var facts = StepFacts()
    facts.penalties = penalties.map(\.rawValue)
    facts.fine = fine > .zero ? fine : nil
    facts.goods = goods
    facts.told = told
    return facts
  }
}

extension Series { static let onTheSpot = Series(sign: "卫医简", digits: 1, suffix: "号") }

extension Casework {
  /// Decides on the spot, today: the case on the simple track and its step `on-the-spot` are one deed; the report to the own
  /// agency (`simple-filing`) is owed from then on. Refuses what filing refuses (source, violation, team, a second open
  /// case), and by the procedure: more than the limits, other penalties than warning and fine, a party that was not told and
  /// heard, a basis that nobody approved. Source: 《行政处罚法》第五十一条、第五十二条.
  package func punishOnTheSpot(_ new: NewOnTheSpot, _ tx: Transaction) throws -> ID<Case> {
    let (record, source) = try prepare(new.lawCase, .onTheSpot, tx)
    try CaseStore.insert(record, tx)
    try OnTheSpotStore.setTrack(.simple, of: record.id, tx)
    try take(
      NewStep(.onTheSpot, on: tx.today, facts: new.facts, note: new.lawCase.summary), in: record.id, as: [.officer], tx)
    try tellSources(record, source, "当场处罚", tx)
    return record.id
  }
}
