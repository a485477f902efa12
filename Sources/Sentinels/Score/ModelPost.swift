import Duties
import Kit
import Law
import Offices
import Packs
package import Storage
import Web

extension Deed {
  package static let proposeModel = Deed("sentinels.propose-model")
  package static let decideModel = Deed("sentinels.decide-model")
  package static let withdrawModel = Deed("sentinels.withdraw-model")
}

/// A model post (示范哨点), or the proposal to make one: of one sheet.
struct ModelPost: Sendable {
  enum State: String, CaseIterable, Sendable {
    case proposed, named, declined, withdrawn

    var title: String {
      switch self {
      case .proposed: "等决定"
      case .named: "示范哨点"
      case .declined: "没有同意"
      case .withdrawn: "撤销"
      }
    }

    var chip: HTML {
      switch self {
      case .proposed: Chip.half.html(title)
      case .named: Chip.done.html(title)
      case .declined, .withdrawn: Chip.shut.html(title)
      }
    }
  }

  let sheet: ID<Score>
  let post: ID<Post>
  let postName: String
  let spanTitle: String
  let total: Int64
  let state: State
  let proposedBy: ID<Account>
  let decidedBy: ID<Account>?
  let decidedOn: CivilDate?
  /// Why it was named or declined.
  let words: String
  let withdrawnOn: CivilDate?
  /// Why it was withdrawn.
  let reason: String
}

extension Sentinels {
  static let modelDuty = "model.decide"

  /// Proposes the post of a sheet as a model. Refuses a sheet without a result, too few points, a veto, a post that is not
  /// in use, and one that was proposed.
  func proposeModel(_ id: ID<Score>, by account: ID<Account>, _ tx: Transaction) throws {
    guard let sheet = try ScoreStore.find(id, tx), sheet.county == tx.county else { throw MissingRecord("张评分表") }
    guard sheet.state.isVerified, let total = sheet.total else { throw ScoreRefusal.wrongState(sheet.state.title) }
    guard total >= Int64(book.score.model) else { throw ScoreRefusal.notEnough(total, book.score.model) }
    guard sheet.veto.isEmpty else { throw ScoreRefusal.vetoed }
    guard try Self.standing(sheet.post, tx).state == .active else { throw ScoreRefusal.postNotActive }
    guard try ModelStore.find(id, tx) == nil, try !ModelStore.isOpen(sheet.post, tx) else {
      throw ScoreRefusal.proposed
    }
    try ModelStore.insert(sheet, by: account, tx)
    let due = law.calendar.adding(workdays: book.score.answerDays, to: tx.today)
    try Duties.owe(
      NewDuty(
        kind: Self.modelDuty, title: "决定监测哨点“\(sheet.postName)”是不是示范哨点", subject: sheet.ref,
        owner: sheet.verifier, due: due.date, provisional: due.provisional, basis: book.score.provenance.source), tx)
    tx.tell(sheet.ref, "提名监测哨点“\(sheet.postName)”为示范哨点（\(total) 分）")
  }

  /// Names or declines, for a reason. Refuses whoever proposed it, and a sheet without an open proposal.
  func decideModel(_ id: ID<Score>, isNamed: Bool, _ words: String, by account: ID<Account>, _ tx: Transaction) throws {
    guard let model = try ModelStore.find(id, tx), model.state == .proposed else { throw ScoreRefusal.notProposed }
    guard model.proposedBy != account else { throw ScoreRefusal.ownProposal }
    try ModelStore.decide(id, isNamed ? .named : .declined, words, by: account, tx)
    try Duties.settle(Ref(.score, id), kind: Self.modelDuty, outcome: isNamed ? "定为示范哨点" : "没有同意", tx)
    tx.tell(
      Ref(.score, id), isNamed ? "把监测哨点“\(model.postName)”定为示范哨点" : "不同意监测哨点“\(model.postName)”为示范哨点",
      [Change("示范哨点", model.state.title, (isNamed ? ModelPost.State.named : .declined).title)])
  }

  /// Takes a post off the list, for a reason. Refuses one that is not on it.
  func withdrawModel(_ id: ID<Score>, _ reason: String, by account: ID<Account>, _ tx: Transaction) throws {
    guard let model = try ModelStore.find(id, tx), model.state == .named else { throw ScoreRefusal.notNamed }
    try ModelStore.withdraw(id, reason, by: account, tx)
    tx.tell(
      Ref(.score, id), "撤销监测哨点“\(model.postName)”的示范哨点",
      [Change("示范哨点", model.state.title, ModelPost.State.withdrawn.title)])
  }
}
