import Kit
import Law
import Procedure

/// A state that a case must never be in, in the law's words, written before the machine and without looking at it.
struct Unlawful: Sendable, CustomStringConvertible {
  let id: String
  let sentence: String
  let article: String
  let isReached: @Sendable (Look) -> Bool

  init(_ id: String, _ sentence: String, _ article: String, _ isReached: @escaping @Sendable (Look) -> Bool) {
    self.id = id
    self.sentence = sentence
    self.article = article
    self.isReached = isReached
  }

  var description: String { id }

  /// All of them. Each predicate looks at what the last step did, so a walk that asks after every step asks of all.
  static let all: [Unlawful] =
    filing + evidence + measures + terms + notice + heavier + hearing + review + decision + simple + service + money
    + court + ends + order
}
