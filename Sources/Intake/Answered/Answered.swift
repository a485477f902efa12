import Kit
import Offices
import Storage

/// Answer given (答复记录): what a reporter was told, by whom and whether in time. It stays when an objection takes the answer back.
struct GivenAnswer: Sendable {
  let id: ID<GivenAnswer>
  let clue: ID<Clue>
  let state: ClueState
  let text: String
  /// 0: from before it was kept.
  let author: Int64
  let at: Instant
  /// The date that was owed; nil where it is not known.
  let due: CivilDate?
  /// How it was passed on besides the code.
  let passed: (way: PassingWay, at: Instant)?
}

/// How the custodian passed an answer on (转告方式) to somebody whom nobody else knows.
enum PassingWay: String, CaseIterable, Sendable {
  case phone, letter, visit, unreachable

  var title: String {
    switch self {
    case .phone: "打电话"
    case .letter: "寄信"
    case .visit: "当面"
    case .unreachable: "联系不上"
    }
  }
}

extension Intake {
  /// Part of refusing and answering: keeps what was told, and for a named reporter lets the custodian pass it on.
  func keepAnswer(_ clue: ClueRecord, _ state: ClueState, _ text: String, _ tx: Transaction) throws {
    let answer = GivenAnswer(
      id: tx.world.newID(), clue: clue.id, state: state, text: text, author: tx.actor.number, at: tx.now, due: clue.due,
      passed: nil)
    try AnsweredStore.insert(answer, tx)
    try owePassing(clue, tx)
  }
}
