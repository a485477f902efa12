package import Kit
internal import Procedure
package import Storage

/// A step as other rooms may pass it on: in plain words, without the names of those who took it.
package struct ToldStep: Sendable, Hashable {
  package let number: Int64
  package let words: String
  package let note: String
}

extension Casework {
  /// What was done in a case, in the order in which it was recorded.
  package func story(of id: ID<Case>, _ reader: Reader) throws -> [ToldStep] {
    try CaseStepStore.steps(of: id, reader).map {
      ToldStep(number: $0.taken.id, words: StepWords(procedure, $0.taken).plain, note: $0.note)
    }
  }
}
