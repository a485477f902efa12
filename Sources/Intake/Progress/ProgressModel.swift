import Kit
import Storage
import Web

/// What the reporter's page needs, found by the code alone.
struct ProgressModel: Sendable {
  let clue: ClueRecord
  let code: QueryCode
  let today: CivilDate
  let talk: TalkModel
  /// The oldest first.
  let rounds: [AnswerRound]
  /// The last day to object to the answer that stands; nil while there is none.
  let objectionEnds: CivilDate?
  /// Whether this report says that its reporter suffers for an earlier one, or such a one follows from it.
  let isRetaliation: Bool
  let reward: RewardClaim
  /// Binds each form of the page to one sending.
  let once: String

  var standing: AnswerRound? { clue.state.isOpen ? nil : rounds.last }

  init(_ clue: ClueRecord, _ code: QueryCode, _ intake: Intake, once: String, _ reader: Reader) throws {
    self.clue = clue
    self.code = code
    self.once = once
    today = reader.today
    talk = try TalkModel.read(clue.id, reader)
    rounds = try AnswerRound.read(clue.id, reader)
    objectionEnds = try rounds.last.map { try intake.objectionEnds($0.answer) }
    reward = try intake.claimStanding(clue, rounds.last?.answer, reader)
    isRetaliation = try LinkStore.follows(clue.id, reader)
  }
}
