package import Matching

extension Offenders {
  /// What speaks for and against a candidate, without a sentence that names a value of the register: for whoever may not read it.
  package func reasons(_ candidate: Candidate, in look: LookUp) throws -> [(topic: MatchTopic, amount: Double)] {
    try explain(candidate, in: look).pieces.map { ($0.topic, $0.amount) }
  }
}
