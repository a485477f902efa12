import Kit

extension Reading {
  func hasTwoCertified(_ officers: [Int64]) -> Bool { file.certified.intersection(officers).count >= 2 }

  /// Before filing, and before an on-the-spot penalty, there is no team yet: the step itself will name it.
  func isFirstOffer(_ attempt: Attempt) -> Bool { attempt.isOffer && file.officers.isEmpty }

  /// Who leaves is on the team; who comes is not, and never left it.
  func replacementFits(_ facts: StepFacts) -> Bool {
    guard let replaced = facts.replaced, file.officers.contains(replaced) else { return false }
    return facts.successor.map { !file.officers.contains($0) && !file.recused.contains($0) } ?? true
  }

  func team(after facts: StepFacts) -> [Int64] {
    file.officers.filter { $0 != facts.replaced } + [facts.successor].compactMap { $0 }
  }

  /// Not before filing, the step that it answers, and the last of each step that it rests on.
  func isInOrder(_ attempt: Attempt) -> Bool {
    let day = attempt.step.on
    let grounds = attempt.definition.restsOn.compactMap { last($0)?.on } + [file.filedOn, step(attempt.step.about)?.on].compactMap { $0 }
    return grounds.allSatisfy { $0 <= day }
  }
}
