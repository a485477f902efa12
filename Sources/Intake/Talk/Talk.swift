import Duties
package import Kit
import Law
import Offices
package import Storage
import Web

/// Message (来往的话): what a reporter and the office write to each other on a clue. The name of the kind only; see `TalkMessage`.
package enum ClueMessage {}

extension RefKind { package static let clueMessage = RefKind("clue-message") }

extension Deed {
  package static let addToClue = Deed("intake.add")
  package static let askReporter = Deed("intake.ask")
  package static let seeMessages = Deed("intake.see-messages")
}

/// Whose words they are.
enum TalkSide: String, Sendable { case reporter, office }

struct TalkMessage: Sendable {
  let id: ID<ClueMessage>
  let clue: ID<Clue>
  let side: TalkSide
  /// Who wrote for the office; nil for the reporter.
  let author: ID<Account>?
  let text: String
  let at: Instant
  /// When somebody of the office said that he has read it; nil for the office's own words.
  let seenAt: Instant?

  var ref: Ref { Ref(.clueMessage, id) }
}

/// Deeds of the talk by code. The words themselves stand in no ledger, no search and no log.
extension Intake {
  /// The reporter adds something, at any time, also after the answer. The owner of the clue owes to look at it
  /// (`clue.message`); several additions are one duty. The same form a second time adds nothing.
  func add(_ text: String, _ evidence: Evidence, onceHash: String, to clue: ClueRecord, _ tx: Transaction) throws {
    guard try TalkStore.find(onceHash: onceHash, of: clue.id, tx) == nil else { return }
    let message = TalkMessage(
      id: tx.world.newID(), clue: clue.id, side: .reporter, author: nil,
      text: text, at: tx.now, seenAt: nil)
    try TalkStore.insert(message, onceHash: onceHash, tx)
    for file in evidence.files { try evidence.store.attach(file, to: message.ref, tx) }
    try oweReading(clue, tx)
    let files = evidence.files.isEmpty ? nil : "\(evidence.files.count) 个"
    tx.tell(clue.ref, "凭查询码给线索\(clue.number)补充情况", [Change("附件", nil, files)])
  }

  /// The office asks or tells the reporter something, who reads it with the code. What he added before counts as seen.
  func ask(_ text: String, about id: ID<Clue>, _ tx: Transaction) throws {
    let clue = try anyClue(id, tx)
    try TalkStore.insert(
      TalkMessage(
        id: tx.world.newID(), clue: id, side: .office, author: ID(tx.actor.number),
        text: text, at: tx.now, seenAt: nil),
      onceHash: "office:\(tx.world.newID(ClueMessage.self).text)", tx)
    try closeReading(clue, outcome: "已回复举报人", tx)
    tx.tell(clue.ref, "给线索\(clue.number)的举报人留言")
  }

  /// Somebody has read what the reporter added. Nothing new to read changes nothing.
  func see(_ id: ID<Clue>, _ tx: Transaction) throws {
    let clue = try anyClue(id, tx)
    guard try TalkStore.unseen(.reporter, of: id, tx) > 0 else { return }
    try closeReading(clue, outcome: "已看", tx)
    tx.tell(clue.ref, "看过线索\(clue.number)的举报人补充")
  }

  private func oweReading(_ clue: ClueRecord, _ tx: Transaction) throws {
    guard try !Duties.waiting(on: clue.ref, tx).contains(where: { $0.kind == TalkDuty.message }) else { return }
    let term = try law.due(TalkDuty.term, from: tx.today)
    try Duties.owe(
      NewDuty(
        kind: TalkDuty.message, title: "举报人有新补充：线索\(clue.number)", subject: clue.ref,
        owner: try standingOwner(try Self.leading(clue, tx), tx), term: term, from: tx.today, basis: term.term.basis,
        campaign: clue.campaign?.value), tx)
  }

  private func closeReading(_ clue: ClueRecord, outcome: String, _ tx: Transaction) throws {
    try TalkStore.setSeen(.reporter, of: clue.id, tx)
    try Duties.settle(clue.ref, kind: TalkDuty.message, outcome: outcome, tx)
  }

  /// The owner, or who takes new clues where the owner has left.
  func standingOwner(_ clue: ClueRecord, _ tx: Transaction) throws -> ID<Account> {
    try Offices.person(clue.owner, tx)?.isActive == true ? clue.owner : try taker(tx).id
  }
}

enum TalkDuty {
  static let message = "clue.message"
  static let term = "report.message"
}
