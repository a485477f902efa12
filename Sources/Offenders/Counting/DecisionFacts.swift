package import Kit

/// What is known of one decision against one person (查处决定), as far as the count needs it. A value that is not known is
/// nil: it is asked for, never taken for a no.
package struct DecisionFacts: Sendable, Hashable {
  /// Against whom the decision was made.
  package enum Party: String, Sendable, CaseIterable { case person, organisation }

  /// 决定书文号.
  package let number: String
  /// 作出机关.
  package let authority: String
  /// Whether a health authority made it.
  package let byHealth: Bool?
  package let party: Party?
  /// Whether it punishes illegal practice (非法行医).
  package let forPractice: Bool?
  /// Key of `subjects` in `Content/counting/`: how the person stood at that act.
  package let subject: String?
  /// Keys of `measures`: what was decided. Empty: not known.
  package let measures: [String]
  package let decided: CivilDate?
  package let served: CivilDate?
  package let remedy: Remedy
  /// When the decision was revoked, annulled or found void, with the words of it.
  package let undone: Undone?

  package init(
    number: String, authority: String, byHealth: Bool? = true, party: Party? = .person, forPractice: Bool? = true,
    subject: String?, measures: [String], decided: CivilDate?, served: CivilDate?, remedy: Remedy = .none,
    undone: Undone? = nil
  ) {
    self.number = number
    self.authority = authority
    self.byHealth = byHealth
    self.party = party
    self.forPractice = forPractice
    self.subject = subject
    self.measures = measures
    self.decided = decided
    self.served = served
    self.remedy = remedy
    self.undone = undone
  }

  package struct Undone: Sendable, Hashable {
    package let on: CivilDate?
    package let words: String

    package init(on: CivilDate?, words: String) {
      self.on = on
      self.words = words
    }
  }
}

/// What became of the right to reconsideration (行政复议) and litigation (行政诉讼).
package enum Remedy: Sendable, Hashable {
  /// Nothing is known to have been asked: the terms run from the service.
  case none
  /// The last day is known: somebody put it on record.
  case ends(CivilDate)
  /// The review or the court case is not over.
  case pending(String)
  /// The review upheld the decision; its paper was served on that day, and the term of the court runs from it.
  case reviewed(CivilDate)
  /// A court upheld it by a judgement in force since that day.
  case judged(CivilDate)
}
