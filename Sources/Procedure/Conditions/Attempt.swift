import Kit

/// A step that somebody wants to take, or might take: what conditions are asked of.
struct Attempt {
  let step: Taken
  let definition: StepDefinition
  let person: ActingPerson
  let today: CivilDate
  /// Only an offer: what the step will say is not known yet.
  let isOffer: Bool

  var facts: StepFacts { step.facts }
}

extension Reading {
  /// Empty: the step is lawful. Each reason once, in the order of the definition.
  func closed(_ attempt: Attempt) -> [Closed] {
    let people = attempt.definition.by.contains { may(attempt, $0) } ? [] : attempt.definition.by.prefix(1).map { $0 }
    let wrong = attempt.definition.needs.filter { !(attempt.isOffer && $0.asksOfTheStep) && !holds($0, attempt) }
    return people.compactMap { book.closed($0) } + wrong.compactMap { book.closed($0) }
  }

  private func may(_ attempt: Attempt, _ person: StepPerson) -> Bool {
    let rights = attempt.person.rights
    return switch person {
    case .caseOfficer: rights.contains(.officer) && file.officers.contains(attempt.person.account)
    case .anyOfficer: rights.contains(.officer)
    case .head: rights.contains(.head)
    case .reviewer: rights.contains(.reviewer)
    case .presider: rights.contains(.presider)
    case .recorder: rights.contains(.recorder)
    case .party: rights.contains(.party)
    }
  }
}
