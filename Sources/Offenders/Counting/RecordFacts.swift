package import Kit

extension OffenderRecord {
  /// What the count needs of a record; nil where there is no decision (a person who is here because his case went to the
  /// police). What the record does not say stays unknown.
  package func facts(_ rule: CountingRule) -> DecisionFacts? {
    guard penalty.standing != .none else { return nil }
    return DecisionFacts(
      number: penalty.decisionNumber, authority: penalty.authority.isEmpty ? "作出机关不详" : penalty.authority,
      byHealth: origin == .ownCase ? true : rule.isHealth(penalty.authority), party: .person,
      forPractice: rule.isPractice(penalty.violation, named: penalty.violationName),
      subject: penalty.qualification.subject ?? rule.implied[penalty.violation],
      measures: penalty.kinds.map(\.rawValue), decided: penalty.decidedOn,
      served: penalty.servedOn, remedy: penalty.remedyEnd.map(Remedy.ends) ?? Remedy.none,
      undone: penalty.standing == .revoked ? DecisionFacts.Undone(on: nil, words: "已撤销") : nil)
  }
}

extension OffenderFile {
  /// All decisions against the person, without those of the case that is the new act itself.
  package func decisions(besides lawCase: Ref?, _ rule: CountingRule) -> [DecisionFacts] {
    records.filter { lawCase == nil || $0.subject != lawCase }.compactMap { $0.facts(rule) }
  }
}

extension CountingRule {
  func isHealth(_ authority: String) -> Bool? {
    if health.contains(where: { authority.contains($0) }) { return true }
    return others.contains(where: { authority.contains($0) }) ? false : nil
  }

  func isPractice(_ violation: String, named name: String) -> Bool? {
    if !violation.isEmpty { return violations.contains(violation) }
    return words.contains(where: { name.contains($0) }) ? true : nil
  }
}

extension Qualification {
  /// The key of `subjects` in `Content/counting/`.
  package var subject: String? {
    switch self {
    case .unknown: nil
    case .none: "none"
    case .has: "qualified"
    }
  }
}
