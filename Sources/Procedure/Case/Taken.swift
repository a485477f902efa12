package import Kit

/// One step taken, or one that somebody is about to take.
package struct Taken: Sendable, Hashable {
  package let id: Int64
  package let kind: StepKind
  /// The day on which it was done. Of a service: the day on which the paper arrived, was returned, or was published.
  package let on: CivilDate
  /// The account that records or decides it.
  package let by: Int64
  /// Who carried it out. Of the filing: the team.
  package let officers: [Int64]
  /// The step that it answers: the paper served, the measure ended, the defence reviewed.
  package let about: Int64?
  package let facts: StepFacts

  package init(
    id: Int64, kind: StepKind, on: CivilDate, by: Int64, officers: [Int64] = [], about: Int64? = nil,
    facts: StepFacts = StepFacts()
  ) {
    self.id = id
    self.kind = kind
    self.on = on
    self.by = by
    self.officers = officers
    self.about = about
    self.facts = facts
  }
}
