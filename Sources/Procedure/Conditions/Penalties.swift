import Kit

extension Reading {
  /// At least one kind, each known, and an amount where and only where its kind stands.
  func isComplete(_ facts: StepFacts) -> Bool {
    let kinds = facts.penalties.compactMap { book.penalty($0) }
    guard !kinds.isEmpty, kinds.count == facts.penalties.count else { return false }
    let wanted = Set(kinds.compactMap(\.amount))
    return wanted.contains(.fine) == ((facts.fine ?? .zero) > .zero)
      && wanted.contains(.gains) == ((facts.gains ?? .zero) > .zero)
  }

  /// The party spoke, nothing new was found, and still the new notice is heavier than the last.
  func isHeavierForDefending(_ facts: StepFacts) -> Bool {
    guard let other = last(.priorNotice), lastEvidence < place(other) else { return false }
    let spoke = [StepKind.defence, .hearingRequest, .hearing].contains { place($0) > place(other) }
    return spoke && isHeavier(facts, than: other.facts)
  }

  func fitsOnTheSpot(_ facts: StepFacts) -> Bool {
    let most = file.partyIsOrganisation ? book.onTheSpot.organisation : book.onTheSpot.person
    return (facts.fine ?? .zero) <= most && facts.penalties.allSatisfy { book.penalty($0)?.mayBeOnTheSpot ?? false }
  }

  /// A change by a higher authority or a court names the penalty that is left, and it is not heavier.
  func isResultLighter(_ facts: StepFacts) -> Bool {
    guard facts.outcome == "changed" else { return true }
    guard let decision else { return false }
    return isComplete(facts) && !isHeavier(facts, than: decision.facts)
  }

  /// No more than was paid beyond what is owed; for an offer: whether anything was.
  func fitsRefund(_ amount: Money?) -> Bool { amount.map { $0 > .zero && $0 <= paid - owed } ?? false }

  /// Heavy penalties, and matters that the head wants discussed.
  func needsDiscussion(_ attempt: Attempt) -> Bool {
    let penalty = attempt.isOffer ? notice?.facts : attempt.facts
    return file.wantsDiscussion || penalty.map { isHeavy($0) } ?? false
  }
}

/// Orders to correct.
extension Reading {
  func isExpired(_ order: Taken, on day: CivilDate) -> Bool {
    guard let served = served(order), served <= day else { return false }
    return order.facts.until.map { $0 < day } ?? true
  }

  /// The last re-inspection found that an order, served and run out, was not obeyed.
  func isUncorrected(on day: CivilDate) -> Bool {
    guard let check = last(.reinspection), let order = step(check.about) else { return false }
    return check.facts.outcome == "uncorrected" && check.on <= day && isExpired(order, on: check.on)
  }
}
