package import Kit
package import Packs

/// A charge that grows by the day while a sum is not paid (加处罚款): a share of the sum per day, up to a limit.
package struct Surcharge: Hashable, Sendable {
  package let key: String
  package let title: String
  /// Share of the sum per day.
  package let daily: Rate
  /// The most that it may come to, as a share of the sum.
  package let limit: Rate
  package let start: String
  package let provenance: Provenance
  package let note: String?
  package let inForce: CivilDate

  /// What is owed at the end of `until` for a fine whose payment term ended with `from`; the first day after `from`
  /// counts as one. Exact to the fen, rounded down. Refuses an `until` before `from`, and a `from` before the rule.
  package func amount(_ fine: Money, from: CivilDate, until: CivilDate) throws(LawRefusal) -> SurchargeAmount {
    guard inForce <= from else { throw .notInForce(title: title, on: from) }
    let days = until.dayNumber - from.dayNumber
    guard days >= 0 else { throw .surchargeBackwards(from: from, until: until) }
    let share = Rate(parts: daily.parts * Int64(days))
    guard let grown = share.down(fine), let most = limit.down(fine) else { throw .amountTooLarge }
    return SurchargeAmount(
      surcharge: self, fine: fine, from: from, until: until, days: days, amount: min(grown, most), most: most)
  }
}

/// One answer, with what it was reckoned from.
package struct SurchargeAmount: Hashable, Sendable {
  package let surcharge: Surcharge
  package let fine: Money
  package let from: CivilDate
  package let until: CivilDate
  package let days: Int
  package let amount: Money
  package let most: Money

  package var isCapped: Bool { amount == most && fine > .zero }
}

extension Surcharge {
  static func read(_ node: PackNode) -> Surcharge {
    let surcharge = Surcharge(
      key: node.slug("key"), title: node.text("title"),
      daily: Rate(parts: node.decimal("daily", places: Rate.places)),
      limit: Rate(parts: node.decimal("limit", places: Rate.places)), start: node.text("start"),
      provenance: node.provenance(), note: node.textIfAny("note"), inForce: node.date("from"))
    node.claim(surcharge.key, in: "terms", key: "key")
    if surcharge.daily.parts == 0 { node.refuse("daily", "每日的比例是 0") }
    if surcharge.limit.parts == 0 { node.refuse("limit", "上限是 0") }
    return surcharge
  }
}
