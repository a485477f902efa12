import Duties
import Kit
import Law
import Offices
package import Storage
package import Web

extension Permission {
  /// Decides on a reporter's objection to an answer that somebody else gave.
  package static let clueReview = Permission("clue.review")
}

extension Deed {
  package static let rateAnswer = Deed("intake.rate")
  package static let objectToAnswer = Deed("intake.object")
  package static let reopenClue = Deed("intake.reopen")
  package static let keepAnswer = Deed("intake.keep-answer")
}

/// Satisfaction (满意度) of a reporter with an answer.
enum SatisfactionLevel: String, CaseIterable, Sendable {
  case satisfied, basically, dissatisfied

  var title: String {
    switch self {
    case .satisfied: "满意"
    case .basically: "基本满意"
    case .dissatisfied: "不满意"
    }
  }
}

struct Feedback: Sendable {
  let level: SatisfactionLevel
  let word: String?
}

/// Objection (异议): a reporter says that an answer is not right. One to an answer.
struct Objection: Sendable {
  let answered: ID<GivenAnswer>
  let clue: ID<Clue>
  let reasons: String
  let at: Instant
  let decision: Decision?

  struct Decision: Sendable {
    let outcome: Outcome
    /// What the reporter reads.
    let words: String
    let by: Int64
    let at: Instant
  }

  enum Outcome: String, CaseIterable, Sendable {
    case reopened, kept

    var title: String { self == .reopened ? "重新办理" : "维持答复" }
  }
}

extension Intake {
  static let objectionDuty = "clue.objection"

  /// What the reporter thinks of the answer that stands; a second time corrects the first.
  func rate(_ clue: ClueRecord, _ feedback: Feedback, _ tx: Transaction) throws {
    let answer = try standingAnswer(clue, tx)
    let before = try SatisfactionStore.feedback(on: answer.id, tx)
    try SatisfactionStore.put(feedback, on: answer, tx)
    tx.tell(
      clue.ref, "评价线索\(clue.number)的答复：\(feedback.level.title)",
      [Change("满意度", before?.level.title, feedback.level.title)])
  }

  /// The last day on which the reporter may object to the answer that stands.
  func objectionEnds(_ answer: GivenAnswer) throws -> CivilDate {
    try law.due("report.objection", from: answer.at.date).due.date
  }

  /// The reporter objects to the answer that stands. Somebody who may review, and neither answered nor handled the clue, owes the
  /// decision. Refuses after the term, a second time, and where there is no such person.
  func object(to clue: ClueRecord, because reasons: String, _ tx: Transaction) throws {
    let answer = try standingAnswer(clue, tx)
    guard try objectionEnds(answer) >= tx.today else {
      throw ReporterRefusal.objectionLate(try objectionEnds(answer))
    }
    guard try SatisfactionStore.objection(to: answer.id, tx) == nil else { throw ReporterRefusal.objectedAlready }
    let others = try Offices.people(in: tx.county, holding: .clueReview, roles: roles, tx)
    guard let reviewer = others.first(where: { mayReview($0.id.value, clue, answer) }) else {
      throw ReporterRefusal.nobodyReviews
    }
    try SatisfactionStore.insert(reasons, to: answer, tx)
    let term = try law.due("report.objection-decision", from: tx.today)
    try Duties.owe(
      NewDuty(
        kind: Self.objectionDuty, title: "复核举报人对线索\(clue.number)答复的异议", subject: clue.ref,
        owner: reviewer.id, term: term, from: tx.today, basis: term.term.basis, campaign: clue.campaign?.value), tx)
    tx.tell(clue.ref, "对线索\(clue.number)的答复提出异议", [Change("复核", nil, reviewer.label)])
  }

  /// Decides on the open objection: the answer is kept, or the clue is handled anew, with all that was told before kept beside it.
  ///
  /// Refuses whoever gave the answer or handled the clue, and a clue without an open objection.
  func decide(_ id: ID<Clue>, _ outcome: Objection.Outcome, because words: String, _ tx: Transaction) throws {
    let clue = try anyClue(id, tx)
    guard let answer = try AnsweredStore.last(of: id, tx), !clue.state.isOpen,
      let objection = try SatisfactionStore.objection(to: answer.id, tx), objection.decision == nil
    else { throw ReporterRefusal.noObjection }
    guard mayReview(tx.actor.number, clue, answer) else { throw ReporterRefusal.ownAnswer }
    try SatisfactionStore.decide(answer.id, outcome, words, tx)
    try Duties.settle(clue.ref, kind: Self.objectionDuty, outcome: outcome.title, tx)
    switch outcome {
    case .kept: tx.tell(clue.ref, "复核线索\(clue.number)的异议：维持答复，并写明理由")
    case .reopened: try reopen(clue, tx)
    }
  }

  func mayReview(_ account: Int64, _ clue: ClueRecord, _ answer: GivenAnswer) -> Bool {
    account != answer.author && account != clue.owner.value
  }

  /// The clue goes back to where it stood before it ended, with its duty and a new date.
  private func reopen(_ clue: ClueRecord, _ tx: Transaction) throws {
    let state: ClueState = clue.acceptedAt == nil ? .received : .accepted
    let owner = try standingOwner(clue, tx)
    let term = try law.due(state == .received ? .clueAcceptance : .clueAnswer, from: tx.today)
    try SatisfactionStore.reopen(clue, state, owner, due: term.due.date, provisional: term.due.provisional, tx)
    try Duties.owe(
      NewDuty(
        kind: state == .received ? ClueDuty.accept : ClueDuty.answer,
        title: state == .received ? "重新决定是否受理线索\(clue.number)" : "重新办理并答复线索\(clue.number)",
        subject: clue.ref, owner: owner, term: term, from: tx.today, basis: term.term.basis,
        campaign: clue.campaign?.value), tx)
    tx.tell(
      clue.ref, "复核线索\(clue.number)的异议：重新办理",
      [Change("状态", clue.state.title, state.title)])
  }

  private func standingAnswer(_ clue: ClueRecord, _ tx: Transaction) throws -> GivenAnswer {
    guard !clue.state.isOpen, let answer = try AnsweredStore.last(of: clue.id, tx) else {
      throw ReporterRefusal.notAnswered
    }
    return answer
  }
}
