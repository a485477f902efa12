package import Packs

/// A choice that a step offers, with its words.
package struct StepChoice: Sendable, Hashable {
  package let id: String
  package let title: String
  /// Of a reason why time does not count: it does not count for a seizure either.
  let seizure: Bool
}

/// Who may take a step.
package enum StepPerson: String, CaseIterable, Sendable {
  case caseOfficer = "case-officer"
  case anyOfficer = "any-officer"
  case head, reviewer, presider, recorder, party
}

/// What a step is (`Content/procedure/`).
package struct StepDefinition: Sendable, Hashable {
  package let kind: StepKind
  package let title: String
  package let what: String
  package let provenance: Provenance
  /// Any one of them.
  package let by: [StepPerson]
  /// The kinds of step of which it answers one (`Taken.about`); empty: none.
  package let about: [StepKind]
  /// It may not be dated before the last of each of these.
  package let restsOn: [StepKind]
  package let outcomes: [StepChoice]
  package let ways: [StepChoice]
  /// Main paper (`Content/papers/`); nil where the paper comes from others.
  package let paper: String?
  /// Taken after the end of an investigation, it opens the investigation again.
  package let isEvidence: Bool
  package let needs: [Condition]

  package var mayRepeat: Bool { !needs.contains(.once) }
  package var source: String { provenance.source }
}

extension StepDefinition {
  static func read(_ node: PackNode) -> StepDefinition {
    let step = StepDefinition(
      kind: node.choice("id", standIn: .filing), title: node.text("title"), what: node.text("what"),
      provenance: node.provenance(), by: node.choices("by", StepPerson.self),
      about: node.choicesIfAny("about", StepKind.self), restsOn: node.choicesIfAny("rests-on", StepKind.self),
      outcomes: node.recordsIfAny("outcomes", StepChoice.read), ways: node.recordsIfAny("ways", StepChoice.read),
      paper: node.has("paper") ? node.slug("paper") : nil, isEvidence: node.flag("evidence", standard: false),
      needs: node.choices("needs", Condition.self))
    node.claim(step.kind.rawValue, in: "procedure steps", key: "id")
    step.check(node)
    return step
  }

  /// A list that no condition asks for would never be looked at.
  private func check(_ node: PackNode) {
    for (key, given, condition) in [
      ("outcomes", !outcomes.isEmpty, Condition.outcomeNamed), ("ways", !ways.isEmpty, .wayNamed),
      ("about", !about.isEmpty, .answersAStep),
    ] where given != needs.contains(condition) {
      node.refuse(key, "\(key) 和条件 \(condition.rawValue) 要同时写")
    }
  }
}

extension StepChoice {
  static func read(_ node: PackNode) -> StepChoice {
    StepChoice(id: node.slug("id"), title: node.text("title"), seizure: node.flag("seizure", standard: false))
  }
}
