package import Kit
internal import Law

/// Whether the party can still have a decision taken away, on a day (复议、诉讼).
package enum Contest: Sendable, Hashable {
  /// Contested, without result yet.
  case pending
  /// It may still be contested, until the day; nil: the decision is not served, so that no term runs yet.
  case open(until: CivilDate?)
  case over
}

/// Where the case stands as a whole.
extension Reading {
  /// An order to decide again opens a closed and an archived case.
  var isClosed: Bool { place(.closing) > anew }
  var isArchived: Bool { place(.archive) > anew }
  var isLeft: Bool { has(.referral) || has(.withdrawal) }
  var isWithPolice: Bool { all(.crimeTransfer).contains { answers(.crimeReturn, to: $0).isEmpty } }

  /// The decision that stands.
  var decision: Taken? {
    let places = [StepKind.decision, .noPenalty, .onTheSpot].map { place($0) }.filter { $0 > anew }
    return places.max().map { steps[$0] }
  }

  var challengeIsPending: Bool { last(.challenge).map { answers(.challengeResult, to: $0).isEmpty } ?? false }

  func contest(on day: CivilDate) -> Contest {
    if let challenge = last(.challenge), challengeIsPending, challenge.on <= day { return .pending }
    guard let end = remedyEnd?.date else { return .open(until: nil) }
    return day > end ? .over : .open(until: end)
  }

  /// What the party must do and pay, as a reconsideration or a court left it; nil where nothing stands.
  var penalty: StepFacts? {
    guard let decision else { return nil }
    let results = all(.challengeResult, after: place(decision)).compactMap { result -> StepFacts? in
      switch result.facts.outcome {
      case "changed": result.facts
      case "revoked": StepFacts()
      default: nil
      }
    }
    return results.last ?? decision.facts
  }

  var owed: Money { (penalty?.fine ?? .zero) + (penalty?.gains ?? .zero) }
  /// What was paid and not given back.
  var paid: Money { sum(.payment) - sum(.refund) }
  /// Below zero: more was paid than is owed now, and is to be given back.
  var unpaid: Money { owed - paid }

  private func sum(_ kind: StepKind) -> Money { all(kind).compactMap(\.facts.amount).reduce(.zero, +) }
}

/// Investigation, notice, hearing, review.
extension Reading {
  var investigationEnded: Bool { place(.investigationEnd) > lastEvidence }

  /// The notice that tells what the investigation found; nil: none, or the case has moved on.
  var notice: Taken? {
    let place = place(.priorNotice)
    return place > self.place(.investigationEnd) && place > anew && investigationEnded ? last(.priorNotice) : nil
  }

  /// Everything of a kind that came after the notice.
  func sinceNotice(_ kind: StepKind) -> [Taken] { notice.map { all(kind, after: place($0)) } ?? [] }

  func isWaived(_ right: String) -> Bool {
    sinceNotice(.waiver).contains { $0.facts.outcome == right || $0.facts.outcome == "both" }
  }

  var hearingIsOver: Bool { !sinceNotice(.hearing).isEmpty || !sinceNotice(.hearingForfeit).isEmpty }

  /// Requested, not withdrawn, not yet held.
  var hearingIsPending: Bool { !sinceNotice(.hearingRequest).isEmpty && !isWaived("hearing") && !hearingIsOver }

  /// Review and discussion count for a decision when they looked at everything: all evidence, the hearing.
  var lastNews: Int { max(place(.investigationEnd), lastEvidence, place(.hearing), anew) }

  /// Whether a penalty owes a hearing, and a collective discussion.
  func isHeavy(_ facts: StepFacts) -> Bool {
    facts.penalties.contains { book.penalty($0)?.reaches(file.hearingAmount, in: facts) ?? true }
  }

  /// Kinds that `facts` has beyond `other`, or larger amounts.
  func isHeavier(_ facts: StepFacts, than other: StepFacts) -> Bool {
    !Set(facts.penalties).isSubset(of: other.penalties) || (facts.fine ?? .zero) > (other.fine ?? .zero)
      || (facts.gains ?? .zero) > (other.gains ?? .zero)
  }
}
