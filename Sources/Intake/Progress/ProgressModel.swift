import Kit
import Storage
import Web

/// What the reporter's page needs, found by the code alone.
struct ProgressModel: Sendable {
  /// Whose code it is.
  let own: ClueRecord
  /// The clue that is worked on: the same, or the one that it went into.
  let clue: ClueRecord
  let referrals: [ReferralRecord]
  /// Since when it is out of the reach of the office that it is about.
  let concealed: Instant?
  let code: QueryCode
  /// All that his writing became, the one that arrived first; empty where it is one clue.
  let parts: [SplitPart]
  let today: CivilDate
  let talk: TalkModel
  /// The oldest first.
  let rounds: [AnswerRound]
  /// The last day to object to the answer that stands; nil while there is none.
  let objectionEnds: CivilDate?
  /// Whether this report says that its reporter suffers for an earlier one, or such a one follows from it.
  let isRetaliation: Bool
  let reward: RewardClaim
  let receipt: (sha256: String, holds: Bool)?
  /// Binds each form of the page to one sending.
  let once: String

  /// Several reported the same: what others wrote, thought and objected is not for this one to read.
  var isFollower: Bool { own.id != clue.id }

  /// Whether it was taken out of his writing.
  var isPart: Bool { parts.contains { !$0.isOrigin && $0.clue.id == own.id } }

  var standing: AnswerRound? { clue.state.isOpen ? nil : rounds.last }

  init(_ own: ClueRecord, _ code: QueryCode, _ intake: Intake, once: String, _ reader: Reader) throws {
    self.own = own
    let clue = try Intake.leading(own, reader)
    self.clue = clue
    referrals = try ReferralStore.all(of: clue.id, reader)
    concealed = try ConcealedStore.find(clue.id, reader)?.at
    self.code = code
    self.once = once
    parts = try SplitStore.all(with: own, reader)
    today = reader.today
    talk = try TalkModel.read(own.id, reader)
    rounds = try AnswerRound.read(clue.id, reader)
    objectionEnds = try rounds.last.map { try intake.objectionEnds($0.answer) }
    reward = try intake.claimStanding(own, rounds.last?.answer, reader)
    receipt = try ReceiptProof.stands(own, reader)
    isRetaliation = try LinkStore.follows(own.id, reader)
  }
}
