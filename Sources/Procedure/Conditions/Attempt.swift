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
    let people = isForHim(attempt) ? [] : attempt.definition.by.prefix(1).map { $0 }
    let wrong = attempt.definition.needs.filter { !fits($0, attempt) }
    return people.compactMap { book.closed($0) } + wrong.compactMap { book.closed($0) }
  }

  /// The same question without the reasons.
  func isOpen(_ attempt: Attempt) -> Bool {
    isForHim(attempt) && attempt.definition.needs.allSatisfy { fits($0, attempt) }
  }

  private func isForHim(_ attempt: Attempt) -> Bool { attempt.definition.by.contains { may(attempt, $0) } }

  /// An offer does not ask what only the step itself will say.
  private func fits(_ condition: Condition, _ attempt: Attempt) -> Bool {
    attempt.isOffer && condition.asksOfTheStep || holds(condition, attempt)
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
