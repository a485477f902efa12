package import Kit
package import Packs

/// When a kind of penalty owes a hearing and a collective discussion.
enum HearingRule: String, CaseIterable, Sendable {
  case always, never
  case byAmount = "by-amount"
}

/// A kind of penalty (处罚的种类).
package struct PenaltyKind: Sendable, Hashable {
  package enum Amount: String, CaseIterable, Sendable { case fine, gains }

  package let id: String
  package let title: String
  /// The amount that must be written with it.
  package let amount: Amount?
  package let mayBeOnTheSpot: Bool
  package let provenance: Provenance
  let hearing: HearingRule
}

/// The most that may be fined on the spot (当场处罚).
package struct OnTheSpotLimit: Sendable, Hashable {
  package let person: Money
  package let organisation: Money
  package let provenance: Provenance
}

extension PenaltyKind {
  static func read(_ node: PackNode) -> PenaltyKind {
    let kind = PenaltyKind(
      id: node.slug("id"), title: node.text("title"),
      amount: node.has("amount") ? node.choice("amount", standIn: .fine) : nil,
      mayBeOnTheSpot: node.flag("on-the-spot", standard: false), provenance: node.provenance(),
      hearing: node.choice("hearing", standIn: .always))
    node.claim(kind.id, in: "procedure penalties", key: "id")
    return kind
  }

  /// Whether it reaches the «larger amount» (较大数额). An amount that is not known, and a province whose amount is not
  /// known, count as reached.
  func reaches(_ larger: Money?, in facts: StepFacts) -> Bool {
    switch hearing {
    case .always: return true
    case .never: return false
    case .byAmount:
      let given =
        switch amount {
        case .fine: facts.fine
        case .gains: facts.gains
        // Nothing is worth nothing that is taken away: 0 is the value of the goods of the case, not of these.
        case nil: facts.goods == .zero ? nil : facts.goods
        }
      guard let given, let larger else { return true }
      return given >= larger
    }
  }
}

extension OnTheSpotLimit {
  static func read(_ node: PackNode) -> OnTheSpotLimit {
    OnTheSpotLimit(
      person: node.money("person"), organisation: node.money("organisation"), provenance: node.provenance())
  }
}
