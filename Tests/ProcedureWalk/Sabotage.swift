@testable import Procedure

/// The machine with a guard taken out, to prove that the list of unlawful states notices.
extension Procedure {
  /// Without one of its conditions, as if no step, or not this one, needed it.
  func without(_ condition: Condition, only kind: StepKind? = nil) -> Procedure {
    changed { kind == nil || $0.kind == kind ? $0.without(condition) : $0 }
  }

  /// Anybody may take one step.
  func freeing(_ kind: StepKind) -> Procedure { changed { $0.kind == kind ? $0.forAnybody : $0 } }

  private func changed(_ change: (StepDefinition) -> StepDefinition) -> Procedure {
    var book = book
    book.steps = book.steps.map(change)
    return Procedure(book: book, law: law)
  }
}

extension StepDefinition {
  func without(_ condition: Condition) -> StepDefinition { changed(by: by, needs: needs.filter { $0 != condition }) }
  var forAnybody: StepDefinition {
    changed(by: [.caseOfficer, .anyOfficer, .head, .reviewer, .presider, .recorder], needs: needs)
  }

  private func changed(by: [StepPerson], needs: [Condition]) -> StepDefinition {
    StepDefinition(
      kind: kind, title: title, what: what, provenance: provenance, by: by, about: about, restsOn: restsOn,
      outcomes: outcomes, ways: ways, paper: paper, isEvidence: isEvidence, needs: needs)
  }
}
