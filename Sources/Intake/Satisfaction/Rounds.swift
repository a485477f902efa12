import Kit
import Storage

/// One answer with what the reporter thought of it.
struct AnswerRound: Sendable {
  let answer: GivenAnswer
  let feedback: Feedback?
  let objection: Objection?

  /// The oldest first.
  static func read(_ clue: ID<Clue>, _ reader: Reader) throws -> [AnswerRound] {
    try AnsweredStore.list(of: clue, reader).map { answer in
      AnswerRound(
        answer: answer, feedback: try SatisfactionStore.feedback(on: answer.id, reader),
        objection: try SatisfactionStore.objection(to: answer.id, reader))
    }
  }
}
