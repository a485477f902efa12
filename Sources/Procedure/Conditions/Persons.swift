import Kit

extension Reading {
  func hasTwoCertified(_ officers: [Int64]) -> Bool { file.certified.intersection(officers).count >= 2 }

  /// Before filing, and before an on-the-spot penalty, there is no team yet: the step itself will name it.
  func isFirstOffer(_ attempt: Attempt) -> Bool { attempt.isOffer && file.officers.isEmpty }

  /// Who leaves is on the team; who comes is not, and may join; the head who decides may not come himself.
  func replacementFits(_ step: Taken) -> Bool {
    guard let replaced = step.facts.replaced, file.officers.contains(replaced) else { return false }
    return step.facts.successor.map { $0 != step.by && !file.officers.contains($0) && mayJoin($0) } ?? true
  }

  /// Whoever left the case, or reviewed, presided, discussed or decided in it, cannot investigate it afterwards.
  func mayJoin(_ account: Int64) -> Bool {
    guard !file.recused.contains(account) else { return false }
    return !steps.contains { step in
      step.facts.staff.contains(account)
        || (step.by == account && book.step(step.kind)?.needs.contains(.notAnInvestigator) == true)
    }
  }

  /// Who reviewed the case neither discusses nor decides it, and the other way round; what was done before an order to decide
  /// again (责令重新作出) does not count.
  func isApartFromReview(_ step: Taken) -> Bool {
    let deciding: Set<StepKind> = [.discussion, .decision, .noPenalty]
    let other = deciding.contains(step.kind) ? [.legalReview] : deciding
    return !steps[(anew + 1)...].contains { other.contains($0.kind) && $0.by == step.by }
  }

  func team(after facts: StepFacts) -> [Int64] {
    file.officers.filter { $0 != facts.replaced } + [facts.successor].compactMap { $0 }
  }

  /// Not before filing, the step that it answers, and the latest of each kind that it rests on.
  func isInOrder(_ attempt: Attempt) -> Bool {
    let day = attempt.step.on
    let own = [file.filedOn, step(attempt.step.about)?.on].compactMap { $0 }
    return own.allSatisfy { $0 <= day }
      && attempt.definition.restsOn.allSatisfy { latest($0).map { $0 <= day } ?? true }
  }
}
